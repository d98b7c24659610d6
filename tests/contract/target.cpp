// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/target.h"

#include "tests/cluster-fixture/realcluster.h"
#include "tests/contract/sandboxprocess.h"
#include "tests/support/patience.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace rocketdesk::tests {

namespace {

Result<Endpoint> startReal(ServerVersion version)
{
    const RealCluster &cluster = RealCluster::shared(version);
    if (!cluster.isUp())
        return failed(Error::Kind::Local, cluster.problem());
    return cluster.nameServer();
}

const QString number(qint64 value)
{
    return QString::number(value);
}

} // namespace

QString Answer::difference(const std::optional<RawReply> &reply) const
{
    if (!reply)
        return code ? QStringLiteral("no answer, expected %1").arg(*code) : QString();
    const QString got = QStringLiteral("%1 \"%2\"").arg(reply->code).arg(reply->remark);
    if (!code)
        return QStringLiteral("expected silence, got ") + got;
    if (reply->code != *code || !reply->remark.contains(remark))
        return QStringLiteral("expected %1 \"%2\", got %3").arg(*code).arg(remark, got);
    for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
        if (reply->fields.value(field.key()) != field.value())
            return QStringLiteral("expected %1=%2, got \"%3\"").arg(field.key(), field.value(), reply->fields.value(field.key()));
    }
    return {};
}

const std::vector<TargetCluster> &TargetCluster::all()
{
    static const std::vector<TargetCluster> targets = [] {
        std::vector<TargetCluster> made;
        if (SandboxProcess::isBuilt())
            made.push_back(TargetCluster(QStringLiteral("sandbox"), Dialect::As5_5_0, [] { return SandboxProcess::shared().nameServer(); }));
        made.push_back(TargetCluster(QStringLiteral("5.5.0"), Dialect::As5_5_0, [] { return startReal(ServerVersion::V5_5_0); }));
        made.push_back(TargetCluster(QStringLiteral("4.9.7"), Dialect::As4_9_7, [] { return startReal(ServerVersion::V4_9_7); }));
        if (const QString wanted = qEnvironmentVariable("ROCKETDESK_TARGETS"); !wanted.isEmpty())
            std::erase_if(made, [names = wanted.split(u',')](const TargetCluster &target) { return !names.contains(target.name()); });
        return made;
    }();
    return targets;
}

const TargetCluster &TargetCluster::named(const QString &name)
{
    return *std::find_if(all().cbegin(), all().cend(), [&](const TargetCluster &target) { return target.name() == name; });
}

Result<Endpoint> TargetCluster::broker() const
{
    const Result<Endpoint> address = nameServer();
    if (!address)
        return address;
    const auto reply = RawConnection(*address).ask(106);
    static const QRegularExpression master(QStringLiteral("\"brokerAddrs\":\\{\"?0\"?:\"([^\"]+)\""));
    const QString found = reply ? master.match(QString::fromUtf8(reply->body)).captured(1) : QString();
    return Endpoint::parse(found);
}

bool TargetCluster::createTopic(const QString &topic, int queues) const
{
    const auto address = broker();
    if (!address)
        return false;
    const Fields fields = {{QStringLiteral("topic"), topic},
                           {QStringLiteral("defaultTopic"), QStringLiteral("TBW102")},
                           {QStringLiteral("readQueueNums"), number(queues)},
                           {QStringLiteral("writeQueueNums"), number(queues)},
                           {QStringLiteral("perm"), QStringLiteral("6")},
                           {QStringLiteral("topicFilterType"), QStringLiteral("SINGLE_TAG")},
                           {QStringLiteral("topicSysFlag"), QStringLiteral("0")},
                           {QStringLiteral("order"), QStringLiteral("false")}};
    const auto created = RawConnection(*address).ask(17, fields);
    if (!created || created->code != 0)
        return false;
    return tests::eventually([&] {
        const auto route = RawConnection(*nameServer()).ask(105, {{QStringLiteral("topic"), topic}});
        return route && route->code == 0;
    });
}

bool TargetCluster::send(const QString &topic, const QString &properties, const QByteArray &body) const
{
    const auto address = broker();
    if (!address)
        return false;
    const Fields fields = {{QStringLiteral("a"), QStringLiteral("contract")},
                           {QStringLiteral("b"), topic},
                           {QStringLiteral("c"), QStringLiteral("TBW102")},
                           {QStringLiteral("d"), QStringLiteral("4")},
                           {QStringLiteral("e"), QStringLiteral("0")},
                           {QStringLiteral("f"), QStringLiteral("0")},
                           {QStringLiteral("g"), number(QDateTime::currentMSecsSinceEpoch())},
                           {QStringLiteral("h"), QStringLiteral("0")},
                           {QStringLiteral("i"), properties}};
    RawConnection connection(*address);
    const auto stored = connection.ask(310, fields, body);
    if (!stored || stored->code != 0)
        return false;
    const qint64 offset = stored->fields.value(QStringLiteral("queueOffset")).toLongLong();
    return tests::eventually([&] { // a queue follows the log a moment later
        const auto end = connection.ask(30, {{QStringLiteral("topic"), topic}, {QStringLiteral("queueId"), QStringLiteral("0")}});
        return end && end->fields.value(QStringLiteral("offset")).toLongLong() > offset;
    });
}

void addTargetRows()
{
    QTest::addColumn<QString>("target");
    for (const TargetCluster &target : TargetCluster::all())
        QTest::newRow(qPrintable(target.name())) << target.name();
}

} // namespace rocketdesk::tests
