// SPDX-License-Identifier: Apache-2.0
#include "client/admin/connectiontest.h"

#include "client/admin/brokerruntime.h"
#include "client/commands/brokers.h"
#include "client/commands/nameserver.h"

#include <QDateTime>
#include <QHostAddress>

#include <algorithm>
#include <set>

namespace rocketdesk {

namespace {

const Ask asTest{.limit = milliseconds(0), .origin = Origin::ConnectionTest};

std::set<QString> brokerNames(const commands::ClusterInfo &info)
{
    std::set<QString> names;
    for (const commands::BrokerData &broker : info.brokerAddrTable)
        names.insert(broker.brokerName.text());
    return names;
}

Wording clusterWords(const commands::ClusterInfo &info)
{
    const QString brokers = QString::number(info.brokerAddrTable.size());
    if (info.clusterAddrTable.size() != 1)
        return {QT_TRANSLATE_NOOP("Words", "%1 brokers in %2 clusters"), {brokers, QString::number(info.clusterAddrTable.size())}};
    return info.brokerAddrTable.size() == 1 ? Wording{QT_TRANSLATE_NOOP("Words", "1 broker in 1 cluster")} : Wording{QT_TRANSLATE_NOOP("Words", "%1 brokers in 1 cluster"), {brokers}};
}

Wording servedWords(qsizetype brokers, bool withKey)
{
    if (brokers == 1)
        return {withKey ? QT_TRANSLATE_NOOP("Words", "1 broker serves this access key") : QT_TRANSLATE_NOOP("Words", "1 broker serves without credentials")};
    return {withKey ? QT_TRANSLATE_NOOP("Words", "%1 brokers serve this access key") : QT_TRANSLATE_NOOP("Words", "%1 brokers serve without credentials"), {QString::number(brokers)}};
}

Wording handshakeWords(const Probe::Handshake &seen)
{
    if (seen.subject.isEmpty())
        return {"%1", {seen.protocol}};
    const QString until = QDateTime::fromMSecsSinceEpoch(seen.expiresMs).date().toString(Qt::ISODate);
    return {QT_TRANSLATE_NOOP("Words", "%1 · CN=%2, valid until %3"), {seen.protocol, seen.subject, until}};
}

Wording clockWords(const BrokerRef &broker, const ClockReading &clock)
{
    const QString error = QString::number(clock.errorMs);
    if (qAbs(clock.aheadMs) <= clock.errorMs)
        return {QT_TRANSLATE_NOOP("Words", "%1 agrees with this machine (± %2 ms)"), {broker.name.text(), error}};
    const QStringList arguments{broker.name.text(), QString::number(qAbs(clock.aheadMs)), error};
    return clock.aheadMs < 0 ? Wording{QT_TRANSLATE_NOOP("Words", "%1 is %2 ms behind (± %3 ms)"), arguments} : Wording{QT_TRANSLATE_NOOP("Words", "%1 is %2 ms ahead (± %3 ms)"), arguments};
}

} // namespace

std::vector<UnknownBrokers> compareClusters(const std::vector<ClusterAnswer> &answers)
{
    std::set<QString> all;
    for (const ClusterAnswer &answer : answers)
        all.merge(brokerNames(answer.info));
    std::vector<UnknownBrokers> unknown;
    for (const ClusterAnswer &answer : answers) {
        const std::set<QString> known = brokerNames(answer.info);
        UnknownBrokers missing{.nameServer = answer.nameServer};
        for (const QString &name : all) {
            if (!known.contains(name))
                missing.brokers << name;
        }
        if (!missing.brokers.isEmpty())
            unknown.push_back(std::move(missing));
    }
    return unknown;
}

ConnectionTest::ConnectionTest(Options options)
    : m_options(std::move(options))
    , m_probe(m_clock)
    , m_remoting(m_options.remoting, m_clock)
    , m_cluster(m_remoting, {.nameServers = m_options.nameServers, .requestTimeout = m_options.requestTimeout})
{
}

Pending<std::vector<Hop>> ConnectionTest::run(HopSeen seen)
{
    m_seen = std::move(seen);
    std::vector<Pending<void>> servers;
    for (const Endpoint &server : m_options.nameServers)
        servers.push_back(testNameServer(server));
    auto asking = whenAll(std::move(servers));
    (void)co_await asking;
    noteAgreement();

    std::vector<Pending<void>> ports;
    for (const BrokerRef &broker : brokers())
        ports.push_back(testBroker(broker));
    auto connecting = whenAll(std::move(ports));
    (void)co_await connecting;

    if (!m_reachable.empty()) {
        auto asked = testCredentials(m_reachable);
        (void)co_await asked;
    }
    std::vector<Pending<void>> clocks;
    for (const BrokerRef &broker : m_reachable)
        clocks.push_back(testClock(broker));
    auto reading = whenAll(std::move(clocks));
    (void)co_await reading;
    co_return m_hops;
}

Pending<void> ConnectionTest::testNameServer(Endpoint server)
{
    auto resolving = testResolve(server);
    const auto resolved = co_await resolving;
    if (!resolved || !*resolved)
        co_return {};
    auto connecting = testConnect(server);
    const auto connected = co_await connecting;
    if (!connected || !*connected)
        co_return {};
    auto encrypting = testTls(server);
    const auto encrypted = co_await encrypting;
    if (!encrypted || !*encrypted)
        co_return {};
    const auto start = m_clock.now();
    auto asking = m_cluster.ask(commands::GetBrokerClusterInfo(), Target::at(server), asTest);
    const auto reply = co_await asking;
    Hop hop{.kind = Hop::Kind::NameServer, .subject = server.toString(), .cost = since(start)};
    if (!reply) {
        hop.state = Hop::State::Failed;
        hop.error = reply.error();
    } else {
        hop.state = reply->body.brokerAddrTable.isEmpty() ? Hop::State::Warning : Hop::State::Ok;
        hop.found = clusterWords(reply->body);
        m_answers.push_back({.nameServer = server, .info = reply->body});
    }
    note(std::move(hop));
    co_return {};
}

Pending<bool> ConnectionTest::testResolve(Endpoint server)
{
    const QString host = mapped(server).host;
    if (!QHostAddress(host).isNull())
        co_return true;
    const auto start = m_clock.now();
    auto resolving = m_probe.resolve(host, connectDeadline());
    const auto addresses = co_await resolving;
    Hop hop{.kind = Hop::Kind::Resolve, .subject = host, .cost = since(start)};
    if (addresses) {
        hop.found = {"%1", {addresses->join(QStringLiteral(", "))}};
    } else {
        hop.state = Hop::State::Failed;
        hop.error = addresses.error();
    }
    note(std::move(hop));
    co_return addresses.has_value();
}

Pending<bool> ConnectionTest::testConnect(Endpoint server)
{
    const auto start = m_clock.now();
    auto connecting = m_probe.connectTo(mapped(server), connectDeadline());
    const auto connected = co_await connecting;
    Hop hop{.kind = Hop::Kind::Connect, .subject = server.toString(), .cost = since(start)};
    if (!connected) {
        hop.state = Hop::State::Failed;
        hop.error = connected.error();
    }
    note(std::move(hop));
    co_return connected.has_value();
}

Pending<bool> ConnectionTest::testTls(Endpoint server)
{
    if (!m_options.remoting.connection.tls.enabled)
        co_return true;
    const auto start = m_clock.now();
    auto encrypting = m_probe.handshake(mapped(server), m_options.remoting.connection.tls, connectDeadline());
    const auto seen = co_await encrypting;
    Hop hop{.kind = Hop::Kind::Tls, .subject = server.toString(), .cost = since(start)};
    if (seen) {
        hop.found = handshakeWords(*seen);
    } else {
        hop.state = Hop::State::Failed;
        hop.error = seen.error();
    }
    note(std::move(hop));
    co_return seen.has_value();
}

void ConnectionTest::noteAgreement()
{
    if (m_answers.size() < 2)
        return;
    Hop hop{.kind = Hop::Kind::NameServersAgree};
    const auto unknown = compareClusters(m_answers);
    if (unknown.empty()) {
        hop.found = {QT_TRANSLATE_NOOP("Words", "all %1 name the same brokers"), {QString::number(m_answers.size())}};
    } else {
        hop.state = Hop::State::Warning;
        hop.subject = unknown.front().nameServer.toString();
        hop.found = {QT_TRANSLATE_NOOP("Words", "%1 does not know %2"), {hop.subject, unknown.front().brokers.join(QStringLiteral(", "))}};
    }
    note(std::move(hop));
}

Pending<void> ConnectionTest::testBroker(BrokerRef broker)
{
    const Endpoint to = mapped(broker.address);
    const auto start = m_clock.now();
    auto connecting = m_probe.connectTo(to, connectDeadline());
    const auto connected = co_await connecting;
    Hop hop{.kind = Hop::Kind::Broker, .subject = broker.name.text(), .cost = since(start)};
    hop.found = to == broker.address ? Wording{"%1", {to.toString()}} : Wording{"%1 → %2", {broker.address.toString(), to.toString()}};
    if (connected) {
        m_reachable.push_back(broker);
    } else {
        hop.state = Hop::State::Failed;
        hop.error = connected.error();
    }
    note(std::move(hop));
    co_return {};
}

Pending<void> ConnectionTest::testCredentials(std::vector<BrokerRef> brokers)
{
    const auto start = m_clock.now();
    auto asking = m_cluster.askEach(commands::GetBrokerRuntimeInfo(), BrokerSet::these(brokers), asTest);
    const auto answers = co_await asking;
    if (!answers)
        co_return {};
    Hop hop{.kind = Hop::Kind::Credentials, .cost = since(start)};
    qsizetype served = 0;
    for (const auto &answer : *answers) {
        served += answer.reply ? 1 : 0;
        if (!answer.reply && hop.state != Hop::State::Failed) {
            hop.state = Hop::State::Failed;
            hop.subject = answer.broker.name.text();
            hop.error = answer.reply.error();
        }
    }
    if (hop.state == Hop::State::Ok) {
        hop.found = servedWords(served, static_cast<bool>(m_options.remoting.signer));
    }
    note(std::move(hop));
    co_return {};
}

Pending<void> ConnectionTest::testClock(BrokerRef broker)
{
    Hop hop{.kind = Hop::Kind::Clock, .subject = broker.name.text()};
    const auto start = m_clock.now();
    AskedBetween when{.beforeMs = m_clock.wallMs()};
    const commands::QueryConsumeTimeSpan question{.topic = TopicName(QStringLiteral("TBW102")), .group = ConsumerGroup(QStringLiteral("TOOLS_CONSUMER"))};
    auto asking = m_cluster.ask(question, Target::at(broker.address), asTest);
    const auto spans = co_await asking;
    when.afterMs = m_clock.wallMs();
    auto clock = spans ? clockFromSpan(spans->body, when) : std::nullopt;
    if (!clock) {
        when.beforeMs = m_clock.wallMs();
        auto falling = m_cluster.ask(commands::GetBrokerRuntimeInfo(), Target::at(broker.address), asTest);
        const auto runtime = co_await falling;
        when.afterMs = m_clock.wallMs();
        const auto told = runtime ? clockOf(readRuntime(runtime->body)) : std::nullopt;
        if (told)
            clock = clockFromRuntime(*told, when);
        else
            hop.error = runtime ? Error{.kind = Error::Kind::Unsupported, .where = broker.label()} : runtime.error();
    }
    hop.cost = since(start);
    hop.state = !clock ? Hop::State::Failed : clock->isWarning() ? Hop::State::Warning : Hop::State::Ok;
    if (clock)
        hop.found = clockWords(broker, *clock);
    note(std::move(hop));
    co_return {};
}

void ConnectionTest::note(Hop hop)
{
    m_hops.push_back(hop);
    if (m_seen)
        m_seen(hop);
}

std::vector<BrokerRef> ConnectionTest::brokers() const
{
    std::vector<BrokerRef> all;
    for (const ClusterAnswer &answer : m_answers) {
        for (const BrokerRef &broker : brokersOf(answer.info, true)) {
            if (std::find(all.cbegin(), all.cend(), broker) == all.cend())
                all.push_back(broker);
        }
    }
    return all;
}

Endpoint ConnectionTest::mapped(const Endpoint &announced) const
{
    return m_options.remoting.mapping ? m_options.remoting.mapping(announced) : announced;
}

} // namespace rocketdesk
