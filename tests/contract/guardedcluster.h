// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/sandboxthread.h"
#include "tests/cluster-fixture/realcluster.h"
#include "tests/contract/target.h"
#include "tests/support/caller.h"

#include <QTemporaryDir>

namespace rocketdesk::tests {

/// How a cluster is guarded.
enum class Guard {
    Accounts, ///< ACL 2.0 on 5.5.0 and the sandbox, 1.0 on 4.9.7; TLS beside plain text
    ClientCertificate, ///< TLS only, with a certificate of the client
};

/// Accounts of a cluster with Guard::Accounts, and what they may. All have the same secret key.
namespace account {
inline const QString administrator = QStringLiteral("rocketdesk"); ///< everything
inline const QString watcher = QStringLiteral("rocketdesk-watcher"); ///< read both topics as TOOLS_CONSUMER
inline const QString reader = QStringLiteral("rocketdesk-reader"); ///< read them as guardedGroup
inline const QString sender = QStringLiteral("rocketdesk-sender"); ///< send to them
inline const QString nobody = QStringLiteral("rocketdesk-nobody"); ///< nothing
} // namespace account
inline const QString guardedTopic = QStringLiteral("contract-guarded");
inline const QString tracedTopic = QStringLiteral("contract-guarded-traces"); ///< the same rights; nobody else sends to it
inline const QString guardedGroup = QStringLiteral("contract-readers");

/// A cluster of one target that does not serve everybody, with its accounts, both topics (two queues each) and guardedGroup.
/// The constructor begins to start it; the first question waits. Gone with this object.
class GuardedCluster final
{
public:
    /// Begins to start all of a kind, so that they boot side by side.
    static void startAll(Guard guard);
    /// The one that the test classes share.
    [[nodiscard]] static GuardedCluster &shared(const QString &target, Guard guard);
    static void stopAll();

    GuardedCluster(const QString &target, Guard guard);
    ~GuardedCluster();

    /// Why it is not up, or not furnished; empty when all is there.
    [[nodiscard]] const QString &problem();
    [[nodiscard]] Endpoint nameServer() const;
    /// Where a file of its certificates is: "ca.pem", "client.pem", "stranger.pem" ...
    [[nodiscard]] QString certificate(const QString &file) const;
    /// Encrypted, its authority known; with a certificate of our own where the guard asks for one.
    [[nodiscard]] Profile::Tls tls() const;
    /// A profile that gets in.
    [[nodiscard]] Profile profile(const QString &accessKey = account::administrator) const;
    [[nodiscard]] Client::Secrets secrets() const;
    /// A server that names itself elsewhere.example: the same by another address, or one that shows such a certificate.
    [[nodiscard]] Endpoint otherName();

private:
    [[nodiscard]] sandbox::SandboxOptions sandboxOptions(const QString &serverName) const;
    [[nodiscard]] QString furnish() const;
    [[nodiscard]] QString makeUsers(Caller &caller) const;

    const QString m_target;
    const Guard m_guard;
    QTemporaryDir m_folder;
    std::unique_ptr<RealCluster> m_real;
    std::unique_ptr<sandbox::SandboxThread> m_sandbox;
    std::unique_ptr<sandbox::SandboxThread> m_elsewhere;
    std::optional<QString> m_problem;
};

} // namespace rocketdesk::tests
