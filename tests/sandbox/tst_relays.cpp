// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "client/commands/brokers.h"
#include "client/commands/connections.h"
#include "client/commands/consuming.h"
#include "client/commands/pushes.h"
#include "client/commands/topics.h"
#include "client/protocol/messagelist.h"
#include "client/protocol/subscription.h"
#include "tests/sandbox/caller.h"
#include "tests/sandbox/rawclient.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;

namespace {

const TopicName relayed(QStringLiteral("relayed"));
const ConsumerGroup relayGroup(QStringLiteral("relay-group"));
const ClientId memberId(QStringLiteral("127.0.0.1@member"));

commands::HeartBeat heartbeat()
{
    commands::HeartBeat beat;
    beat.body.clientId = memberId;
    beat.body.producerDataSet = {{ProducerGroup(QStringLiteral("relay-producers"))}};
    commands::ConsumerData consumer;
    consumer.groupName = relayGroup;
    consumer.subscriptionDataSet = {*protocol::makeSubscription(relayed, QStringLiteral("a || b"))};
    beat.body.consumerDataSet = {consumer};
    return beat;
}

sandbox::SandboxOptions standing()
{
    sandbox::SandboxOptions options;
    options.demoData = false;
    options.standsAt = 1'800'000'000'000;
    return options;
}

} // namespace

/// What a broker passes on to its clients, and what it remembers of them; the time stands and is moved.
class RelaysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cluster = std::make_unique<sandbox::SandboxThread>(standing());
        QVERIFY(m_cluster->started().has_value());
        m_member = std::make_unique<RawClient>(m_cluster->brokers().constFirst());
        m_asker = std::make_unique<RawClient>(m_cluster->brokers().constFirst());
        QVERIFY(m_asker->ask(sendTo(relayed.text(), "one")).has_value());
        QVERIFY(m_member->ask(heartbeat()).has_value());
    }
    void cleanup()
    {
        m_member.reset();
        m_asker.reset();
        m_cluster.reset();
    }

    void runningInfoComesFromTheClient()
    {
        const qint32 asked = m_asker->send(commands::GetConsumerRunningInfo{relayGroup, memberId, false});
        const auto push = m_member->pushed<commands::GetConsumerRunningInfo>();
        QVERIFY(push.has_value());
        QCOMPARE(push->clientId, memberId);
        commands::GetConsumerRunningInfo::Reply info;
        info.body.properties.insert(QStringLiteral("PROP_CONSUME_TYPE"), QStringLiteral("CONSUME_PASSIVELY"));
        m_member->answer(info);
        const auto reply = m_asker->reply<commands::GetConsumerRunningInfo>(asked);
        QVERIFY(reply.has_value());
        QCOMPARE(reply->body.properties, info.body.properties);
    }

    void aClientThatIsNotThereIsNamed()
    {
        const auto reply = m_asker->ask(commands::GetConsumerRunningInfo{relayGroup, ClientId(QStringLiteral("nobody")), false});
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, 1);
        QCOMPARE(reply.error().remark, QStringLiteral("The Consumer <relay-group> <nobody> not online"));
    }

    void aClientThatDoesNotAnswerIsLate()
    {
        const qint32 asked = m_asker->send(commands::GetConsumerRunningInfo{relayGroup, memberId, false});
        QVERIFY(m_member->pushed<commands::GetConsumerRunningInfo>().has_value());
        m_cluster->advance(10s);
        const auto reply = m_asker->reply<commands::GetConsumerRunningInfo>(asked);
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, 207);
    }

    void aMessageIsHandedToOneClient()
    {
        const auto pulled = m_asker->ask(pullFrom(relayed.text(), 0));
        QVERIFY(pulled.has_value());
        const auto list = protocol::decodeMessageList(protocol::Bytes(pulled->body));
        QCOMPARE(list.messages.size(), std::size_t(1));
        commands::ConsumeMessageDirectly command;
        command.consumerGroup = relayGroup;
        command.clientId = memberId;
        command.msgId = list.messages.front().offsetMessageId();
        const qint32 asked = m_asker->send(command);
        const auto push = m_member->pushed<commands::ConsumeMessageDirectly>();
        QVERIFY(push.has_value());
        QCOMPARE(push->brokerName, std::optional(BrokerName(QStringLiteral("broker-a"))));
        QCOMPARE(protocol::decodeMessageList(protocol::Bytes(push->body)).messages.front().body.view(), QByteArrayView("one"));
        m_member->answer(commands::ConsumeMessageDirectly::Reply{{.consumeResult = commands::ConsumeResult::Later}});
        const auto reply = m_asker->reply<commands::ConsumeMessageDirectly>(asked);
        QVERIFY(reply.has_value());
        QCOMPARE(reply->body.consumeResult, commands::ConsumeResult::Later);
    }

    void statusIsGatheredFromTheClients()
    {
        const qint32 asked = m_asker->send(commands::InvokeBrokerToGetConsumerStatus{relayed, relayGroup, {}});
        QVERIFY(m_member->pushed<commands::GetConsumerStatusFromClient>().has_value());
        commands::GetConsumerStatusFromClient::Reply status;
        const commands::MessageQueue queue{relayed, BrokerName(QStringLiteral("broker-a")), QueueId(0)};
        status.body.messageQueueTable.insert(queue, QueueOffset(7));
        m_member->answer(status);
        const auto reply = m_asker->reply<commands::InvokeBrokerToGetConsumerStatus>(asked);
        QVERIFY(reply.has_value());
        QCOMPARE(reply->body.consumerTable.value(memberId).value(queue), QueueOffset(7));
    }

    void aReplyReachesWhoAsked()
    {
        commands::SendReplyMessageV2 send;
        static_cast<commands::SendHeader &>(send) = sendTo(QStringLiteral("DefaultCluster_REPLY_TOPIC"), "answer",
            {{QStringLiteral("REPLY_TO_CLIENT"), memberId.text()}, {QStringLiteral("CORRELATION_ID"), QStringLiteral("c-1")}});
        const qint32 asked = m_asker->send(send);
        const auto push = m_member->pushed<commands::PushReplyMessageToClient>();
        QVERIFY(push.has_value());
        QCOMPARE(push->body, QByteArray("answer"));
        const auto properties = protocol::Properties::fromBlock(push->properties.value_or(QByteArray()));
        QCOMPARE(properties.value(protocol::property::CorrelationId, {}), QStringLiteral("c-1"));
        QVERIFY(properties.contains(protocol::property::PushReplyTime));
        m_member->answer(protocol::NoReply());
        QVERIFY(m_asker->reply<commands::SendReplyMessageV2>(asked).has_value());
    }

    void aReplyToNobodyIsRefused()
    {
        commands::SendReplyMessage send;
        static_cast<commands::SendHeader &>(send) = sendTo(QStringLiteral("DefaultCluster_REPLY_TOPIC"), "answer", {{QStringLiteral("REPLY_TO_CLIENT"), QStringLiteral("nobody")}});
        const auto reply = m_asker->ask(send);
        QVERIFY(!reply);
        QCOMPARE(reply.error().remark, QStringLiteral("push reply message fail, channel of <nobody> not found."));
    }

    void aResetIsHeardByTheNextPull()
    {
        QVERIFY(m_asker->ask(sendTo(relayed.text(), "two")).has_value());
        QVERIFY(m_asker->ask(commands::UpdateConsumerOffset{relayGroup, relayed, QueueId(0), QueueOffset(2)}).has_value());
        commands::InvokeBrokerToResetOffset reset;
        reset.topic = relayed;
        reset.group = relayGroup;
        reset.queueId = QueueId(0);
        reset.offset = QueueOffset(1);
        const auto done = m_asker->ask(reset);
        QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().remark));
        QCOMPARE(done->body.offsetTable.table.value({relayed, BrokerName(QStringLiteral("broker-a")), QueueId(0)}), QueueOffset(1));
        const auto committed = m_asker->ask(commands::UpdateConsumerOffset{relayGroup, relayed, QueueId(0), QueueOffset(2)}); // swallowed
        QVERIFY(committed.has_value());
        QCOMPARE(m_asker->ask(commands::QueryConsumerOffset{.consumerGroup = relayGroup, .topic = relayed}).value_or(commands::OffsetReply()).offset, QueueOffset(1));
        auto pull = pullFrom(relayed.text(), 2);
        pull.consumerGroup = relayGroup;
        const auto first = m_asker->ask(pull);
        QVERIFY(first.has_value());
        QCOMPARE(first->code, 21);
        QCOMPARE(first->remark, QStringLiteral("OFFSET_RESET"));
        QCOMPARE(first->nextBeginOffset, QueueOffset(1));
        QCOMPARE(m_asker->ask(pull)->code, 19);
        reset.offset = QueueOffset(9);
        const auto outside = m_asker->ask(reset);
        QVERIFY(!outside);
        QCOMPARE(outside.error().remark, QStringLiteral("Target offset 9 not in consume queue range [0-2]"));
    }

    void aResetByTheOldWayIsPushed()
    {
        QVERIFY(m_asker->ask(commands::UpdateBrokerConfig{QStringLiteral("useServerSideResetOffset=false")}).has_value());
        for (int queue = 0; queue < 4; ++queue)
            QVERIFY(m_asker->ask(commands::UpdateConsumerOffset{relayGroup, relayed, QueueId(queue), QueueOffset(queue == 0 ? 1 : 0)}).has_value());
        commands::InvokeBrokerToResetOffset reset;
        reset.topic = relayed;
        reset.group = relayGroup;
        reset.timestamp = 0;
        QVERIFY(m_asker->ask(reset).has_value());
        const auto push = m_member->pushed<commands::ResetConsumerClientOffset>();
        QVERIFY(push.has_value());
        QCOMPARE(push->body.offsetTable.table.size(), 4);
        QCOMPARE(m_asker->ask(commands::QueryConsumerOffset{.consumerGroup = relayGroup, .topic = relayed}).value_or(commands::OffsetReply()).offset, QueueOffset(1));
    }

    void subscriptionsAreRememberedAfterTheirClients()
    {
        m_member.reset();
        QTRY_COMPARE(m_asker->ask(commands::GetConsumerConnectionList{relayGroup}).has_value(), false);
        const auto reply = m_asker->ask(commands::QuerySubscriptionByConsumer{relayGroup, relayed});
        QVERIFY(reply.has_value());
        QVERIFY(reply->body.subscriptionData.has_value());
        QCOMPARE(reply->body.subscriptionData->subString, QStringLiteral("a || b"));
        QVERIFY(m_asker->ask(commands::UpdateConsumerOffset{relayGroup, relayed, QueueId(0), QueueOffset(1)}).has_value());
        const auto topics = m_asker->ask(commands::QueryTopicsByConsumer{relayGroup});
        QVERIFY(topics.has_value());
        QCOMPARE(topics->body.topicList, QList<TopicName>{relayed});
    }

    void delayedMessagesComeAtTheirLevel()
    {
        QVERIFY(m_asker->ask(sendTo(QStringLiteral("delayed"), "late", {{QStringLiteral("DELAY"), QStringLiteral("3")}})).has_value());
        m_cluster->advance(9s);
        QCOMPARE(m_asker->ask(commands::GetMaxOffset{TopicName(QStringLiteral("delayed")), QueueId(0)})->offset, QueueOffset(0));
        m_cluster->advance(1s);
        QCOMPARE(m_asker->ask(commands::GetMaxOffset{TopicName(QStringLiteral("delayed")), QueueId(0)})->offset, QueueOffset(1));
        QCOMPARE(m_asker->ask(commands::GetAllDelayOffset())->body.offsetTable.value(3), QueueOffset(1));
    }

    void aTimedMessageCanBeRecalled()
    {
        const TopicName timed(QStringLiteral("timed"));
        const auto later = [&] { return m_asker->ask(sendTo(timed.text(), "later", {{QStringLiteral("TIMER_DELAY_SEC"), QStringLiteral("30")}})); };
        const auto first = later();
        const auto second = later();
        QVERIFY(first && second && first->recallHandle);
        commands::RecallMessage recall{.producerGroup = ProducerGroup(QStringLiteral("p")), .topic = timed, .recallHandle = *first->recallHandle};
        const auto forbidden = m_asker->ask(recall);
        QVERIFY(!forbidden);
        QCOMPARE(forbidden.error().code, 16);
        QVERIFY(m_asker->ask(commands::UpdateBrokerConfig{QStringLiteral("recallMessageEnable=true")}).has_value());
        const auto recalled = m_asker->ask(recall);
        QVERIFY2(recalled.has_value(), qPrintable(recalled ? QString() : recalled.error().remark));
        QCOMPARE(recalled->msgId, first->transactionId.value_or(QString()));
        m_cluster->advance(32s);
        const auto pulled = m_asker->ask(pullFrom(timed.text(), 0));
        QVERIFY(pulled.has_value());
        const auto list = protocol::decodeMessageList(protocol::Bytes(pulled->body));
        QCOMPARE(list.messages.size(), std::size_t(1));
        QCOMPARE(list.messages.front().propertyText(protocol::property::UniqueKey), second->transactionId.value_or(QString()));
    }

    void aHeldPullEndsAfterItsTime()
    {
        auto pull = pullFrom(relayed.text(), 1);
        pull.sysFlag |= commands::pullflag::suspend;
        pull.suspendTimeoutMillis = 12'000;
        const qint32 asked = m_asker->send(pull);
        QVERIFY(m_asker->ask(commands::GetMaxOffset{relayed, QueueId(0)}).has_value()); // the pull came before it
        m_cluster->advance(10s);
        QVERIFY(!m_asker->reply<commands::PullMessage>(asked, 50));
        m_cluster->advance(5s); // looked at every 5 s
        const auto ended = m_asker->reply<commands::PullMessage>(asked);
        QVERIFY(ended.has_value());
        QCOMPARE(ended->code, 19);
    }

private:
    std::unique_ptr<sandbox::SandboxThread> m_cluster;
    std::unique_ptr<RawClient> m_member;
    std::unique_ptr<RawClient> m_asker;
};

ROCKETDESK_TEST(RelaysTest)

#include "tst_relays.moc"
