// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/sandbox.h"
#include "client/cluster/memberrequests.h"
#include "client/commands/connections.h"
#include "client/commands/offsets.h"
#include "client/commands/topics.h"
#include "client/consumer/groupconsumer.h"
#include "client/producer/producer.h"
#include "client/protocol/names.h"
#include "tests/support/awaited.h"

#include <QTest>

namespace rocketdesk::tests {

inline const QString T = QStringLiteral("t"); ///< the topic of most tests
inline const ConsumerGroup G(QStringLiteral("g"));

[[nodiscard]] inline commands::MessageQueue queue(int id)
{
    return {TopicName(T), BrokerName(QStringLiteral("broker-a")), QueueId(id)};
}

/// What a member's listener does with a message; the nth time it sees it, counted from 0.
using Answerer = std::function<Pending<ConsumeOutcome>(const protocol::StoredMessage &message, const ConsumeContext &context)>;

/// Everything behind one client, in the test's own thread.
struct Link {
    Link(const Endpoint &nameServer, Clock &clock) : remoting({}, clock), cluster(remoting, {.nameServers = {nameServer}}) {}

    /// Whether this client has sent a request of this code.
    [[nodiscard]] bool asked(int code)
    {
        const std::vector<CallRecord> calls = remoting.log().since(0, CallLog::Capacity);
        return std::any_of(calls.cbegin(), calls.cend(), [code](const CallRecord &call) { return call.code == code; });
    }

    Remoting remoting;
    Cluster cluster;
    Presence presence{cluster};
    Membership membership{cluster, presence};
    MemberRequests requests{remoting, membership};
};

/// One consumer with a client of its own, and what it was given.
struct Member {
    Member(const Endpoint &nameServer, Clock &clock) : own(std::make_unique<Link>(nameServer, clock)), link(*own) {}
    explicit Member(Link &shared) : link(shared) {}

    [[nodiscard]] static ConsumerOptions fromTheFirst()
    {
        ConsumerOptions options;
        options.consumeFromWhere = QStringLiteral("CONSUME_FROM_FIRST_OFFSET");
        return options;
    }
    /// Options are set before; the topics as topic, tags.
    void start(const QList<std::pair<QString, QString>> &topics)
    {
        options.consumerGroup = group;
        const auto settings = ConsumerSettings::of(options, kind, link.cluster.clock().wallMs());
        if (!settings)
            qFatal("%s", qUtf8Printable(settings.error().remark));
        Subscriptions subscriptions(settings->group, settings->names);
        for (const auto &[topic, expression] : topics) {
            if (!(sql ? subscriptions.bySql(TopicName(topic), expression, 1) : subscriptions.byTags(TopicName(topic), expression, 1)))
                qFatal("no expression: %s", qUtf8Printable(expression));
        }
        consumer = std::make_unique<GroupConsumer>(link.cluster, link.membership, *settings, subscriptions,
            ListenerCalls{[this](const ConsumeBatch &batch, const ConsumeContext &context, const QueueRetired &) { return take(batch, context); }, [this] { return ahead; }}, [this](const ConsumerNews &told) { hear(told); }, trace);
        whenDone(consumer->start(), &context, [this](Result<void> result) { started = std::move(result); });
    }
    void start(const QString &topic = QStringLiteral("t")) { start({{topic, QStringLiteral("*")}}); }
    void stop(milliseconds patience = milliseconds(0))
    {
        whenDone(consumer->shutdown(patience), &context, [this](Result<void> result) { stopped = std::move(result); });
    }

    Pending<ConsumeOutcome> take(const ConsumeBatch &batch, const ConsumeContext &about)
    {
        ++running;
        most = std::max(most, running);
        for (const protocol::StoredMessage &message : batch->messages) {
            bodies << QString::fromUtf8(message.body.view());
            messages << message;
        }
        contexts << about;
        auto answer = answers ? answers(batch->messages.front(), about) : ready<ConsumeOutcome>(ConsumeOutcome::success());
        Promise<ConsumeOutcome> promise;
        auto pending = promise.pending();
        whenDone(std::move(answer), &context, [this, promise = std::move(promise)](Result<ConsumeOutcome> outcome) mutable {
            --running;
            promise.finish(std::move(outcome));
        });
        return pending;
    }
    /// Its listener says yes, so much later.
    void answerAfter(milliseconds time)
    {
        answers = [this, time](const auto &, const auto &) {
            Promise<ConsumeOutcome> promise;
            auto pending = promise.pending();
            whenDone(link.cluster.clock().after(time), &context, [promise = std::move(promise)](const Result<void> &) mutable { promise.finish(ConsumeOutcome::success()); });
            return pending;
        };
    }
    void hear(const ConsumerNews &told)
    {
        if (const auto *assigned = std::get_if<consumernews::Assigned>(&told))
            queues = assigned->queues;
        news << told;
    }
    [[nodiscard]] QStringList sorted() const
    {
        QStringList list = bodies;
        list.sort();
        return list;
    }

    std::unique_ptr<Link> own;
    Link &link;
    QString group = QStringLiteral("g");
    MessageListener::Kind kind = MessageListener::Kind::Concurrently;
    ConsumerOptions options = fromTheFirst(); ///< the last one may pass by while a member of a new group begins
    bool sql = false;
    TraceSink *trace = nullptr;
    Answerer answers; ///< nothing = success
    QObject context;
    std::optional<Result<void>> started;
    std::optional<Result<void>> stopped;
    QStringList bodies;
    QList<protocol::StoredMessage> messages;
    QList<ConsumeContext> contexts;
    QList<ConsumerNews> news;
    int queues = 0;
    int ahead = 0; ///< calls that may wait at the listener
    int running = 0;
    int most = 0; ///< calls that were unfinished at once
    std::unique_ptr<GroupConsumer> consumer;
};

/// A sandbox on a clock that the test moves, a producer, and as many consumers as a test wants.
struct ConsumeFixture {
    explicit ConsumeFixture(int brokers = 1, int replicas = 0) : ConsumeFixture(options(brokers, replicas)) {}
    explicit ConsumeFixture(sandbox::SandboxOptions options) : box(std::move(options), clock)
    {
        if (const auto begun = box.start(); !begun)
            qFatal("%s", qUtf8Printable(begun.error().remark));
        link = std::make_unique<Link>(box.nameServer(), clock);
        producer = std::make_unique<Producer>(link->cluster);
    }

    static sandbox::SandboxOptions options(int brokers, int replicas)
    {
        sandbox::SandboxOptions options;
        options.demoData = false;
        options.rate = 0;
        options.brokers = brokers;
        options.replicas = replicas;
        return options;
    }

    /// Lets time pass: for conditions of QTRY_VERIFY that need it.
    bool tick(milliseconds time = milliseconds(200))
    {
        clock.advance(time);
        return true;
    }
    template <typename T>
    Result<T> result(Pending<T> pending)
    {
        return awaited(std::move(pending));
    }
    template <typename C>
    Result<typename C::Reply> ask(const C &command, const QString &broker = QStringLiteral("broker-a"))
    {
        return result(link->cluster.ask(command, Target::of(BrokerName(broker)), {}));
    }
    void createTopic(const QString &topic, int queues = 4, const QStringList &brokers = {QStringLiteral("broker-a")})
    {
        for (const QString &broker : brokers) {
            commands::UpdateAndCreateTopic create;
            create.topic = TopicName(topic);
            create.readQueueNums = create.writeQueueNums = queues;
            const auto made = ask(create, broker);
            if (!made)
                qFatal("%s", qUtf8Printable(made.error().remark));
        }
    }
    void send(const QString &body, const SendOptions &how = {}, const QString &tag = {}, const QString &topic = QStringLiteral("t"),
        const QList<std::pair<QString, QString>> &properties = {})
    {
        OutgoingMessage message{.topic = TopicName(topic), .body = body.toUtf8()};
        if (!tag.isEmpty())
            message.properties.set(QString(protocol::property::Tags), tag);
        for (const auto &[name, value] : properties)
            message.properties.set(name, value);
        const auto sent = result(producer->send(message, how));
        if (!sent)
            qFatal("%s", qUtf8Printable(sent.error().remark));
    }
    /// Bodies "0000" up, to queues in turn, or to one.
    QStringList sendMany(int count, std::optional<int> queue = std::nullopt, int first = 0)
    {
        QStringList bodies;
        for (int i = first; i < first + count; ++i) {
            bodies << QStringLiteral("%1").arg(i, 4, 10, QLatin1Char('0'));
            SendOptions how;
            if (queue)
                how.queue = QueueRef{BrokerName(QStringLiteral("broker-a")), QueueId(*queue)};
            send(bodies.last(), how);
        }
        return bodies;
    }
    [[nodiscard]] static SendOptions toQueue(int queue, const QString &broker = QStringLiteral("broker-a"))
    {
        SendOptions how;
        how.queue = QueueRef{BrokerName(broker), QueueId(queue)};
        return how;
    }
    /// The group's stored offset; -1 where it has none.
    qint64 stored(int queue, const QString &topic = QStringLiteral("t"), const QString &group = QStringLiteral("g"))
    {
        const auto reply = ask(commands::QueryConsumerOffset{.consumerGroup = ConsumerGroup(group), .topic = TopicName(topic), .queueId = QueueId(queue), .setZeroIfNotFound = false});
        return reply ? reply->offset.value() : -1;
    }
    /// Messages of the group's dead letters.
    qint64 deadLetters(const QString &group = QStringLiteral("g"))
    {
        const auto reply = ask(commands::GetMaxOffset{.topic = protocol::deadLetterTopic(ConsumerGroup(group)), .queueId = QueueId(0)});
        return reply ? reply->offset.value() : -1;
    }
    std::unique_ptr<Member> member() { return std::make_unique<Member>(box.nameServer(), clock); }

    ManualClock clock;
    sandbox::Sandbox box;
    std::unique_ptr<Link> link;
    std::unique_ptr<Producer> producer;
};

} // namespace rocketdesk::tests
