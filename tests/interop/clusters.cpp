// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/clusters.h"

#include "app/sandbox/sandboxthread.h"
#include "tests/support/caller.h"

namespace rocketdesk::tests {

namespace {

std::unique_ptr<sandbox::SandboxThread> &sharedSandbox()
{
    static std::unique_ptr<sandbox::SandboxThread> cluster;
    return cluster;
}

} // namespace

void addClusterRows()
{
    QTest::addColumn<QString>("cluster");
    for (const char *name : {"sandbox", "5.5.0", "4.9.7"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

Result<Endpoint> nameServerOf(const QString &cluster)
{
    if (cluster != QLatin1StringView("sandbox")) {
        const RealCluster &real = RealCluster::shared(versionOf(cluster));
        return real.isUp() ? Result<Endpoint>(real.nameServer()) : failed(Error::Kind::Local, real.problem());
    }
    if (!sharedSandbox()) {
        sharedSandbox() = std::make_unique<sandbox::SandboxThread>(sandbox::SandboxOptions{.demoData = false, .rate = 0});
        qAddPostRoutine([] { sharedSandbox().reset(); });
    }
    const auto &started = sharedSandbox()->started();
    return started ? Result<Endpoint>(sharedSandbox()->nameServer()) : failed(started.error());
}

ServerVersion versionOf(const QString &cluster)
{
    return cluster == QLatin1StringView("4.9.7") ? ServerVersion::V4_9_7 : ServerVersion::V5_5_0;
}

bool createTopic(const QString &cluster, const QString &topic, int queues)
{
    const auto nameServer = nameServerOf(cluster);
    if (!nameServer)
        return false;
    Caller caller(*nameServer);
    const auto made = caller.ask(commands::UpdateAndCreateTopic{.topic = TopicName(topic), .readQueueNums = queues, .writeQueueNums = queues},
        Target::of(BrokerName(QStringLiteral("broker-a"))));
    return made && eventually([&] { return caller.ask(commands::GetRouteInfoByTopic{.topic = TopicName(topic)}).has_value(); });
}

} // namespace rocketdesk::tests
