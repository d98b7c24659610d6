// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandbox.h"

#include "app/sandbox/broker.h"
#include "app/sandbox/demotraffic.h"
#include "app/sandbox/nameserver.h"
#include "client/base/logcategories.h"

#include <QFile>
#include <QSslKey>

namespace rocketdesk::sandbox {

namespace {

std::unique_ptr<Clock> clockFor(const SandboxOptions &options)
{
    if (options.standsAt)
        return std::make_unique<ManualClock>(*options.standsAt);
    return std::make_unique<SystemClock>();
}

Result<ServerTls> tlsFor(const SandboxOptions &options)
{
    if (options.tlsCertificateFile.isEmpty() && options.tlsKeyFile.isEmpty())
        return ServerTls();
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(options.tlsCertificateFile);
    if (chain.isEmpty())
        return failed(Error::Kind::TlsFailed, QStringLiteral("no certificate in %1").arg(options.tlsCertificateFile));
    QFile file(options.tlsKeyFile);
    const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    if (key.isNull())
        return failed(Error::Kind::TlsFailed, QStringLiteral("no private key in %1").arg(options.tlsKeyFile));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(options.tlsClientAuthorityFile.isEmpty() ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    if (!options.tlsClientAuthorityFile.isEmpty())
        configuration.setCaCertificates(QSslCertificate::fromPath(options.tlsClientAuthorityFile));
    return ServerTls{configuration, options.tlsOnly};
}

BrokerName brokerName(int index, bool longNames)
{
    const QString letter = index < 26 ? QString(QChar(u'a' + index)) : QString::number(index);
    return BrokerName((longNames ? QStringLiteral("rocketmq-customer-platform-eu-central-1-broker-") : QStringLiteral("broker-")) + letter);
}

} // namespace

Sandbox::Sandbox(SandboxOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_ownClock(clockFor(m_options)), m_clock(*m_ownClock)
{
}

Sandbox::Sandbox(SandboxOptions options, Clock &clock, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_clock(clock)
{
}

Sandbox::~Sandbox() = default;

Result<void> Sandbox::start()
{
    Q_ASSERT(!m_nameServer);
    if (Result<void> opened = openServers(); !opened)
        return opened;
    fill();
    qCInfo(logSandbox) << "sandbox cluster: name server" << m_nameServerAt.toString() << "brokers" << m_brokersAt.size();
    return {};
}

void Sandbox::advance(milliseconds time)
{
    auto *const standing = qobject_cast<ManualClock *>(m_ownClock.get());
    Q_ASSERT_X(standing, "advance", "this sandbox keeps the real time, or a clock of its owner's");
    if (standing)
        standing->advance(time);
}

Result<void> Sandbox::openServers()
{
    const auto tls = tlsFor(m_options);
    if (!tls)
        return failed(tls.error());
    m_nameServer = std::make_unique<NameServer>(m_clock, m_faults, *tls);
    m_nameServer->routes().setActingMasters(m_options.actingMaster);
    const auto at = m_nameServer->open(m_options.port);
    if (!at)
        return failed(at.error());
    m_nameServerAt = *at;
    for (int index = 0; index < std::max(1, m_options.brokers); ++index) {
        if (Result<void> opened = openBroker(index, *tls); !opened)
            return opened;
    }
    return {};
}

Result<void> Sandbox::openBroker(int index, const ServerTls &tls)
{
    std::shared_ptr<Replicated> shared;
    for (int id = 0; id <= m_options.replicas; ++id) {
        auto &broker = m_brokers.emplace_back(std::make_unique<Broker>(brokerName(index, m_options.longNames), BrokerId(id), m_options, m_clock, m_faults, m_nameServer->routes(), tls));
        if (Result<void> opened = broker->open(shared); !opened)
            return opened;
        shared = broker->state().replicated;
        (id == 0 ? m_brokersAt : m_replicasAt) << broker->state().endpoint;
    }
    return {};
}

Broker *Sandbox::process(const BrokerName &name, BrokerId id)
{
    const auto found = std::find_if(m_brokers.begin(), m_brokers.end(), [&](const auto &one) { return one->state().name == name && one->state().id == id; });
    return found == m_brokers.end() ? nullptr : found->get();
}

void Sandbox::stopBroker(const BrokerName &name, BrokerId id)
{
    if (Broker *const broker = process(name, id))
        broker->stop();
}

Result<void> Sandbox::startBroker(const BrokerName &name, BrokerId id)
{
    Broker *const broker = process(name, id);
    return broker ? broker->restart() : Result<void>();
}

void Sandbox::promoteReplica(const BrokerName &name)
{
    Broker *const master = process(name, BrokerId(0));
    for (int id = 1; id <= m_options.replicas; ++id) {
        Broker *const replica = process(name, BrokerId(id));
        if (!replica || !replica->state().isUp)
            continue;
        return Broker::swapRoles(*master, *replica);
    }
}

void Sandbox::fill()
{
    std::vector<BrokerState *> brokers;
    for (const auto &broker : m_brokers) {
        if (broker->state().isMaster())
            brokers.push_back(&broker->state());
    }
    m_traffic = std::make_unique<DemoTraffic>(std::move(brokers), m_options, m_clock);
    m_traffic->fill();
    if (m_options.rate > 0 && !m_options.standsAt)
        m_traffic->start();
}

} // namespace rocketdesk::sandbox
