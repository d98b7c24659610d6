// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"

#include <QHash>
#include <QProcess>

#include <csignal>

namespace rocketdesk::tests {

enum class ServerVersion { V4_9_7, V5_5_0 };

[[nodiscard]] QString toString(ServerVersion version);

/// A real name server with its brokers on loopback, in folders of their own, gone when this object or its process is.
/// The constructor only begins: the first question about it waits until the name server lists every broker, at worst for
/// minutes, since the jars may have to be loaded. So several can start side by side.
class RealCluster final
{
public:
    /// The plain cluster of one broker that all tests of an executable share; started by the first who asks.
    [[nodiscard]] static const RealCluster &shared(ServerVersion version);

    /// `options` are those of tests/cluster-fixture/cluster: {"--acl"}, {"--brokers", "2", "--replica"} ...
    explicit RealCluster(ServerVersion version, const QStringList &options = {});
    ~RealCluster();
    Q_DISABLE_COPY_MOVE(RealCluster)

    [[nodiscard]] bool isUp() const { return problem().isEmpty(); }
    /// Why it is not up, in the script's words: QVERIFY2(cluster.isUp(), qPrintable(cluster.problem())).
    [[nodiscard]] const QString &problem() const { return settled().m_problem; }
    [[nodiscard]] ServerVersion version() const { return m_version; }
    [[nodiscard]] const Endpoint &nameServer() const { return settled().m_nameServer; }
    /// Brokers are called broker-a, broker-b ... in cluster DefaultCluster, a replica broker-a-replica; an invalid endpoint for one
    /// that is not there.
    [[nodiscard]] Endpoint broker(const QString &name = QStringLiteral("broker-a")) const { return settled().m_brokers.value(name); }
    /// Ends that broker's process as a crash does, or sends it another signal; false where there is none.
    [[nodiscard]] bool kill(const QString &broker, int signal = SIGKILL) const;
    /// Of its logs, stores and, in certs/, certificates.
    [[nodiscard]] const QString &folder() const { return settled().m_folder; }

    /// ca.pem, server.pem, client.pem, elsewhere.pem (for another name) and stranger.pem (of another CA) with their keys, as a
    /// cluster has them in certs/. Empty, or openssl's words where that failed.
    [[nodiscard]] static QString makeCertificates(const QString &folder);
    /// Class path of that version's jars.
    [[nodiscard]] static QString classPath(ServerVersion version);

private:
    /// This, when the script has said all.
    [[nodiscard]] const RealCluster &settled() const;
    void readAnswers() const;
    void take(const QString &line) const;

    ServerVersion m_version;
    mutable QProcess m_script;
    mutable QString m_problem;
    mutable Endpoint m_nameServer;
    mutable QHash<QString, Endpoint> m_brokers;
    mutable QString m_folder;
};

} // namespace rocketdesk::tests
