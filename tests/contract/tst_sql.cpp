// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/sqlexpressions.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

const QString sqlTopic = u"contract-sql"_qs;

std::optional<RawReply> check(const TargetCluster &target, const QString &expression)
{
    const QJsonObject subscription = {{QStringLiteral("topic"), sqlTopic},
                                      {QStringLiteral("subString"), expression},
                                      {QStringLiteral("expressionType"), QStringLiteral("SQL92")}};
    const QJsonObject body = {{QStringLiteral("clientId"), QStringLiteral("contract")},
                              {QStringLiteral("group"), QStringLiteral("TOOLS_CONSUMER")},
                              {QStringLiteral("subscriptionData"), subscription}};
    return RawConnection(*target.broker()).ask(46, {}, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

/// What pulls from the start deliver, by offset. A pull that matches nothing tells where to go on. None on any other answer.
std::optional<QList<int>> pullAll(const TargetCluster &target, const QString &expression)
{
    RawConnection connection(*target.broker());
    QList<int> found;
    for (QString next = u"0"_qs; next.toInt() < sqlMessages().size();) {
        const auto reply = connection.ask(11, {{u"consumerGroup"_qs, u"TOOLS_CONSUMER"_qs}, {u"topic"_qs, sqlTopic}, {u"queueId"_qs, u"0"_qs},
                                               {u"queueOffset"_qs, next}, {u"maxMsgNums"_qs, u"32"_qs}, {u"sysFlag"_qs, u"4"_qs},
                                               {u"commitOffset"_qs, u"0"_qs}, {u"suspendTimeoutMillis"_qs, u"0"_qs},
                                               {u"subscription"_qs, expression}, {u"subVersion"_qs, u"0"_qs}, {u"expressionType"_qs, u"SQL92"_qs}});
        if (!reply || (reply->code != 0 && reply->code != 20))
            return std::nullopt;
        if (reply->code == 0)
            found += queueOffsets(reply->body);
        next = reply->fields.value(u"nextBeginOffset"_qs);
    }
    return found;
}

QString text(const QList<int> &numbers)
{
    QStringList words;
    for (const int number : numbers)
        words << QString::number(number);
    return words.join(u' ');
}

} // namespace

/// What 46 says to an expression, and what a pull with it delivers, on every target.
class SqlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expressionsAreCheckedAndAppliedAsRecorded_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("index");
        for (const TargetCluster &target : TargetCluster::all()) {
            for (int i = 0; i < sqlCases().size(); ++i)
                QTest::addRow("%s: %s", qPrintable(target.name()), qPrintable(sqlCases().at(i).expression)) << target.name() << i;
        }
    }

    void expressionsAreCheckedAndAppliedAsRecorded()
    {
        QFETCH(const QString, target);
        QFETCH(const int, index);
        const SqlCase &row = sqlCases().at(index);
        const TargetCluster &asked = TargetCluster::named(target);
        QVERIFY(isReady(asked));
        const SqlAnswer &expected = row.of(asked.dialect());
        const auto checked = check(asked, row.expression);
        QVERIFY(checked.has_value());
        QCOMPARE(checked->code, expected.check);
        const auto delivered = pullAll(asked, row.expression);
        QVERIFY(delivered.has_value());
        QCOMPARE(text(*delivered), text(expected.delivered));
    }

private:
    /// Sends the messages, once per target, so that one that is not up spoils its own rows only.
    bool isReady(const TargetCluster &target)
    {
        if (!m_ready.contains(target.name())) {
            const bool stored = target.createTopic(sqlTopic)
                && std::all_of(sqlMessages().cbegin(), sqlMessages().cend(), [&](const QString &properties) { return target.send(sqlTopic, properties); });
            m_ready.insert(target.name(), stored);
        }
        return m_ready.value(target.name());
    }

    QHash<QString, bool> m_ready;
};

ROCKETDESK_TEST(SqlTest)

#include "tst_sql.moc"
