// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/litepuller.h"

#include "client/base/logcategories.h"

#include <algorithm>

namespace rocketdesk {

namespace {

Failure invalid(const QString &remark)
{
    return failed(Error::Kind::InvalidArgument, remark);
}

Failure wasShutDown()
{
    return failed(Error::Kind::Cancelled, QStringLiteral("the consumer was shut down"));
}

} // namespace

Result<std::unique_ptr<LitePuller>> LitePuller::make(Cluster &cluster, Membership &membership, const LitePullOptions &options,
    TraceSink *trace)
{
    auto settings = ConsumerSettings::of(options, MessageListener::Kind::Concurrently, cluster.clock().wallMs());
    if (!settings)
        return failed(std::move(settings.error()));
    if (settings->isBroadcasting())
        return failed(Error::Kind::Unsupported, QStringLiteral("a consumer that is polled shares its group's queues; to read all of them, assign them"));
    if (options.maxCacheCountForAll < options.pullBatchSize)
        return invalid(QStringLiteral("maxCacheCountForAll can't be \"%1\"").arg(options.maxCacheCountForAll));
    return std::unique_ptr<LitePuller>(new LitePuller(cluster, membership, std::move(*settings), options.maxCacheCountForAll, trace));
}

LitePuller::LitePuller(Cluster &cluster, Membership &membership, ConsumerSettings settings, int maxCacheCountForAll, TraceSink *trace)
    : m_cluster(cluster)
    , m_membership(membership)
    , m_settings(std::move(settings))
    , m_maxCached(maxCacheCountForAll)
    , m_subscriptions(m_settings.group, m_settings.names)
    , m_filters(cluster)
    , m_troubles([this](const ConsumerNews &) { m_changed.wake(); })
    , m_offsets(cluster, m_settings.group, m_settings.options.autoCommit)
    , m_parts{cluster, m_settings, membership.clientId(), m_offsets, m_statistics, m_troubles, ConsumeTracer(trace, cluster.clock(), m_settings.group)}
    , m_assignment(m_parts, *this, [this] { roomChanged(); })
    , m_nextCommit(cluster.clock().in(milliseconds(m_settings.options.persistInterval)))
    , m_startedMs(cluster.clock().wallMs())
{
}

LitePuller::~LitePuller() = default;

Result<void> LitePuller::checkMode(Mode mode) const
{
    if (m_end.isBegun())
        return wasShutDown();
    if (m_cluster.remoting().options().readOnly)
        return failed(Error{.kind = Error::Kind::ReadOnly, .remark = QStringLiteral("a consumer stores offsets"), .operation = QStringLiteral("HEART_BEAT")});
    if (m_mode != Mode::None && m_mode != mode)
        return invalid(QStringLiteral("a consumer either subscribes to topics or is assigned queues"));
    return {};
}

Result<void> LitePuller::join()
{
    m_mode = Mode::Subscribed;
    if (m_registration.isValid())
        return {};
    auto joined = m_membership.join(m_settings.group, *this);
    if (!joined)
        return failed(std::move(joined.error()));
    m_registration = std::move(*joined);
    return {};
}

Pending<void> LitePuller::checkSql(TopicName topic, QString sql)
{
    Result<void> possible = checkMode(Mode::Subscribed);
    Subscriptions alone(m_settings.group);
    if (possible)
        possible = alone.bySql(topic, sql, 0);
    if (!possible)
        co_return possible;
    auto checking = m_filters.askAll(topic, alone.find(topic)->filter);
    co_return co_await checking;
}

Pending<void> LitePuller::subscribe(TopicName topic, QString expression, QString type)
{
    topic = m_settings.names.wire(topic);
    if (type == QLatin1StringView("SQL92")) {
        auto checking = checkSql(topic, expression);
        const auto fits = co_await checking;
        if (!fits)
            co_return fits;
    }
    const qint64 now = m_cluster.clock().wallMs();
    auto possible = checkMode(Mode::Subscribed);
    if (possible)
        possible = type == QLatin1StringView("SQL92") ? m_subscriptions.bySql(topic, expression, now) : m_subscriptions.byTags(topic, expression, now);
    if (possible)
        possible = join();
    if (!possible)
        co_return possible;
    m_membership.uses(topic);
    auto beating = m_membership.heartbeat();
    (void)co_await beating;
    if (m_end.isBegun())
        co_return wasShutDown();
    if (m_subscriptions.find(topic)) {
        RebalanceHost &host = *this;
        auto &rebalancer = m_rebalancers[topic];
        if (!rebalancer)
            rebalancer = std::make_unique<Rebalancer>(m_parts, host, topic);
    }
    co_return {};
}

void LitePuller::unsubscribe(TopicName topic)
{
    topic = m_settings.names.wire(topic);
    if (!m_subscriptions.remove(topic))
        return;
    m_rebalancers.erase(topic);
    m_assignment.assign(topic, {});
    m_membership.changed();
}

Result<void> LitePuller::assign(Queues queues, QString tags)
{
    if (Result<void> possible = checkMode(Mode::Assigned); !possible)
        return possible;
    std::map<TopicName, std::vector<QueueRef>> byTopic;
    for (const auto &[topic, subscription] : m_subscriptions.all())
        byTopic.try_emplace(topic); // topics that are assigned no more
    for (const commands::MessageQueue &queue : m_settings.names.wire(std::move(queues)))
        byTopic[queue.topic].push_back({queue.broker, queue.queue});
    for (const auto &[topic, mine] : byTopic) {
        if (Result<void> subscribed = m_subscriptions.byTags(topic, tags, m_cluster.clock().wallMs()); !subscribed)
            return subscribed;
        m_mode = Mode::Assigned;
        m_assignment.assign(topic, mine);
    }
    return {};
}

LitePuller::Queues LitePuller::assignment() const
{
    Queues queues;
    for (const commands::MessageQueue &queue : m_assignment.names())
        queues.push_back(m_settings.names.shown(queue));
    return queues;
}

Pending<LiteBatch> LitePuller::poll(milliseconds wait, quint64 number, quint64 lost)
{
    if (m_mode == Mode::None)
        co_return invalid(QStringLiteral("no topic is subscribed to, and no queue assigned"));
    const Deadline until = m_cluster.clock().in(wait);
    const ScopedCall timer = whenDone(m_cluster.clock().at(until), this, [this](const Result<void> &passed) {
        if (passed)
            m_changed.wake();
    });
    finishLast(lost);
    commitIfDue();
    while (!m_end.isBegun()) {
        LiteBatch batch = next(number);
        if (!batch.messages.empty() || m_cluster.clock().passed(until))
            co_return batch;
        auto waiting = m_changed.wait();
        (void)co_await waiting;
    }
    co_return wasShutDown();
}

LiteBatch LitePuller::next(quint64 number)
{
    std::vector<QueuePtr> queues = m_assignment.queues();
    const auto first = std::find_if(queues.begin(), queues.end(), [this](const QueuePtr &queue) { return queue->queue() > m_turn || (m_again && queue->queue() == m_turn); });
    std::rotate(queues.begin(), first, queues.end());
    for (const QueuePtr &queue : queues) {
        if (queue->isRetired() || m_paused.contains(queue->queue()))
            continue;
        LiteBatch batch{queue->queue(), queue->cache().take(m_settings.options.pullBatchSize)};
        if (batch.messages.empty())
            continue;
        if (m_parts.tracer.traces(batch.queue.topic)) // Java too calls it consumed when it is given out
            m_parts.tracer.end(m_parts.tracer.begin(batch.messages), ConsumeEnd::Success);
        m_last = queue;
        m_lastNumber = number;
        m_again = false;
        m_turn = queue->queue();
        return {m_settings.names.shown(std::move(batch.queue)), m_settings.names.shown(std::move(batch.messages))};
    }
    return {};
}

void LitePuller::roomChanged()
{
    m_assignment.wakeAll();
    m_changed.wake();
}

void LitePuller::goOnAt(const commands::MessageQueue &queue, QueueOffset offset)
{
    m_assignment.jump(queue, offset);
    m_offsets.table().update(queue, offset, false);
    roomChanged();
}

int LitePuller::cached() const
{
    int count = 0;
    for (const QueuePtr &queue : m_assignment.queues())
        count += queue->cache().count();
    return count;
}

void LitePuller::setPaused(Queues queues, bool paused)
{
    for (const commands::MessageQueue &queue : m_settings.names.wire(std::move(queues))) {
        if (paused)
            m_paused.insert(queue);
        else
            m_paused.erase(queue);
    }
    if (!paused)
        roomChanged();
}

Pending<LitePuller::Queues> LitePuller::messageQueues(TopicName topic)
{
    auto finding = m_cluster.routes().find(m_settings.names.wire(topic), AsConsumer);
    const auto route = co_await finding;
    if (!route)
        co_return failed(route.error());
    Queues queues;
    for (const QueueRef &queue : (*route)->read)
        queues.push_back({m_settings.names.shown(topic), queue.broker, queue.id});
    co_return queues;
}

Pending<void> LitePuller::shutdown()
{
    if (m_end.begin())
        (void)end();
    return m_end.wait();
}

Pending<void> LitePuller::end()
{
    m_rebalancers.clear();
    m_changed.wake();
    auto releasing = m_assignment.release();
    const auto released = co_await releasing;
    auto leaving = m_registration.leave();
    (void)co_await leaving;
    m_end.finish(released);
    co_return {};
}

void LitePuller::abandon()
{
    whenDone(shutdown(), this, [this](const Result<void> &) { deleteLater(); });
}

void LitePuller::cannotShare(const TopicName &topic, const Error &error)
{
    qCWarning(logConsumer, "the queues of %s can't be shared: %s", qUtf8Printable(topic.text()), qUtf8Printable(error.remark));
}

} // namespace rocketdesk
