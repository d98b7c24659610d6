// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/answertable.h"

#include <QTest>

using namespace std::chrono_literals;

namespace rocketdesk::tests {

bool AnswerTableTest::isReady(const TargetCluster &target)
{
    if (!m_problems.contains(target.name())) {
        const auto address = target.broker();
        m_problems.insert(target.name(), address ? prepare(target) : address.error().remark);
    }
    return m_problems.value(target.name()).isEmpty();
}

void AnswerTableTest::serversSayWhatTheTableExpects_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("index");
    for (const TargetCluster &target : TargetCluster::all()) {
        for (std::size_t i = 0; i < m_table.size(); ++i)
            QTest::addRow("%s: %s", qPrintable(target.name()), m_table.at(i).name) << target.name() << static_cast<int>(i);
    }
}

void AnswerTableTest::serversSayWhatTheTableExpects()
{
    QFETCH(const QString, target);
    QFETCH(const int, index);
    const Question &row = m_table.at(static_cast<std::size_t>(index));
    const TargetCluster &asked = TargetCluster::named(target);
    QVERIFY2(isReady(asked), qPrintable(problemOf(target)));
    RawConnection connection(row.at == At::NameServer ? *asked.nameServer() : *asked.broker());
    const Answer &expected = row.expected.of(asked.dialect());
    const auto reply = connection.ask(row.code, row.fields, row.body, expected.code ? 10s : 1500ms);
    QCOMPARE(expected.difference(reply), QString());
    QVERIFY(connection.isOpen());
}

} // namespace rocketdesk::tests
