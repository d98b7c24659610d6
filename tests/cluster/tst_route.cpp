// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/route.h"
#include "client/cluster/routelimits.h"
#include "tests/support/testregistry.h"

#include <limits>

using namespace rocketdesk;

/// What is worked out of a name server's answer.
class RouteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countlessQueuesTakeBoundedRoom_data()
    {
        QTest::addColumn<QString>("ordered");
        QTest::newRow("queues of a broker") << QString();
        QTest::newRow("fixed order") << QStringLiteral("broker-a:2147483647;broker-b:2147483647");
    }
    void countlessQueuesTakeBoundedRoom()
    {
        QFETCH(QString, ordered);
        const BrokerName name(QStringLiteral("broker-a"));
        constexpr int most = std::numeric_limits<int>::max();
        commands::TopicRouteData data;
        data.brokerDatas = {{.brokerAddrs = {{BrokerId(0), QStringLiteral("127.0.0.1:10911")}}, .brokerName = name, .cluster = ClusterName(QStringLiteral("c"))}};
        data.queueDatas = {{.brokerName = name, .perm = 6, .readQueueNums = most, .topicSysFlag = 0, .writeQueueNums = most}};
        data.orderTopicConf = ordered;
        const RoutePtr route = makeRoute(TopicName(QStringLiteral("t")), std::move(data), {});
        QCOMPARE(route->publish.size(), MostQueuesOfARoute);
        QCOMPARE(route->read.size(), MostQueuesOfARoute);
    }
};

ROCKETDESK_TEST(RouteTest)

#include "tst_route.moc"
