// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "ui/theme/desktopappearance.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

Q_DECLARE_METATYPE(rocketdesk::ui::Scheme)

using namespace rocketdesk::ui;

namespace {

/// A desktop that says what the test says.
class FakeDesktop final : public DesktopSettings
{
public:
    void ask(const QString &group, const QString &key) override { asked << group + u'/' + key; }
    void tell(const char *group, const char *key, const QVariant &value) { Q_EMIT told(QLatin1StringView(group), QLatin1StringView(key), value); }
    QStringList asked;
};

constexpr QRgb lightWindow = 0xffefefef;
constexpr QRgb darkWindow = 0xff202020;
constexpr auto portal = "org.freedesktop.appearance";

} // namespace

class DesktopAppearanceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSilentDesktopIsJudgedByItsWindows()
    {
        FakeDesktop desktop;
        QCOMPARE(DesktopAppearance(desktop, lightWindow).scheme(), Scheme::Light);
        QCOMPARE(DesktopAppearance(desktop, darkWindow).scheme(), Scheme::Dark);
    }

    void whatTheDesktopSaysHolds_data()
    {
        QTest::addColumn<QByteArray>("group");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("dark") << QByteArray(portal) << QByteArrayLiteral("color-scheme") << QVariant(1U) << Scheme::Dark;
        QTest::newRow("light") << QByteArray(portal) << QByteArrayLiteral("color-scheme") << QVariant(2U) << Scheme::Light;
        QTest::newRow("no preference") << QByteArray(portal) << QByteArrayLiteral("color-scheme") << QVariant(0U) << Scheme::Light;
        QTest::newRow("more contrast") << QByteArray(portal) << QByteArrayLiteral("contrast") << QVariant(1U) << Scheme::HighContrast;
        QTest::newRow("GNOME's contrast") << QByteArrayLiteral("org.gnome.desktop.a11y.interface") << QByteArrayLiteral("high-contrast") << QVariant(true) << Scheme::HighContrast;
        QTest::newRow("another group") << QByteArrayLiteral("org.kde") << QByteArrayLiteral("color-scheme") << QVariant(1U) << Scheme::Light;
    }
    void whatTheDesktopSaysHolds()
    {
        QFETCH(QByteArray, group);
        QFETCH(QByteArray, key);
        QFETCH(QVariant, value);
        FakeDesktop desktop;
        const DesktopAppearance appearance(desktop, lightWindow);
        desktop.tell(group.constData(), key.constData(), value);
        QTEST(appearance.scheme(), "scheme");
    }

    void theThemeFollowsWhileTheProgramRuns()
    {
        FakeDesktop desktop;
        DesktopAppearance appearance(desktop, lightWindow);
        Theme theme(appearance);
        QSignalSpy changed(&theme, &Theme::changed);
        desktop.tell(portal, "color-scheme", 1U);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        desktop.tell(portal, "color-scheme", 1U);
        QCOMPARE(changed.size(), 1);
        theme.setChoice(Theme::Choice::Light);
        desktop.tell(portal, "contrast", 1U);
        QCOMPARE(theme.scheme(), Scheme::Light);
    }

    void animationsRestWhereTheDesktopWishes()
    {
        FakeDesktop desktop;
        DesktopAppearance appearance(desktop, lightWindow);
        const Theme theme(appearance);
        QVERIFY(theme.animates());
        desktop.tell("org.gnome.desktop.interface", "enable-animations", false);
        QVERIFY(!theme.animates());
    }

    void theDesktopIsAskedAtTheStart()
    {
        FakeDesktop desktop;
        const DesktopAppearance appearance(desktop, lightWindow);
        QVERIFY(desktop.asked.contains(QStringLiteral("org.freedesktop.appearance/color-scheme")));
        QCOMPARE(desktop.asked.size(), 4);
    }
};

ROCKETDESK_TEST(DesktopAppearanceTest)
#include "tst_desktopappearance.moc"
