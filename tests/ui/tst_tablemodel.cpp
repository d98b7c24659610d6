// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/fakerows.h"
#include "ui/common/tablecopy.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QTest>

using namespace rocketdesk::ui;
using rocketdesk::tests::FakeRow;
using rocketdesk::tests::fakeColumns;
using rocketdesk::tests::fakeRows;

namespace {

using Model = TableModel<FakeRow>;

Model *makeModel(QObject *parent)
{
    return new Model(fakeColumns(), [](const FakeRow &row) { return row.name; }, parent);
}

FakeRow named(const QString &name, qint64 messages = 0)
{
    return {.name = name, .kind = QStringLiteral("Normal"), .queues = 1, .messages = messages};
}

QString names(const Model &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.keyAt(row);
    return all.join(u' ');
}

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

class TableModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_owner = std::make_unique<QObject>();
        m_model = makeModel(m_owner.get());
        new QAbstractItemModelTester(m_model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_owner.get());
    }

    void filterTakesWordsExclusionsAndExpressions_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("left");
        QTest::newRow("nothing") << text("") << text("order-created order-cancelled payment");
        QTest::newRow("part") << text("ORDER") << text("order-created order-cancelled");
        QTest::newRow("all words") << text("order can") << text("order-cancelled");
        QTest::newRow("excluded") << text("order -can") << text("order-created");
        QTest::newRow("expression") << text("/^pay.*t$/") << text("");
        QTest::newRow("expression over a cell") << text("/pay\\w+/") << text("payment");
        QTest::newRow("broken expression") << text("/(/") << text("order-created order-cancelled payment");
    }
    void filterTakesWordsExclusionsAndExpressions()
    {
        QFETCH(QString, typed);
        QFETCH(QString, left);
        m_model->setRows({named(text("order-created")), named(text("order-cancelled")), named(text("payment"))});
        m_model->setFilterText(typed);
        QCOMPARE(names(*m_model), left);
    }

    void sortsByTwoColumnsAndKeepsEqualRowsInOrder()
    {
        m_model->setRows({{text("d"), {}, 2, 5}, {text("a"), {}, 1, 5}, {text("b"), {}, 2, 9}, {text("c"), {}, 2, 5}});
        m_model->sortBy({{4, Qt::DescendingOrder}, {3, Qt::AscendingOrder}});
        QCOMPARE(names(*m_model), text("b a d c"));
        m_model->sortBy({});
        QCOMPARE(names(*m_model), text("d a b c"));
    }

    void refreshKeepsSelectionByKey()
    {
        m_model->setRows({named(text("a"), 1), named(text("b"), 2), named(text("c"), 3)});
        m_model->sortBy({{4, Qt::DescendingOrder}});
        QItemSelectionModel selection(m_model);
        selection.select(m_model->index(1, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_model->setRows({named(text("b"), 20), named(text("new"), 5), named(text("c"), 1)});
        QCOMPARE(names(*m_model), text("b new c"));
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(m_model->keyAt(selection.selectedRows().constFirst().row()), text("b"));
    }

    void rowsThatVanishLeaveTheSelection()
    {
        m_model->setRows({named(text("a")), named(text("b"))});
        QItemSelectionModel selection(m_model);
        selection.select(m_model->index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_model->setRows({named(text("b")), named(text("c"))});
        QVERIFY(selection.selectedRows().isEmpty());
        QCOMPARE(names(*m_model), text("b c"));
    }

    void puttingRowsChangesKnownAndAddsNewOnes()
    {
        m_model->setRows({named(text("a"), 1), named(text("b"), 2)});
        m_model->putRows({named(text("b"), 7), named(text("c"), 3)});
        QCOMPARE(names(*m_model), text("a b c"));
        QCOMPARE(m_model->index(1, 4).data().toString(), text("7"));
    }

    void columnConditionsCompareNumbers_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("left");
        QTest::newRow("greater") << text("> 5") << text("c");
        QTest::newRow("at most") << text("<=5") << text("a b");
        QTest::newRow("not") << text("!= 5") << text("a c");
        QTest::newRow("between") << text("2..1,000") << text("b c");
        QTest::newRow("part") << text("00") << text("c");
        QTest::newRow("unfinished") << text(">") << text("a b c");
    }
    void columnConditionsCompareNumbers()
    {
        QFETCH(QString, condition);
        QFETCH(QString, left);
        m_model->setRows({named(text("a"), 1), named(text("b"), 5), named(text("c"), 1000)});
        m_model->setColumnCondition(4, condition);
        QCOMPARE(names(*m_model), left);
    }

    void tenThousandRowsAreFiltered()
    {
        Model *model = makeModel(this); // no tester: it asks every index again
        model->setRows(fakeRows(10000));
        model->setFilterText(text("topic.77"));
        QVERIFY(model->rowCount() > 0 && model->rowCount() < 10000);
        model->setFilterText(text("topic"));
        QCOMPARE(model->rowCount(), 10000);
    }

    void copiesInEveryFormat_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("expected");
        QTest::newRow("text") << int(CopyFormat::Text) << text("Topic\tMessages\na,\"b\"|c\t1,284\n");
        QTest::newRow("csv") << int(CopyFormat::Csv) << text("Topic,Messages\n\"a,\"\"b\"\"|c\",\"1,284\"\n");
        QTest::newRow("markdown") << int(CopyFormat::Markdown) << text("| Topic | Messages |\n| --- | --- |\n| a,\"b\"\\|c | 1,284 |\n");
        QTest::newRow("json") << int(CopyFormat::Json) << text("[\n    {\n        \"messages\": 1284,\n        \"name\": \"a,\\\"b\\\"|c\"\n    }\n]\n");
    }
    void copiesInEveryFormat()
    {
        QFETCH(int, format);
        QFETCH(QString, expected);
        m_model->setRows({named(text("a,\"b\"|c"), 1284)});
        QCOMPARE(copyRows(*m_model, {0}, {0, 4}, static_cast<CopyFormat>(format), true), expected);
    }

    void sumsWhatIsSummed()
    {
        m_model->setRows({named(text("a"), 1000), named(text("b"), 284), named(text("c"), 9)});
        QCOMPARE(sums(*m_model, {0, 1}), text("1,284"));
    }

    void lazyCellsSaySo()
    {
        FakeRow row = named(text("a"));
        row.loaded = false;
        m_model->setRows({row});
        QVERIFY(m_model->index(0, 4).data(LoadingRole).toBool());
        row.loaded = true;
        m_model->putRows({row});
        QVERIFY(!m_model->index(0, 4).data(LoadingRole).toBool());
    }

private:
    std::unique_ptr<QObject> m_owner;
    Model *m_model = nullptr;
};

ROCKETDESK_TEST(TableModelTest)

#include "tst_tablemodel.moc"
