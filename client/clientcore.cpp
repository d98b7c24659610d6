// SPDX-License-Identifier: Apache-2.0
#include "client/clientcore.h"

#include "client/producer/tracehook.h"
#include "client/protocol/signature.h"

#include <QRandomGenerator>

namespace rocketdesk {

namespace {

TlsOptions::Verify verifyOf(Profile::Tls::Verify verify)
{
    switch (verify) {
    case Profile::Tls::Verify::NoName:
        return TlsOptions::Verify::NoName;
    case Profile::Tls::Verify::None:
        return TlsOptions::Verify::None;
    case Profile::Tls::Verify::Full:
        break;
    }
    return TlsOptions::Verify::Full;
}

/// Signs as RocketMQ's AclClientRPCHook does: access key and token become fields, then everything is signed.
protocol::Signer signerOf(const Profile &profile, const Client::Secrets &secrets)
{
    return [accessKey = profile.accessKey.toUtf8(), secretKey = secrets.secretKey.reveal().toUtf8(), token = secrets.securityToken.reveal().toUtf8()](
               int, protocol::ExtFields &fields, QByteArrayView body) {
        fields.set("AccessKey", accessKey);
        if (!token.isEmpty())
            fields.set("SecurityToken", token);
        std::vector<protocol::SignedField> toSign;
        for (const auto &entry : fields.entries())
            toSign.emplace_back(entry.name, entry.value);
        if (const auto signature = protocol::signRequest(secretKey, std::move(toSign), body, protocol::UniqueKeyQuery::LeftOut)) // by header version 399
            fields.set(protocol::signatureField, *signature);
    };
}

Cluster::Options clusterOptions(const Profile &profile)
{
    return {.nameServers = {profile.nameServers.cbegin(), profile.nameServers.cend()}, .requestTimeout = profile.timeouts.request,
        .seed = QRandomGenerator::global()->generate()};
}

} // namespace

Remoting::Options remotingOptions(const Profile &profile, const Client::Secrets &secrets)
{
    Remoting::Options options;
    options.connection.connectTimeout = profile.timeouts.connect;
    options.connection.tls = {.enabled = profile.tls.enabled, .caFile = profile.tls.caFile, .certFile = profile.tls.certFile,
        .keyFile = profile.tls.keyFile, .verify = verifyOf(profile.tls.verify)};
    options.mapping = [profile](const Endpoint &announced) { return profile.mapped(announced); };
    options.readOnly = profile.readOnly;
    if (!profile.accessKey.isEmpty())
        options.signer = signerOf(profile, secrets);
    return options;
}

ClientCore::ClientCore(const Profile &profile, const Client::Secrets &secrets)
    : m_remoting(remotingOptions(profile, secrets), m_clock)
    , m_cluster(m_remoting, clusterOptions(profile))
    , m_presence(m_cluster)
    , m_membership(m_cluster, m_presence)
    , m_requests(m_remoting, m_membership)
    , m_producer(m_cluster)
    , m_requester(m_cluster, m_membership, m_requests, m_producer)
    , m_trace(m_cluster, {})
    , m_puller(m_cluster)
    , m_admin(m_cluster)
{
}

Result<LitePuller *> ClientCore::poll(const LitePullOptions &options)
{
    return LitePuller::make(m_cluster, m_membership, options, options.enableTrace ? &m_trace : nullptr).map([this](std::unique_ptr<LitePuller> made) { return owned(std::move(made)); });
}

Result<Popper *> ClientCore::pop(const PopOptions &options, const Popper::Tell &tell)
{
    return Popper::make(m_cluster, m_membership, options, tell).map([this](std::unique_ptr<Popper> made) { return owned(std::move(made)); });
}

ClientCore::~ClientCore()
{
    m_remoting.closeAll({.kind = Error::Kind::Cancelled, .remark = QStringLiteral("the client was closed")});
}

void ClientCore::setWanted(bool wanted)
{
    m_tabNeed = wanted ? m_presence.need() : nullptr;
}

Watcher *ClientCore::watch(const WatchOptions &options, const std::shared_ptr<MessageFeed> &feed, const Watcher::Tell &tell)
{
    auto *watcher = new Watcher(m_cluster, options, feed, tell, &m_watchers);
    QObject::connect(watcher, &QObject::destroyed, &m_presence, [need = m_presence.need()]() mutable { need.reset(); });
    return watcher;
}

ProducerHost *ClientCore::makeProducer(const ProducerOptions &options, const std::vector<std::shared_ptr<SendHook>> &hooks)
{
    auto *const host = new ProducerHost(m_cluster, m_membership, options, &m_series);
    addHooks(host->producer(), options, hooks);
    return host;
}

TransactionSender *ClientCore::makeTransactionSender(const TransactionOptions &options, const TransactionSender::Work &work)
{
    auto *const sender = new TransactionSender(m_cluster, m_membership, options, work, &m_series);
    addHooks(sender->producer(), options.producer, {});
    return sender;
}

void ClientCore::addHooks(Producer &producer, const ProducerOptions &options, const std::vector<std::shared_ptr<SendHook>> &hooks)
{
    for (const auto &hook : hooks)
        producer.addHook(hook);
    if (options.enableTrace)
        producer.addHook(std::make_shared<TraceHook>(m_trace, m_clock, producer.group(), m_trace.topic()));
}

} // namespace rocketdesk
