// SPDX-License-Identifier: Apache-2.0
#include "client/profile/profilestore.h"
#include "tests/support/testregistry.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/widgetsearch.h"
#include "ui/common/runningcalls.h"
#include "ui/settings/settings.h"
#include "ui/shell/connectionstatus.h"
#include "ui/shell/connectiontabs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/openmessagedialog.h"
#include "ui/shell/palettemodel.h"
#include "ui/shell/profilelist.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/welcomepage.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/statepane.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::ui;
using rocketdesk::tests::hasLabel;

namespace {

class FakePage final : public Page
{
public:
    FakePage(const PageContext &context, const QString &id, QWidget *parent) : Page(context, id, id, parent)
    {
        ++made;
        setContent(m_field);
    }
    void refresh() override { ++refreshed; }
    void openTarget(const ui::Target &target) override { opened << target.key; }
    void goOnFrom(Page &before) override { opened = static_cast<FakePage &>(before).opened; }

    static inline int made = 0;
    void fail()
    {
        pane().showFailed(QStringLiteral("nothing was read"), {});
        pane().addButton(QStringLiteral("again"));
        setState(PageState::Failed);
    }
    void succeed() { setState(PageState::Ready); }

    [[nodiscard]] QLineEdit *field() const { return m_field; }

    int refreshed = 0;
    QStringList opened;

private:
    QLineEdit *m_field = new QLineEdit;
};

PageEntry entry(const QString &id)
{
    return {id, id, Icon::Topic, 0, [id](const PageContext &context, QWidget *parent) -> Page * { return new FakePage(context, id, parent); }};
}

ui::Target to(const QString &page, const QString &key = {})
{
    return {page, key, {}};
}

} // namespace

class ShellTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_profiles = std::make_unique<ProfileStore>(m_folder->filePath(QStringLiteral("profiles.json")));
        m_theme = std::make_unique<Theme>(m_desktop);
        FakePage::made = 0;
        m_window = std::make_unique<MainWindow>(ShellServices{*m_theme, *m_settings, *m_profiles, {entry(QStringLiteral("topics")), entry(QStringLiteral("groups"))}, {}, {}, {}, {}});
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void opensWithTheWelcomePageWhenNothingIsOpen() { QVERIFY(!m_window->currentConnection() && m_window->welcome().isVisible()); }

    void pagesAreMadeOnTheirFirstShow()
    {
        ConnectionView *view = open(QStringLiteral("staging"));
        QCOMPARE(FakePage::made, 1);
        view->go(to(QStringLiteral("groups")));
        QCOMPARE(FakePage::made, 2);
        QCOMPARE(page(*view).refreshed, 1);
    }

    void historyGoesBackAndForward()
    {
        ConnectionView *view = open(QStringLiteral("staging"));
        view->go(to(QStringLiteral("groups"), QStringLiteral("billing")));
        view->go(to(QStringLiteral("topics"), QStringLiteral("orders")));
        view->goBack();
        QCOMPARE(view->currentPage()->id(), QStringLiteral("groups"));
        QCOMPARE(page(*view).opened, QStringList({QStringLiteral("billing"), QStringLiteral("billing")}));
        view->goForward();
        QCOMPARE(view->currentPage()->id(), QStringLiteral("topics"));
    }

    void keysGoToThePageThatIsClickedInTheRail()
    {
        ConnectionView *view = open(QStringLiteral("staging"));
        view->go(to(QStringLiteral("groups")));
        page(*view).succeed();
        QListView *pages = nullptr;
        for (QListView *list : m_window->findChildren<QListView *>()) {
            if (list->accessibleName() == QStringLiteral("Pages"))
                pages = list;
        }
        const auto click = [pages](int row) { QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, pages->visualRect(pages->model()->index(row, 0)).center()); };
        click(1);
        QCOMPARE(m_window->focusWidget(), page(*view).field());
        click(0);
        QCOMPARE(view->currentPage()->id(), QStringLiteral("topics"));
        QCOMPARE(m_window->focusWidget(), pages); // the page has nothing to show yet
        page(*view).succeed();
        QCOMPARE(m_window->focusWidget(), page(*view).field());
        page(*view).fail();
        click(0); // the pane's button is the only thing there
        QVERIFY(qobject_cast<QPushButton *>(m_window->focusWidget()) != nullptr);
        pages->setFocus();
        QTest::keyClick(pages, Qt::Key_Down);
        QCOMPARE(view->currentPage()->id(), QStringLiteral("groups"));
        QCOMPARE(m_window->focusWidget(), pages); // who goes through the pages by keys goes on
    }

    void onlyTheShownConnectionIsActive()
    {
        ConnectionView *first = open(QStringLiteral("one"));
        ConnectionView *second = open(QStringLiteral("two"));
        QVERIFY(!first->currentPage()->isActive());
        QVERIFY(second->currentPage()->isActive());
        m_window->closeConnection(1);
        QCOMPARE(m_window->currentConnection(), first);
        QVERIFY(first->currentPage()->isActive());
    }

    void closingTheLastConnectionShowsTheWelcomePage()
    {
        open(QStringLiteral("one"));
        m_window->closeConnection(0);
        QVERIFY(!m_window->currentConnection());
    }

    void lastPageIsRemembered()
    {
        open(QStringLiteral("one"))->go(to(QStringLiteral("groups")));
        m_window->closeConnection(0);
        QCOMPARE(open(QStringLiteral("one"))->currentPage()->id(), QStringLiteral("groups"));
    }

    void whatIsOpenMovesToAnotherWindow()
    {
        open(QStringLiteral("one"))->go(to(QStringLiteral("groups"), QStringLiteral("billing")));
        m_window->currentConnection()->go(to(QStringLiteral("groups")));
        open(QStringLiteral("two"));
        MainWindow next(ShellServices{*m_theme, *m_settings, *m_profiles, {entry(QStringLiteral("topics")), entry(QStringLiteral("groups"))}, {}, {}, {}, {}});
        next.goOnFrom(*m_window);
        m_window.reset();
        QCOMPARE(next.currentConnection()->status().name(), QStringLiteral("two"));
        next.closeConnection(1);
        QCOMPARE(next.currentConnection()->status().name(), QStringLiteral("one"));
        QCOMPARE(next.currentConnection()->currentPage()->id(), QStringLiteral("groups"));
        QCOMPARE(page(*next.currentConnection()).opened, QStringList{QStringLiteral("billing")});
        next.currentConnection()->goBack();
        QCOMPARE(page(*next.currentConnection()).opened.size(), 2);
    }

    void aLostConnectionIsToldAndReadAgainWhenItIsBack()
    {
        ConnectionView *view = open(QStringLiteral("one"));
        QSignalSpy tried(&view->status(), &ConnectionStatus::tryNowRequested);
        view->status().set(ConnectionState::Lost, {}, {}, 1'795'000'000'000);
        QTRY_VERIFY(rocketdesk::tests::buttonWith(page(*view), QStringLiteral("Try now")));
        rocketdesk::tests::buttonWith(page(*view), QStringLiteral("Try now"))->click();
        QCOMPARE(tried.size(), 1);
        QCOMPARE(page(*view).refreshed, 1);
        view->status().set(ConnectionState::Online, {});
        QCOMPARE(page(*view).refreshed, 2);
        QVERIFY(!rocketdesk::tests::buttonWith(page(*view), QStringLiteral("Try now")));
    }

    void aPageThatFailsForWantOfAConnectionSaysSoOnce()
    {
        QString tested;
        ShellServices services{*m_theme, *m_settings, *m_profiles, {entry(QStringLiteral("topics"))}, {}, {}, {}, {}};
        services.testConnection = [&tested](const QString &id, QWidget *) { tested = id; };
        m_window = std::make_unique<MainWindow>(services);
        m_window->show();
        ConnectionView *view = open(QStringLiteral("one"));
        const auto lostFor = [view](int seconds) { view->status().set(ConnectionState::Lost, {}, {}, 1'795'000'000'000, seconds); };
        page(*view).fail();
        lostFor(4);
        QTRY_VERIFY(hasLabel(page(*view), QStringLiteral("Connection lost, trying again in 4 s")));
        QVERIFY(!page(*view).findChild<Banner *>()); // one place says it
        QVERIFY(!hasLabel(page(*view), QStringLiteral("nothing was read")));
        lostFor(3);
        QVERIFY(hasLabel(page(*view), QStringLiteral("Connection lost, trying again in 3 s")));
        rocketdesk::tests::buttonWith(page(*view), QStringLiteral("Test connection…"))->click();
        QCOMPARE(tested, QStringLiteral("one"));
        view->status().set(ConnectionState::Online, {});
        QVERIFY(!hasLabel(page(*view), QStringLiteral("Connection lost")));
        QCOMPARE(page(*view).refreshed, 2);
    }

    void whatShowsFromBeforeIsToldAbove()
    {
        ConnectionView *view = open(QStringLiteral("one"));
        page(*view).succeed();
        view->status().set(ConnectionState::Lost, {}, {}, 1'795'000'000'000, 4);
        QTRY_VERIFY(hasLabel(page(*view), QStringLiteral("What shows is from before")));
        view->status().set(ConnectionState::Online, {});
        QVERIFY(!hasLabel(page(*view), QStringLiteral("What shows is from before")));
    }

    void longNamesAreCutInTheMiddleAndToldWhole()
    {
        const QString name = QStringLiteral("customer-platform-production-eu-central-1-all-teams-and-regions");
        open(name);
        const auto *tabs = m_window->findChild<ConnectionTabs *>();
        QVERIFY(tabs->tabRect(0).width() < 420);
        QVERIFY(tabs->tabToolTip(0).startsWith(name));
    }

    void theFootOfADialogKeepsItsLineWhateverItNames()
    {
        ConfirmDialog dialog(*m_theme, QStringLiteral("Change it"));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const QString calls = QStringLiteral("2 calls: 17 to rocketmq-customer-platform-eu-central-1-broker-a, rocketmq-customer-platform-eu-central-1-broker-b");
        dialog.setCalls(calls);
        dialog.setVerb(QStringLiteral("Write to 2 brokers of customer-platf…-eu-central-1"), ConfirmDialog::Severity::Reversible);
        dialog.show();
        const auto labels = dialog.findChildren<Label *>();
        const auto label = std::find_if(labels.cbegin(), labels.cend(), [&calls](const Label *each) { return each->text() == calls; });
        QVERIFY(label != labels.cend());
        QTRY_VERIFY((*label)->isVisible());
        QCOMPARE((*label)->height(), (*label)->sizeHint().height()); // one line
        QVERIFY((*label)->width() > dialog.width() / 2);
        const auto *verb = rocketdesk::tests::buttonWith(dialog, QStringLiteral("Write to 2"));
        QVERIFY(verb->width() >= verb->sizeHint().width());
    }

    void aDialogPartsFromItsWindow()
    {
        auto *dialog = new SettingsDialog(*m_theme, *m_settings, m_window.get());
        dialog->open();
        QTRY_VERIFY(dialog->isVisible());
        const QImage picture = dialog->grab().toImage();
        QCOMPARE(picture.pixelColor(0, 0).alpha(), 0); // round corners
        QCOMPARE(picture.pixelColor(picture.width() / 2, 0), m_theme->color(Role::Border));
        const QPoint corner(m_window->width() - 3, m_window->height() - 3);
        const QColor shaded = m_window->grab().toImage().pixelColor(corner);
        dialog->close();
        const QColor open = m_window->grab().toImage().pixelColor(corner);
        QVERIFY2(shaded.lightness() < open.lightness(), qPrintable(shaded.name() + u' ' + open.name()));
    }

    void whatWasOutOfSightWhenTheConnectionCameBackIsReadOnItsNextShow()
    {
        ConnectionView *view = open(QStringLiteral("one"));
        const FakePage &topics = page(*view);
        view->go(to(QStringLiteral("groups")));
        view->status().set(ConnectionState::Lost, {}, {}, 1'795'000'000'000);
        view->status().set(ConnectionState::Online, {});
        QCOMPARE(topics.refreshed, 1);
        view->go(to(QStringLiteral("topics")));
        QCOMPARE(topics.refreshed, 2);
    }

    void thePaletteKnowsTheTopics()
    {
        rocketdesk::tests::PageFixture fixture(1);
        const std::shared_ptr<Client> client(&fixture.client, [](Client *) {});
        ConnectionView *view = m_window->addConnection({QStringLiteral("one"), client, std::make_shared<ConnectionStatus>(QStringLiteral("one"), rocketdesk::ui::Environment::Local, false)});
        QTRY_VERIFY(view->topics().contains(QStringLiteral("order-created")));
        m_window.reset(); // before the client goes
    }

    void theSettingsShowWhereTheFocusIs()
    {
        SettingsDialog dialog(*m_theme, *m_settings);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QTRY_VERIFY(qobject_cast<QComboBox *>(dialog.focusWidget()));
        QCOMPARE(dialog.focusWidget()->accessibleName(), QStringLiteral("Theme"));
    }

    void theSettingsGoOnWhereTheUserWas()
    {
        SettingsDialog dialog(*m_theme, *m_settings);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.focusOn(QLatin1StringView(setting::language.key));
        QCOMPARE(dialog.focusWidget()->accessibleName(), QStringLiteral("Language"));
    }

    void aMessageIsOpenedByItsPlace()
    {
        OpenMessageDialog dialog(*m_theme, {}, QStringLiteral("staging"));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy chosen(&dialog, &OpenMessageDialog::chosen);
        dialog.choose(); // nothing is filled in
        QVERIFY(!dialog.takePlace(QStringLiteral("orders broker-a three 17")));
        QCOMPARE(chosen.size(), 0);
        QVERIFY(dialog.takePlace(QStringLiteral("orders broker-a 3 14889002")));
        dialog.choose();
        QCOMPARE(chosen.size(), 1);
        const auto target = chosen[0][0].value<ui::Target>();
        QCOMPARE(target.page, QStringLiteral("live"));
        QCOMPARE(target.key, QStringLiteral("orders"));
        QCOMPARE(target.details.value(QStringLiteral("queue")).toInt(), 3);
        QCOMPARE(target.details.value(QStringLiteral("offset")).toLongLong(), 14'889'002);
    }

    void settingsAreTypedAndTold()
    {
        QSignalSpy changed(m_settings.get(), &Settings::changed);
        QCOMPARE(m_settings->get(setting::textScale), 100);
        m_settings->set(setting::textScale, 125);
        m_settings->set(setting::textScale, 125);
        QCOMPARE(m_settings->get(setting::textScale), 125);
        QCOMPARE(changed.size(), 1);
    }

    void segmentsAreRoundWhereTheirRowEnds()
    {
        Segments segments(*m_theme);
        for (const auto &id : {QStringLiteral("json"), QStringLiteral("text"), QStringLiteral("hex")})
            segments.addSegment(id, id);
        segments.show();
        const QImage picture = segments.grab().toImage();
        const QColor border = m_theme->color(Role::Border);
        QVERIFY(picture.pixelColor(picture.width() - 1, 0) != border); // the corner
        QCOMPARE(picture.pixelColor(picture.width() - 1, picture.height() / 2), border);
        const auto *middle = segments.findChild<QWidget *>(QStringLiteral("text"));
        QCOMPARE(picture.pixelColor(middle->x() + middle->width() - 2, 0), border); // straight in between; the last pixel is smoothed
    }

    void forbiddenActionsSayWhy()
    {
        ActionRegistry registry(*m_theme, *m_settings, &m_window->actions());
        QWidget owner;
        int runs = 0;
        QAction *action = registry.add({.id = QStringLiteral("x"), .text = QStringLiteral("Delete…"), .shortcut = QKeySequence(Qt::Key_Delete)}, owner, [&runs] { ++runs; });
        ActionRegistry::setForbidden(*action, QStringLiteral("The profile is read-only"));
        action->trigger();
        QCOMPARE(runs, 0);
        QVERIFY(action->toolTip().contains(QStringLiteral("read-only")));
        QVERIFY(registry.action(QStringLiteral("page.refresh")));
        ActionRegistry::setForbidden(*action, {});
        action->trigger();
        QCOMPARE(runs, 1);
    }

    void paletteFindsByWordsAndPrefix()
    {
        PaletteModel model;
        model.setItems({{PaletteItem::Section::Actions, QStringLiteral("Reset offsets of order-fulfilment…"), {}, Icon::Undo, Tone::Normal, {}, {}, nullptr, {}},
            {PaletteItem::Section::Topics, QStringLiteral("order-created"), {}, Icon::Topic, Tone::Normal, {}, {}, nullptr, to(QStringLiteral("topics"))}});
        model.setText(QStringLiteral("ord"));
        QCOMPARE(model.rowCount(), 4);
        model.setText(QStringLiteral("reset ord"));
        QCOMPARE(model.rowCount(), 2);
        model.setText(QStringLiteral("#"));
        QCOMPARE(model.item(model.firstItem())->title, QStringLiteral("order-created"));
    }

    void thePaletteTellsOwnTopicsFirstAndThatMoreMatch()
    {
        QList<PaletteItem> items;
        for (int i = 0; i < 12; ++i)
            items.append({PaletteItem::Section::Topics, QStringLiteral("%RETRY%group-%1").arg(i), {}, Icon::Retry, Tone::Normal, {}, {}, nullptr, to(QStringLiteral("topics")), false});
        items.append({PaletteItem::Section::Topics, QStringLiteral("payment-refunded"), {}, Icon::Topic, Tone::Normal, {}, {}, nullptr, to(QStringLiteral("topics"))});
        PaletteModel model;
        model.setItems(items);
        model.setText(QStringLiteral("re"));
        QCOMPARE(model.item(model.firstItem())->title, QStringLiteral("payment-refunded"));
        QCOMPARE(model.rowCount(), 1 + 8 + 1);
        const QModelIndex last = model.index(model.rowCount() - 1, 0);
        QVERIFY(last.data(PaletteModel::MoreRole).toBool() && !model.item(last));
        QCOMPARE(last.data().toString(), QStringLiteral("5 more match: type on to narrow them"));
        model.setText(QStringLiteral("refunded"));
        QCOMPARE(model.rowCount(), 2);
    }

    void aConnectionSaysWhereItLeadsAndWhenItWasOpened()
    {
        Profile profile;
        profile.name = QStringLiteral("tunnel");
        profile.nameServers = {{QStringLiteral("127.0.0.1"), 9876}};
        for (const auto *from : {"172.17.0.*", "172.18.0.*"})
            profile.mappings << AddressMapping::parse(QString::fromLatin1(from), QStringLiteral("127.0.0.1")).value();
        const auto saved = m_profiles->save(profile);
        QVERIFY(saved.has_value());
        ProfileListModel model(*m_profiles, *m_settings);
        const QModelIndex row = model.index(0);
        QCOMPARE(row.data(ProfileListModel::AddressRole).toString(), QStringLiteral("127.0.0.1:9876 · 172.17.0.* mapped to 127.0.0.1 +1"));
        QCOMPARE(row.data(ProfileListModel::OpenedRole).toString(), QString());
        model.noteOpened(saved->id, QDateTime::currentMSecsSinceEpoch());
        QVERIFY(ProfileListModel(*m_profiles, *m_settings).index(0).data(ProfileListModel::OpenedRole).toString().contains(u':')); // today, and yesterday after midnight
    }

    void whenAConnectionWasOpenedIsForgottenWithIt()
    {
        Profile profile;
        profile.name = QStringLiteral("tunnel");
        profile.nameServers = {{QStringLiteral("127.0.0.1"), 9876}};
        const auto saved = m_profiles->save(profile);
        QVERIFY(saved.has_value());
        m_window->welcome().noteOpened(saved->id, 1'795'000'000'000);
        QVERIFY(!m_settings->remembered(QStringLiteral("opened"), saved->id).isEmpty());
        QVERIFY(m_profiles->remove(saved->id).has_value());
        QVERIFY(m_settings->remembered(QStringLiteral("opened"), saved->id).isEmpty());
    }

    void aFolderOfConnectionsClosesAndStaysClosed()
    {
        Profile profile;
        profile.nameServers = {{QStringLiteral("127.0.0.1"), 9876}};
        profile.folder = QStringLiteral("Test");
        for (const auto &name : {QStringLiteral("one"), QStringLiteral("two")}) {
            profile.name = name;
            QVERIFY(m_profiles->save(profile).has_value());
        }
        ProfileListModel model(*m_profiles, *m_settings);
        QCOMPARE(model.rowCount(), 3);
        model.toggleFolder(QStringLiteral("Test"));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.index(0).data(ProfileListModel::CollapsedRole).toBool());
        QCOMPARE(ProfileListModel(*m_profiles, *m_settings).rowCount(), 1);
        model.setFilter(QStringLiteral("two")); // finds what is in it all the same
        QCOMPARE(model.rowCount(), 2);
        model.setFilter({});
        model.toggleFolder(QStringLiteral("Test"));
        QCOMPARE(model.rowCount(), 3);
    }

    void aConnectionHasAMenuAtItsEnd()
    {
        Profile profile;
        profile.name = QStringLiteral("tunnel");
        profile.nameServers = {{QStringLiteral("127.0.0.1"), 9876}};
        QVERIFY(m_profiles->save(profile).has_value());
        auto *list = m_window->welcome().findChild<QListView *>();
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 18, row.center().y()));
        QTRY_VERIFY(m_window->welcome().findChild<QMenu *>());
        m_window->welcome().findChild<QMenu *>()->close();
    }

    void aConnectionThatIsNotOpenedSaysWhy()
    {
        Profile profile;
        profile.name = QStringLiteral("signed");
        profile.nameServers = {{QStringLiteral("127.0.0.1"), 9876}};
        const auto saved = m_profiles->save(profile);
        QVERIFY(saved.has_value());
        ShellServices services{*m_theme, *m_settings, *m_profiles, {}, {}, {}, {}, {}};
        services.open = [](const Profile &) { return ready<OpenedConnection>(failed(Error{.kind = Error::Kind::Local, .remark = QStringLiteral("access was denied"), .where = QStringLiteral("The key store")})); };
        MainWindow window(services);
        window.openProfile(saved->id);
        window.show();
        QTRY_VERIFY(window.findChild<ConfirmDialog *>());
        const auto *notice = window.findChild<ConfirmDialog *>();
        QTRY_VERIFY(hasLabel(*notice, QStringLiteral("The key store can't be used. Access was denied.")));
        QVERIFY(!notice->verbButton()->isVisible()); // there is nothing to choose
        QVERIFY(rocketdesk::tests::buttonWith(*notice, QStringLiteral("Close"))->isDefault());
        QVERIFY(!window.currentConnection());
    }

    void runningCallsEndOrAreCancelled()
    {
        RunningCalls running;
        Promise<int> promise;
        bool cancelled = false;
        promise.onCancel([&cancelled] { cancelled = true; });
        running.watch(promise.pending(), QStringLiteral("Writing"), this, [](Result<int>) {});
        QCOMPARE(running.entries().size(), 1);
        running.cancelAll();
        QVERIFY(cancelled);
        QTRY_VERIFY(running.entries().isEmpty());
    }

private:
    ConnectionView *open(const QString &name)
    {
        return m_window->addConnection({name, nullptr, std::make_shared<ConnectionStatus>(name, rocketdesk::ui::Environment::Staging, false)});
    }
    static FakePage &page(ConnectionView &view) { return *static_cast<FakePage *>(view.currentPage()); }

    GivenAppearance m_desktop;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

ROCKETDESK_TEST(ShellTest)

#include "tst_shell.moc"
