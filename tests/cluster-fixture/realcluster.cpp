// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paths.h"
#include "tests/cluster-fixture/realcluster.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <chrono>
#include <map>
#include <memory>

using namespace std::chrono_literals;

namespace rocketdesk::tests {

namespace {

using Shared = std::map<ServerVersion, std::unique_ptr<RealCluster>>;

Shared &sharedClusters()
{
    static Shared clusters;
    return clusters;
}

QString cacheFolder()
{
    const QString named = qEnvironmentVariable("ROCKETDESK_CACHE");
    return named.isEmpty() ? QDir::home().filePath(QStringLiteral(".cache/rocketdesk")) : named;
}

QString scriptFile()
{
    return rocketdesk::tests::sourceFolder() + QStringLiteral("/tests/cluster-fixture/cluster");
}

} // namespace

QString toString(ServerVersion version)
{
    return version == ServerVersion::V5_5_0 ? QStringLiteral("5.5.0") : QStringLiteral("4.9.7");
}

const RealCluster &RealCluster::shared(ServerVersion version)
{
    Shared &clusters = sharedClusters();
    // Before the application ends, since a QProcess needs one.
    if (clusters.empty())
        qAddPostRoutine([] { sharedClusters().clear(); });
    std::unique_ptr<RealCluster> &cluster = clusters[version];
    if (!cluster)
        cluster = std::make_unique<RealCluster>(version);
    return *cluster;
}

RealCluster::RealCluster(ServerVersion version, const QStringList &options) : m_version(version)
{
    const QStringList arguments = {cacheFolder(), QStringLiteral("start"), toString(version), QStringLiteral("--while-stdin")};
    m_script.start(scriptFile(), arguments + options);
}

RealCluster::~RealCluster()
{
    m_script.closeWriteChannel();
    if (!m_script.waitForFinished(10'000))
        m_script.kill();
}

bool RealCluster::kill(const QString &broker, int signal) const
{
    QFile file(folder() + u'/' + broker + QStringLiteral("/pid"));
    const int process = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
    return process > 0 && ::kill(process, signal) == 0;
}

QString RealCluster::classPath(ServerVersion version)
{
    return cacheFolder() + QStringLiteral("/jars-") + toString(version) + QStringLiteral("/*");
}

QString RealCluster::makeCertificates(const QString &folder)
{
    QProcess script;
    script.start(scriptFile(), {cacheFolder(), QStringLiteral("certificates"), folder});
    const bool ended = script.waitForFinished(60'000) && script.exitCode() == 0;
    return ended ? QString() : QString::fromUtf8(script.readAllStandardError()) + script.errorString();
}

const RealCluster &RealCluster::settled() const
{
    if (m_problem.isEmpty() && m_folder.isEmpty())
        readAnswers();
    return *this;
}

void RealCluster::readAnswers() const
{
    const QDeadlineTimer limit(10min);
    while (m_folder.isEmpty()) {
        if (!m_script.canReadLine() && !m_script.waitForReadyRead(static_cast<int>(limit.remainingTime()))) {
            m_problem = QString::fromUtf8(m_script.readAllStandardError()).trimmed();
            if (m_problem.isEmpty())
                m_problem = QStringLiteral("the cluster's script said nothing: ") + m_script.errorString();
            return;
        }
        while (m_script.canReadLine())
            take(QString::fromUtf8(m_script.readLine()).trimmed());
    }
}

void RealCluster::take(const QString &line) const
{
    const QStringList words = line.split(u' ');
    if (words.constFirst() == QLatin1StringView("broker") && words.size() == 3)
        m_brokers.insert(words.at(1), Endpoint::parse(words.at(2)).value_or(Endpoint()));
    else if (words.constFirst() == QLatin1StringView("folder"))
        m_folder = line.section(u' ', 1);
    else
        m_nameServer = Endpoint::parse(line).value_or(Endpoint());
}

} // namespace rocketdesk::tests
