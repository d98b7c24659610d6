// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/consumersettings.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;

class ConsumerSettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsThatMakeNoSenseAreRefused_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("no group") << QStringLiteral("group") << QString();
        QTest::newRow("Java's default group") << QStringLiteral("group") << QStringLiteral("DEFAULT_CONSUMER");
        QTest::newRow("model") << QStringLiteral("model") << QStringLiteral("both");
        QTest::newRow("from") << QStringLiteral("from") << QStringLiteral("somewhere");
        QTest::newRow("time") << QStringLiteral("time") << QStringLiteral("yesterday");
        QTest::newRow("strategy") << QStringLiteral("strategy") << QStringLiteral("FAIR");
        QTest::newRow("threads") << QStringLiteral("threads") << QStringLiteral("0");
    }
    void optionsThatMakeNoSenseAreRefused()
    {
        QFETCH(QString, option);
        QFETCH(QString, value);
        ConsumerOptions options;
        options.consumerGroup = QStringLiteral("g");
        QVERIFY(ConsumerSettings::of(options, MessageListener::Kind::Concurrently, 0).has_value());
        const QMap<QString, QString ConsumerOptions::*> texts = {{QStringLiteral("group"), &ConsumerOptions::consumerGroup}, {QStringLiteral("model"), &ConsumerOptions::messageModel},
            {QStringLiteral("from"), &ConsumerOptions::consumeFromWhere}, {QStringLiteral("time"), &ConsumerOptions::consumeTimestamp}, {QStringLiteral("strategy"), &ConsumerOptions::allocateStrategy}};
        if (texts.contains(option))
            options.*texts.value(option) = value;
        else
            options.consumeThreadMax = value.toInt();
        const auto settings = ConsumerSettings::of(options, MessageListener::Kind::Concurrently, 0);
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, Error::Kind::InvalidArgument);
    }

    void everyStrategySharesAllQueuesAmongAll_data()
    {
        QTest::addColumn<QString>("strategy");
        for (const char *name : {"AVG", "AVG_BY_CIRCLE", "MACHINE_ROOM", "MACHINE_ROOM_NEARBY", "CONSISTENT_HASH"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyStrategySharesAllQueuesAmongAll()
    {
        QFETCH(QString, strategy);
        ConsumerOptions options;
        options.consumerGroup = QStringLiteral("g");
        options.allocateStrategy = strategy;
        options.machineRooms = {QStringLiteral("r")};
        const auto settings = ConsumerSettings::of(options, MessageListener::Kind::Concurrently, 0);
        QVERIFY(settings.has_value());
        const Allocate allocate = settings->allocation(TopicName(QStringLiteral("t")));
        std::vector<QueueRef> queues;
        for (int i = 0; i < 7; ++i)
            queues.push_back({BrokerName(QStringLiteral("r@a")), QueueId(i)});
        const QStringList clients = {QStringLiteral("c1"), QStringLiteral("c2"), QStringLiteral("c3")};
        std::vector<QueueRef> all;
        for (const QString &client : clients) {
            for (const QueueRef &queue : allocate(client, queues, clients))
                all.push_back(queue);
        }
        std::sort(all.begin(), all.end());
        QCOMPARE(all, queues);
    }

    void theConfiguredQueuesAreTakenAsTheyAre()
    {
        ConsumerOptions options;
        options.consumerGroup = QStringLiteral("g");
        options.allocateStrategy = QStringLiteral("CONFIG");
        options.configuredQueues = {{BrokerName(QStringLiteral("a")), QueueId(3)}};
        const auto settings = ConsumerSettings::of(options, MessageListener::Kind::Concurrently, 0);
        QCOMPARE(settings->allocation(TopicName(QStringLiteral("t")))(QStringLiteral("me"), {}, {}), options.configuredQueues);
    }
};

ROCKETDESK_TEST(ConsumerSettingsTest)

#include "tst_consumersettings.moc"
