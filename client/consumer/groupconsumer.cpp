// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/groupconsumer.h"

#include "client/base/logcategories.h"
#include "client/consumer/concurrentconsume.h"
#include "client/consumer/localoffsetstore.h"
#include "client/consumer/orderlyconsume.h"
#include "client/consumer/remoteoffsetstore.h"
#include "client/protocol/names.h"

#include <QScopeGuard>

namespace rocketdesk {

namespace {

constexpr std::chrono::seconds LookForOverdueEvery{60};
constexpr qint64 ShortestPersistInterval = 100; ///< ms

std::unique_ptr<OffsetStore> makeStore(Cluster &cluster, const ConsumerSettings &settings)
{
    if (settings.isBroadcasting())
        return std::make_unique<LocalOffsetStore>(cluster.clock(), settings.options.offsetStorePath, settings.group);
    return std::make_unique<RemoteOffsetStore>(cluster, settings.group);
}

std::unique_ptr<ConsumeService> makeService(ConsumerParts &parts, ListenerCalls listener)
{
    if (parts.settings.orderly)
        return std::make_unique<OrderlyConsume>(parts, std::move(listener));
    return std::make_unique<ConcurrentConsume>(parts, std::move(listener));
}

} // namespace

GroupConsumer::GroupConsumer(Cluster &cluster, Membership &membership, ConsumerSettings settings, Subscriptions subscriptions, ListenerCalls listener,
    Tell tell, TraceSink *trace, QObject *parent)
    : QObject(parent)
    , m_cluster(cluster)
    , m_membership(membership)
    , m_settings(std::move(settings))
    , m_subscriptions(std::move(subscriptions))
    , m_filters(cluster)
    , m_tell(std::move(tell))
    , m_troubles([this](const ConsumerNews &news) { m_tell(news); })
    , m_offsets(makeStore(cluster, m_settings))
    , m_parts{cluster, m_settings, membership.clientId(), *m_offsets, m_statistics, m_troubles, ConsumeTracer(trace, cluster.clock(), m_settings.group)}
    , m_service(makeService(m_parts, std::move(listener)))
    , m_assignment(m_parts, *this, [this] { m_tell(consumernews::Assigned{static_cast<int>(m_assignment.queues().size())}); })
{
    addRetryTopic();
}

GroupConsumer::~GroupConsumer() = default;

void GroupConsumer::addRetryTopic()
{
    if (!m_settings.isBroadcasting())
        (void)m_subscriptions.byTags(protocol::retryTopic(m_settings.group), QStringLiteral("*"), m_cluster.clock().wallMs());
}

Pending<void> GroupConsumer::start()
{
    if (m_registration.isValid() || m_end.isBegun())
        co_return failed(Error::Kind::InvalidArgument, QStringLiteral("this consumer was started before"));
    if (m_cluster.remoting().options().readOnly)
        co_return failed(Error{.kind = Error::Kind::ReadOnly, .remark = QStringLiteral("a consumer stores offsets"), .operation = QStringLiteral("HEART_BEAT")});
    for (quint64 edition = m_edition + 1; edition != m_edition;) { // topics may change meanwhile
        edition = m_edition;
        auto checking = checkTopics();
        const auto checked = co_await checking;
        if (!checked)
            co_return failed(checked.error());
    }
    if (m_end.isBegun())
        co_return failed(Error::Kind::Cancelled);
    auto joined = m_membership.join(m_settings.group, *this);
    if (!joined)
        co_return failed(joined.error());
    m_registration = std::move(*joined);
    auto leaving = qScopeGuard([this] { m_registration = Registration(); }); // a start that is cancelled can be tried again
    m_startedMs = m_cluster.clock().wallMs();
    for (const auto &[topic, subscription] : m_subscriptions.all())
        m_membership.uses(topic);
    auto beating = m_membership.heartbeat();
    (void)co_await beating;
    leaving.dismiss();
    if (m_end.isBegun())
        co_return failed(Error::Kind::Cancelled);
    startRebalancers();
    (void)storeOffsets();
    (void)sampleStatistics();
    (void)lookForOverdue();
    co_return {};
}

Pending<void> GroupConsumer::checkTopics()
{
    std::vector<TopicName> topics;
    std::vector<Pending<RoutePtr>> asked;
    for (const auto &[topic, subscription] : m_subscriptions.all()) {
        if (protocol::isRetryTopic(topic.text()))
            continue; // comes with the first heartbeat
        topics.push_back(topic);
        asked.push_back(m_cluster.routes().find(topic, AsConsumer));
    }
    auto asking = whenAll(std::move(asked));
    const auto routes = co_await asking;
    if (!routes)
        co_return failed(routes.error());
    for (std::size_t i = 0; i < topics.size(); ++i) {
        const Result<RoutePtr> &route = (*routes)[i];
        if (!route && route.error().kind != Error::Kind::NoRoute)
            co_return failed(route.error());
        const Subscription *const subscription = m_subscriptions.find(topics[i]);
        if (!route || !subscription)
            continue;
        auto checking = m_filters.askAll(topics[i], subscription->filter);
        const auto fits = co_await checking;
        if (!fits)
            co_return failed(fits.error());
    }
    co_return {};
}

void GroupConsumer::startRebalancers()
{
    RebalanceHost &host = *this;
    for (const auto &[topic, subscription] : m_subscriptions.all()) {
        auto &rebalancer = m_rebalancers[topic];
        if (!rebalancer)
            rebalancer = std::make_unique<Rebalancer>(m_parts, host, topic);
    }
}

Pending<void> GroupConsumer::shutdown(milliseconds patience)
{
    m_until = m_until.sooner(m_cluster.clock().in(patience));
    m_patience = whenDone(m_cluster.clock().at(m_until), this, [this](const Result<void> &) { m_service->ended().wake(); });
    if (m_end.begin())
        (void)end();
    return m_end.wait();
}

Pending<void> GroupConsumer::end()
{
    m_changing.cancel();
    m_rebalancers.clear();
    m_assignment.retireAll();
    m_service->stop();
    while (m_service->unfinished() > 0 && !m_cluster.clock().passed(m_until)) {
        auto waiting = m_service->ended().wait();
        (void)co_await waiting;
    }
    auto releasing = m_assignment.release();
    const auto released = co_await releasing;
    auto leaving = m_registration.leave();
    (void)co_await leaving;
    m_end.finish(released);
    co_return {};
}

void GroupConsumer::abandon()
{
    // Not before the answers that came just now are delivered: what was acknowledged is stored.
    Turn::atEnd(this, [](QObject *object) {
        auto *consumer = static_cast<GroupConsumer *>(object);
        whenDone(consumer->shutdown(milliseconds(0)), consumer, [consumer](const Result<void> &) { consumer->deleteLater(); });
    });
}

Pending<void> GroupConsumer::storeOffsets()
{
    while (!m_end.isBegun()) {
        auto resting = m_cluster.clock().after(milliseconds(std::max(m_settings.options.persistInterval, ShortestPersistInterval)));
        (void)co_await resting;
        auto storing = storeOffsetsNow();
        (void)co_await storing;
    }
    co_return {};
}

Pending<void> GroupConsumer::storeOffsetsNow()
{
    auto storing = m_offsets->persist(m_assignment.names());
    const auto stored = co_await storing;
    if (!stored && !m_end.isBegun())
        qCWarning(logConsumer, "offsets of %s could not be stored: %s", qUtf8Printable(m_settings.group.text()), qUtf8Printable(stored.error().remark));
    co_return {};
}

Pending<void> GroupConsumer::sampleStatistics()
{
    while (!m_end.isBegun()) {
        m_statistics.sample(m_cluster.clock().wallMs());
        auto resting = m_cluster.clock().after(ConsumeStatistics::SampleEvery);
        (void)co_await resting;
    }
    co_return {};
}

Pending<void> GroupConsumer::lookForOverdue()
{
    while (!m_end.isBegun()) {
        auto resting = m_cluster.clock().after(LookForOverdueEvery);
        (void)co_await resting;
        for (const QueuePtr &queue : m_assignment.queues()) {
            if (!queue->isRetired())
                m_service->giveUpOverdue(queue);
        }
    }
    co_return {};
}

void GroupConsumer::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        m_assignment.wakeAll();
}

void GroupConsumer::setSubscriptions(Subscriptions subscriptions)
{
    m_changing.cancel(); // the last ones count
    ++m_edition;
    if (!m_registration.isValid() || m_end.isBegun())
        return apply(std::move(subscriptions)); // the start checks them
    auto changing = change(std::move(subscriptions));
    m_changing = changing.call();
}

Pending<void> GroupConsumer::change(Subscriptions next)
{
    std::vector<std::pair<TopicName, WatchFilter>> fresh;
    for (const auto &[topic, subscription] : next.all()) {
        const Subscription *const before = m_subscriptions.find(topic);
        if (subscription.filter.isSql() && !(before && before->filter.isSql() && before->data.subString == subscription.data.subString))
            fresh.emplace_back(topic, subscription.filter);
    }
    for (const auto &[topic, filter] : fresh) {
        auto checking = m_filters.askAll(topic, filter);
        const auto fits = co_await checking;
        if (fits)
            continue;
        next.restore(topic, m_subscriptions);
        m_tell(consumernews::Trouble{.broker = BrokerName(fits.error().where), .error = fits.error(), .answeredBefore = true});
    }
    apply(std::move(next));
    co_return {};
}

void GroupConsumer::apply(Subscriptions subscriptions)
{
    std::vector<TopicName> gone;
    for (const auto &[topic, subscription] : m_subscriptions.all()) {
        if (!protocol::isRetryTopic(topic.text()) && !subscriptions.find(topic))
            gone.push_back(topic);
    }
    m_subscriptions = std::move(subscriptions);
    addRetryTopic();
    for (const TopicName &topic : gone) {
        m_rebalancers.erase(topic);
        m_assignment.assign(topic, {});
    }
    if (!m_registration.isValid() || m_end.isBegun())
        return;
    for (const auto &[topic, subscription] : m_subscriptions.all())
        m_membership.uses(topic);
    m_membership.changed();
    startRebalancers();
}

void GroupConsumer::idsChanged()
{
    (void)storeOffsetsNow(); // who takes over a queue begins at its stored offset, perhaps before this client has given it up
    for (const auto &[topic, rebalancer] : m_rebalancers)
        rebalancer->wake();
}

void GroupConsumer::shared(const TopicName &topic, const std::vector<QueueRef> &mine)
{
    m_unshared.erase(topic);
    m_assignment.assign(topic, mine);
}

void GroupConsumer::cannotShare(const TopicName &topic, const Error &error)
{
    if (m_unshared.insert(topic).second)
        qCWarning(logConsumer, "the queues of %s can't be shared: %s", qUtf8Printable(topic.text()), qUtf8Printable(error.remark));
}

void GroupConsumer::offsetIllegal(const QueuePtr &queue, QueueOffset next)
{
    qCWarning(logConsumer, "%s %s %d: nothing is at offset %lld, it goes on at %lld", qUtf8Printable(queue->queue().topic.text()),
        qUtf8Printable(queue->queue().broker.text()), queue->queue().queue.value(), queue->next.value(), next.value());
    (void)m_assignment.restart(queue->queue(), next);
}

} // namespace rocketdesk
