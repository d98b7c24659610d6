// SPDX-License-Identifier: Apache-2.0
#include "client/producer/producer.h"

#include "client/base/backoff.h"
#include "client/cluster/hostaddress.h"
#include "client/commands/offsets.h"
#include "client/producer/sendrules.h"
#include "client/protocol/batch.h"
#include "client/protocol/selectorhash.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QtEndian>

namespace rocketdesk {

namespace {

constexpr milliseconds firstPause{20};
constexpr milliseconds longestPause{500};
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

Failure noQueue(const TopicName &topic, const std::optional<QueueRef> &wanted)
{
    if (wanted)
        return failed(Error::Kind::NoRoute, QStringLiteral("the topic %1 has no queue %2 on %3 that may be written").arg(topic.text()).arg(wanted->id.value()).arg(wanted->broker.text()));
    return failed(Error::Kind::NoRoute, QStringLiteral("no queue of the topic %1 may be written").arg(topic.text()));
}

SendReceipt receiptOf(const commands::SendReply &reply, QString id, BrokerName broker)
{
    return {.messageId = std::move(id), .offsetMessageId = reply.msgId, .queue = {std::move(broker), reply.queueId}, .queueOffset = reply.queueOffset,
        .status = commands::sendStatus(reply.code).value_or(commands::SendStatus::SendOk), .transactionId = reply.transactionId.value_or(QString())};
}

/// One receipt of a batch becomes one for each of its messages.
void spread(std::span<const OutgoingMessage> messages, const Result<SendReceipt> &whole, BatchReceipts &receipts)
{
    const QStringList ids = whole ? whole->offsetMessageId.split(u',') : QStringList();
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (!whole) {
            receipts.push_back(failed(whole.error()));
            continue;
        }
        SendReceipt receipt = *whole;
        receipt.messageId = messages[i].properties.value(protocol::property::UniqueKey, QString());
        receipt.offsetMessageId = ids.value(ids.size() == 1 ? 0 : static_cast<qsizetype>(i));
        receipt.queueOffset = QueueOffset(whole->queueOffset.value() + static_cast<qint64>(i));
        receipts.push_back(std::move(receipt));
    }
}

} // namespace

Producer::Producer(Cluster &cluster)
    : m_cluster(cluster)
    , m_picker(QRandomGenerator::global()->generate())
    , m_ids(addressOfHost(), static_cast<quint16>(QCoreApplication::applicationPid()), QRandomGenerator::global()->generate())
{
}

Pending<SendReceipt> Producer::send(const OutgoingMessage &message, SendOptions options)
{
    const auto made = MessageTemplate::of(message, std::move(options), clock().wallMs());
    return made ? send(*made) : readyFailed<SendReceipt>(made.error());
}

Pending<SendReceipt> Producer::send(const MessageTemplate &message)
{
    auto stamped = message.stamp(m_ids, clock().wallMs());
    if (message.options().oneway)
        return tell(std::move(stamped), message.options());
    return deliver(std::move(stamped.command), std::move(stamped.id), message.options());
}

template <typename C>
Pending<SendReceipt> Producer::deliver(C command, QString id, SendOptions options)
{
    const auto began = clock().now();
    const Deadline until = deadlineOf(options);
    Backoff backoff(firstPause, longestPause);
    BrokerName avoid;
    int failures = 0;
    for (int tries = 1;; ++tries) {
        std::optional<Way> way = wayAtOnce(command.topic, options, avoid);
        if (!way) {
            auto finding = findWay(command.topic, options, avoid, until);
            const auto found = co_await finding;
            if (!found)
                co_return failed(found.error());
            way = *found;
        }
        if (options.deliverAt) {
            auto asking = requireTimers(way->broker, command.topic, until);
            const auto able = co_await asking;
            if (!able)
                co_return failed(able.error());
        }
        command.queueId = way->queue;
        command.brokerName = way->broker.name;
        auto asking = m_cluster.remoting().ask(way->broker.address, command, until, options.origin);
        auto reply = co_await asking;
        if (reply) {
            SendReceipt receipt = receiptOf(*reply, std::move(id), way->broker.name);
            receipt.cost = clock().now() - began;
            receipt.tries = tries;
            receipt.createdTopic = way->creates;
            co_return receipt;
        }
        Error error = std::move(reply.error());
        error.where = way->broker.label();
        if (doubtsRoute(error))
            (void)m_cluster.routes().refresh(command.topic, {.origin = Origin::Routes});
        const bool busy = isBusy(error);
        failures += busy ? 0 : 1;
        if (!isWorthAnotherTry(error) || options.retries == 0 || failures > options.retries || clock().passed(until))
            co_return failed(std::move(error));
        // The same broker again needs a pause, another one does not.
        if (busy || avoid == way->broker.name) {
            auto pausing = clock().at(clock().in(backoff.next()).sooner(until));
            (void)co_await pausing;
            if (clock().passed(until))
                co_return failed(std::move(error));
        }
        avoid = way->broker.name;
    }
}

Pending<SendReceipt> Producer::tell(StampedMessage message, SendOptions options)
{
    const auto began = clock().now();
    const Deadline until = deadlineOf(options);
    auto finding = findWay(message.command.topic, options, {}, until);
    const auto way = co_await finding;
    if (!way)
        co_return failed(way.error());
    if (options.deliverAt) {
        auto asking = requireTimers(way->broker, message.command.topic, until);
        const auto able = co_await asking;
        if (!able)
            co_return failed(able.error());
    }
    auto making = written(way->broker.address, mostUnwritten, until);
    const auto room = co_await making;
    if (!room)
        co_return failed(room.error());
    message.command.queueId = way->queue;
    message.command.brokerName = way->broker.name;
    auto told = m_cluster.remoting().tell(way->broker.address, message.command, options.origin);
    if (!told) {
        told.error().where = way->broker.label();
        co_return failed(std::move(told.error()));
    }
    if (std::find(m_told.cbegin(), m_told.cend(), way->broker.address) == m_told.cend())
        m_told.push_back(way->broker.address);
    auto writing = written(way->broker.address, mostUnwritten, until);
    const auto gone = co_await writing;
    if (!gone)
        co_return failed(gone.error());
    co_return SendReceipt{.messageId = message.id, .queue = {way->broker.name, way->queue}, .cost = clock().now() - began, .createdTopic = way->creates};
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

std::optional<Producer::Way> Producer::wayAtOnce(const TopicName &topic, const SendOptions &options, const BrokerName &avoid)
{
    const RoutePtr route = m_cluster.routes().cached(topic);
    return route ? choose(*route, options, avoid) : std::nullopt;
}

Pending<Producer::Way> Producer::findWay(TopicName topic, SendOptions options, BrokerName avoid, Deadline until)
{
    if (auto way = wayAtOnce(topic, options, avoid))
        co_return *way;
    auto looking = m_cluster.routes().refresh(topic, askFor(until));
    const auto route = co_await looking;
    if (route) {
        if (auto way = choose(**route, options, avoid))
            co_return *way;
        co_return noQueue(topic, options.queue);
    }
    if (route.error().kind != Error::Kind::NoRoute || !options.createTopic)
        co_return failed(route.error());
    auto borrowing = routeOfTemplate(topic, askFor(until));
    const auto borrowed = co_await borrowing;
    if (!borrowed) // why the topic cannot be sent to, not what is wrong with the template
        co_return failed(borrowed.error().kind == Error::Kind::NoRoute ? route.error() : borrowed.error());
    auto way = choose(**borrowed, options, avoid);
    if (!way)
        co_return noQueue(topic, options.queue);
    way->creates = true;
    co_return *way;
}

Pending<RoutePtr> Producer::routeOfTemplate(TopicName topic, Ask how)
{
    const commands::SendHeader defaults;
    auto looking = m_cluster.routes().find(defaults.defaultTopic, how);
    const auto route = co_await looking;
    if (!route)
        co_return failed(route.error());
    commands::TopicRouteData data = (*route)->data;
    for (auto &queues : data.queueDatas) {
        const int count = std::min(commands::SendHeader().defaultTopicQueueNums, queues.readQueueNums);
        queues.readQueueNums = count;
        queues.writeQueueNums = count;
    }
    co_return makeRoute(topic, std::move(data), (*route)->fetched);
}

std::optional<Producer::Way> Producer::choose(const Route &route, const SendOptions &options, const BrokerName &avoid)
{
    const QueueRef *queue = nullptr;
    if (options.queue) {
        const auto found = std::find(route.publish.cbegin(), route.publish.cend(), *options.queue);
        queue = found == route.publish.cend() ? nullptr : &*found;
    } else if (!options.shardingKey.isEmpty() && !route.publish.empty()) {
        queue = &route.publish[static_cast<std::size_t>(protocol::queueIndexByJavaHash(options.shardingKey, static_cast<int>(route.publish.size())))];
    } else {
        queue = m_picker.pick(route, avoid);
    }
    const BrokerRef *const broker = queue ? route.broker(queue->broker) : nullptr;
    return broker ? std::optional(Way{.broker = *broker, .queue = queue->id}) : std::nullopt;
}

Pending<void> Producer::requireTimers(BrokerRef broker, TopicName topic, Deadline until)
{
    const auto version = [this, broker] {
        const Connection *const connection = m_cluster.remoting().connectionTo(broker.address);
        return connection ? connection->serverVersion() : 0;
    };
    if (version() == 0) { // any question does: every answer names the version
        auto asking = m_cluster.remoting().ask(broker.address, commands::GetMaxOffset{.topic = topic}, until, Origin::Send);
        const auto answer = co_await asking;
        if (version() == 0)
            co_return failed(answer ? Error{.kind = Error::Kind::Unsupported} : answer.error());
    }
    if (version() < firstVersionWithTimers)
        co_return failed(Error::Kind::Unsupported, QStringLiteral("delivery times need RocketMQ 5.0: this broker would deliver at once"), broker.label());
    co_return {};
}

Pending<BatchReceipts> Producer::sendBatch(std::vector<OutgoingMessage> messages, SendOptions options, int perRequest)
{
    for (OutgoingMessage &message : messages) {
        if (auto sendable = requireSendable(message, options, clock().wallMs()); !sendable)
            co_return failed(std::move(sendable.error()));
        addOptionProperties(message.properties, options);
    }
    if (options.oneway)
        co_return failed(Error::Kind::InvalidArgument, QStringLiteral("a batch is not sent one-way"));
    if (const auto valid = protocol::validateBatch(messages); !valid)
        co_return failed(valid.error());
    for (OutgoingMessage &message : messages)
        message.properties.set(protocol::property::UniqueKey, m_ids.next(clock().wallMs()));
    const auto most = std::clamp<qsizetype>(perRequest, 1, protocol::maxBatchCount);
    const auto runs = protocol::splitBatch(messages, protocol::maxMessageBody, most);
    BatchReceipts receipts;
    for (const auto &run : runs) {
        auto sending = sendRun(run, options);
        const auto receipt = co_await sending;
        spread(run, receipt, receipts);
    }
    co_return receipts;
}

Pending<SendReceipt> Producer::sendRun(std::span<const OutgoingMessage> messages, const SendOptions &options)
{
    const OutgoingMessage &first = messages.front();
    commands::SendBatchMessage command;
    command.producerGroup = ProducerGroup(QStringLiteral("rocketdesk"));
    command.topic = first.topic;
    command.bornTimestamp = clock().wallMs();
    // The header's properties are the batch's own: 4.9 would add them to every message, so only what says something is there.
    if (!protocol::waitsForStore(first.properties))
        command.properties = QByteArrayLiteral("WAIT\x01" "false\x02");
    const bool alone = messages.size() == 1; // may be too large for the frame around batches
    command.batch = !alone;
    if (alone) {
        auto block = first.properties.toBlock();
        if (!block)
            return readyFailed<SendReceipt>(block.error());
        command.properties = *block;
        command.flag = first.flag;
        command.body = first.body;
    } else {
        auto body = protocol::encodeBatch(messages);
        if (!body)
            return readyFailed<SendReceipt>(body.error());
        command.body = std::move(*body);
    }
    return deliver(std::move(command), QString(), options);
}

Ask Producer::askFor(Deadline until)
{
    return {.limit = std::max(clock().left(until), milliseconds(1)), .origin = Origin::Routes};
}

} // namespace rocketdesk
