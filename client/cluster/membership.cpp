// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/membership.h"

#include "client/base/logcategories.h"
#include "client/cluster/hostaddress.h"
#include "client/commands/connections.h"
#include "client/protocol/names.h"

#include <QCoreApplication>
#include <QScopeGuard>

#include <atomic>

namespace rocketdesk {

namespace {

/// A broker that is slower than this has failed; the next heartbeat comes anyway.
constexpr Ask AsHeartbeat{.limit = milliseconds(3000), .origin = Origin::Heartbeat};

ClientId makeOwnId(const Clock &clock)
{
    static std::atomic<qint64> made = 0; // two clients of one process may be made in the same instant
    const QHostAddress address = hostAddress();
    return protocol::makeClientId({.ip = address.isNull() ? QStringLiteral("127.0.0.1") : address.toString(),
        .pid = QCoreApplication::applicationPid(), .nanos = clock.now().count() + ++made});
}

} // namespace

Registration &Registration::operator=(Registration &&other) noexcept
{
    std::swap(m_membership, other.m_membership);
    std::swap(m_group, other.m_group);
    return *this;
}

Registration::~Registration()
{
    (void)leave();
}

Pending<void> Registration::leave()
{
    Membership *const membership = std::exchange(m_membership, nullptr);
    return membership ? membership->leave(m_group) : ready<void>({});
}

Membership::Membership(Cluster &cluster, Presence &presence, QObject *parent)
    : QObject(parent)
    , m_cluster(cluster)
    , m_presence(presence)
    , m_clientId(makeOwnId(cluster.clock()))
{
    connect(&cluster.remoting(), &Remoting::connectionChanged, this, &Membership::connectionChanged);
    cluster.routes().onChanged([this] { routesChanged(); });
}

Membership::~Membership()
{
    m_cluster.routes().onChanged({});
}

Result<Registration> Membership::join(ProducerGroup group, ProducerMember &member, const Rhythm &rhythm)
{
    if (!m_producers.try_emplace(group, Producing{&member, rhythm}).second)
        return failed(Error::Kind::InvalidArgument, QStringLiteral("this client has a producer of the group %1 already").arg(group.text()));
    joined();
    return Registration(this, std::move(group));
}

Result<Registration> Membership::join(ConsumerGroup group, ConsumerMember &member)
{
    if (!m_consumers.try_emplace(group, &member).second)
        return failed(Error::Kind::InvalidArgument, QStringLiteral("this client has a consumer of the group %1 already").arg(group.text()));
    joined();
    return Registration(this, std::move(group));
}

void Membership::joined()
{
    keepTime();
    if (!m_need)
        m_need = m_presence.need();
    changed();
}

Pending<void> Membership::leave(Registration::Group group)
{
    commands::UnregisterClient request{.clientId = m_clientId};
    if (const auto *producers = std::get_if<ProducerGroup>(&group)) {
        m_producers.erase(*producers);
        request.producerGroup = *producers;
    } else {
        m_consumers.erase(std::get<ConsumerGroup>(group));
        request.consumerGroup = std::get<ConsumerGroup>(group);
    }
    std::vector<BrokerRef> told;
    for (const auto &[at, broker] : m_told) {
        if (!m_lost.contains(at)) // it has forgotten this client with the connection
            told.push_back(broker);
    }
    keepTime();
    if (!isNeeded()) {
        m_told.clear();
        m_lost.clear();
        m_topics.clear();
        m_need.reset();
    }
    for (const auto &beat : std::vector(m_beatsOut)) { // a broker that took one after the farewell would have the member back
        auto ending = beat->wait();
        (void)co_await ending;
    }
    if (isIn(group))
        co_return {}; // it has come back meanwhile
    auto telling = m_cluster.askEach(request, BrokerSet::these(std::move(told)), AsHeartbeat);
    (void)co_await telling;
    co_return {};
}

bool Membership::isIn(const Registration::Group &group) const
{
    const auto *producers = std::get_if<ProducerGroup>(&group);
    return producers ? m_producers.contains(*producers) : m_consumers.contains(std::get<ConsumerGroup>(group));
}

void Membership::uses(const TopicName &topic)
{
    m_topics.insert(topic);
    (void)m_cluster.routes().find(topic, {.origin = Origin::Routes});
}

Pending<void> Membership::heartbeat()
{
    return beatTo(brokers());
}

Rhythm Membership::wantedRhythm() const
{
    std::optional<Rhythm> wanted = m_consumers.empty() ? std::nullopt : std::optional(Rhythm());
    for (const auto &[group, producing] : m_producers)
        wanted = wanted ? wanted->shortest(producing.rhythm) : producing.rhythm;
    return wanted.value_or(Rhythm());
}

void Membership::keepTime()
{
    const Rhythm rhythm = wantedRhythm();
    m_presence.setPace(rhythm.nameServers);
    m_cluster.routes().setFreshFor(rhythm.routes);
    m_beats.set(rhythm.heartbeats);
    m_asks.set(rhythm.routes);
    if (!isNeeded()) {
        m_beating.cancel();
        m_asking.cancel();
    } else if (!m_beating.isRunning()) {
        m_beating = whenDone(keepBeating(), this, [](Result<void>) {});
        m_asking = whenDone(keepAsking(), this, [](Result<void>) {});
    }
}

Pending<void> Membership::keepAsking()
{
    m_asks.restart(); // whoever joins asks for the routes that it uses
    while (true) {
        auto waiting = m_asks.next();
        (void)co_await waiting;
        for (const TopicName &topic : m_topics)
            (void)m_cluster.routes().refresh(topic, {.origin = Origin::Routes});
    }
}

Pending<void> Membership::keepBeating()
{
    m_beats.restart(); // whoever joins heartbeats at once
    while (true) {
        auto waiting = m_beats.next();
        (void)co_await waiting;
        auto beating = heartbeat();
        (void)co_await beating;
    }
}

Pending<void> Membership::beatTo(std::vector<BrokerRef> brokers)
{
    if (!isNeeded() || brokers.empty())
        return ready<void>({});
    const auto end = std::make_shared<SharedEnd>();
    (void)beat(std::move(brokers), end);
    return end->wait();
}

Pending<void> Membership::beat(std::vector<BrokerRef> brokers, std::shared_ptr<SharedEnd> end)
{
    m_beatsOut.push_back(end);
    const auto over = qScopeGuard([this, end] {
        std::erase(m_beatsOut, end);
        end->finish({});
    });
    for (const BrokerRef &broker : brokers) {
        m_told.insert_or_assign(broker.address, broker);
        m_lost.erase(broker.address);
    }
    auto asking = m_cluster.askEach(commands::HeartBeat{.body = heartbeatData()}, BrokerSet::these(std::move(brokers)), AsHeartbeat);
    const auto answers = co_await asking;
    if (!answers)
        co_return failed(answers.error());
    for (const auto &answer : *answers) {
        if (answer.reply) {
            ++m_heartbeats.answered;
            continue;
        }
        ++m_heartbeats.failed;
        qCWarning(logCluster, "heartbeat to %s failed: %s", qUtf8Printable(answer.broker.label()), qUtf8Printable(answer.reply.error().remark));
    }
    co_return {};
}

commands::HeartbeatData Membership::heartbeatData() const
{
    commands::HeartbeatData data{.clientId = m_clientId};
    for (const auto &[group, producing] : m_producers)
        data.producerDataSet.append({.groupName = group});
    for (const auto &[group, member] : m_consumers)
        data.consumerDataSet.append(member->heartbeat());
    return data;
}

std::vector<BrokerRef> Membership::brokers() const
{
    std::vector<BrokerRef> brokers = m_cluster.routes().brokers();
    if (m_consumers.empty())
        std::erase_if(brokers, [](const BrokerRef &broker) { return broker.id.value() != 0; });
    return brokers;
}

void Membership::routesChanged()
{
    if (!isNeeded())
        return;
    std::vector<BrokerRef> fresh = brokers();
    std::erase_if(fresh, [this](const BrokerRef &broker) { return m_told.contains(broker.address); });
    (void)beatTo(std::move(fresh));
}

void Membership::connectionChanged(const Endpoint &at, Connection::State state)
{
    const auto told = m_told.find(at);
    if (told == m_told.end())
        return;
    if (state == Connection::State::Closed || state == Connection::State::Disconnected) // lost, or refused when it was tried
        m_lost.insert(at);
    else if (state == Connection::State::Connected && m_lost.erase(at) > 0)
        (void)beatTo({told->second});
}

ProducerMember *Membership::producer(const ProducerGroup &group) const
{
    const auto found = m_producers.find(group);
    return found == m_producers.end() ? nullptr : found->second.member;
}

ConsumerMember *Membership::consumer(const ConsumerGroup &group) const
{
    const auto found = m_consumers.find(group);
    return found == m_consumers.end() ? nullptr : found->second;
}

} // namespace rocketdesk
