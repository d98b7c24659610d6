// SPDX-License-Identifier: Apache-2.0
#include "client/producer/requester.h"

#include "client/base/logcategories.h"

#include <QUuid>

namespace rocketdesk {

namespace property = protocol::property;

namespace {

protocol::PackedEndpoint packed(const QString &address)
{
    const qsizetype colon = address.lastIndexOf(u':');
    return protocol::PackedEndpoint::of(QStringView(address).first(std::max<qsizetype>(colon, 0)), address.mid(colon + 1).toInt()).value_or(protocol::PackedEndpoint());
}

protocol::StoredMessage messageOf(const commands::PushReplyMessageToClient &push)
{
    protocol::StoredMessage message;
    message.topic = push.topic;
    message.queueId = push.queueId;
    message.sysFlag = push.sysFlag;
    message.flag = push.flag;
    message.reconsumeTimes = push.reconsumeTimes;
    message.bornTimestamp = push.bornTimestamp;
    message.storeTimestamp = push.storeTimestamp;
    message.bornHost = packed(push.bornHost);
    message.storeHost = packed(push.storeHost);
    message.properties = protocol::Bytes(push.properties.value_or(QByteArray()));
    message.body = protocol::Bytes(push.body);
    return message;
}

} // namespace

Requester::Requester(Cluster &cluster, Membership &membership, MemberRequests &requests, Producer &producer)
    : m_cluster(cluster)
    , m_membership(membership)
    , m_producer(producer)
    , m_registration(failed(Error::Kind::Cancelled))
{
    requests.onReply([this](const commands::PushReplyMessageToClient &push) { take(push); });
}

Pending<protocol::StoredMessage> Requester::request(OutgoingMessage message, SendOptions options, milliseconds limit)
{
    const Deadline until = m_cluster.clock().in(limit);
    if (m_waiting.size() >= MostWaiting)
        co_return failed(Error::Kind::Throttled, QStringLiteral("%1 requests wait for their replies").arg(m_waiting.size()));
    auto preparing = prepare(m_producer.names().wire(message.topic), until);
    const auto prepared = co_await preparing;
    if (!prepared)
        co_return failed(prepared.error());
    const QString correlation = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto waiting = waitFor(correlation, until, limit);
    options.limit = std::max(m_cluster.clock().left(until), milliseconds(1));
    options.oneway = false;
    auto sending = m_producer.sendMarked(message,
        {{QString(property::CorrelationId), correlation}, {QString(property::ReplyToClient), m_membership.clientId().text()}, {QString(property::TimeToLive), QString::number(limit.count())}}, options);
    const auto sent = co_await sending;
    if (!sent)
        end(correlation, failed(sent.error()));
    co_return co_await waiting;
}

Pending<void> Requester::prepare(TopicName topic, Deadline until)
{
    if (!m_registration)
        m_registration = m_membership.join(m_producer.group(), *this);
    if (!m_registration)
        co_return failed(m_registration.error());
    if (m_prepared.contains(topic))
        co_return {};
    auto looking = m_cluster.routes().find(topic, {.limit = std::max(m_cluster.clock().left(until), milliseconds(1)), .origin = Origin::Routes});
    const auto route = co_await looking;
    if (!route)
        co_return failed(route.error());
    m_membership.uses(topic);
    std::set<ClusterName> clusters;
    for (const BrokerRef &broker : (*route)->brokers)
        clusters.insert(broker.cluster);
    for (const ClusterName &cluster : clusters) {
        // The reply may come over any broker of the cluster: each has to know this client.
        const TopicName replies(cluster.text() + QLatin1StringView("_REPLY_TOPIC"));
        auto finding = m_cluster.routes().find(replies, {.limit = std::max(m_cluster.clock().left(until), milliseconds(1)), .origin = Origin::Routes});
        (void)co_await finding;
        m_membership.uses(replies);
    }
    auto telling = m_membership.heartbeat();
    (void)co_await telling;
    m_prepared.insert(topic);
    co_return {};
}

Pending<protocol::StoredMessage> Requester::waitFor(const QString &correlation, Deadline until, milliseconds limit)
{
    Waiter &waiter = m_waiting[correlation];
    waiter.promise.onCancel([this, correlation] {
        if (auto gone = m_waiting.extract(correlation))
            gone.mapped().promise.abandon(); // it is being ended with Cancelled
    });
    waiter.timer = whenDone(m_cluster.clock().at(until), &m_context, [this, correlation, limit](Result<void> passed) {
        if (passed)
            end(correlation, failed(Error::Kind::Timeout, QStringLiteral("no reply came within %1 ms").arg(limit.count())));
    });
    return waiter.promise.pending();
}

void Requester::end(const QString &correlation, Result<protocol::StoredMessage> reply)
{
    if (auto ended = m_waiting.extract(correlation))
        ended.mapped().promise.finish(std::move(reply));
}

void Requester::take(const commands::PushReplyMessageToClient &push)
{
    protocol::StoredMessage reply = messageOf(push);
    const QString correlation = reply.propertyText(property::CorrelationId);
    if (!m_waiting.contains(correlation))
        qCDebug(logProducer) << "a reply came that nobody waits for";
    end(correlation, std::move(reply));
}

} // namespace rocketdesk
