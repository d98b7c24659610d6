// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/runtimevalues.h"

#include "app/sandbox/brokerstate.h"
#include "app/sandbox/names.h"
#include "app/sandbox/scheduling.h"

namespace rocketdesk::sandbox {

namespace {

struct FixedValue {
    const char *name;
    const char *value;
};

/// Values of a healthy broker that nothing here moves.
constexpr FixedValue fixedValues[] = {
    {"EndTransactionQueueSize", "0"},
    {"EndTransactionThreadPoolQueueCapacity", "100000"},
    {"ackThreadPoolQueueCapacity", "100000"},
    {"ackThreadPoolQueueHeadWaitTimeMills", "0"},
    {"ackThreadPoolQueueSize", "0"},
    {"brokerActive", "true"},
    {"brokerVersionDesc", "V5_5_0"},
    {"dispatchBehindBytes", "0"},
    {"dispatchMaxBuffer", "0"},
    {"getMessageEntireTimeMax", "4"},
    {"litePullThreadPoolQueueCapacity", "100000"},
    {"litePullThreadPoolQueueHeadWaitTimeMills", "0"},
    {"litePullThreadPoolQueueSize", "0"},
    {"msgGetTotalTodayMorning", "0"},
    {"msgGetTotalYesterdayMorning", "0"},
    {"msgPutTotalTodayMorning", "0"},
    {"msgPutTotalYesterdayMorning", "0"},
    {"pageCacheLockTimeMills", "0"},
    {"pullThreadPoolQueueCapacity", "100000"},
    {"pullThreadPoolQueueHeadWaitTimeMills", "0"},
    {"pullThreadPoolQueueSize", "0"},
    {"putLatency99", "0.00"},
    {"putLatency999", "0.00"},
    {"putMessageEntireTimeMax", "3"},
    {"putMessageFailedTimes", "0"},
    {"queryThreadPoolQueueCapacity", "20000"},
    {"queryThreadPoolQueueHeadWaitTimeMills", "0"},
    {"queryThreadPoolQueueSize", "0"},
    {"remainHowManyDataToFlush", "0 B"},
    {"remainTransientStoreBufferNumbs", "2147483647"},
    {"sendThreadPoolQueueCapacity", "10000"},
    {"sendThreadPoolQueueHeadWaitTimeMills", "0"},
    {"sendThreadPoolQueueSize", "0"},
    {"startAcceptSendRequestTimeStamp", "0"},
    {"timerCongestNum", "0"},
    {"timerDequeueTps", "0.0"},
    {"timerEnqueueTps", "0.0"},
    {"timerOffsetBehind", "0"},
    {"timerReadBehind", "0"},
};

/// The disk that the sandbox does not have, in GiB.
constexpr double diskGiB = 252;

QString number(qint64 value)
{
    return QString::number(value);
}

/// Over 10 s, 1 min and 10 min; the sandbox knows the minute.
QString rates(const BrokerState &broker, const QString &counter)
{
    const QString rate = QString::number(broker.counters.perSecond(counter, broker.cluster.text(), broker.now()), 'f', 2);
    return rate + u' ' + rate + u' ' + rate;
}

qint64 total(const BrokerState &broker, const QString &counter)
{
    const Meter *const meter = broker.counters.find(counter, broker.cluster.text());
    return meter ? meter->total() : 0;
}

QString span(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    return QStringLiteral("[ %1 days, %2 hours, %3 minutes, %4 seconds ]")
        .arg(seconds / 86400).arg(seconds / 3600 % 24).arg(seconds / 60 % 60).arg(seconds % 60);
}

void addTraffic(const BrokerState &broker, QMap<QString, QString> &values)
{
    const QString puts = QStringLiteral("BROKER_PUT_NUMS");
    const QString gets = QStringLiteral("BROKER_GET_NUMS");
    const qint64 messages = total(broker, puts);
    values.insert(QStringLiteral("putTps"), rates(broker, puts));
    for (const char *const name : {"getFoundTps", "getTotalTps", "getTransferredTps"})
        values.insert(QString::fromLatin1(name), rates(broker, gets));
    values.insert(QStringLiteral("getMissTps"), QStringLiteral("0.0 0.0 0.0"));
    values.insert(QStringLiteral("msgPutTotalTodayNow"), number(messages));
    values.insert(QStringLiteral("msgGetTotalTodayNow"), number(total(broker, gets)));
    values.insert(QStringLiteral("putMessageTimesTotal"), number(messages));
    values.insert(QStringLiteral("putMessageSizeTotal"), number(broker.store.endPosition()));
    values.insert(QStringLiteral("putMessageAverageSize"), QString::number(messages > 0 ? static_cast<double>(broker.store.endPosition()) / static_cast<double>(messages) : 0));
    values.insert(QStringLiteral("putMessageDistributeTime"),
                  QStringLiteral("[<=0ms]:%1 [0~10ms]:0 [10~50ms]:0 [50~100ms]:0 [100~200ms]:0 [200~500ms]:0 [500ms~1s]:0 [1~2s]:0 "
                                 "[2~3s]:0 [3~4s]:0 [4~5s]:0 [5~10s]:0 [10s~]:0 ").arg(messages));
}

void addStorage(const BrokerState &broker, QMap<QString, QString> &values)
{
    const double used = 0.21 + static_cast<double>(broker.store.bytes()) / (diskGiB * (1 << 30));
    const QString ratio = QString::number(used, 'f', 2);
    for (const char *const name : {"commitLogDiskRatio", "commitLogDiskRatio_sandbox/store/commitlog", "consumeQueueDiskRatio"})
        values.insert(QString::fromLatin1(name), ratio);
    values.insert(QStringLiteral("commitLogDirCapacity"), QStringLiteral("Total : %1 GiB, Free : %2 GiB.").arg(diskGiB, 0, 'f', 1).arg(diskGiB * (1 - used), 0, 'f', 1));
    values.insert(QStringLiteral("commitLogMinOffset"), number(broker.store.endPosition() - broker.store.bytes()));
    values.insert(QStringLiteral("commitLogMaxOffset"), number(broker.store.endPosition()));
    values.insert(QStringLiteral("earliestMessageTimeStamp"), number(broker.startedAt));
}

void addDelays(const BrokerState &broker, QMap<QString, QString> &values)
{
    for (int level = 1; level <= delayLevels; ++level) {
        if (const qint64 max = broker.maxOffset(topicNamed(scheduleTopic), QueueId(level - 1)); max > 0)
            values.insert(QStringLiteral("scheduleMessageOffset_%1").arg(level), QStringLiteral("%1,%1").arg(max));
    }
}

} // namespace

QMap<QString, QString> runtimeValues(const BrokerState &broker)
{
    QMap<QString, QString> values;
    for (const FixedValue &fixed : fixedValues)
        values.insert(QString::fromLatin1(fixed.name), QString::fromLatin1(fixed.value));
    values.insert(QStringLiteral("bootTimestamp"), number(broker.startedAt));
    values.insert(QStringLiteral("runtime"), span(broker.now() - broker.startedAt));
    addTraffic(broker, values);
    addStorage(broker, values);
    addDelays(broker, values);
    return values;
}

} // namespace rocketdesk::sandbox
