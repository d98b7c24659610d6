// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/pagefixture.h"
#include "tests/ui/widgetsearch.h"
#include "ui/pages/cluster/brokerdetail.h"
#include "ui/pages/cluster/clusterpage.h"
#include "ui/pages/cluster/nameserverquestion.h"
#include "ui/pages/cluster/runtimerows.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"

#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace rocketdesk;
using namespace rocketdesk::ui;
using rocketdesk::tests::PageFixture;
using rocketdesk::tests::buttonWith;
using rocketdesk::tests::hasLabel;
using rocketdesk::tests::tableNamed;

namespace {

QString cellOf(const TableView &table, const QString &column, int row)
{
    for (int i = 0; i < table.table()->columnCount(); ++i) {
        if (table.table()->columnInfo(i).id == column)
            return table.table()->index(row, i).data().toString();
    }
    return {};
}

RuntimeValue value(RuntimeValue::Unit unit, const QString &text, std::optional<double> change)
{
    return {.key = QStringLiteral("k"), .value = text, .group = RuntimeValue::Group::Store, .unit = unit, .meaning = {}, .change = change};
}

} // namespace

class ClusterPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryBroker()
    {
        PageFixture fixture(3);
        ClusterPage page(fixture.context());
        page.resize(1280, 800);
        page.show();
        page.setActive(true);
        QTRY_COMPARE(page.state(), PageState::Ready);
        const TableView *table = tableNamed(page, QStringLiteral("Brokers"));
        QTRY_COMPARE(table->table()->rowCount(), 3);
        QCOMPARE(table->table()->sortKeys().size(), 1); // an arrow in the header tells the order
        QTRY_VERIFY(!page.hasRunning());
        QCOMPARE(cellOf(*table, QStringLiteral("broker"), 0), QStringLiteral("broker-a"));
        QCOMPARE(cellOf(*table, QStringLiteral("state"), 2), QStringLiteral("Up"));
        QCOMPARE(cellOf(*table, QStringLiteral("role"), 1), QStringLiteral("Master"));
        QVERIFY(tableNamed(page, QStringLiteral("Runtime values"))->table()->rowCount() > 20);
    }

    void namesTheSilentBrokerAndAsksOnlyItAgain()
    {
        PageFixture fixture(3, 0, false, std::chrono::milliseconds(3'000));
        fixture.sandbox.faults().add({.code = 28, .server = QStringLiteral("broker-b"), .times = 1}, {.kind = sandbox::Fault::Kind::Silence, .remark = {}});
        ClusterPage page(fixture.context());
        page.resize(1280, 800);
        page.show();
        page.setActive(true);
        QTRY_COMPARE(page.state(), PageState::Partial);
        const TableView *table = tableNamed(page, QStringLiteral("Brokers"));
        QCOMPARE(table->table()->rowCount(), 3);
        QCOMPARE(cellOf(*table, QStringLiteral("state"), 1), QStringLiteral("No answer"));
        QCOMPARE(cellOf(*table, QStringLiteral("version"), 1), QStringLiteral("–"));
        QCOMPARE(cellOf(*table, QStringLiteral("state"), 2), QStringLiteral("Up"));
        const auto *banner = page.findChild<Banner *>();
        QCOMPARE(banner->text().fact, QStringLiteral("2 of 3 brokers answered."));
        QVERIFY(banner->text().reason.contains(QStringLiteral("broker-b")));
        QTRY_VERIFY(buttonWith(page, QStringLiteral("Ask broker-b again")));
        buttonWith(page, QStringLiteral("Ask broker-b again"))->click();
        QTRY_COMPARE(page.state(), PageState::Ready);
        QCOMPARE(cellOf(*table, QStringLiteral("state"), 1), QStringLiteral("Up"));
        QTRY_VERIFY(!buttonWith(page, QStringLiteral("Ask broker-b again")));
    }

    void showsWhatCameWhileOneLetsWait()
    {
        PageFixture fixture(3);
        fixture.sandbox.faults().add({.code = 28, .server = QStringLiteral("broker-b")}, {.kind = sandbox::Fault::Kind::Silence, .remark = {}});
        ClusterPage page(fixture.context());
        page.resize(1280, 800);
        page.show();
        page.setActive(true);
        const TableView *table = tableNamed(page, QStringLiteral("Brokers"));
        QTRY_COMPARE(table->table()->rowCount(), 2);
        const auto waits = [&page] {
            const auto *banner = page.findChild<Banner *>();
            return banner && banner->text().running && banner->text().fact == QStringLiteral("2 of 3 brokers have answered.");
        };
        QTRY_VERIFY(waits());
        QCOMPARE(page.state(), PageState::Ready);
        QVERIFY(hasLabel(page, QStringLiteral("1 have not answered yet")));
        buttonWith(page, QStringLiteral("Cancel"))->click();
        QTRY_COMPARE(page.state(), PageState::Partial); // what came stays
        QCOMPARE(table->table()->rowCount(), 2);
        QTRY_VERIFY(!waits() && hasLabel(page, QStringLiteral("Asking the others was cancelled.")));
    }

    void tellsWhatTheNameServersAnswer()
    {
        PageFixture fixture(1);
        ClusterPage page(fixture.context());
        page.resize(1440, 800);
        page.show();
        page.setActive(true);
        QTRY_VERIFY(hasLabel(page, QStringLiteral("answered in ")));
        QVERIFY(hasLabel(page, QStringLiteral("1 / 1")));
        QTRY_VERIFY(hasLabel(page, QStringLiteral("14 of your own"))); // the demo has so many
    }

    void tellsWhetherNameServersAgree_data()
    {
        QTest::addColumn<QList<QStringList>>("answers");
        QTest::addColumn<bool>("agree");
        QTest::addColumn<int>("topics");
        const QStringList both{QStringLiteral("a"), QStringLiteral("%RETRY%g")};
        QTest::newRow("the same") << QList<QStringList>{both, both} << true << 2;
        QTest::newRow("one has more") << QList<QStringList>{both, both + QStringList{QStringLiteral("b")}} << false << 3;
        QTest::newRow("one is silent") << QList<QStringList>{both, {}} << true << 2;
    }
    void tellsWhetherNameServersAgree()
    {
        QFETCH(QList<QStringList>, answers);
        NameServerTopics told;
        for (const QStringList &topics : answers) {
            if (!topics.isEmpty())
                told.add(topics, 1.5);
        }
        const NameServerAnswers seen = told.summed(static_cast<int>(answers.size()), {});
        QTEST(seen.agree, "agree");
        QTEST(static_cast<int>(seen.topics), "topics");
        QCOMPARE(seen.own, seen.topics - 1);
        QCOMPARE(seen.silent(), static_cast<int>(std::count(answers.cbegin(), answers.cend(), QStringList())));
    }

    void hasNoColumnsThatSayNothing()
    {
        PageFixture fixture(2);
        ClusterPage page(fixture.context());
        page.resize(976, 620); // beside the narrow rail of a window of 1024x700
        page.show();
        page.setActive(true);
        QTRY_VERIFY(!page.hasRunning());
        TableView *table = tableNamed(page, QStringLiteral("Brokers"));
        for (int column = 0; column < table->table()->columnCount(); ++column)
            QCOMPARE(table->isColumnHidden(column), table->table()->columnInfo(column).id == QStringLiteral("cluster"));
        QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
        const TableView *values = tableNamed(page, QStringLiteral("Runtime values"));
        QTRY_COMPARE(values->table()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("broker-a"));
        table->selectKey(table->table()->keyAt(1));
        QCOMPARE(values->table()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("broker-b"));
    }

    void failsInWords()
    {
        PageFixture fixture(1);
        fixture.sandbox.faults().add({.code = 106, .server = {}, .times = -1}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("no")});
        ClusterPage page(fixture.context());
        page.show();
        page.setActive(true);
        QTRY_COMPARE(page.state(), PageState::Failed);
        fixture.sandbox.faults().clear();
        page.refresh();
        QTRY_COMPARE(page.state(), PageState::Ready);
    }

    void readsAndComparesSettings()
    {
        PageFixture fixture(2);
        ClusterPage page(fixture.context());
        page.resize(1280, 800);
        page.show();
        page.setActive(true);
        QTRY_COMPARE(page.state(), PageState::Ready);
        QTRY_VERIFY(!page.hasRunning());
        auto *detail = page.findChild<BrokerDetail *>();
        detail->setCurrentTab(BrokerDetail::Tab::Settings);
        const TableView *settings = tableNamed(page, QStringLiteral("Settings"));
        QTRY_VERIFY(settings->table()->rowCount() > 5);
    }

    void aFilterThatNothingPassesIsTold()
    {
        PageFixture fixture(1);
        BrokerDetail detail(fixture.context().theme);
        const BrokerRef broker{.cluster = {}, .name = BrokerName(QStringLiteral("broker-a")), .id = {}, .address = {}};
        detail.showRuntime(broker, {{QStringLiteral("putTps"), QStringLiteral("1 2 3")}}, {});
        const TableView *values = tableNamed(detail, QStringLiteral("Runtime values"));
        QCOMPARE(values->noneText(), QString());
        detail.filterField()->setText(QStringLiteral("nowhere"));
        QCOMPARE(values->noneText(), QStringLiteral("No row passes the filters"));
        detail.filterField()->clear();
        QCOMPARE(values->noneText(), QString());
    }

    void settingsThatAreAllTheSameAreTold()
    {
        PageFixture fixture(1);
        BrokerDetail detail(fixture.context().theme);
        const BrokerRef broker{.cluster = {}, .name = BrokerName(QStringLiteral("broker-a")), .id = {}, .address = {}};
        const auto pair = [](bool differs) { return SettingPair{.key = QStringLiteral("k"), .a = QStringLiteral("1"), .b = differs ? QStringLiteral("2") : QStringLiteral("1"), .differs = differs}; };
        detail.showComparison(broker, broker, {pair(false)});
        const TableView *pairs = tableNamed(detail, QStringLiteral("Comparison of settings"));
        QCOMPARE(pairs->noneText(), QStringLiteral("Both brokers have the same settings"));
        detail.filterField()->setText(QStringLiteral("nowhere"));
        QCOMPARE(pairs->noneText(), QStringLiteral("No row passes the filters"));
        detail.filterField()->clear();
        detail.showComparison(broker, broker, {pair(true)});
        QCOMPARE(pairs->noneText(), QString());
    }

    void writesValuesAndChanges()
    {
        using Unit = RuntimeValue::Unit;
        QCOMPARE(runtimeText(value(Unit::Number, QStringLiteral("412880114"), {})), QStringLiteral("412,880,114"));
        QCOMPARE(runtimeText(value(Unit::PerSecond, QStringLiteral("14204.25 12980.1 0.0"), {})), QStringLiteral("14,204.3  12,980.1  0.0"));
        QCOMPARE(runtimeText(value(Unit::Ratio, QStringLiteral("0.62"), {})), QStringLiteral("0.62"));
        QCOMPARE(changeText(value(Unit::Number, {}, 1204)), QStringLiteral("+1,204"));
        QCOMPARE(changeText(value(Unit::Bytes, {}, -2048)), QStringLiteral("\u22122.0 KiB"));
        QCOMPARE(changeText(value(Unit::Number, {}, 0)), QStringLiteral("0"));
        QCOMPARE(changeText(value(Unit::Number, {}, {})), QStringLiteral("–"));
    }

    void groupsValuesUnderHeadings()
    {
        const std::vector<RuntimeRow> rows = runtimeRows(explainRuntime({{QStringLiteral("putTps"), QStringLiteral("1 2 3")}, {QStringLiteral("commitLogDiskRatio"), QStringLiteral("0.5")},
            {QStringLiteral("somethingNew"), QStringLiteral("7")}}));
        QCOMPARE(static_cast<int>(rows.size()), 6);
        QVERIFY(rows[0].heading);
        QCOMPARE(rows[1].value.key, QStringLiteral("putTps"));
        QVERIFY(rows[4].heading);
        QCOMPARE(rows[5].value.key, QStringLiteral("somethingNew"));
    }
};

ROCKETDESK_TEST(ClusterPageTest)

#include "tst_clusterpage.moc"
