// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/widgetsearch.h"
#include "ui/pages/topics/detailrows.h"
#include "ui/pages/topics/previewrows.h"
#include "ui/pages/topics/topicdialog.h"
#include "ui/pages/topics/topicremovaldialog.h"
#include "ui/pages/topics/topicspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/dockpanel.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/tableview.h"

#include <QCheckBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::ui;
using rocketdesk::tests::PageFixture;
using rocketdesk::tests::buttonWith;
using rocketdesk::tests::hasLabel;
using rocketdesk::tests::tableNamed;

namespace {

/// The page in sight, read, as a person finds it.
struct ShownTopics {
    explicit ShownTopics(PageFixture &fixture) : page(fixture.context())
    {
        page.resize(1280, 800);
        page.show();
        page.setActive(true);
        (void)tests::eventually([this] { return page.state() == PageState::Ready; });
        table = tableNamed(page, QStringLiteral("Topics"));
    }
    [[nodiscard]] TableModel<TopicLine> &model() const { return *static_cast<TableModel<TopicLine> *>(table->table()); }

    TopicsPage page;
    TableView *table = nullptr;
};

QString chipOf(TopicKind kind)
{
    return QString::number(static_cast<int>(kind));
}

QueueStatus queue(int id, qint64 messages)
{
    return {.broker = BrokerName(QStringLiteral("broker-a")), .id = QueueId(id), .min = QueueOffset(0), .max = QueueOffset(messages), .lastWriteMs = 1};
}

} // namespace

class TopicsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allIsEveryTopicAndOwnOnesComeFirst()
    {
        PageFixture fixture(2);
        ShownTopics shown(fixture);
        QCOMPARE(shown.page.state(), PageState::Ready);
        QVERIFY(shown.model().find(QStringLiteral("order-created")));
        QVERIFY(shown.model().rowOf(QStringLiteral("order-created")) >= 0);
        const int all = shown.model().rowCount();
        QCOMPARE(all, shown.model().storedCount());
        const auto *chips = shown.page.findChild<ChipBar *>();
        QCOMPARE(chips->countText(chipOf(TopicKind::All)), QString::number(all));
        const auto own = [&shown](int row) {
            const TopicKind kind = kindOf(shown.model().row(row).topic.type);
            return kind != TopicKind::RetryAndDead && kind != TopicKind::System;
        };
        QVERIFY(own(0) && !own(all - 1));
        for (int row = 1; row < all; ++row)
            QVERIFY(own(row - 1) || !own(row));
    }

    void aTopicThatIsNotThereIsNamedWithTheWayOut()
    {
        PageFixture fixture(1);
        ShownTopics shown(fixture);
        shown.page.openTarget({QStringLiteral("topics"), QStringLiteral("order-creatd"), {}});
        QTRY_VERIFY(hasLabel(shown.page, QStringLiteral("The topic order-creatd is not there.")));
        QPushButton *create = nullptr;
        QTRY_VERIFY((create = buttonWith(shown.page, QStringLiteral("Create topic…"))));
        create->click();
        QVERIFY(shown.page.findChild<TopicDialog *>());
        shown.page.findChild<TopicDialog *>()->close();
        shown.page.openTarget({QStringLiteral("topics"), QStringLiteral("order-created"), {}});
        QVERIFY(!hasLabel(shown.page, QStringLiteral("is not there.")));
    }

    void aTopicThatIsNewIsFoundByReadingAgain()
    {
        PageFixture fixture(1);
        ShownTopics shown(fixture);
        Result<SendReceipt> sent = failed(Error::Kind::Cancelled);
        whenDone(fixture.client.send({.topic = TopicName(QStringLiteral("made-meanwhile")), .body = QByteArrayLiteral("x")}), this, [&sent](Result<SendReceipt> receipt) { sent = std::move(receipt); });
        QTRY_VERIFY(sent.has_value());
        QVERIFY(!shown.model().find(QStringLiteral("made-meanwhile")));
        shown.page.openTarget({QStringLiteral("topics"), QStringLiteral("made-meanwhile"), {}});
        QTRY_COMPARE(shown.table->currentKey(), QStringLiteral("made-meanwhile"));
        QVERIFY(!hasLabel(shown.page, QStringLiteral("is not there.")));
    }

    void theStatusLineCountsTheRowsOfTheChip()
    {
        PageFixture fixture(1);
        ShownTopics shown(fixture);
        auto *chips = shown.page.findChild<ChipBar *>();
        for (const TopicKind kind : {TopicKind::All, TopicKind::Fifo, TopicKind::System}) {
            chips->setCurrent(chipOf(kind));
            shown.table->selectRow(0);
            const QString counts = QStringLiteral("1 of %1 selected").arg(chips->countText(chipOf(kind)));
            QVERIFY2(shown.page.statusText().startsWith(counts), qPrintable(shown.page.statusText() + QStringLiteral(" is not ") + counts));
        }
    }

    void tabGoesWhereTheEyeGoes()
    {
        PageFixture fixture(1);
        ShownTopics shown(fixture);
        const QList<QPoint> all = tests::tabStops(shown.page);
        const qsizetype table = all.indexOf(shown.table->mapTo(&shown.page, shown.table->rect().center()));
        QVERIFY(table > 5);
        const QList<QPoint> stops = all.first(table + 1); // the dock beside it comes after it
        QVERIFY2(tests::goDown(stops), qPrintable(QDebug::toString(stops)));
    }

    void theRowThatKeysWorkOnIsSelected()
    {
        PageFixture fixture(1);
        ShownTopics shown(fixture);
        QTRY_VERIFY(shown.table->hasFocus());
        QCOMPARE(shown.table->selectedKeys(), QStringList{shown.table->currentKey()});
    }

    void whatIsDeselectedStaysSoWhenTheWindowComesBack()
    {
        PageFixture fixture(1);
        ShownTopics shown(fixture);
        QTRY_VERIFY(shown.table->hasFocus());
        shown.table->clearSelection();
        for (const Qt::FocusReason reason : {Qt::ActiveWindowFocusReason, Qt::PopupFocusReason, Qt::MouseFocusReason}) {
            shown.table->clearFocus();
            shown.table->setFocus(reason);
            QVERIFY(shown.table->hasFocus());
            QCOMPARE(shown.table->selectedKeys(), QStringList());
        }
    }

    void whatIsWrongWithAFilterIsSaid()
    {
        PageFixture fixture(1);
        ShownTopics shown(fixture);
        auto *filter = shown.page.findChild<FilterField *>();
        filter->setText(QStringLiteral("/[/"));
        QTRY_VERIFY(hasLabel(shown.page, QStringLiteral("The filter is not applied.")));
        filter->setText(QStringLiteral("/[a-z]/"));
        QVERIFY(!hasLabel(shown.page, QStringLiteral("The filter is not applied.")));
    }

    void aDialogIsAsHighAsWhatItShows()
    {
        PageFixture fixture(4);
        fixture.environment = ui::Environment::Production;
        TopicDialog dialog(fixture.context(), fixture.client, TopicName(QStringLiteral("order-created")));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const QSignalSpy filled(&dialog, &TopicDialog::filled);
        dialog.show();
        QTRY_COMPARE(filled.size(), 1);
        QTRY_VERIFY(buttonWith(dialog, QStringLiteral("Write to 4 brokers")));
        QTRY_COMPARE(dialog.findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
    }

    void countsAreAbsentUntilTheyAreRead()
    {
        PageFixture fixture(1);
        TopicsPage page(fixture.context());
        const auto *chips = page.findChild<ChipBar *>();
        QCOMPARE(chips->countText(chipOf(TopicKind::All)), QString());
        page.setActive(true);
        QTRY_VERIFY(!chips->countText(chipOf(TopicKind::All)).isEmpty());
    }

    void tellsHowManyBrokersHaveAnswered()
    {
        PageFixture fixture(3);
        fixture.sandbox.faults().add({.code = 21, .server = QStringLiteral("broker-b")}, {.kind = sandbox::Fault::Kind::Silence, .remark = {}});
        TopicsPage page(fixture.context());
        page.resize(1280, 800);
        page.show();
        page.setActive(true);
        QTRY_VERIFY(hasLabel(page, QStringLiteral("2 of 3 brokers have answered.")));
        QCOMPARE(page.state(), PageState::Loading);
        const auto *bar = page.findChild<QProgressBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value(), 2);
        QCOMPARE(bar->maximum(), 3);
        page.cancelRunning();
    }

    void theBrokersAreOfferedInTheColumnMenuOnly()
    {
        PageFixture fixture(1);
        ShownTopics shown(fixture);
        QCOMPARE(shown.model().sortKeys().size(), 1); // the header shows by what
        for (int column = 0; column < shown.model().columnCount(); ++column)
            QCOMPARE(shown.table->isColumnHidden(column), shown.model().columnInfo(column).id == QStringLiteral("brokers"));
    }

    void nothingLiesUnderTheDock()
    {
        PageFixture fixture(1);
        ShownTopics shown(fixture);
        shown.page.resize(976, 600);
        shown.page.openTarget({QStringLiteral("topics"), QStringLiteral("order-created"), {}});
        const auto *dock = shown.page.findChild<DockPanel *>();
        QVERIFY(dock->isVisible());
        auto *chips = shown.page.findChild<ChipBar *>();
        for (const QWidget *part : {static_cast<const QWidget *>(chips), static_cast<const QWidget *>(shown.table)})
            QTRY_VERIFY(part->mapTo(&shown.page, QPoint(part->width(), 0)).x() <= dock->x());
        QVERIFY(!chips->folded().isEmpty());
        QVERIFY(shown.table->horizontalScrollBar()->maximum() > 0);
        QCOMPARE(shown.table->columnAt(shown.table->viewport()->width() - 1) + 1, shown.table->columnAt(shown.table->viewport()->width())); // the edge stands between two columns
        for (const QWidget *button : chips->findChildren<QAbstractButton *>())
            QVERIFY(!button->isVisible() || button->geometry().right() < chips->width());
    }

    void fillsNumbersOfRowsInSightOnly()
    {
        PageFixture fixture(1, 2000);
        ShownTopics shown(fixture);
        QTRY_VERIFY(shown.model().row(0).numbers);
        QTRY_VERIFY(fixture.running.entries().isEmpty());
        const int filled = shown.model().countIf([](const TopicLine &line) { return line.numbers.has_value(); });
        QVERIFY2(filled >= 10 && filled < 100, qPrintable(QString::number(filled)));
    }

    void offersToReadAllBeforeSortingByNumbers()
    {
        PageFixture fixture(1, 300);
        ShownTopics shown(fixture);
        for (int column = 0; column < shown.model().columnCount(); ++column) {
            if (shown.model().columnInfo(column).id == QStringLiteral("messages"))
                shown.model().sortBy({{column, Qt::DescendingOrder}});
        }
        QPushButton *all = nullptr;
        QTRY_VERIFY((all = buttonWith(shown.page, QStringLiteral("Read all"))));
        all->click();
        QTRY_VERIFY(shown.model().countIf([](const TopicLine &line) { return line.isLazy() && !line.numbers; }) == 0);
        QTRY_VERIFY(!buttonWith(shown.page, QStringLiteral("Read all")) && !buttonWith(shown.page, QStringLiteral("Cancel")));
    }

    void filtersTenThousandTopics()
    {
        PageFixture fixture(1, 10'000);
        ShownTopics shown(fixture);
        QCOMPARE(shown.page.state(), PageState::Ready);
        QVERIFY(shown.model().rowCount() >= 10'000);
        auto *filter = shown.page.findChild<FilterField *>();
        filter->setText(QStringLiteral("order"));
        QVERIFY(shown.model().rowCount() > 0 && shown.model().rowCount() < 10'000);
        filter->setText(QStringLiteral("no such topic"));
        QCOMPARE(shown.page.state(), PageState::Empty);
        buttonWith(shown.page, QStringLiteral("Show all topics"))->click();
        QCOMPARE(shown.page.state(), PageState::Ready);
    }

    void opensATopicInTheDock()
    {
        PageFixture fixture(2);
        ShownTopics shown(fixture);
        shown.page.openTarget({QStringLiteral("topics"), QStringLiteral("order-created"), {}});
        QCOMPARE(shown.table->currentKey(), QStringLiteral("order-created"));
        TableView *queues = tableNamed(shown.page, QStringLiteral("Queues"));
        QTRY_VERIFY(queues->table()->rowCount() > 0);
        QTRY_VERIFY(tableNamed(shown.page, QStringLiteral("Route"))->table()->rowCount() >= 1);
        QTRY_VERIFY(tableNamed(shown.page, QStringLiteral("Configuration"))->table());
        QSignalSpy opened(&shown.page, &Page::openRequested);
        fixture.actions.action(QStringLiteral("topics.watch"))->trigger();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<ui::Target>().key, QStringLiteral("order-created"));
    }

    void readOnlyForbidsChanges()
    {
        PageFixture fixture(1, 0, true);
        ShownTopics shown(fixture);
        shown.page.openTarget({QStringLiteral("topics"), QStringLiteral("order-created"), {}});
        for (const auto *id : {"topics.create", "topics.change", "topics.delete"})
            QCOMPARE(ActionRegistry::forbidden(*fixture.actions.action(QLatin1StringView(id))), QStringLiteral("The profile is read-only"));
        QVERIFY(fixture.actions.action(QStringLiteral("topics.watch"))->isEnabled());
    }

    void createsATopic()
    {
        PageFixture fixture(2);
        TopicDialog dialog(fixture.context(), fixture.client, {});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy written(&dialog, &TopicDialog::written);
        dialog.show();
        QTRY_COMPARE(dialog.findChildren<QCheckBox *>().size(), 3); // ordered, and a broker each
        QVERIFY(!dialog.verbButton()->isEnabled());
        for (QLineEdit *line : dialog.findChildren<QLineEdit *>()) {
            if (line->parentWidget() && !qobject_cast<QAbstractSpinBox *>(line->parentWidget()) && line->isVisible())
                line->setText(QStringLiteral("made-here"));
        }
        QTRY_VERIFY(dialog.verbButton()->isEnabled());
        QCOMPARE(dialog.verbButton()->text(), QStringLiteral("Create on 2 brokers"));
        dialog.verbButton()->click();
        QTRY_COMPARE(written.size(), 1);
        ShownTopics shown(fixture);
        QTRY_VERIFY(shown.model().find(QStringLiteral("made-here")));
        QCOMPARE(shown.model().find(QStringLiteral("made-here"))->topic.readQueues, 16);
    }

    void changesATopicAfterAPreview()
    {
        PageFixture fixture(2);
        TopicDialog dialog(fixture.context(), fixture.client, TopicName(QStringLiteral("order-created")));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy written(&dialog, &TopicDialog::written);
        dialog.show();
        QTRY_COMPARE(dialog.verbButton()->toolTip(), QStringLiteral("Nothing changes"));
        auto *queues = dialog.findChildren<QSpinBox *>().constFirst();
        const int now = queues->value();
        queues->setValue(now + 4);
        QVERIFY(dialog.verbButton()->isEnabled());
        dialog.verbButton()->click();
        QTRY_COMPARE(written.size(), 1);
    }

    void retriesOnlyWhatFailed()
    {
        PageFixture fixture(2);
        TopicDialog dialog(fixture.context(), fixture.client, TopicName(QStringLiteral("order-created")));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy written(&dialog, &TopicDialog::written);
        dialog.show();
        QTRY_COMPARE(dialog.verbButton()->toolTip(), QStringLiteral("Nothing changes"));
        auto *queues = dialog.findChildren<QSpinBox *>().constFirst();
        queues->setValue(queues->value() + 4);
        fixture.sandbox.faults().add({.code = 17, .server = QStringLiteral("broker-b"), .times = 1}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("disk full")});
        dialog.verbButton()->click();
        QTRY_COMPARE(dialog.verbButton()->text(), QStringLiteral("Retry the 1 that failed"));
        QVERIFY(hasLabel(dialog, QStringLiteral("disk full")));
        QCOMPARE(written.size(), 0);
        dialog.verbButton()->click();
        QTRY_COMPARE(written.size(), 1);
    }

    void retriesADeletionWhereItFailed()
    {
        PageFixture fixture(2);
        TopicRemovalDialog dialog(fixture.context(), fixture.client, TopicName(QStringLiteral("order-created")));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy removed(&dialog, &TopicRemovalDialog::removed);
        dialog.show();
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("order-created"));
        QTRY_VERIFY(dialog.verbButton()->isEnabled());
        fixture.sandbox.faults().add({.code = 216, .times = 1}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("not now")});
        dialog.verbButton()->click();
        QTRY_COMPARE(dialog.verbButton()->text(), QStringLiteral("Retry the 1 that failed"));
        dialog.verbButton()->click();
        QTRY_COMPARE(removed.size(), 1);
    }

    void createsATopicForAnotherPage()
    {
        PageFixture fixture(1);
        ShownTopics shown(fixture);
        QSignalSpy opened(&shown.page, &Page::openRequested);
        shown.page.openTarget({QStringLiteral("topics"), {}, {{QStringLiteral("create"), QStringLiteral("made-for-send")}, {QStringLiteral("then"), QStringLiteral("send")}}});
        auto *dialog = shown.page.findChild<TopicDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->verbButton()->isEnabled());
        dialog->verbButton()->click();
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<ui::Target>(), (ui::Target{QStringLiteral("send"), QStringLiteral("made-for-send"), {}}));
        QTRY_VERIFY(shown.model().find(QStringLiteral("made-for-send")));
    }

    void setsAndTakesAwayTheReserveTime()
    {
        PageFixture fixture(1);
        const auto reserveOf = [&fixture] {
            QString reserve;
            auto reading = fixture.client.ask(commands::GetTopicConfig{TopicName(QStringLiteral("order-created"))}, rocketdesk::Target::of(BrokerName(QStringLiteral("broker-a"))));
            bool told = false;
            whenDone(std::move(reading), &fixture.running, [&](const Result<commands::GetTopicConfig::Reply> &reply) {
                reserve = reply && reply->body.attributes ? reply->body.attributes->value(QStringLiteral("reserve.time")) : QString();
                told = true;
            });
            (void)tests::eventually([&told] { return told; });
            return reserve;
        };
        for (const int reserve : {48, -1}) {
            TopicDialog dialog(fixture.context(), fixture.client, TopicName(QStringLiteral("order-created")));
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            QSignalSpy written(&dialog, &TopicDialog::written);
            dialog.show();
            QTRY_COMPARE(dialog.verbButton()->toolTip(), QStringLiteral("Nothing changes"));
            for (QSpinBox *box : dialog.findChildren<QSpinBox *>()) {
                if (box->accessibleName() == QStringLiteral("Reserve time"))
                    box->setValue(reserve);
            }
            dialog.verbButton()->click();
            QTRY_COMPARE(written.size(), 1);
            QCOMPARE(reserveOf(), reserve < 0 ? QString() : QString::number(reserve));
        }
    }

    void deletesATopicOnlyByItsName()
    {
        PageFixture fixture(2);
        TopicRemovalDialog dialog(fixture.context(), fixture.client, TopicName(QStringLiteral("order-created")));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy removed(&dialog, &TopicRemovalDialog::removed);
        dialog.show();
        TableView *losses = tableNamed(dialog, QStringLiteral("What is lost"));
        QTRY_VERIFY(losses->table()->rowCount() >= 2);
        auto *name = dialog.findChild<QLineEdit *>();
        name->setText(QStringLiteral("order-create"));
        QVERIFY(!dialog.verbButton()->isEnabled());
        name->setText(QStringLiteral("order-created"));
        QVERIFY(dialog.verbButton()->isEnabled());
        dialog.verbButton()->click();
        QTRY_COMPARE(removed.size(), 1);
        ShownTopics shown(fixture);
        QVERIFY(!shown.model().find(QStringLiteral("order-created")));
    }

    void saysWhatAPreviewOfADeletionCannotRead()
    {
        PageFixture fixture(2);
        fixture.sandbox.faults().add({.code = 300, .server = QStringLiteral("broker-b"), .times = 1}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("not now")});
        TopicRemovalDialog dialog(fixture.context(), fixture.client, TopicName(QStringLiteral("order-created")));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QTRY_VERIFY(hasLabel(dialog, QStringLiteral("Which groups read the topic on broker-b is not known.")));
        QVERIFY(hasLabel(dialog, QStringLiteral("not now")));
        QVERIFY(!hasLabel(dialog, QStringLiteral("No group reads it.")));
    }

    void namesUnevenQueues()
    {
        QCOMPARE(skewSentence({queue(0, 1000), queue(1, 1000), queue(2, 1000)}), QString());
        QVERIFY(skewSentence({queue(0, 1000), queue(1, 1000), queue(2, 400)}).startsWith(QStringLiteral("broker-a / 2 holds at most half")));
        const std::vector<QueueRow> rows = queueRows({queue(0, 1000), queue(1, 1000), queue(2, 400)});
        QCOMPARE(rows[2].share, 0.4);
        QCOMPARE(rows[2].average, 0.8);
        QVERIFY(rows[2].uneven && !rows[0].uneven);
    }

    void previewSaysWhatIsAligned()
    {
        commands::TopicConfig a;
        a.order = true;
        commands::TopicConfig b;
        TopicEdit edit;
        edit.order = true;
        const BrokerRef first{.cluster = {}, .name = BrokerName(QStringLiteral("a")), .id = {}, .address = {}};
        const BrokerRef second{.cluster = {}, .name = BrokerName(QStringLiteral("b")), .id = {}, .address = {}};
        const TopicName topic(QStringLiteral("t"));
        const std::vector<PreviewRow> rows = previewRows({previewTopic(topic, first, a, edit), previewTopic(topic, second, b, edit)});
        QCOMPARE(changedSettings(rows), 1);
        const auto order = std::find_if(rows.cbegin(), rows.cend(), [](const PreviewRow &row) { return row.key == QStringLiteral("order"); });
        QVERIFY(order != rows.cend());
        QCOMPARE(order->changes, 1);
        QCOMPARE(order->before, (QStringList{QStringLiteral("true"), QStringLiteral("false")}));
        QCOMPARE(order->after, QStringLiteral("true"));
    }
};

ROCKETDESK_TEST(TopicsPageTest)

#include "tst_topicspage.moc"
