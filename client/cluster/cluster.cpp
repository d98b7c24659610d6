// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/cluster.h"

#include "client/commands/nameserver.h"

namespace rocketdesk {

namespace {

constexpr int GoAway = static_cast<int>(protocol::AnswerCode::GoAway);

/// Nobody answered: another name server may.
bool nobodyAnswered(const Error &error)
{
    using enum Error::Kind;
    return error.kind == Timeout || error.kind == Unreachable || error.kind == Closed || error.kind == TlsFailed || error.kind == Malformed
        || error.kind == TooLarge;
}

} // namespace

Cluster::Cluster(Remoting &remoting, Options options)
    : m_remoting(remoting)
    , m_options(std::move(options))
    , m_nameServers(m_options.nameServers, m_options.seed)
    , m_routes(*this)
{
}

Deadline Cluster::deadline(const Ask &how) const
{
    return m_remoting.clock().in(how.limit.count() > 0 ? how.limit : m_options.requestTimeout);
}

void Cluster::startCall(SharedCall call, Target target, Ask how, AnswerDone done)
{
    auto slot = std::make_shared<AnswerDone>(std::move(done));
    whenDone(run(std::move(call), std::move(target), how, std::move(slot)), context(), [](Result<void>) {});
}

Pending<void> Cluster::run(SharedCall call, Target target, Ask how, Slot slot)
{
    if (target.kind == Target::Kind::NameServer) {
        auto asking = askNameServers(std::move(call), how, std::move(slot));
        co_return co_await asking;
    }
    Endpoint at = target.address;
    QString label = at.toString();
    const Deadline until = deadline(how);
    if (target.kind == Target::Kind::Broker) {
        auto resolving = addressOf(target.broker, how);
        const auto found = co_await resolving;
        if (!found) {
            (*slot)(failed(found.error()), target.broker.text());
            co_return {};
        }
        at = *found;
        label = QStringLiteral("%1 (%2)").arg(target.broker.text(), at.toString());
    }
    auto first = attempt(at, label, call, until, how.origin, slot, Retry::GoAway);
    const auto outcome = co_await first;
    if (outcome && *outcome == Outcome::GoneAway) {
        auto second = attempt(at, label, call, until, how.origin, slot, Retry::Nothing);
        (void)co_await second;
    }
    co_return {};
}

Pending<void> Cluster::askNameServers(SharedCall call, Ask how, Slot slot)
{
    if (m_nameServers.isEmpty()) {
        (*slot)(failed(Error::Kind::InvalidArgument, QStringLiteral("the profile names no name server")), {});
        co_return {};
    }
    const Deadline until = deadline(how);
    const std::size_t count = m_nameServers.all().size();
    for (std::size_t tried = 1; tried <= count + 1; ++tried) {
        const Endpoint at = m_nameServers.current();
        // One that is silent must leave time for the others.
        const auto share = clock().left(until) / static_cast<int>(tried < count ? count - tried + 1 : 1);
        const Retry retry = tried < count ? Retry::GoAwayAndSilence : tried == count ? Retry::GoAway : Retry::Nothing;
        auto asking = attempt(at, at.toString(), call, clock().in(std::max(share, milliseconds(1))), how.origin, slot, retry);
        const auto outcome = co_await asking;
        if (!outcome || *outcome == Outcome::Answered)
            co_return {};
        if (*outcome == Outcome::Silent)
            m_nameServers.failed(at);
    }
    co_return {};
}

Pending<Cluster::Outcome> Cluster::attempt(const Endpoint &at, const QString &label, const SharedCall &call, Deadline deadline, Origin origin,
    const Slot &slot, Retry retry)
{
    Promise<Outcome> promise;
    auto pending = promise.pending();
    const bool nameServer = std::find(m_nameServers.all().cbegin(), m_nameServers.all().cend(), at) != m_nameServers.all().cend();
    m_remoting.start(at, call.ref(), deadline, origin,
        [this, alive = QPointer<QObject>(context()), promise = std::move(promise), slot, label, retry, nameServer](Result<const protocol::FrameView *> frame) mutable {
            Outcome outcome = Outcome::Answered;
            if (frame && (*frame)->code == GoAway && retry != Retry::Nothing)
                outcome = Outcome::GoneAway;
            else if (!frame && nobodyAnswered(frame.error()) && retry == Retry::GoAwayAndSilence)
                outcome = Outcome::Silent;
            if (nameServer && alive && m_listener && (frame || (outcome != Outcome::Silent && nobodyAnswered(frame.error()))))
                m_listener(frame ? std::optional<Error>() : std::optional(frame.error()));
            if (outcome == Outcome::Answered)
                (*slot)(std::move(frame), label);
            promise.finish(outcome);
        });
    return pending;
}

Pending<Endpoint> Cluster::addressOf(BrokerName broker, Ask how)
{
    if (const auto known = knownAddress(broker))
        co_return *known;
    auto listing = brokers(BrokerSet::masters(), how);
    const auto list = co_await listing;
    if (!list)
        co_return failed(list.error());
    if (const auto known = knownAddress(broker))
        co_return *known;
    co_return failed(Error::Kind::NoRoute, QStringLiteral("no name server knows a broker of this name"), broker.text());
}

std::optional<Endpoint> Cluster::knownAddress(const BrokerName &broker) const
{
    const auto known = m_known.find(broker);
    return known == m_known.end() ? std::nullopt : std::optional(known->second.address);
}

bool Cluster::mayHaveMaster(const BrokerName &broker) const
{
    const auto known = m_known.find(broker);
    return known == m_known.end() || known->second.id.value() == 0;
}

void Cluster::remember(const std::vector<BrokerRef> &brokers)
{
    std::unordered_map<BrokerName, BrokerRef> lowest;
    for (const BrokerRef &broker : brokers) {
        const auto found = lowest.try_emplace(broker.name, broker).first;
        if (broker.id < found->second.id)
            found->second = broker;
    }
    // The newest word counts: a master that is gone leaves its place to a replica.
    for (const auto &[name, broker] : lowest)
        m_known.insert_or_assign(name, broker);
}

Pending<std::vector<BrokerRef>> Cluster::brokers(BrokerSet set, Ask how)
{
    if (set.kind == BrokerSet::Kind::These)
        co_return std::move(set.brokers);
    if (set.kind == BrokerSet::Kind::OfTopic) {
        auto finding = m_routes.find(set.topic, how);
        const auto route = co_await finding;
        if (!route)
            co_return failed(route.error());
        co_return (*route)->brokers;
    }
    auto asking = ask(commands::GetBrokerClusterInfo(), Target::nameServer(), how);
    const auto info = co_await asking;
    if (!info)
        co_return failed(info.error());
    std::vector<BrokerRef> all = brokersOf(info->body, set.kind == BrokerSet::Kind::All);
    remember(all);
    co_return all;
}

} // namespace rocketdesk
