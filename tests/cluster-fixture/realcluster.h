// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"

#include <QHash>
#include <QProcess>

namespace rocketdesk::tests {

enum class ServerVersion { V4_9_7, V5_5_0 };

[[nodiscard]] QString toString(ServerVersion version);

/// A real name server with its brokers on loopback, in folders of their own, gone when this object or its process is.
/// The constructor waits until the name server lists every broker, at worst for minutes: the jars may have to be loaded.
class RealCluster final
{
public:
    /// The plain cluster of one broker that all tests of an executable share; started by the first who asks.
    [[nodiscard]] static const RealCluster &shared(ServerVersion version);

    /// `options` are those of tests/cluster-fixture/cluster: {"--acl"}, {"--brokers", "2"} ...
    explicit RealCluster(ServerVersion version, const QStringList &options = {});
    ~RealCluster();
    Q_DISABLE_COPY_MOVE(RealCluster)

    [[nodiscard]] bool isUp() const { return m_problem.isEmpty(); }
    /// Why it is not up, in the script's words: QVERIFY2(cluster.isUp(), qPrintable(cluster.problem())).
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] ServerVersion version() const { return m_version; }
    [[nodiscard]] const Endpoint &nameServer() const { return m_nameServer; }
    /// Brokers are called broker-a, broker-b ... in cluster DefaultCluster; an invalid endpoint for one that is not there.
    [[nodiscard]] Endpoint broker(const QString &name = QStringLiteral("broker-a")) const { return m_brokers.value(name); }
    /// Of its logs, stores and, in certs/, certificates.
    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// Class path of that version's jars.
    [[nodiscard]] static QString classPath(ServerVersion version);

private:
    void readAnswers();
    void take(const QString &line);

    ServerVersion m_version;
    QProcess m_script;
    QString m_problem;
    Endpoint m_nameServer;
    QHash<QString, Endpoint> m_brokers;
    QString m_folder;
};

} // namespace rocketdesk::tests
