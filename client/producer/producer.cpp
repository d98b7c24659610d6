// SPDX-License-Identifier: Apache-2.0
#include "client/producer/producer.h"

#include "client/cluster/hostaddress.h"
#include "client/producer/sendretry.h"
#include "client/protocol/recall.h"
#include "client/protocol/requestreply.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QtEndian>

namespace rocketdesk {

namespace {

/// One-way requests wait while more than this lies in front of them: the broker drops silently what it cannot keep up with.
constexpr qsizetype mostUnwritten = 1 << 20;
constexpr milliseconds lookAgain{2};

/// The address that unique ids name; empty lets the generator invent one.
QByteArray addressOfHost()
{
    const QHostAddress address = hostAddress();
    if (address.isNull())
        return {};
    QByteArray bytes(4, '\0');
    qToBigEndian(address.toIPv4Address(), bytes.data());
    return bytes;
}

/// `soFar` has what the reply does not know.
Result<SendReceipt> receiptOf(Result<commands::SendReply> reply, const QString &id, const WayFinder::Way &way, SendReceipt soFar)
{
    if (!reply) {
        reply.error().where = way.broker.label();
        return failed(std::move(reply.error()));
    }
    soFar.messageId = id;
    soFar.offsetMessageId = std::move(reply->msgId);
    soFar.queue = {way.broker.name, reply->queueId};
    soFar.queueOffset = reply->queueOffset;
    soFar.status = commands::sendStatus(reply->code).value_or(commands::SendStatus::SendOk);
    soFar.transactionId = std::move(reply->transactionId).value_or(QString());
    soFar.recallHandle = std::move(reply->recallHandle).value_or(QString());
    soFar.region = std::move(reply->region).value_or(QString());
    soFar.traceOn = reply->traceOn.value_or(true);
    soFar.createdTopic = way.creates;
    return soFar;
}

SendTry tryOf(const commands::SendHeader &command, const QString &id, qsizetype bodySize, const WayFinder::Way &way, TryNumbers numbers)
{
    return {.topic = command.topic, .broker = way.broker, .messageId = id, .properties = command.properties ? QByteArrayView(*command.properties) : QByteArrayView(),
        .bodySize = bodySize, .numbers = numbers};
}

} // namespace

Producer::Producer(Cluster &cluster, ProducerOptions options)
    : m_cluster(cluster)
    , m_names(options.nameSpace)
    , m_group(options.groupOnWire())
    , m_ways(cluster, {.queuesOfNewTopics = options.defaultTopicQueueNums, .avoidsSlowBrokers = options.sendLatencyEnable})
    , m_gate(cluster.clock(), options.limits())
    , m_ids(addressOfHost(), static_cast<quint16>(QCoreApplication::applicationPid()), QRandomGenerator::global()->generate())
{
}

ProducerOptions Producer::ofConsole()
{
    ProducerOptions options;
    options.producerGroup = SendMarks().group.text();
    return options;
}

Pending<SendReceipt> Producer::send(const OutgoingMessage &message, SendOptions options)
{
    return sendMarked(message, {}, std::move(options));
}

Pending<SendReceipt> Producer::sendMarked(const OutgoingMessage &message, protocol::Properties marks, SendOptions options)
{
    const auto made = MessageTemplate::of(message, std::move(options), clock().wallMs(), {.group = m_group, .properties = std::move(marks), .names = m_names});
    return made ? send(*made) : readyFailed<SendReceipt>(made.error());
}

Pending<SendReceipt> Producer::send(const MessageTemplate &message)
{
    auto stamped = message.stamp(m_ids, clock().wallMs());
    About about{std::move(stamped.id), stamped.bodySize};
    if (message.options().oneway)
        return tell(std::move(stamped.command), std::move(about), message.options());
    return deliver(std::move(stamped.command), std::move(about), message.options());
}

template <typename C>
Pending<SendReceipt> Producer::deliver(C command, About about, SendOptions options)
{
    const auto began = clock().now();
    SendTries tries(deadlineOf(options), {.retries = options.retries, .whenNotStoreOk = options.retryWhenNotStoreOk});
    auto permit = m_gate.tryEnter(command.body.size());
    if (!permit) {
        auto entering = m_gate.enter(command.body.size(), tries.until());
        auto entered = co_await entering;
        if (!entered)
            co_return failed(entered.error());
        permit = std::move(*entered);
    }
    for (;;) {
        std::optional<Way> way = m_ways.atOnce(command.topic, options, tries.avoid());
        if (!way) {
            auto finding = m_ways.find(command.topic, options, tries.avoid(), tries.until());
            const auto found = co_await finding;
            if (!found)
                co_return tries.outcome(failed(found.error()));
            way = *found;
        }
        command.queueId = way->queue;
        command.brokerName = way->broker.name;
        if (auto allowed = beforeTry(command, about, *way, {.number = tries.made()}); !allowed)
            co_return tries.outcome(failed(std::move(allowed.error())));
        const auto tryBegan = clock().now();
        auto asking = m_cluster.remoting().ask(way->broker.address, command, tries.until(), options.origin);
        auto reply = co_await asking;
        const auto now = clock().now();
        auto result = receiptOf(std::move(reply), about.id, *way, {.cost = now - began, .tries = tries.made()});
        noteTry(command, *way, result, now - tryBegan);
        afterTry(command, about, *way, {.number = tries.made(), .cost = now - tryBegan}, result);
        const auto pause = tries.next(result, way->broker.name, now);
        if (!pause)
            co_return tries.outcome(std::move(result));
        if (*pause > milliseconds(0)) {
            auto pausing = clock().at(clock().in(*pause).sooner(tries.until()));
            (void)co_await pausing;
            if (clock().passed(tries.until()))
                co_return tries.outcome(std::move(result));
        }
    }
}

template <typename C>
Pending<SendReceipt> Producer::tell(C command, About about, SendOptions options)
{
    const auto began = clock().now();
    const Deadline until = deadlineOf(options);
    auto finding = m_ways.find(command.topic, options, {}, until);
    const auto way = co_await finding;
    if (!way)
        co_return failed(way.error());
    auto making = written(way->broker.address, mostUnwritten, until);
    const auto room = co_await making;
    if (!room)
        co_return failed(room.error());
    command.queueId = way->queue;
    command.brokerName = way->broker.name;
    if (auto allowed = beforeTry(command, about, *way, {}); !allowed)
        co_return failed(std::move(allowed.error()));
    auto told = m_cluster.remoting().tell(way->broker.address, command, options.origin);
    if (!told) {
        told.error().where = way->broker.label();
        afterTry(command, about, *way, {}, failed(told.error()));
        co_return failed(std::move(told.error()));
    }
    SendReceipt receipt{.messageId = about.id, .queue = {way->broker.name, way->queue}, .createdTopic = way->creates};
    afterTry(command, about, *way, {}, receipt);
    if (std::find(m_told.cbegin(), m_told.cend(), way->broker.address) == m_told.cend())
        m_told.push_back(way->broker.address);
    auto writing = written(way->broker.address, mostUnwritten, until);
    const auto gone = co_await writing;
    if (!gone)
        co_return failed(gone.error());
    receipt.cost = clock().now() - began;
    co_return receipt;
}

void Producer::noteTry(const commands::SendHeader &command, const Way &way, const Result<SendReceipt> &result, std::chrono::nanoseconds cost)
{
    m_meter.note(way.broker.name, cost, result.has_value());
    m_ways.note(way.broker.name, cost, result ? nullptr : &result.error());
    if (!result && doubtsRoute(result.error())) // where a broker stalls, thousands of sends time out one after the other
        m_cluster.routes().refreshIfOlder(command.topic, result.error().kind == Error::Kind::Timeout ? RouteTable::RetryAfter : milliseconds(0));
}

Result<void> Producer::beforeTry(const commands::SendHeader &command, const About &about, const Way &way, TryNumbers numbers) const
{
    for (const auto &hook : m_hooks) {
        if (auto allowed = hook->beforeSend(tryOf(command, about.id, about.bodySize, way, numbers)); !allowed)
            return allowed;
    }
    return {};
}

void Producer::afterTry(const commands::SendHeader &command, const About &about, const Way &way, TryNumbers numbers, const Result<SendReceipt> &result) const
{
    for (const auto &hook : m_hooks)
        hook->afterSend(tryOf(command, about.id, about.bodySize, way, numbers), result);
}

Pending<void> Producer::written(Endpoint at, qsizetype most, Deadline until)
{
    for (bool seen = false;;) {
        const Connection *const connection = m_cluster.remoting().connectionTo(at);
        if (!connection && seen)
            co_return failed(Error::Kind::Closed, QStringLiteral("the connection ended before all was written"), at.toString());
        if (!connection || (connection->state() == Connection::State::Connected && connection->unwritten() <= most))
            co_return {};
        seen = true;
        if (clock().passed(until))
            co_return failed(Error::Kind::Timeout, QStringLiteral("the network did not take all in time"), at.toString());
        auto pausing = clock().after(lookAgain);
        (void)co_await pausing;
    }
}

Pending<void> Producer::allWritten(Deadline until)
{
    const std::vector<Endpoint> told = std::exchange(m_told, {});
    for (const Endpoint &at : told) {
        auto writing = written(at, 0, until);
        auto gone = co_await writing;
        if (!gone)
            co_return gone;
    }
    co_return {};
}

Pending<SendReceipt> Producer::reply(const protocol::Properties &request, QByteArray body, SendOptions options)
{
    const auto message = protocol::replyMessage(request, body);
    if (!message)
        return readyFailed<SendReceipt>(message.error());
    options.createTopic = false; // it is the broker's own, in no namespace
    options.oneway = false;
    const auto made = MessageTemplate::of({.topic = message->topic, .body = message->body}, std::move(options), clock().wallMs(), {.group = m_group, .properties = message->properties});
    if (!made)
        return readyFailed<SendReceipt>(made.error());
    auto stamped = made->stamp(m_ids, clock().wallMs());
    commands::SendReplyMessageV2 command;
    static_cast<commands::SendHeader &>(command) = std::move(stamped.command);
    return deliver(std::move(command), {std::move(stamped.id), stamped.bodySize}, made->options());
}

Pending<QString> Producer::recall(TopicName topic, QString handle, Ask how)
{
    const auto parsed = protocol::RecallHandle::parse(handle);
    if (!parsed)
        co_return failed(parsed.error());
    topic = m_names.wire(topic);
    if (parsed->topic != topic)
        co_return failed(Error::Kind::InvalidArgument, QStringLiteral("the handle is of the topic %1").arg(m_names.shown(parsed->topic).text()));
    auto asking = m_cluster.ask(commands::RecallMessage{.producerGroup = m_group, .topic = topic, .recallHandle = handle}, Target::of(parsed->brokerName), how);
    const auto reply = co_await asking;
    const Result<QString> result = reply ? Result<QString>(reply->msgId) : failed(reply.error());
    for (const auto &hook : m_hooks)
        hook->afterRecall(topic, result);
    co_return result;
}

SendStatistics Producer::statistics() const
{
    SendStatistics statistics = m_meter.statistics();
    statistics.onTheirWay = m_gate.inside();
    statistics.waiting = static_cast<qint64>(m_gate.waiting());
    return statistics;
}

template Pending<SendReceipt> Producer::deliver(commands::SendBatchMessage, About, SendOptions);
template Pending<SendReceipt> Producer::tell(commands::SendBatchMessage, About, SendOptions);

} // namespace rocketdesk
