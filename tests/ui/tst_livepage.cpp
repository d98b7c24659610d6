// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/widgetsearch.h"
#include "ui/pages/live/livebars.h"
#include "ui/pages/live/livepage.h"
#include "ui/pages/live/liveview.h"
#include "ui/pages/send/sendpage.h"
#include "ui/theme/style.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/filterfield.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::ui;
using tests::PageFixture;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void open(LivePage &live)
{
    live.resize(1200, 800);
    live.show();
    live.setActive(true);
}

} // namespace

/// The Live and the Send page together, against a sandbox cluster.
class LivePageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSentShows()
    {
        PageFixture fixture(1, 3);
        qputenv("ROCKETDESK_HOME", fixture.folder.path().toLocal8Bit());
        LivePage live(fixture.context());
        open(live);
        QCOMPARE(live.state(), PageState::Idle);
        SendPage send(fixture.context());
        send.resize(1200, 800);
        send.show();
        send.setActive(true);
        SendDraft draft;
        draft.topic = QStringLiteral("live-page-test");
        draft.body = QByteArrayLiteral("{\"n\":1}");
        send.setDraft(draft);
        send.sendOnce();
        QTRY_COMPARE(send.store().history().size(), 1U);
        QVERIFY2(send.store().history().front().offset >= 0, qPrintable(send.store().history().front().result));
        live.topicsBar().setFrom(WatchFrom::oldest());
        live.openTarget({QStringLiteral("live"), draft.topic, {}});
        QVERIFY(live.isWatching());
        QTRY_COMPARE(live.model().rowCount(), 1);
        QCOMPARE(live.state(), PageState::Ready);
        live.stop();
        QVERIFY(!live.isWatching());
        QCOMPARE(live.model().rowCount(), 1);
    }

    void startWaitsForATopic()
    {
        PageFixture fixture(1);
        LivePage live(fixture.context());
        live.show();
        live.setActive(true);
        QCOMPARE(live.state(), PageState::Idle);
        const QPushButton *start = tests::buttonWith(live, QStringLiteral("Start"));
        QVERIFY(start && !start->isEnabled());
        QCOMPARE(start->toolTip(), QStringLiteral("No topic is chosen"));
        QVERIFY(tests::buttonWith(live, QStringLiteral("Choose topics")));
        live.topicsBar().addTopics({QStringLiteral("order-created")});
        QVERIFY(start->isEnabled());
        QVERIFY(!tests::buttonWith(live, QStringLiteral("Choose topics")));
    }

    void tabGoesWhereTheEyeGoes()
    {
        PageFixture fixture(1);
        LivePage live(fixture.context());
        live.resize(1440, 900);
        live.show();
        live.setActive(true);
        for (const QString &topic : {QStringLiteral("order-created"), QStringLiteral("payment-authorised")})
            live.topicsBar().addTopics({topic});
        live.topicsBar().setFrom(WatchFrom::last(20));
        live.openTarget({QStringLiteral("live"), QStringLiteral("order-created"), {}});
        QTRY_VERIFY(live.view().isVisible());
        const QList<QPoint> stops = tests::tabStops(live);
        QVERIFY(stops.size() > 12);
        QVERIFY2(tests::goDown(stops), qPrintable(QDebug::toString(stops)));
        live.stop();
    }

    void theFocusBeginsAtTheTopic()
    {
        PageFixture fixture(1);
        QWidget window;
        auto *pages = new QStackedWidget(&window);
        auto *before = new QLineEdit;
        auto *live = new LivePage(fixture.context());
        pages->addWidget(before);
        pages->addWidget(live);
        window.resize(1200, 800);
        window.show();
        QTRY_VERIFY(window.isActiveWindow());
        before->setFocus();
        pages->setCurrentWidget(live);
        live->setActive(true);
        QVERIFY(window.focusWidget());
        QCOMPARE(window.focusWidget()->accessibleName(), QStringLiteral("Add topic"));
        delete live; // before what it was made with
    }

    void whatShowsIsExported()
    {
        PageFixture fixture(1);
        LivePage live(fixture.context());
        open(live);
        live.topicsBar().setFrom(WatchFrom::last(20));
        live.openTarget({QStringLiteral("live"), QStringLiteral("order-created"), {}});
        QTRY_COMPARE(live.model().rowCount(), 20);
        live.stop();
        const QString json = fixture.folder.filePath(QStringLiteral("all.json"));
        QCOMPARE(live.exportTo(json), QString());
        const QJsonArray all = QJsonDocument::fromJson(contentOf(json)).array();
        QCOMPARE(all.size(), 20);
        QVERIFY(all.first()[QStringLiteral("body")].toString().startsWith(u'{'));
        QCOMPARE(all.first()[QStringLiteral("topic")].toString(), QStringLiteral("order-created"));
        live.view().selectRow(3);
        const QString csv = fixture.folder.filePath(QStringLiteral("some.csv"));
        QCOMPARE(live.exportTo(csv), QString());
        QCOMPARE(contentOf(csv).trimmed().count('\n'), 1); // headers, and the row
        QVERIFY(!live.exportTo(fixture.folder.filePath(QStringLiteral("no/such/folder.csv"))).isEmpty());
    }

    void aGroupIsAskedForInASheet()
    {
        PageFixture fixture(1);
        LivePage live(fixture.context());
        open(live);
        live.topicsBar().addTopics({QStringLiteral("order-created")});
        fixture.actions.action(QStringLiteral("live.group"))->trigger();
        auto *dialog = live.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        auto *name = qobject_cast<QLineEdit *>(dialog->focusWidget());
        QVERIFY(name);
        name->setText(QStringLiteral(" order-fulfilment "));
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
        QVERIFY(live.isWatching());
        fixture.actions.action(QStringLiteral("live.group"))->trigger(); // remembers it
        const auto dialogs = live.findChildren<ConfirmDialog *>();
        QCOMPARE(qobject_cast<QLineEdit *>(dialogs.back()->focusWidget())->text(), QStringLiteral("order-fulfilment"));
    }

    void aWatchGoesOnInThePageOfAnotherWindow()
    {
        PageFixture fixture(1);
        LivePage live(fixture.context());
        auto before = std::make_unique<LivePage>(fixture.context());
        before->topicsBar().setFrom(WatchFrom::last(20));
        before->openTarget({QStringLiteral("live"), QStringLiteral("order-created"), {}});
        QTRY_COMPARE(before->model().rowCount(), 20);
        before->streamBar().rowFilter()->setText(QStringLiteral("created"));
        live.goOnFrom(*before);
        before.reset();
        QVERIFY(live.isWatching());
        QCOMPARE(live.model().keptCount(), 20);
        QCOMPARE(live.streamBar().rowFilter()->text(), QStringLiteral("created"));
        QCOMPARE(live.topicsBar().from().number, 20);
        Result<SendReceipt> sent = failed(Error::Kind::Cancelled);
        whenDone(fixture.client.send({.topic = TopicName(QStringLiteral("order-created")), .body = QByteArrayLiteral("one more")}), this, [&sent](Result<SendReceipt> receipt) { sent = std::move(receipt); });
        QTRY_COMPARE(live.model().keptCount(), 21); // and nothing twice
        QVERIFY(sent);
    }

    void aMissingTopicIsNamedAndTheOthersGoOn_data()
    {
        QTest::addColumn<QStringList>("atFirst");
        QTest::addColumn<QStringList>("later");
        QTest::newRow("begun together") << QStringList{QStringLiteral("no-such"), QStringLiteral("order-created")} << QStringList();
        QTest::newRow("added to a watch that runs") << QStringList{QStringLiteral("order-created")} << QStringList{QStringLiteral("no-such")};
    }
    void aMissingTopicIsNamedAndTheOthersGoOn()
    {
        QFETCH(QStringList, atFirst);
        QFETCH(QStringList, later);
        PageFixture fixture(1);
        LivePage live(fixture.context());
        open(live);
        live.topicsBar().setFrom(WatchFrom::last(5));
        live.topicsBar().addTopics(atFirst);
        live.start();
        QTRY_VERIFY(live.model().keptCount() >= 5);
        live.topicsBar().addTopics(later);
        QTRY_VERIFY(tests::hasLabel(live, QStringLiteral("no-such is not watched.")));
        QVERIFY(live.isWatching());
        Result<SendReceipt> sent = failed(Error::Kind::Cancelled);
        whenDone(fixture.client.send({.topic = TopicName(QStringLiteral("order-created")), .body = QByteArrayLiteral("one more")}), this, [&sent](Result<SendReceipt> receipt) { sent = std::move(receipt); });
        QTRY_COMPARE(live.model().keptCount(), 6);
        live.stop();
        QVERIFY(!tests::hasLabel(live, QStringLiteral("no-such is not watched.")));
    }

    void aMissingTopicThatIsAddedAgainIsNamedAgain()
    {
        const QString missing = QStringLiteral("no-such is not watched.");
        PageFixture fixture(1);
        LivePage live(fixture.context());
        open(live);
        live.topicsBar().setFrom(WatchFrom::last(5));
        live.topicsBar().addTopics({QStringLiteral("order-created"), QStringLiteral("no-such")});
        live.start();
        QTRY_VERIFY(tests::hasLabel(live, missing));
        live.topicsBar().removeTopic(QStringLiteral("no-such"));
        QVERIFY(!tests::hasLabel(live, missing));
        live.topicsBar().addTopics({QStringLiteral("no-such")}); // the watch that runs looks for it still, and told so once
        QVERIFY(tests::hasLabel(live, missing));
    }

    void aMissingTopicTellsTheWayOut()
    {
        PageFixture fixture(1);
        LivePage live(fixture.context());
        open(live);
        live.topicsBar().addTopics({QStringLiteral("order-created"), QStringLiteral("no-such")});
        live.start();
        QTRY_VERIFY(tests::hasLabel(live, QStringLiteral("check the name, or create it")));
        QSignalSpy opened(&live, &Page::openRequested);
        QPushButton *create = nullptr;
        QTRY_VERIFY((create = tests::buttonWith(live, QStringLiteral("Create topic…"))));
        create->click();
        QCOMPARE(opened.size(), 1);
        const auto target = opened[0][0].value<ui::Target>();
        QCOMPARE(target.details.value(QStringLiteral("create")).toString(), QStringLiteral("no-such"));
        QCOMPARE(target.details.value(QStringLiteral("then")).toString(), QStringLiteral("live"));
    }

    void noColumnIsCutAtTheEdge()
    {
        PageFixture fixture(1);
        LivePage live(fixture.context());
        LiveView &view = live.view();
        const auto ends = [&view] {
            QList<int> edges;
            for (int column = 0; column < view.model()->columnCount(); ++column) {
                if (!view.isColumnHidden(column))
                    edges << view.columnViewportPosition(column) + view.columnWidth(column);
            }
            return edges;
        };
        view.setParent(nullptr);
        view.resize(1200, 300);
        view.show();
        const QList<int> wide = ends();
        view.resize(517, 300); // beside the dock in a window of 1024x700
        QVERIFY(ends().contains(view.viewport()->width()));
        view.resize(1200, 300);
        QCOMPARE(ends(), wide); // what grew for it is as it was
        view.setParent(&live);
    }

    void topicsWhoseWatchEndedAreNamedTogether()
    {
        PageFixture fixture(1);
        LivePage live(fixture.context());
        open(live);
        live.topicsBar().addTopics({QStringLiteral("order-created")});
        live.start();
        QTRY_VERIFY(live.isWatching() && !live.hasRunning());
        const sandbox::Fault refusal{.kind = sandbox::Fault::Kind::Refusal, .code = 16, .remark = QStringLiteral("no permission")};
        fixture.sandbox.faults().add({.code = 105, .server = {}}, refusal);
        live.topicsBar().addTopics({QStringLiteral("order-paid"), QStringLiteral("order-status"), QStringLiteral("cart-abandoned")});
        QTRY_VERIFY(tests::hasLabel(live, QStringLiteral("order-paid, order-status and cart-abandoned are not watched.")));
        live.topicsBar().removeTopic(QStringLiteral("order-paid"));
        QVERIFY(tests::hasLabel(live, QStringLiteral("order-status and cart-abandoned are not watched.")));
        live.topicsBar().removeTopic(QStringLiteral("order-status"));
        QVERIFY(tests::hasLabel(live, QStringLiteral("cart-abandoned is not watched.")));
        QVERIFY(live.isWatching());
        fixture.sandbox.faults().clear();
        QTRY_VERIFY(tests::buttonWith(live, QStringLiteral("Try again"))); // it shows with the next layout
        tests::buttonWith(live, QStringLiteral("Try again"))->click();
        QVERIFY(!tests::hasLabel(live, QStringLiteral("not watched.")));
    }

    void aRefusedWatchOffersAGroup()
    {
        PageFixture fixture(1);
        fixture.sandbox.faults().add({.code = 11}, {.kind = sandbox::Fault::Kind::Refusal, .code = 16, .remark = QStringLiteral("User:reader has no permission to access Group:TOOLS_CONSUMER, no matched policies")});
        LivePage live(fixture.context());
        open(live);
        live.openTarget({QStringLiteral("live"), QStringLiteral("order-created"), {}});
        QTRY_COMPARE(live.state(), PageState::Failed);
        QVERIFY(tests::hasLabel(live, QStringLiteral("TOOLS_CONSUMER")));
        QVERIFY(tests::hasLabel(live, QStringLiteral("broker-a refused: NO_PERMISSION (16)")));
        QVERIFY(tests::buttonWith(live, QStringLiteral("Watch as group")));
        QStringList filled; // one, and it is the way on
        for (const QPushButton *button : live.findChildren<QPushButton *>()) {
            if (button->isVisible() && buttonLook(button) == ButtonLook::Primary)
                filled << button->text();
        }
        QCOMPARE(filled, QStringList{QStringLiteral("Start again")});
    }

    void whatWasWatchedLastIsOfferedAgain()
    {
        PageFixture fixture(1);
        {
            LivePage live(fixture.context());
            live.topicsBar().addTopics({QStringLiteral("order-created")});
            live.start();
        }
        LivePage live(fixture.context());
        open(live);
        auto *again = tests::buttonWith(live, QStringLiteral("Watch again: order-created"));
        QVERIFY(again);
        again->click();
        QVERIFY(live.isWatching());
        QCOMPARE(live.topicsBar().topics(), QStringList{QStringLiteral("order-created")});
    }

    void droppedIsAlwaysInSight()
    {
        PageFixture fixture(1);
        LivePage live(fixture.context());
        open(live);
        live.openTarget({QStringLiteral("live"), QStringLiteral("order-created"), {}});
        QTRY_VERIFY(tests::hasLabel(live, QStringLiteral("behind 0 ms · kept 0 · dropped 0 oldest")));
    }

    void aReadOnlyProfileSendsNothing()
    {
        PageFixture fixture(1, 1, true);
        qputenv("ROCKETDESK_HOME", fixture.folder.path().toLocal8Bit());
        SendPage send(fixture.context());
        SendDraft draft;
        draft.topic = QStringLiteral("never");
        draft.body = QByteArrayLiteral("x");
        send.setDraft(draft);
        send.sendOnce();
        QVERIFY(!send.hasRunning());
        QVERIFY(send.store().history().empty());
    }
};

ROCKETDESK_TEST(LivePageTest)
#include "tst_livepage.moc"
