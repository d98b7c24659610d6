// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paths.h"
#include "tests/support/testregistry.h"
#include "ui/theme/appearance.h"
#include "ui/theme/iconnames.h"
#include "ui/theme/tabulartext.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFontInfo>
#include <QSignalSpy>
#include <QTest>

using namespace rocketdesk::ui;

namespace {

struct Pair {
    const char *name;
    Role front;
    Role back;
    double least;
};

constexpr double forText = 4.5;
constexpr double forSigns = 3.0;

const QList<Pair> &pairs()
{
    static const QList<Pair> all = {
        {"text on page", Role::Text, Role::Page, forText},
        {"text on selected", Role::Text, Role::Selected, forText},
        {"text on idle selection", Role::Text, Role::SelectedIdle, forText},
        {"text2 on page", Role::Text2, Role::Page, forText},
        {"text2 on window", Role::Text2, Role::Window, forText},
        {"text2 on selected", Role::Text2, Role::Selected, forText},
        {"text3 on page", Role::Text3, Role::Page, forText},
        {"text3 on subtle", Role::Text3, Role::Subtle, forText},
        {"accent on page", Role::Accent, Role::Page, forText},
        {"accent on its soft", Role::Accent, Role::AccentSoft, forText},
        {"on accent", Role::OnAccent, Role::AccentFill, forText},
        {"on danger", Role::OnDanger, Role::DangerFill, forText},
        {"ok on page", Role::OkText, Role::Page, forText},
        {"ok on soft", Role::OkText, Role::OkSoft, forText},
        {"ok on selected", Role::OkText, Role::Selected, forText},
        {"warning on page", Role::WarningText, Role::Page, forText},
        {"warning on soft", Role::WarningText, Role::WarningSoft, forText},
        {"warning on selected", Role::WarningText, Role::Selected, forText},
        {"error on page", Role::ErrorText, Role::Page, forText},
        {"error on soft", Role::ErrorText, Role::ErrorSoft, forText},
        {"error on selected", Role::ErrorText, Role::Selected, forText},
        {"text on warning soft", Role::Text, Role::WarningSoft, forText},
        {"text on error soft", Role::Text, Role::ErrorSoft, forText},
        {"neutral on soft", Role::NeutralText, Role::NeutralSoft, forText},
        {"ok fill", Role::OkFill, Role::Page, forSigns},
        {"warning fill", Role::WarningFill, Role::Page, forSigns},
        {"error fill", Role::ErrorFill, Role::Page, forSigns},
        {"danger fill", Role::DangerFill, Role::Page, forSigns},
        {"accent fill", Role::AccentFill, Role::Page, forSigns},
        {"control", Role::Control, Role::Page, forSigns},
        {"focus", Role::Focus, Role::Page, forSigns},
        {"local on window", Role::EnvironmentLocal, Role::Window, forText},
        {"test on window", Role::EnvironmentTest, Role::Window, forText},
        {"staging on window", Role::EnvironmentStaging, Role::Window, 4.4},
        {"production on window", Role::EnvironmentProduction, Role::Window, forText},
        {"page on staging", Role::Page, Role::EnvironmentStaging, forText},
        {"JSON key", Role::JsonKey, Role::Page, forText},
        {"JSON string", Role::JsonString, Role::Page, forText},
        {"JSON number", Role::JsonNumber, Role::Page, forText},
        {"JSON word", Role::JsonWord, Role::Page, forText},
        {"text on match", Role::Text, Role::Match, forText},
    };
    return all;
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairsHaveEnoughContrast_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("scheme");
        for (int row = 0; row < pairs().size(); ++row) {
            for (int scheme = 0; scheme < 3; ++scheme)
                QTest::addRow("%s, scheme %d", pairs().at(row).name, scheme) << row << scheme;
        }
    }
    void pairsHaveEnoughContrast()
    {
        QFETCH(int, row);
        QFETCH(int, scheme);
        const Pair &pair = pairs().at(row);
        const auto in = static_cast<Scheme>(scheme);
        const double ratio = contrast(tokenColor(in, pair.front), tokenColor(in, pair.back));
        QVERIFY2(ratio >= pair.least, qPrintable(QString::number(ratio)));
    }

    void seriesAreReadableOnThePage()
    {
        for (int scheme = 0; scheme < 3; ++scheme) {
            for (int i = 0; i < seriesCount; ++i) {
                const auto in = static_cast<Scheme>(scheme);
                const auto role = static_cast<Role>(static_cast<int>(Role::Series1) + i);
                QVERIFY(contrast(tokenColor(in, role), tokenColor(in, Role::Page)) >= forText);
            }
        }
    }

    void followsTheDesktopUntilAUserChooses()
    {
        GivenAppearance desktop;
        Theme theme(desktop);
        QSignalSpy changed(&theme, &Theme::changed);
        desktop.set(Scheme::Dark, true);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!theme.animates());
        theme.setChoice(Theme::Choice::HighContrast);
        desktop.set(Scheme::Light, false);
        QCOMPARE(theme.scheme(), Scheme::HighContrast);
    }

    void everyIconHasItsDrawingAndEveryDrawingItsIcon()
    {
        GivenAppearance desktop;
        Theme theme(desktop);
        QStringList names;
        for (int i = 1; i < iconCount(); ++i) {
            names << iconName(static_cast<Icon>(i)) + QStringLiteral(".svg");
            QVERIFY2(!theme.pixmap(static_cast<Icon>(i), Qt::black, 16, 1).isNull(), qPrintable(names.last()));
        }
        QStringList files = QDir(rocketdesk::tests::sourceFolder() + QStringLiteral("/resources/svg")).entryList({QStringLiteral("*.svg")});
        names.sort();
        files.sort();
        QCOMPARE(names, files);
    }

    void iconsFollowColourSizeAndRatio()
    {
        GivenAppearance desktop;
        Theme theme(desktop);
        const QIcon icon = theme.icon(Icon::OkFill, Role::Text);
        const auto middle = [&icon] { return icon.pixmap(QSize(24, 24), 1.0).toImage().pixelColor(12, 4); };
        QCOMPARE(middle(), theme.color(Role::Text));
        desktop.set(Scheme::Dark, false);
        QCOMPARE(middle(), theme.color(Role::Text));
        QCOMPARE(theme.pixmap(Icon::Topic, Qt::red, 16, 2.0).size(), QSize(32, 32));
    }

    void fontsAreTheOnesThatAreAsked()
    {
        GivenAppearance desktop;
        Theme theme(desktop);
        QCOMPARE(QFontInfo(theme.font(TextStyle::Body)).family(), QStringLiteral("Inter"));
        QCOMPARE(QFontInfo(theme.font(TextStyle::Mono)).family(), QStringLiteral("JetBrains Mono"));
        theme.setTextScale(125);
        QCOMPARE(theme.font(TextStyle::Title).pixelSize(), 20);
        QCOMPARE(theme.rowHeight(), 30);
    }

    void digitsAreAllAsWide()
    {
        GivenAppearance desktop;
        Theme theme(desktop);
        const TabularText digits(theme.font(TextStyle::Body));
        QCOMPARE(digits.shaped(QStringLiteral("1111")).width, digits.shaped(QStringLiteral("8080")).width);
    }
};

ROCKETDESK_TEST(ThemeTest)

#include "tst_theme.moc"
