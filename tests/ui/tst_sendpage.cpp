// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/widgetsearch.h"
#include "ui/models/topiccompleter.h"
#include "ui/pages/send/sendform.h"
#include "ui/pages/send/sendpage.h"
#include "ui/pages/send/topictype.h"
#include "ui/widgets/numberedtext.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

Q_DECLARE_METATYPE(rocketdesk::ui::SendDraft)

using namespace rocketdesk;
using namespace rocketdesk::ui;
using rocketdesk::tests::PageFixture;
using rocketdesk::tests::buttonWith;
using rocketdesk::tests::hasLabel;

namespace {

/// The page in sight, with a message to that topic in its form.
struct Shown {
    explicit Shown(PageFixture &fixture, const QString &topic) : home(fixture), page(fixture.context())
    {
        page.resize(1200, 800);
        page.show();
        page.setActive(true);
        page.setDraft({.topic = topic, .body = QByteArrayLiteral("{\"n\":1}")});
    }
    struct Home {
        explicit Home(const PageFixture &fixture) { qputenv("ROCKETDESK_HOME", fixture.folder.path().toLocal8Bit()); }
    };
    Home home; ///< before the page looks for its draft
    SendPage page;
};

SendDraft series(SendDraft draft, qint64 count, double perSecond)
{
    draft.count = count;
    draft.perSecond = perSecond;
    return draft;
}

} // namespace

class SendPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingTopicIsOfferedToBeCreated()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("not-there-yet"));
        QSignalSpy opened(&shown.page, &Page::openRequested);
        QPushButton *create = nullptr;
        QTRY_VERIFY((create = buttonWith(shown.page, QStringLiteral("Create topic"))));
        QVERIFY(hasLabel(shown.page, QStringLiteral("The topic not-there-yet does not exist: create it, or send all the same, and a broker that creates topics by itself makes it.")));
        create->click();
        QCOMPARE(opened.size(), 1);
        const auto target = opened[0][0].value<ui::Target>();
        QCOMPARE(target.page, QStringLiteral("topics"));
        QCOMPARE(target.details.value(QStringLiteral("create")).toString(), QStringLiteral("not-there-yet"));
        shown.page.setDraft({.topic = QStringLiteral("order-created"), .body = QByteArrayLiteral("x")});
        QTRY_VERIFY(hasLabel(shown.page, QStringLiteral("queues on broker-a")));
        QVERIFY(!buttonWith(shown.page, QStringLiteral("Create topic")));
    }

    void theTypeOfTheTopicIsTold()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        QTRY_VERIFY(hasLabel(shown.page, QStringLiteral("Normal · 8 queues on broker-a")));
    }

    void whatDoesNotGoWithTheTypeIsSaid_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<SendDraft>("draft");
        QTest::addColumn<bool>("conflict");
        const SendDraft plain;
        const SendDraft keyed{.shardingKey = QStringLiteral("k")};
        const SendDraft delayed{.when = SendDraft::When::Level};
        QTest::newRow("unknown type") << QString() << delayed << false;
        QTest::newRow("normal") << QStringLiteral("NORMAL") << plain << false;
        QTest::newRow("normal, key") << QStringLiteral("NORMAL") << keyed << true;
        QTest::newRow("normal, delayed") << QStringLiteral("NORMAL") << delayed << true;
        QTest::newRow("ordered, no key") << QStringLiteral("FIFO") << plain << true;
        QTest::newRow("ordered, key") << QStringLiteral("FIFO") << keyed << false;
        QTest::newRow("delay") << QStringLiteral("DELAY") << delayed << false;
        QTest::newRow("delay, at once") << QStringLiteral("DELAY") << plain << true;
        QTest::newRow("transaction") << QStringLiteral("TRANSACTION") << plain << true;
        QTest::newRow("mixed") << QStringLiteral("MIXED") << delayed << false;
    }
    void whatDoesNotGoWithTheTypeIsSaid()
    {
        QFETCH(QString, type);
        QFETCH(SendDraft, draft);
        QFETCH(bool, conflict);
        QCOMPARE(!typeConflict(type, draft).isEmpty(), conflict);
    }

    void anEmptyBodyIsSaidUnderTheBody()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        SendDraft draft = shown.page.draft();
        draft.body.clear();
        shown.page.setDraft(draft);
        shown.page.sendOnce();
        QVERIFY(!shown.page.hasRunning());
        QVERIFY(hasLabel(shown.page, QStringLiteral("The body is empty")));
        QVERIFY(hasLabel(shown.page, QStringLiteral("1 problems above")));
        draft.body = QByteArrayLiteral("x");
        shown.page.setDraft(draft);
        QVERIFY(!hasLabel(shown.page, QStringLiteral("The body is empty")));
    }

    void aReservedNameIsNotSentAsAUserProperty()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        SendDraft draft = shown.page.draft();
        draft.tag = QStringLiteral("WEB");
        draft.properties = {{true, QStringLiteral("TAGS"), QStringLiteral("gift")}};
        shown.page.setDraft(draft);
        shown.page.sendOnce();
        QVERIFY(!shown.page.hasRunning());
        QVERIFY(hasLabel(shown.page, QStringLiteral("TAGS is reserved by RocketMQ. Use the Tag field above")));
        draft.properties = {{true, QStringLiteral("KEYS"), QStringLiteral("gift")}};
        shown.page.setDraft(draft);
        QVERIFY(hasLabel(shown.page, QStringLiteral("KEYS is reserved by RocketMQ. Use the Keys field above")));
        draft.properties = {{true, QStringLiteral("WAIT"), QStringLiteral("gift")}};
        shown.page.setDraft(draft);
        QVERIFY(hasLabel(shown.page, QStringLiteral("The name WAIT means something to RocketMQ")));
    }

    void theHistoryShowsTheOffsetWhereRoomIsShort()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        shown.page.sendOnce();
        QTRY_COMPARE(shown.page.store().history().size(), 1U);
        const SendRecord &record = shown.page.store().history().front();
        QVERIFY2(record.result.startsWith(QStringLiteral("broker-a / ")), qPrintable(record.result));
        const auto *table = rocketdesk::tests::tableNamed(shown.page, QStringLiteral("History"));
        QCOMPARE(table->table()->index(0, 1).data().toString(), record.result.mid(7));
        QCOMPARE(table->table()->index(0, 1).data(Qt::ToolTipRole).toString(), record.result);
    }

    void textsShowFromTheirStart()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        SendDraft draft = shown.page.draft();
        draft.keys = QStringLiteral("SO-65100745 C31329");
        shown.page.setDraft(draft);
        for (const QLineEdit *edit : shown.page.findChildren<QLineEdit *>()) {
            if (edit->text() == draft.keys || edit->text() == draft.topic)
                QCOMPARE(edit->cursorPosition(), 0);
        }
    }

    void theTopicIsChosenFromAList()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        auto *form = shown.page.findChild<SendForm *>();
        form->setKnownTopics({QStringLiteral("cart-abandoned"), QStringLiteral("order-created")});
        const auto edits = form->findChildren<QLineEdit *>();
        const auto topic = std::find_if(edits.cbegin(), edits.cend(), [](const QLineEdit *edit) { return edit->accessibleName() == QStringLiteral("Topic"); });
        QVERIFY(topic != edits.cend());
        const auto actions = (*topic)->actions();
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions.front()->toolTip(), QStringLiteral("Choose a topic"));
        actions.front()->trigger();
        QTRY_VERIFY((*topic)->completer()->popup()->isVisible());
        QCOMPARE((*topic)->completer()->completionCount(), 2); // whatever is typed
        (*topic)->completer()->popup()->hide();
    }

    void ownTopicsAreOfferedFirst()
    {
        PageFixture fixture(1);
        QLineEdit field;
        TopicCompleter completer(field);
        completer.setTopics({QStringLiteral("%RETRY%order-history"), QStringLiteral("TBW102"), QStringLiteral("order-paid"), QStringLiteral("Order-created"), QStringLiteral("%DLQ%order-history")});
        completer.setCompletionPrefix(QStringLiteral("order"));
        QStringList offered;
        for (int row = 0; completer.setCurrentRow(row); ++row)
            offered << completer.currentCompletion();
        QCOMPARE(offered, QStringList({QStringLiteral("Order-created"), QStringLiteral("order-paid"), QStringLiteral("%DLQ%order-history"), QStringLiteral("%RETRY%order-history")}));
    }

    void aTagThatNoFilterCouldNameIsSaidUnderTheTag()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        SendDraft draft = shown.page.draft();
        draft.tag = QStringLiteral("WEB || APP");
        shown.page.setDraft(draft);
        shown.page.sendOnce();
        QVERIFY(!shown.page.hasRunning());
        QVERIFY(hasLabel(shown.page, QStringLiteral("The tag WEB || APP has ||")));
        draft.tag = QStringLiteral("WEB");
        shown.page.setDraft(draft);
        QVERIFY(!hasLabel(shown.page, QStringLiteral("has ||")));
    }

    void aNoBreakSpaceSurvivesTyping()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        SendDraft draft = shown.page.draft();
        draft.body = QStringLiteral("{\"price\":\"12\u00a0€\"}").toUtf8();
        shown.page.setDraft(draft);
        auto *text = shown.page.findChild<NumberedText *>();
        text->setFocus();
        text->moveCursor(QTextCursor::End);
        QTest::keyClicks(text, QStringLiteral(" "));
        QCOMPARE(shown.page.draft().body, draft.body + ' ');
    }

    void aBatchGoesInOneRequest()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        SendDraft draft = shown.page.draft();
        draft.how = SendDraft::How::Batch;
        draft.perRequest = 5;
        shown.page.setDraft(draft);
        shown.page.sendOnce();
        QTRY_COMPARE(shown.page.store().history().size(), 1U);
        QCOMPARE(shown.page.store().history().front().result, QStringLiteral("5 of 5 sent"));
    }

    void aSeriesStopsAndIsKept()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        shown.page.setDraft(series(shown.page.draft(), 900, 20));
        shown.page.startSeries();
        QTRY_VERIFY(buttonWith(shown.page, QStringLiteral("Stop")));
        shown.page.stop();
        QTRY_VERIFY(!shown.page.hasRunning());
        QCOMPARE(shown.page.store().history().size(), 1U);
        QVERIFY(shown.page.store().history().front().result.endsWith(QStringLiteral("of 900 sent")));
    }

    void aSeriesSaysHowFarItIs()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        QCOMPARE(shown.page.writing(), QString());
        shown.page.setDraft(series(shown.page.draft(), 900, 20));
        QSignalSpy changed(&shown.page, &Page::writingChanged);
        shown.page.startSeries();
        QTRY_VERIFY(!changed.isEmpty());
        const QString writing = shown.page.writing();
        QVERIFY2(writing.startsWith(QStringLiteral("A series to order-created on sandbox is running: ")) && writing.endsWith(QStringLiteral(" of 900 messages are sent.")), qPrintable(writing));
        shown.page.stop();
        QTRY_VERIFY(!shown.page.hasRunning());
        QCOMPARE(shown.page.writing(), QString());
    }

    void aSeriesGoesOnInThePageOfAnotherWindow()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        auto before = std::make_unique<SendPage>(fixture.context());
        const SendDraft draft = series(shown.page.draft(), 900, 20);
        before->setDraft(draft);
        before->startSeries();
        QVERIFY(before->hasRunning());
        shown.page.setDraft({});
        shown.page.goOnFrom(*before);
        QVERIFY(!before->hasRunning());
        before.reset();
        QCOMPARE(shown.page.draft(), draft);
        QVERIFY(shown.page.hasRunning());
        shown.page.stop();
        QTRY_VERIFY(!shown.page.hasRunning());
        QVERIFY(shown.page.store().history().front().result.endsWith(QStringLiteral("of 900 sent")));
    }

    void aLargeSeriesAsksFirst()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // which groups digits
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        SendDraft draft = shown.page.draft();
        draft.count = 1001;
        shown.page.setDraft(draft);
        shown.page.startSeries();
        QVERIFY(!shown.page.hasRunning());
        QVERIFY(buttonWith(shown.page, QStringLiteral("Send 1,001 messages")));
    }

    void tabFollowsTheOrderOfReading()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        SendDraft draft = shown.page.draft();
        draft.properties = {{true, QStringLiteral("a"), QStringLiteral("1")}, {true, QStringLiteral("b"), QStringLiteral("2")}};
        shown.page.setDraft(draft);
        const auto *form = shown.page.findChild<SendForm *>();
        const auto valuesInSight = [form] {
            const auto all = form->findChildren<QLineEdit *>();
            return std::count_if(all.cbegin(), all.cend(), [](const QLineEdit *edit) { return edit->isVisible() && edit->accessibleName() == QStringLiteral("Value of the property"); });
        };
        QTRY_COMPARE(valuesInSight(), 2);
        QPoint last(0, -1);
        int fields = 0;
        const auto edits = form->findChildren<QLineEdit *>();
        const auto topic = std::find_if(edits.cbegin(), edits.cend(), [](const QLineEdit *edit) { return edit->accessibleName() == QStringLiteral("Topic"); });
        QVERIFY(topic != edits.cend());
        for (const QWidget *at = *topic; form->isAncestorOf(at); at = at->nextInFocusChain()) {
            if (!at->isVisible() || (at->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            const QPoint place = at->mapTo(form, QPoint(0, at->height() / 2));
            QVERIFY2(place.y() > last.y() + 8 || place.x() > last.x(), qPrintable(at->accessibleName()));
            last = place;
            ++fields;
        }
        QCOMPARE(fields, 20);
    }

    void tabGoesOnFromASeriesToItsButton()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        const auto boxes = shown.page.findChildren<QSpinBox *>();
        const auto rate = std::find_if(boxes.cbegin(), boxes.cend(), [](const QSpinBox *box) { return box->accessibleName() == QStringLiteral("Messages a second"); });
        QVERIFY(rate != boxes.cend());
        const QWidget *next = (*rate)->nextInFocusChain();
        while ((*rate)->isAncestorOf(next) || !next->isVisible() || (next->focusPolicy() & Qt::TabFocus) == 0)
            next = next->nextInFocusChain();
        const auto *start = qobject_cast<const QPushButton *>(next);
        QVERIFY(start);
        QCOMPARE(start->text(), QStringLiteral("Start series"));
    }

    void theFocusStaysWithTheSeries()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        shown.page.setDraft(series(shown.page.draft(), 1000, 1));
        QTRY_VERIFY(shown.page.isActiveWindow());
        auto *start = buttonWith(shown.page, QStringLiteral("Start series"));
        start->setFocus();
        QTest::keyClick(start, Qt::Key_Space);
        QVERIFY(shown.page.hasRunning());
        QCOMPARE(shown.page.focusWidget(), buttonWith(shown.page, QStringLiteral("Stop")));
        shown.page.stop();
        QTRY_VERIFY(!shown.page.hasRunning());
        QTRY_COMPARE(shown.page.focusWidget(), start);
    }

    void nothingIsCutInASmallWindow()
    {
        PageFixture fixture(1);
        Shown shown(fixture, QStringLiteral("order-created"));
        shown.page.resize(976, 596);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        for (const auto *button : shown.page.findChildren<QAbstractButton *>()) {
            const bool isOfField = qobject_cast<const QLineEdit *>(button->parentWidget()); // which gives it its size
            if (button->isVisible())
                QVERIFY2((isOfField || button->width() >= button->minimumSizeHint().width()) && button->visibleRegion().boundingRect().width() >= std::min(button->width(), button->sizeHint().width()),
                    qPrintable(button->text() + button->toolTip()));
        }
    }
};

ROCKETDESK_TEST(SendPageTest)
#include "tst_sendpage.moc"
