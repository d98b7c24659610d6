// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/widgetsearch.h"
#include "ui/common/runningcalls.h"
#include "ui/pages/calllog/calldetail.h"
#include "ui/pages/calllog/calllogpage.h"
#include "ui/pages/calllog/callwords.h"
#include "ui/pages/calllog/callwords.h"
#include "ui/settings/settings.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/dockpanel.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"

#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rocketdesk;
using namespace rocketdesk::ui;
using namespace std::chrono_literals;
using End = CallRecord::End;

namespace {

CallRecord call(quint64 number, End ended = End::Answered, std::chrono::nanoseconds cost = 2ms)
{
    return {.number = number, .startedMs = 1'790'000'000'000 + static_cast<qint64>(number), .cost = ended == End::Running ? -1ns : cost,
        .address = Endpoint{QStringLiteral("10.0.0.1"), 10911}, .name = "GET_BROKER_RUNTIME_INFO", .code = 28, .opaque = static_cast<int>(number), .bytesOut = 120, .bytesIn = 800,
        .origin = Origin::Watch, .ended = ended};
}

CallRecord refused(quint64 number, int code)
{
    CallRecord record = call(number, End::Failed);
    record.failure = Error::Kind::NoPermission;
    record.answer = code;
    return record;
}

CallRecord silent(quint64 number)
{
    CallRecord record = call(number, End::Failed, 3s);
    record.failure = Error::Kind::Timeout;
    return record;
}

QString column(const TableBase &table, int row, const char *id)
{
    for (int i = 0; i < table.columnCount(); ++i) {
        if (table.columnInfo(i).id == QLatin1StringView(id))
            return table.index(row, i).data().toString();
    }
    return QStringLiteral("no such column");
}

} // namespace

class CallLogPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_folder = std::make_unique<QTemporaryDir>();
        m_theme = std::make_unique<Theme>(m_appearance);
        m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_actions = std::make_unique<ActionRegistry>(*m_theme, *m_settings);
        m_running = std::make_unique<RunningCalls>();
        m_page = std::make_unique<CallLogPage>(PageContext{nullptr, *m_theme, *m_settings, *m_actions, *m_running, QStringLiteral("test"), ui::Environment::Test, false});
        m_page->resize(1200, 700);
        m_page->show();
    }
    void cleanup()
    {
        m_page.reset();
        m_actions.reset();
    }

    void everyEndHasItsWordsAndTone_data()
    {
        QTest::addColumn<CallRecord>("record");
        QTest::addColumn<QString>("words");
        QTest::addColumn<Tone>("tone");
        const auto line = [](const char *name, const CallRecord &record, const char *words, Tone tone) { QTest::newRow(name) << record << QString::fromUtf8(words) << tone; };
        line("answered", call(1), "SUCCESS", Tone::Ok);
        line("running", call(1, End::Running), "Running", Tone::Accent);
        line("one-way", call(1, End::Sent, 0ns), "Sent, no answer wanted", Tone::Ok);
        line("refused", refused(1, 16), "NO_PERMISSION (16)", Tone::Error);
        line("busy", refused(1, 2), "SYSTEM_BUSY (2)", Tone::Warning);
        line("silent", silent(1), "No answer in 3.0 s", Tone::Error);
    }
    void everyEndHasItsWordsAndTone()
    {
        QFETCH(CallRecord, record);
        QTEST(callwords::answer(record), "words");
        QTEST(callwords::tone(record), "tone");
    }

    void theFocusBeginsWhereTheNewestCallsAre()
    {
        std::vector<CallRecord> calls;
        for (quint64 number = 1; number <= 100; ++number)
            calls.push_back(call(number));
        m_page->take({.fresh = std::move(calls), .ended = {}});
        TableView *table = tests::tableNamed(*m_page, QStringLiteral("Calls"));
        QTRY_VERIFY(table->verticalScrollBar()->maximum() > 0 && table->verticalScrollBar()->value() == table->verticalScrollBar()->maximum());
        QTest::keyClick(table, Qt::Key_Up);
        QVERIFY2(table->currentIndex().row() >= 98, QByteArray::number(table->currentIndex().row()).constData());
    }

    void everyCodeOfTheSandboxHasAMeaning()
    {
        for (const int code : {10, 310, 320, 11, 14, 15, 17, 21, 25, 26, 28, 29, 30, 31, 32, 33, 34, 35, 36, 38, 40, 41, 42, 43, 46, 101, 105, 106, 200, 201, 202, 203, 204, 206, 207, 208, 215, 216, 219, 224, 300, 303, 304, 305, 315, 317, 319, 328, 351})
            QVERIFY2(!callwords::meaning(code).isEmpty(), QByteArray::number(code).constData());
    }

    void aRunningCallEndsInItsRow()
    {
        m_page->take({.fresh = {call(1), call(2, End::Running)}, .ended = {}});
        QCOMPARE(column(m_page->calls(), 1, "answer"), QStringLiteral("Running"));
        QCOMPARE(column(m_page->calls(), 1, "origin"), QStringLiteral("Live"));
        m_page->take({.fresh = {call(3)}, .ended = {call(2, End::Answered, 7ms)}});
        QCOMPARE(m_page->calls().rowCount(), 3);
        QCOMPARE(column(m_page->calls(), 1, "answer"), QStringLiteral("SUCCESS"));
        QCOMPARE(column(m_page->calls(), 1, "cost"), QStringLiteral("7.0"));
    }

    /// A window of 1440 px: less the rail.
    void allColumnsFitBesideTheDock()
    {
        m_page->resize(1275, 800);
        m_page->take({.fresh = {call(1)}, .ended = {}});
        m_page->openTarget({QStringLiteral("calllog"), QStringLiteral("1"), {}});
        const auto *dock = m_page->findChild<DockPanel *>();
        QVERIFY(dock->isVisible());
        QTRY_COMPARE(dock->width(), 344);
        const TableView *table = tests::tableNamed(*m_page, QStringLiteral("Calls"));
        QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
        QTRY_VERIFY2(table->columnWidth(2) >= 220, qPrintable(QString::number(table->columnWidth(2)))); // the name has what is left
    }

    void chipsCountAndFilter()
    {
        m_page->take({.fresh = {call(1), silent(2), refused(3, 16), call(4, End::Answered, 400ms)}, .ended = {}});
        auto *chips = m_page->findChild<ChipBar *>();
        chips->setCurrent(QStringLiteral("failed"));
        QCOMPARE(m_page->calls().rowCount(), 2);
        chips->setCurrent(QStringLiteral("slow"));
        QCOMPARE(m_page->calls().rowCount(), 2); // the silent one was slow too
        chips->setCurrent(QStringLiteral("all"));
        QCOMPARE(m_page->calls().rowCount(), 4);
    }

    void clearingIsUndone()
    {
        m_page->take({.fresh = {call(1), call(2)}, .ended = {}});
        m_page->clear();
        QCOMPARE(m_page->calls().rowCount(), 0);
        m_page->take({.fresh = {call(3)}, .ended = {}});
        m_page->undoClear();
        QCOMPARE(m_page->calls().rowCount(), 3);
        QCOMPARE(m_page->calls().keyAt(0), QStringLiteral("1"));
    }

    void pagesThatAskedAreNamed()
    {
        const QStringList pages = {QStringLiteral("Cluster"), QStringLiteral("Topics")};
        QCOMPARE(callwords::origin(Origin::KeepAlive, pages), QStringLiteral("Keep-alive"));
        QCOMPARE(callwords::origin(Origin::Consumer, pages), QStringLiteral("Consumer"));
        QCOMPARE(callwords::origin(static_cast<Origin>(static_cast<int>(Origin::FirstPage) + 1), pages), QStringLiteral("Topics"));
    }

    void anotherPageMayFilterIt()
    {
        m_page->take({.fresh = {call(1), refused(2, 16)}, .ended = {}});
        m_page->openTarget({QStringLiteral("calllog"), {}, {{QStringLiteral("show"), QStringLiteral("failed")}}});
        QCOMPARE(m_page->calls().rowCount(), 1);
        m_page->openTarget({QStringLiteral("calllog"), {}, {{QStringLiteral("show"), QStringLiteral("all")}, {QStringLiteral("filter"), QStringLiteral("no such address")}}});
        QCOMPARE(m_page->calls().rowCount(), 0);
    }

    void sumsOfTheSelectionAreNamed()
    {
        m_page->take({.fresh = {call(1), call(2)}, .ended = {}});
        TableView *table = tests::tableNamed(*m_page, QStringLiteral("Calls"));
        table->selectAll();
        QCOMPARE(table->selectionSummary(), QStringLiteral("2 of 2 selected · Σ bytes out 240 · bytes in 1,600"));
    }

    void oneCallIsExplained()
    {
        CallDetail detail(*m_theme, {});
        detail.show(refused(7, 16), {.remark = QStringLiteral("no right to it"), .fields = "topic=orders\nqueueId=3"});
        const QString text = detail.text();
        for (const char *part : {"NO_PERMISSION (16)", "10.0.0.1:10911", "no right to it", "topic=orders", "queueId=3", "opaque=7"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
    }

    void staysAtTheBottomUntilTheUserScrollsUp()
    {
        std::vector<CallRecord> many;
        for (quint64 i = 1; i <= 200; ++i)
            many.push_back(call(i));
        m_page->take({.fresh = many, .ended = {}});
        const auto tables = m_page->findChildren<TableView *>();
        const auto table = std::find_if(tables.cbegin(), tables.cend(), [this](const TableView *each) { return each->table() == &m_page->calls(); });
        auto *bar = (*table)->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        m_page->take({.fresh = {call(201)}, .ended = {}});
        QCOMPARE(bar->value(), bar->maximum());
        bar->setValue(10);
        m_page->take({.fresh = {call(202), call(203)}, .ended = {}});
        QCOMPARE(bar->value(), 10);
    }

    void twentyThousandRowsAreKept()
    {
        for (quint64 from = 1; from <= 24'000; from += 2'000) {
            std::vector<CallRecord> many;
            for (quint64 i = from; i < from + 2'000; ++i)
                many.push_back(call(i));
            m_page->take({.fresh = std::move(many), .ended = {}});
        }
        QVERIFY(m_page->calls().storedCount() <= 21'000);
        QVERIFY(m_page->calls().storedCount() >= 20'000);
        QCOMPARE(m_page->calls().keyAt(m_page->calls().rowCount() - 1), QStringLiteral("24000"));
    }

private:
    GivenAppearance m_appearance;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ActionRegistry> m_actions;
    std::unique_ptr<RunningCalls> m_running;
    std::unique_ptr<CallLogPage> m_page;
};

ROCKETDESK_TEST(CallLogPageTest)
#include "tst_calllogpage.moc"
