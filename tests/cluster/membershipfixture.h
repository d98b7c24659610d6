// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/sandbox.h"
#include "client/cluster/memberrequests.h"
#include "client/commands/connections.h"
#include "client/protocol/messagelist.h"
#include "tests/support/rawserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>

/// Members of groups, and a broker that asks them.
namespace rocketdesk::tests::members {

inline const TopicName Topic(QStringLiteral("t"));
inline const ConsumerGroup Group(QStringLiteral("g"));

struct Producing final : ProducerMember {
    void checkTransaction(const commands::CheckTransactionState &, const protocol::StoredMessage &message, const Endpoint &) override { checked << message.messageId(); }
    QStringList checked;
};

struct Consuming final : ConsumerMember {
    commands::ConsumerData heartbeat() const override { return {.groupName = group, .subscriptionDataSet = {*protocol::makeSubscription(Topic, QStringLiteral("*"))}}; }
    void idsChanged() override { ++changes; }
    void resetOffsets(const TopicName &, const commands::ResetOffsetBody &body) override { resets << body.offsetTable.table; }
    commands::ConsumerStatus status(const TopicName &topic) override
    {
        commands::ConsumerStatus status;
        status.messageQueueTable.insert({topic, BrokerName(QStringLiteral("a")), QueueId(1)}, QueueOffset(7));
        return status;
    }
    commands::ConsumerRunningInfo runningInfo() override { return {.properties = {{QStringLiteral("PROP_CONSUME_TYPE"), QStringLiteral("CONSUME_PASSIVELY")}}}; }
    Pending<commands::DirectConsumption> consumeDirectly(protocol::StoredMessage message) override
    {
        direct << message.body.view().toByteArray();
        return answers.emplace_back().pending();
    }
    ConsumerGroup group = Group;
    int changes = 0;
    QList<QMap<commands::MessageQueue, QueueOffset>> resets;
    QList<QByteArray> direct;
    std::vector<Promise<commands::DirectConsumption>> answers;
};

/// A frame of either direction as the test sees it.
struct Seen {
    int code = 0;
    int opaque = 0;
    QJsonObject fields;
    QString remark;
    QByteArray body;
};

/// A broker that is its own name server: knows the topic, answers everything, and asks what the test wants.
struct Broker {
    Broker() : server([this](QTcpSocket &socket, QByteArray &received) { serve(socket, received); }) {}

    void serve(QTcpSocket &socket, QByteArray &received)
    {
        for (QByteArray bytes = RawServer::takeFrame(received); !bytes.isEmpty(); bytes = RawServer::takeFrame(received)) {
            const auto frame = protocol::parseFrame(bytes);
            if (!frame)
                qFatal("no frame");
            const int length = (static_cast<quint8>(bytes[1]) << 16) | (static_cast<quint8>(bytes[2]) << 8) | static_cast<quint8>(bytes[3]);
            const Seen seen{frame->code, frame->opaque, QJsonDocument::fromJson(bytes.mid(4, length)).object()[QStringLiteral("extFields")].toObject(),
                frame->remark.toString(), frame->body.toByteArray()};
            if (frame->isResponse()) {
                responses << seen;
                continue;
            }
            requests << seen;
            if (frame->code != 105)
                peer = &socket;
            if (frame->code == 34 && holdsHeartbeats)
                continue;
            socket.write(RawServer::answer(frame->opaque, frame->code == 34 && refusesHeartbeats ? 1 : 0, frame->code == 105 ? route() : QByteArray()));
        }
    }
    QByteArray route() const
    {
        return QByteArray(R"({"brokerDatas":[{"brokerAddrs":{"0":"$A"},"brokerName":"a","cluster":"C"}],"queueDatas":[{"brokerName":"a","perm":6,"readQueueNums":2,"writeQueueNums":2,"topicSysFlag":0}],"filterServerTable":{}})")
            .replace("$A", server.endpoint().toString().toUtf8());
    }
    template <typename C>
    void ask(const C &command, int opaque, int flag = 0)
    {
        QByteArray out;
        QVERIFY(protocol::encodeRequest(out, {.opaque = opaque, .flag = flag}, command).has_value());
        peer->write(out);
    }
    /// Those that were held.
    void answerHeartbeats()
    {
        for (const Seen &seen : std::as_const(requests)) {
            if (seen.code == 34)
                peer->write(RawServer::answer(seen.opaque, 0, {}));
        }
    }
    [[nodiscard]] int count(int code) const
    {
        return static_cast<int>(std::count_if(requests.cbegin(), requests.cend(), [=](const Seen &seen) { return seen.code == code; }));
    }
    [[nodiscard]] const Seen *last(int code) const
    {
        const auto found = std::find_if(requests.crbegin(), requests.crend(), [=](const Seen &seen) { return seen.code == code; });
        return found == requests.crend() ? nullptr : &*found;
    }

    QList<Seen> requests;
    QList<Seen> responses;
    QPointer<QTcpSocket> peer;
    bool refusesHeartbeats = false;
    bool holdsHeartbeats = false; ///< they get no answer
    RawServer server;
};

struct Members {
    explicit Members(const Endpoint &nameServer, Remoting::Options options = {}) : remoting(std::move(options), clock), cluster(remoting, {.nameServers = {nameServer}})
    {
        remoting.log().countRunningIn(&running);
    }

    std::atomic<int> running = 0; ///< calls without an answer
    ManualClock clock;
    Remoting remoting;
    Cluster cluster;
    Presence presence{cluster};
    Membership membership{cluster, presence};
    MemberRequests requests{remoting, membership};
};

struct MembershipFixture {
    Broker broker;
    Members client{broker.server.endpoint()};
    Producing producing;
    Consuming consuming;

    /// A call (38) behind all that was sent: when the broker has it, it has had the others.
    [[nodiscard]] auto askBehind() { return client.remoting.ask(broker.server.endpoint(), commands::GetConsumerListByGroup{Group}, client.clock.in(milliseconds(3000)), Origin::Unknown); }
    /// A second passes whenever no call is out, until so many heartbeats were answered.
    [[nodiscard]] bool passUntilBeats(int beats)
    {
        return eventually([&] {
            const bool over = client.membership.heartbeats().answered >= quint64(beats) && client.running == 0;
            if (!over && client.running == 0)
                client.clock.advance(milliseconds(1000));
            return over;
        });
    }
    /// So many keep-alives are over: the time may pass without passing their limits.
    [[nodiscard]] bool keptAlive(int times)
    {
        return eventually([&] { return broker.count(219) == times && client.running == 0; });
    }
};

inline Endpoint nobodysEndpoint()
{
    const RawServer gone([](QTcpSocket &, QByteArray &) {});
    return gone.endpoint();
}

inline commands::ConsumeMessageDirectly consumeDirectly(const QByteArray &body)
{
    commands::ConsumeMessageDirectly order{.consumerGroup = Group};
    (void)protocol::appendStored(order.body, {.topic = Topic, .body = protocol::Bytes(body)});
    return order;
}

inline commands::CheckTransactionState checkOf(const QString &group, const QString &id)
{
    protocol::Properties properties;
    properties.set(protocol::property::ProducerGroup, group);
    properties.set(protocol::property::UniqueKey, id);
    commands::CheckTransactionState check;
    (void)protocol::appendStored(check.body, {.topic = Topic, .body = protocol::Bytes(QByteArray("x")), .properties = protocol::Bytes(*properties.toBlock())});
    return check;
}

} // namespace rocketdesk::tests::members
