// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/guardedcluster.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <map>

namespace rocketdesk::tests {

namespace {

const QString secretKey = QStringLiteral("rocketdesk-secret");

/// What 5.5.0 and the sandbox are told of the accounts; 4.9.7 has them in its plain_acl.yml.
const QHash<QString, QStringList> &rights()
{
    static const QStringList topics = {QStringLiteral("Topic:") + guardedTopic, QStringLiteral("Topic:") + tracedTopic};
    static const QStringList mayRead = QStringList(topics).replaceInStrings(QRegularExpression(QStringLiteral("$")), QStringLiteral("=Sub"));
    static const QStringList maySend = QStringList(topics).replaceInStrings(QRegularExpression(QStringLiteral("$")), QStringLiteral("=Pub"));
    static const QHash<QString, QStringList> table = {
        {account::watcher, mayRead + QStringList{QStringLiteral("Group:TOOLS_CONSUMER=Sub")}},
        {account::reader, mayRead + QStringList{QStringLiteral("Group:%1=Sub").arg(guardedGroup)}},
        {account::sender, maySend},
        {account::nobody, {}},
    };
    return table;
}

commands::AclInfo aclOf(const QString &subject, const QStringList &entries)
{
    commands::AclPolicy policy{.policyType = QStringLiteral("Custom")};
    for (const QString &entry : entries) {
        policy.entries << commands::AclEntry{.actions = {entry.section(u'=', 1)}, .decision = QStringLiteral("Allow"),
            .resource = entry.section(u'=', 0, 0), .sourceIps = QStringList()};
    }
    return {.policies = {policy}, .subject = subject};
}

using Pool = std::map<std::pair<QString, Guard>, std::unique_ptr<GuardedCluster>>;

Pool &pool()
{
    static Pool clusters;
    return clusters;
}

QStringList scriptOptions(Guard guard)
{
    if (guard == Guard::Accounts)
        return {QStringLiteral("--acl"), QStringLiteral("--tls"), QStringLiteral("open")};
    return {QStringLiteral("--tls"), QStringLiteral("mutual")};
}

} // namespace

void GuardedCluster::startAll(Guard guard)
{
    for (const TargetCluster &target : TargetCluster::all())
        (void)shared(target.name(), guard);
}

GuardedCluster &GuardedCluster::shared(const QString &target, Guard guard)
{
    static const bool endsInTime = (qAddPostRoutine(&GuardedCluster::stopAll), true); // a QProcess needs its application
    Q_UNUSED(endsInTime);
    std::unique_ptr<GuardedCluster> &cluster = pool()[{target, guard}];
    if (!cluster)
        cluster = std::make_unique<GuardedCluster>(target, guard);
    return *cluster;
}

void GuardedCluster::stopAll()
{
    pool().clear();
}

GuardedCluster::~GuardedCluster() = default;

GuardedCluster::GuardedCluster(const QString &target, Guard guard) : m_target(target), m_guard(guard)
{
    if (target != QLatin1StringView("sandbox")) {
        m_real = std::make_unique<RealCluster>(target == QLatin1StringView("5.5.0") ? ServerVersion::V5_5_0 : ServerVersion::V4_9_7, scriptOptions(guard));
        return;
    }
    const QString made = RealCluster::makeCertificates(m_folder.path());
    if (!made.isEmpty())
        m_problem = made;
    m_sandbox = std::make_unique<sandbox::SandboxThread>(sandboxOptions(QStringLiteral("server")));
}

sandbox::SandboxOptions GuardedCluster::sandboxOptions(const QString &serverName) const
{
    sandbox::SandboxOptions options{.demoData = false, .rate = 0};
    options.tlsCertificateFile = certificate(serverName + QStringLiteral(".pem"));
    options.tlsKeyFile = certificate(serverName + QStringLiteral(".key"));
    if (m_guard == Guard::ClientCertificate) {
        options.tlsOnly = true;
        options.tlsClientAuthorityFile = certificate(QStringLiteral("ca.pem"));
    } else {
        options.credentials.insert(account::administrator, secretKey);
        for (const QString &name : rights().keys())
            options.credentials.insert(name, secretKey);
        options.rights = rights();
    }
    return options;
}

const QString &GuardedCluster::problem()
{
    if (!m_problem && m_real && !m_real->isUp())
        m_problem = m_real->problem();
    if (!m_problem && m_sandbox && !m_sandbox->started())
        m_problem = m_sandbox->started().error().remark;
    if (!m_problem)
        m_problem = furnish();
    return *m_problem;
}

QString GuardedCluster::furnish() const
{
    Caller caller(profile(), secrets());
    const auto broker = rocketdesk::Target::of(BrokerName(QStringLiteral("broker-a")));
    for (const QString &name : {guardedTopic, tracedTopic}) {
        const auto topic = caller.ask(commands::UpdateAndCreateTopic{.topic = TopicName(name), .readQueueNums = 2, .writeQueueNums = 2}, broker);
        if (!topic)
            return topic.error().remark;
    }
    const auto group = caller.ask(commands::UpdateAndCreateSubscriptionGroup{{.groupName = ConsumerGroup(guardedGroup)}}, broker);
    if (!group)
        return group.error().remark;
    const bool known = eventually([&] { return caller.ask(commands::GetRouteInfoByTopic{.topic = TopicName(tracedTopic)}).has_value(); });
    if (!known)
        return QStringLiteral("the name server does not know the topic");
    return m_guard == Guard::Accounts && m_target == QLatin1StringView("5.5.0") ? makeUsers(caller) : QString();
}

QString GuardedCluster::makeUsers(Caller &caller) const
{
    const auto broker = rocketdesk::Target::of(BrokerName(QStringLiteral("broker-a")));
    for (auto entry = rights().cbegin(); entry != rights().cend(); ++entry) {
        const auto user = caller.ask(commands::CreateUser{.username = entry.key(),
            .body = {.password = secretKey, .username = entry.key(), .userStatus = QStringLiteral("enable"), .userType = QStringLiteral("Normal")}}, broker);
        if (!user)
            return user.error().remark;
        const QString subject = QStringLiteral("User:") + entry.key();
        if (entry->isEmpty())
            continue;
        const auto acl = caller.ask(commands::CreateAcl{.subject = subject, .body = aclOf(subject, *entry)}, broker);
        if (!acl)
            return acl.error().remark;
    }
    return {};
}

Endpoint GuardedCluster::nameServer() const
{
    return m_real ? m_real->nameServer() : m_sandbox->nameServer();
}

QString GuardedCluster::certificate(const QString &file) const
{
    return (m_real ? m_real->folder() + QStringLiteral("/certs/") : m_folder.path() + u'/') + file;
}

Profile::Tls GuardedCluster::tls() const
{
    Profile::Tls tls{.enabled = true, .caFile = certificate(QStringLiteral("ca.pem"))};
    if (m_guard == Guard::ClientCertificate) {
        tls.certFile = certificate(QStringLiteral("client.pem"));
        tls.keyFile = certificate(QStringLiteral("client.key"));
    }
    return tls;
}

Profile GuardedCluster::profile(const QString &accessKey) const
{
    Profile profile;
    profile.nameServers = {nameServer()};
    profile.timeouts = {.connect = std::chrono::seconds(15), .request = std::chrono::seconds(15)}; // a server's first handshakes are slow on a busy machine
    if (m_guard == Guard::ClientCertificate)
        profile.tls = tls();
    else
        profile.accessKey = accessKey;
    return profile;
}

Client::Secrets GuardedCluster::secrets() const
{
    return m_guard == Guard::Accounts ? Client::Secrets{.secretKey = Secret(secretKey)} : Client::Secrets();
}

Endpoint GuardedCluster::otherName()
{
    if (m_real)
        return {QStringLiteral("127.0.0.2"), m_real->nameServer().port}; // reaches the same port, and is not in the certificate
    if (!m_elsewhere)
        m_elsewhere = std::make_unique<sandbox::SandboxThread>(sandboxOptions(QStringLiteral("elsewhere")));
    return m_elsewhere->nameServer();
}

} // namespace rocketdesk::tests
