// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/watcher.h"

#include "client/base/logcategories.h"
#include "client/cluster/cluster.h"
#include "client/commands/groups.h"

namespace rocketdesk {

namespace {

constexpr Ask AsWatch{.origin = Origin::Watch};
/// A watch with a rate that was held up reads faster for so much time, no more.
constexpr std::chrono::milliseconds MakesUpFor{100};

/// Asking again would not help: what is asked for is refused, or makes no sense.
bool isFinal(const Error &error)
{
    using enum Error::Kind;
    const bool filterRefused = error.kind == Refused && error.operation == QLatin1StringView(commands::CheckClientConfig::request.name);
    return filterRefused || error.kind == NotAuthorised || error.kind == NoPermission || error.kind == InvalidArgument || error.kind == NotFound
        || error.kind == ReadOnly || error.kind == Unsupported;
}

/// A queue that was found later than the watch began has only messages that are newer than its beginning.
WatchFrom fromOfLate(const WatchFrom &from)
{
    return from.kind == WatchFrom::Kind::Last ? WatchFrom::newest() : from;
}

} // namespace

Watcher::Watcher(Cluster &cluster, WatchOptions options, std::shared_ptr<MessageFeed> feed, Tell tell, QObject *parent)
    : QObject(parent)
    , m_cluster(cluster)
    , m_options(std::move(options))
    , m_feed(std::move(feed))
    , m_tell(std::move(tell))
    , m_filters(cluster)
    , m_puller(cluster)
    , m_positions(cluster, m_puller, m_options.asGroup.value_or(watchersGroup()))
{
    (void)run();
}

Watcher::~Watcher() = default;

Pending<void> Watcher::run()
{
    auto beginning = beginAll();
    const auto began = co_await beginning;
    if (!began) {
        m_queues.clear();
        m_tell(watchnews::Ended{began.error()});
        co_return {};
    }
    (void)lookForQueues();
    (void)reportProgress();
    auto refusing = m_refused.pending();
    const auto refused = co_await refusing;
    m_queues.clear();
    m_tell(watchnews::Ended{refused ? *refused : refused.error()});
    m_scope.end();
    co_return {};
}

Pending<void> Watcher::beginAll()
{
    auto filter = WatchFilter::make(m_options);
    if (!filter)
        co_return failed(filter.error());
    m_filter = std::move(*filter);
    auto routing = routes();
    const auto found = co_await routing;
    if (!found)
        co_return failed(found.error());
    if (std::none_of(found->cbegin(), found->cend(), [](const auto &route) { return route.has_value(); }))
        co_return failed(found->front().error());
    // Only a topic that is not there may come later, as a new one that is read from its beginning; and one that is refused.
    const auto unknown = std::find_if(found->cbegin(), found->cend(),
        [this](const auto &route) { return !route && route.error().kind != Error::Kind::NoRoute && !isRefusalOfTopic(route.error()); });
    if (unknown != found->cend())
        co_return failed(unknown->error());
    tellMissing(*found);
    addQueues(*found);
    if (m_brokers.empty())
        co_return failed(Error::Kind::NoPermission, QStringLiteral("no queue of the topic may be read"));
    auto beginning = beginBrokers();
    const auto starts = co_await beginning;
    if (!starts)
        co_return failed(starts.error());
    if (m_options.from.kind == WatchFrom::Kind::Last) {
        auto reading = readLast(*starts);
        (void)co_await reading;
        start(*starts);
    }
    tellPositions();
    for (auto &[name, broker] : m_brokers) {
        if (broker.inTrouble && !broker.queues.empty())
            (void)beginLate(name, fromOfLate(m_options.from));
    }
    co_return {};
}

Pending<Watcher::Starts> Watcher::beginBrokers()
{
    std::vector<BrokerName> names;
    std::vector<Pending<Starts>> begun;
    for (auto &[name, broker] : m_brokers)
        names.push_back(name);
    for (const BrokerName &name : names)
        begun.push_back(beginAndRead(name));
    auto beginning = whenAll(std::move(begun));
    const auto answers = co_await beginning;
    if (!answers)
        co_return failed(answers.error());
    Starts starts;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Result<Starts> &answer = (*answers)[i];
        if (answer)
            starts.insert(starts.end(), answer->cbegin(), answer->cend());
        else if (isFinal(answer.error()))
            co_return failed(answer.error());
        else
            brokerFailed(names[i], answer.error());
    }
    if (nothingIsLeft())
        co_return failed(m_refusedTopics.cbegin()->second);
    co_return starts;
}

Pending<Watcher::Starts> Watcher::begin(BrokerName broker, WatchFrom from)
{
    std::map<TopicName, std::vector<TopicQueue>> waiting;
    for (const TopicQueue &queue : m_brokers[broker].queues)
        waiting[queue.topic].push_back(queue);
    auto groupChecking = checkGroup(broker);
    const auto mayRead = co_await groupChecking;
    if (!mayRead)
        co_return failed(mayRead.error());
    std::vector<Pending<Starts>> begun;
    for (const auto &[topic, queues] : waiting)
        begun.push_back(beginTopic(broker, queues, from));
    auto beginning = whenAll(std::move(begun));
    const auto answers = co_await beginning;
    if (!answers)
        co_return failed(answers.error());
    Starts starts;
    std::vector<std::pair<TopicName, Error>> refused;
    auto answer = answers->cbegin();
    for (auto topic = waiting.cbegin(); topic != waiting.cend(); ++topic, ++answer) {
        if (*answer)
            starts.insert(starts.end(), (*answer)->cbegin(), (*answer)->cend());
        else if (!isRefusalOfTopic(answer->error()) || m_answeredTopics.contains(topic->first))
            co_return failed(answer->error()); // it is this broker that does not serve the topic
        else
            refused.emplace_back(topic->first, answer->error());
    }
    m_brokers[broker].answered = true;
    for (const auto &[topic, error] : refused)
        refuse(topic, error);
    const auto begins = [&](const TopicQueue &queue) { return std::any_of(starts.cbegin(), starts.cend(), [&](const QueueStart &start) { return start.queue == queue; }); };
    std::erase_if(m_brokers[broker].queues, begins);
    goOn(starts);
    co_return starts;
}

Pending<Watcher::Starts> Watcher::beginTopic(BrokerName broker, std::vector<TopicQueue> queues, WatchFrom from)
{
    auto checking = m_filters.ask(broker, queues.front().topic, *m_filter, AsWatch);
    const auto fits = co_await checking;
    if (!fits)
        co_return failed(fits.error());
    auto finding = m_positions.find(queues, from, AsWatch);
    co_return co_await finding;
}

Pending<Watcher::Starts> Watcher::beginAndRead(BrokerName broker)
{
    auto beginning = begin(broker, m_options.from);
    const auto starts = co_await beginning;
    if (starts && m_options.from.kind != WatchFrom::Kind::Last)
        start(*starts);
    co_return starts;
}

Pending<void> Watcher::checkGroup(BrokerName broker)
{
    if (!m_options.asGroup || protocol::isBuiltInGroup(m_options.asGroup->text()))
        co_return {};
    auto asking = m_cluster.ask(commands::GetAllSubscriptionGroupConfig(), Target::of(broker), AsWatch);
    const auto groups = co_await asking;
    if (!groups)
        co_return failed(groups.error());
    if (!groups->body.subscriptionGroupTable.contains(*m_options.asGroup)) {
        co_return failed(Error::Kind::InvalidArgument,
            QStringLiteral("%1 has no consumer group \"%2\", and reading as it would create it").arg(broker.text(), m_options.asGroup->text()), broker.text());
    }
    m_cluster.remoting().addKnown(*m_options.asGroup);
    co_return {};
}

Pending<void> Watcher::beginLate(BrokerName broker, WatchFrom from)
{
    m_brokers[broker].beginning = true;
    Backoff backoff;
    while (true) {
        auto beginning = begin(broker, from);
        const auto starts = co_await beginning;
        if (starts) {
            m_brokers[broker].beginning = false;
            brokerAnswered(broker);
            start(*starts);
            if (!starts->empty())
                tellPositions();
            co_return {};
        }
        brokerFailed(broker, starts.error());
        auto resting = m_cluster.clock().after(backoff.next());
        (void)co_await resting;
    }
}

Pending<void> Watcher::readLast(Starts starts)
{
    m_last = std::make_unique<LastMessages>(m_cluster, m_puller, *m_filter);
    auto reading = m_last->read(std::move(starts), m_options.from.number, AsWatch);
    auto found = co_await reading;
    if (!found)
        co_return failed(found.error());
    for (const auto &[queue, error] : found->unreadable)
        unreadable(queue, error);
    for (const auto &[queue, error] : found->failures)
        queueFailed(queue, error); // until it answers
    auto batch = std::make_shared<protocol::MessageBatch>();
    batch->messages = std::move(found->messages);
    for (const protocol::StoredMessage &message : batch->messages)
        batch->cost += message.body.size() + message.properties.size();
    m_feed->put(std::move(batch));
    co_return {};
}

Pending<void> Watcher::lookForQueues()
{
    while (true) {
        auto resting = m_cluster.clock().after(LookForQueuesEvery);
        (void)co_await resting;
        auto routing = routes();
        const auto found = co_await routing;
        if (!found)
            continue;
        forgetGone(*found);
        tellMissing(*found);
        addQueues(*found);
        for (auto &[name, broker] : m_brokers) {
            if (!broker.queues.empty() && !broker.beginning)
                (void)beginLate(name, WatchFrom::oldest());
        }
    }
}

Pending<void> Watcher::reportProgress()
{
    while (true) {
        auto resting = m_cluster.clock().after(ReportEvery);
        (void)co_await resting;
        const WatchProgress now = progress();
        if (now != std::exchange(m_told, now))
            m_tell(now);
    }
}

WatchProgress Watcher::progress() const
{
    WatchProgress now = m_progress;
    const MessageFeed::Counts counts = m_feed->counts();
    now.received = counts.put;
    now.dropped = counts.dropped;
    for (const auto &[queue, watch] : m_queues) {
        now.behind += watch->behind();
        if (watch->behind() > 0 && watch->readUpTo() > 0)
            now.behindMs = std::max(now.behindMs, m_cluster.clock().wallMs() - watch->readUpTo());
    }
    return now;
}

Pending<Watcher::Routes> Watcher::routes()
{
    std::vector<Pending<RoutePtr>> asked;
    for (const TopicName &topic : m_options.topics)
        asked.push_back(m_cluster.routes().refresh(topic, AsWatch));
    return whenAll(std::move(asked));
}

void Watcher::addQueues(const Routes &routes)
{
    for (const auto &route : routes) {
        if (!route)
            continue;
        for (const QueueRef &queue : (*route)->read) {
            if (m_known.insert({(*route)->topic, queue}).second)
                m_brokers[queue.broker].queues.push_back({(*route)->topic, queue});
        }
    }
}

void Watcher::forgetGone(const Routes &routes)
{
    for (const auto &route : routes) {
        if (!route || (*route)->stale)
            continue;
        const auto gone = [&](const TopicQueue &queue) {
            return queue.topic == (*route)->topic && std::find((*route)->read.cbegin(), (*route)->read.cend(), queue.queue) == (*route)->read.cend();
        };
        for (const TopicQueue &queue : m_known) {
            if (!gone(queue))
                continue;
            std::optional<QueueOffset> &left = m_left[queue];
            if (const auto watch = m_queues.find(queue); watch != m_queues.cend())
                left = watch->second->offset();
        }
        std::erase_if(m_queues, [&](const auto &entry) { return gone(entry.first); });
        std::erase_if(m_known, gone);
        for (auto &[name, broker] : m_brokers) {
            std::erase_if(broker.queues, gone);
            if (std::erase_if(broker.failing, gone) > 0 && broker.failing.empty())
                brokerAnswered(name);
        }
    }
}

void Watcher::goOn(Starts &starts) const
{
    for (QueueStart &start : starts) {
        const auto left = m_left.find(start.queue);
        const bool wasRead = left != m_left.cend() && left->second;
        const bool waited = (left != m_left.cend() && !left->second) || m_refusedTopics.contains(start.queue.topic);
        if (wasRead && *left->second <= start.range.max) // beyond the end it is another queue of this name
            start.offset = *left->second;
        else if (waited && fromOfLate(m_options.from).kind == WatchFrom::Kind::Newest)
            start.offset = start.range.max;
    }
}

void Watcher::tellMissing(const Routes &routes)
{
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const TopicName &topic = m_options.topics[i];
        if (!routes[i] && isRefusalOfTopic(routes[i].error()) && !m_answeredTopics.contains(topic)) {
            refuse(topic, routes[i].error());
            continue;
        }
        if (routes[i] ? m_missing.erase(topic) > 0 : m_missing.insert(topic).second)
            m_tell(routes[i] ? WatchNews(watchnews::TopicFound{topic}) : WatchNews(watchnews::TopicMissing{topic, routes[i].error()}));
    }
}

void Watcher::refuse(const TopicName &topic, const Error &error)
{
    const bool first = m_refusedTopics.try_emplace(topic, error).second;
    if (nothingIsLeft())
        m_refused.finish(error);
    else if (first)
        m_tell(watchnews::TopicMissing{topic, error});
}

bool Watcher::isRefusalOfTopic(const Error &error) const
{
    const bool refused = error.kind == Error::Kind::NotAuthorised || error.kind == Error::Kind::NoPermission;
    // The group that is read under is the same for all topics
    return refused && !error.remark.contains(m_options.asGroup.value_or(watchersGroup()).text());
}

bool Watcher::nothingIsLeft() const
{
    const auto isOut = [this](const TopicName &topic) { return m_refusedTopics.contains(topic) || m_missing.contains(topic); };
    return !m_refusedTopics.empty() && std::all_of(m_options.topics.cbegin(), m_options.topics.cend(), isOut);
}

void Watcher::start(const Starts &starts)
{
    QueueHost &host = *this;
    for (const QueueStart &start : starts) {
        if (!m_known.contains(start.queue))
            continue;
        m_left.erase(start.queue);
        m_queues.insert_or_assign(start.queue, std::make_unique<QueueWatch>(m_cluster, m_puller, host, *m_filter, start));
    }
}

void Watcher::tellPositions()
{
    m_tell(watchnews::Positioned{static_cast<int>(m_queues.size())});
}

Pending<void> Watcher::mayPull()
{
    if (m_paused || m_feed->isFull())
        return m_mayPull.wait();
    return m_options.perSecond > 0 ? m_cluster.clock().at({m_due}) : ready<void>({});
}

void Watcher::deliver(std::shared_ptr<const protocol::MessageBatch> batch)
{
    // Each queue waits by what all have read: so they take turns, and what comes is spread evenly
    if (m_options.perSecond > 0)
        m_due = std::max(m_due, m_cluster.clock().now() - MakesUpFor) + std::chrono::nanoseconds(std::chrono::seconds(static_cast<qint64>(batch->messages.size()))) / m_options.perSecond;
    m_feed->put(std::move(batch));
}

void Watcher::unreadable(const TopicQueue &queue, const Error &error)
{
    ++m_progress.skipped;
    qCWarning(logConsumer, "a message of %s, queue %d at %s, can't be read: %s", qUtf8Printable(queue.topic.text()), queue.queue.id.value(),
        qUtf8Printable(queue.queue.broker.text()), qUtf8Printable(error.remark));
}

void Watcher::queueFailed(const TopicQueue &queue, const Error &error)
{
    const bool refused = error.kind == Error::Kind::NotAuthorised || error.kind == Error::Kind::ReadOnly;
    if (refused && !isRefusalOfTopic(error) && m_answeredTopics.empty()) {
        m_refused.finish(error);
        return;
    }
    if (refused && !m_answeredTopics.contains(queue.topic))
        return refuse(queue.topic, error);
    m_brokers[queue.queue.broker].failing.insert(queue);
    brokerFailed(queue.queue.broker, error);
}

void Watcher::queueAnswered(const TopicQueue &queue)
{
    m_answeredTopics.insert(queue.topic);
    if (m_refusedTopics.erase(queue.topic) > 0)
        m_tell(watchnews::TopicFound{queue.topic});
    Broker &broker = m_brokers[queue.queue.broker];
    broker.answered = true;
    if (broker.failing.erase(queue) > 0 && broker.failing.empty())
        brokerAnswered(queue.queue.broker);
}

void Watcher::brokerFailed(const BrokerName &name, const Error &error)
{
    Broker &broker = m_brokers[name];
    if (!std::exchange(broker.inTrouble, true))
        m_tell(watchnews::Trouble{{.name = name, .address = m_cluster.knownAddress(name).value_or(Endpoint())}, error, broker.answered});
}

void Watcher::brokerAnswered(const BrokerName &name)
{
    if (std::exchange(m_brokers[name].inTrouble, false))
        m_tell(watchnews::Recovered{name});
}

void Watcher::setPaused(bool paused)
{
    m_paused = paused;
    letGo();
}

void Watcher::letGo()
{
    if (!m_paused && !m_feed->isFull())
        m_mayPull.wake();
}

} // namespace rocketdesk
