// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/popper.h"

#include "client/consumer/consumerparts.h"
#include "client/consumer/popreceipts.h"
#include "client/protocol/answer.h"
#include "client/protocol/namespace.h"

#include <algorithm>

namespace rocketdesk {

namespace {

using protocol::AnswerCode;

/// A broker that does not wait (it thinks the request old, or too many wait there) is not asked again at once.
constexpr milliseconds AfterEarlyAnswer{200};
constexpr milliseconds Early{50};
constexpr std::chrono::seconds AskAssignmentEvery{20};

Result<WatchFilter> popFilter(const PopOptions &options)
{
    WatchOptions filter;
    filter.asGroup = options.group;
    (options.expressionType == QLatin1StringView("SQL92") ? filter.sql : filter.tags) = options.expression;
    return WatchFilter::make(filter);
}

bool isNothing(const Error &error)
{
    return error.code == int(AnswerCode::PollingTimeout) || error.code == int(AnswerCode::PollingFull) || error.code == int(AnswerCode::PullNotFound);
}

} // namespace

Result<std::unique_ptr<Popper>> Popper::make(Cluster &cluster, Membership &membership, PopOptions options, Tell tell)
{
    const protocol::NameSpace names(options.nameSpace);
    options.group = names.wire(options.group);
    options.topic = names.wire(options.topic);
    if (Result<void> checked = options.checked(); !checked)
        return failed(std::move(checked.error()));
    auto filter = popFilter(options);
    if (!filter)
        return failed(std::move(filter.error()));
    if (cluster.remoting().options().readOnly)
        return failed(Error{.kind = Error::Kind::ReadOnly, .remark = QStringLiteral("POP moves the group's offsets"), .operation = QStringLiteral("POP_MESSAGE")});
    auto subscription = protocol::makeSubscription(options.topic, options.expression, options.expressionType, cluster.clock().wallMs());
    if (!subscription)
        return failed(std::move(subscription.error()));
    std::unique_ptr<Popper> popper(new Popper(cluster, membership, std::move(options), *subscription, std::move(*filter), std::move(tell)));
    auto registration = membership.join(popper->m_options.group, *popper);
    if (!registration)
        return failed(std::move(registration.error()));
    popper->m_registration = std::move(*registration);
    membership.uses(popper->m_options.topic);
    return popper;
}

Popper::Popper(Cluster &cluster, Membership &membership, PopOptions options, const protocol::SubscriptionData &subscription, WatchFilter filter, Tell tell)
    : m_cluster(cluster)
    , m_membership(membership)
    , m_options(std::move(options))
    , m_subscription(subscription)
    , m_tags(subscription)
    , m_filter(std::move(filter))
    , m_filters(cluster)
    , m_troubles(std::move(tell))
{
}

Popper::~Popper() = default;

Pending<PoppedBatch> Popper::receive(int most, milliseconds wait)
{
    const Deadline until = m_cluster.clock().in(wait);
    Places asked;
    while (true) {
        auto finding = places();
        const auto found = co_await finding;
        if (!found)
            co_return failed(found.error());
        forgetGone(*found);
        PoppedBatch batch = handOut(most);
        if (!batch.empty())
            co_return batch;
        if (asked.empty() || !m_cluster.clock().passed(until)) {
            const Places now = askAll(*found, most, until);
            asked.insert(asked.end(), now.cbegin(), now.cend());
        }
        if (auto end = ending(*found, asked, until))
            co_return std::move(*end);
        ScopedCall timer;
        if (!m_cluster.clock().passed(until)) // past it, only the answers on their way are waited for
            timer = whenDone(m_cluster.clock().at(lookAgain(until)), this, [this](const Result<void> &passed) { wakeIf(passed); });
        auto waiting = m_changed.wait();
        (void)co_await waiting;
    }
}

Popper::Places Popper::askAll(const Places &places, int most, Deadline until)
{
    Places asked;
    for (const Place &place : places) {
        Source &source = m_sources[place];
        const int count = std::min({m_options.batch, room(), std::max(1, most)});
        if (source.asked > 0 || count <= 0 || !m_cluster.clock().passed(source.notBefore))
            continue;
        source.asked = count;
        asked.push_back(place);
        (void)popFrom(place, count, until);
    }
    return asked;
}

std::optional<Result<PoppedBatch>> Popper::ending(const Places &places, const Places &asked, Deadline until)
{
    const auto waits = [this](const Place &place) { return m_sources[place].asked > 0; };
    const auto failedLast = [this](const Place &place) { return m_sources[place].error.has_value(); };
    if (std::any_of(places.cbegin(), places.cend(), waits) && !m_cluster.clock().passed(until))
        return std::nullopt;
    if (!places.empty() && std::all_of(places.cbegin(), places.cend(), failedLast))
        return Result<PoppedBatch>(failed(*m_sources[places.front()].error));
    if (!m_cluster.clock().passed(until) || std::any_of(asked.cbegin(), asked.cend(), waits))
        return std::nullopt;
    if (room() <= 0)
        return Result<PoppedBatch>(failed(Error::Kind::Throttled, QStringLiteral("%1 messages are not acknowledged").arg(inWork())));
    return Result<PoppedBatch>(PoppedBatch());
}

Pending<void> Popper::checkFilter(BrokerName broker)
{
    if (const Connection *const now = connectionTo(broker); now && m_checked[broker] == now)
        co_return {};
    auto asking = m_filters.ask(broker, m_options.topic, m_filter, AsConsumer);
    const auto understands = co_await asking;
    if (understands)
        m_checked[broker] = connectionTo(broker);
    co_return understands;
}

const Connection *Popper::connectionTo(const BrokerName &broker) const
{
    const auto address = m_cluster.knownAddress(broker);
    return address ? m_cluster.remoting().connectionTo(*address) : nullptr;
}

Pending<void> Popper::popFrom(Place place, int most, Deadline until)
{
    auto checking = checkFilter(place.broker);
    const auto understands = co_await checking;
    if (!understands) {
        settle(place, understands, false);
        m_changed.wake();
        co_return {};
    }
    const auto began = m_cluster.clock().now();
    const milliseconds wait = m_cluster.clock().left(until);
    // The broker's own clock says when the request was born: a clock that goes wrong here must not make it too old.
    const commands::PopMessage request{.consumerGroup = m_options.group, .topic = m_options.topic, .queueId = place.queue, .maxMsgNums = most,
        .invisibleTime = m_options.invisibleTime.count(), .pollTime = wait.count(), .bornTime = 0, .initMode = m_options.fromNewest ? 1 : 0,
        .expType = m_options.expressionType, .exp = m_options.expression, .order = m_options.inOrder};
    const milliseconds limit = wait + m_cluster.clock().left(m_cluster.deadline(AsConsumer));
    auto asking = m_cluster.ask(request, Target::of(place.broker), {.limit = limit, .origin = AsConsumer.origin});
    auto reply = co_await asking;
    const bool early = m_cluster.clock().now() - began + Early < wait;
    settle(place, reply ? take(place.broker, std::move(*reply)) : failed(reply.error()), early);
    m_changed.wake();
    co_return {};
}

void Popper::settle(const Place &place, const Result<void> &taken, bool early)
{
    Source &source = m_sources[place];
    source.asked = 0;
    source.error.reset();
    if (taken || isNothing(taken.error())) {
        m_troubles.answered(queueOf(place));
        source.backoff.reset();
        source.notBefore = m_cluster.clock().in(!taken && early ? AfterEarlyAnswer : milliseconds(0));
        return;
    }
    source.error = taken.error();
    source.notBefore = m_cluster.clock().in(source.backoff.next());
    m_troubles.failed(queueOf(place), taken.error());
}

void Popper::forgetGone(const Places &places)
{
    for (auto source = m_sources.begin(); source != m_sources.end();) {
        const bool gone = source->second.asked == 0 && std::find(places.cbegin(), places.cend(), source->first) == places.cend();
        if (gone)
            m_troubles.forget(queueOf(source->first));
        source = gone ? m_sources.erase(source) : std::next(source);
    }
}

Result<void> Popper::take(const BrokerName &broker, commands::PopMessage::Reply reply)
{
    const milliseconds time(reply.invisibleTime);
    auto batch = poppedMessages(std::move(reply), m_options.topic, broker);
    if (!batch)
        return failed(std::move(batch.error()));
    std::vector<PopTicket> unwanted; // tags with the same hash: nobody wants them
    const protocol::NameSpace names(m_options.nameSpace);
    for (PoppedMessage &popped : *batch) {
        popped.message.topic = names.shown(popped.message.topic);
        began(popped.ticket, time);
        if (m_tags.accepts(popped.message.property(protocol::property::Tags)))
            m_ready.push_back(std::move(popped));
        else
            unwanted.push_back(popped.ticket);
    }
    if (!unwanted.empty())
        (void)acknowledgeAll(std::move(unwanted));
    return {};
}

PoppedBatch Popper::handOut(int most)
{
    (void)inWork(); // forgets what is late
    PoppedBatch batch;
    while (!m_ready.empty() && static_cast<int>(batch.size()) < std::max(1, most)) {
        if (m_inWork.contains(m_ready.front().ticket.receipt.toString()))
            batch.push_back(std::move(m_ready.front()));
        m_ready.pop_front();
    }
    return batch;
}

Deadline Popper::lookAgain(Deadline until)
{
    (void)inWork(); // forgets what is late
    if (m_assigned)
        until = until.sooner(m_assignedUntil);
    for (const auto &[place, source] : m_sources) {
        if (source.asked == 0 && !m_cluster.clock().passed(source.notBefore))
            until = until.sooner(source.notBefore);
    }
    for (const auto &[receipt, held] : m_inWork)
        until = until.sooner(held.late);
    return until;
}

int Popper::inWork()
{
    std::erase_if(m_inWork, [this](const auto &entry) { return m_cluster.clock().passed(entry.second.late); });
    return static_cast<int>(m_inWork.size());
}

int Popper::room()
{
    int asked = 0;
    for (const auto &[place, source] : m_sources)
        asked += source.asked;
    return m_options.maxInWork - inWork() - asked;
}

Pending<Popper::Places> Popper::places()
{
    auto finding = m_cluster.routes().find(m_options.topic, AsConsumer);
    const auto route = co_await finding;
    if (!route)
        co_return failed(route.error());
    std::set<BrokerName> brokers;
    for (const QueueRef &queue : (*route)->read)
        brokers.insert(queue.broker);
    if (brokers.empty())
        co_return failed(Error::Kind::NoPermission, QStringLiteral("no queue of the topic may be read"));
    if (m_options.brokerAssigns) {
        auto asking = assigned(*brokers.begin());
        co_return co_await asking;
    }
    Places all;
    for (const BrokerName &broker : brokers)
        all.push_back({broker});
    co_return all;
}

Pending<Popper::Places> Popper::assigned(BrokerName broker)
{
    if (m_assigned && !m_cluster.clock().passed(m_assignedUntil))
        co_return *m_assigned;
    auto beating = m_membership.heartbeat(); // brokers share out among those they know
    (void)co_await beating;
    commands::QueryAssignment query;
    query.body = {m_membership.clientId(), m_options.group, commands::MessageModel::Clustering, QStringLiteral("AVG"), m_options.topic};
    auto asking = m_cluster.ask(query, Target::of(broker), AsConsumer);
    const auto reply = co_await asking;
    if (!reply)
        co_return failed(reply.error());
    Places mine;
    for (const commands::QueueAssignment &one : std::as_const(reply->body.messageQueueAssignments)) {
        if (one.messageQueue && one.mode == QLatin1StringView("POP"))
            mine.push_back({one.messageQueue->broker, one.messageQueue->queue});
        else
            co_return failed(Error::Kind::Unsupported, QStringLiteral("the broker gives the group %1 this topic to pull, not to pop").arg(m_options.group.text()));
    }
    m_assigned = mine;
    m_assignedUntil = m_cluster.clock().in(AskAssignmentEvery);
    co_return mine;
}

commands::ConsumerData Popper::heartbeat() const
{
    commands::ConsumerData data;
    data.groupName = m_options.group;
    data.consumeType = commands::ConsumeType::Pop;
    data.subscriptionDataSet = {m_subscription};
    return data;
}

void Popper::wakeIf(const Result<void> &passed)
{
    if (passed) // else the timer was taken back
        m_changed.wake();
}

void Popper::idsChanged()
{
    m_assigned.reset();
    m_changed.wake();
}

commands::ConsumerRunningInfo Popper::runningInfo()
{
    commands::ConsumerRunningInfo info;
    info.properties = {{QStringLiteral("PROP_CONSUME_TYPE"), QStringLiteral("CONSUME_POP")},
        {QStringLiteral("PROP_CONSUMEORDERLY"), m_options.inOrder ? QStringLiteral("true") : QStringLiteral("false")}};
    info.subscriptionSet = {m_subscription};
    auto &queues = info.mqPopTable.emplace();
    (void)inWork(); // forgets what is late
    for (const auto &[receipt, held] : m_inWork)
        ++queues[{m_options.topic, held.broker, held.queue}].waitAckCount;
    return info;
}

Pending<commands::DirectConsumption> Popper::consumeDirectly(protocol::StoredMessage)
{
    return readyFailed<commands::DirectConsumption>({.kind = Error::Kind::Unsupported, .remark = QStringLiteral("messages are popped by the program, there is no listener")});
}

} // namespace rocketdesk
