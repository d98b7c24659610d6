// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/page.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/actionregistry.h"

#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace rocketdesk;
using namespace rocketdesk::ui;

namespace {

class StillPage final : public Page
{
public:
    StillPage(const PageContext &context, const QString &id, QWidget *parent) : Page(context, id, id, parent) {}
    void refresh() override {}
};

PageEntry entry(const QString &id)
{
    return {id, id, Icon::Topic, 0, [id](const PageContext &context, QWidget *parent) -> Page * { return new StillPage(context, id, parent); }};
}

} // namespace

/// What the window offers, and when.
class WindowActionsTest final : public QObject, private rocketdesk::tests::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = windowWith({entry(QStringLiteral("topics")), entry(QStringLiteral("groups"))});
    }
    void cleanup() { m_window.reset(); }

    void whatCannotBeDoneNowSaysWhy()
    {
        const auto why = [this](const char *id) { return ActionRegistry::forbidden(*m_window->actions().action(QLatin1StringView(id))); };
        QCOMPARE(why("page.refresh"), QStringLiteral("No connection open"));
        QCOMPARE(why("connection.reopen"), QStringLiteral("No connection was closed"));
        open(QStringLiteral("one"));
        QCOMPARE(why("page.refresh"), QString());
        QCOMPARE(why("connection.next"), QStringLiteral("No other connection is open"));
        open(QStringLiteral("two"));
        QCOMPARE(why("connection.next"), QString());
        m_window->closeConnection(1);
        QCOMPARE(why("connection.next"), QStringLiteral("No other connection is open"));
        QCOMPARE(why("connection.reopen"), QString());
    }

    void menusStandInOneOrder()
    {
        ConnectionView *view = open(QStringLiteral("one"));
        const auto add = [view](const QString &id, const QString &menu) { view->actions().add({.id = id, .text = id, .menu = menu}, *view, [] {}); };
        add(QStringLiteral("groups.reset"), QStringLiteral("Group")); // its page was opened first
        add(QStringLiteral("topics.create"), QStringLiteral("Topic"));
        QMenu *menu = m_window->findChild<TopBar *>()->menuButton().menu();
        Q_EMIT menu->aboutToShow();
        QStringList names;
        for (const QAction *each : menu->actions())
            names << each->text();
        QCOMPARE(names, QStringList({QStringLiteral("Connection"), QStringLiteral("View"), QStringLiteral("Go"), QStringLiteral("Topic"), QStringLiteral("Group")}));
    }

    void aConnectionThatOpensLeavesThePaletteItsKeys()
    {
        m_window->show();
        QTRY_VERIFY(m_window->isActiveWindow());
        m_window->openPalette();
        const QWidget *field = m_window->focusWidget();
        QVERIFY(field);
        open(QStringLiteral("one"));
        QCOMPARE(m_window->focusWidget(), field);
    }

};

ROCKETDESK_TEST(WindowActionsTest)

#include "tst_windowactions.moc"
