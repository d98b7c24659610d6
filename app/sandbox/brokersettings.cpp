// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokersettings.h"

#include "app/sandbox/brokerstate.h"

namespace rocketdesk::sandbox {

namespace {

/// Settings of a 5.5.0 broker that its operator has not touched.
constexpr const char *untouched =
    "accessMessageInMemoryHotRatio=26\n"
    "ackMessageThreadPoolNums=16\n"
    "adminBrokerThreadPoolQueueCapacity=10000\n"
    "appendCkAsync=false\n"
    "autoCreateSubscriptionGroup=true\n"
    "batchDispatchRequestThreadPoolNums=16\n"
    "broadcastOffsetExpireMaxSecond=300\n"
    "brokerFastFailureEnable=true\n"
    "brokerId=0\n"
    "brokerPermission=6\n"
    "brokerRole=ASYNC_MASTER\n"
    "channelNotActiveInterval=60000\n"
    "cleanFileForciblyEnable=true\n"
    "cleanSwapedMapInterval=300000\n"
    "clientChannelMaxIdleTimeSeconds=120\n"
    "clientOnewaySemaphoreValue=65535\n"
    "clientWorkerThreads=4\n"
    "coldDataScanEnable=false\n"
    "combineCQMaxExtraSearchCommitLogFiles=3\n"
    "commercialSizePerMsg=4096\n"
    "commitLogForceSwapMapInterval=43200000\n"
    "compactionCqMappedFileSize=10485760\n"
    "compatibleWithOldNameSrv=true\n"
    "connectTimeoutMillis=3000\n"
    "consumerOffsetUpdateVersionStep=500\n"
    "correctLogicMinOffsetSleepInterval=1\n"
    "defaultPopShareQueueNum=-1\n"
    "defaultTopicQueueNums=8\n"
    "deleteCommitLogFilesInterval=100\n"
    "deleteWhen=04\n"
    "destroyMapedFileIntervalForcibly=120000\n"
    "disappearTimeAfterStart=-1\n"
    "diskSpaceWarningLevelRatio=90\n"
    "duplicationEnable=false\n"
    "enableBatchPush=false\n"
    "enableCleanExpiredOffset=false\n"
    "enableControllerMode=false\n"
    "enableFastChannelEventProcess=false\n"
    "enableLmq=false\n"
    "enableMessageStoreMetrics=true\n"
    "enableNotifyAfterPopOrderLockRelease=true\n"
    "enablePopLog=false\n"
    "enablePropertyFilter=true\n"
    "enableReconnectForGoAway=true\n"
    "enableRequestMetrics=true\n"
    "enableScheduleAsyncDeliver=false\n"
    "enableSkipLongAwaitingAck=false\n"
    "enableStatsMetrics=true\n"
    "endTransactionThreadPoolNums=12\n"
    "fetchControllerAddrByDnsLookup=false\n"
    "fileReservedTime=72\n"
    "flushCommitLogThoroughInterval=10000\n"
    "flushConsumerOffsetHistoryInterval=60000\n"
    "flushDiskType=ASYNC_FLUSH\n"
    "flushIntervalCommitLog=500\n"
    "forceVerifyPropCRC=false\n"
    "haHousekeepingInterval=20000\n"
    "haListenPort=0\n"
    "haSendHeartbeatInterval=5000\n"
    "highSpeedMode=false\n"
    "inSyncReplicas=1\n"
    "indexRocksDBEnable=false\n"
    "isScanAvailableNameSrv=true\n"
    "liteEventCheckInterval=10000\n"
    "liteLagLatencyCollectEnable=false\n"
    "litePullMessageThreadPoolNums=20\n"
    "liteTtlCheckInterval=120000\n"
    "lockInStrictMode=false\n"
    "logicalDiskSpaceCleanForciblyThreshold=0.8\n"
    "longPollingEnable=true\n"
    "mappedFileSizeConsumeQueueExt=50331648\n"
    "maxAsyncPutMessageRequests=5000\n"
    "maxConsumeQueueScan=20000\n"
    "maxHashSlotNum=5000000\n"
    "maxMessageFilterNumForNotification=64\n"
    "maxMessageSize=4194304\n"
    "maxPopPollingSize=100000\n"
    "maxSlaveResendLength=268435456\n"
    "maxTransferBytesOnMessageInMemory=262144\n"
    "maxTransferCountOnMessageInMemory=32\n"
    "messageDelayLevel=1s 5s 10s 30s 1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 20m 30m 1h 2h\n"
    "metricGrpcExporterIntervalInMills=60000\n"
    "metricsExporterType=DISABLE\n"
    "metricsLabel=\n"
    "minInSyncReplicas=1\n"
    "msgTraceTopicName=RMQ_SYS_TRACE_TOPIC\n"
    "notifyConsumerIdsChangedEnable=true\n"
    "popCkMaxBufferSize=200000\n"
    "popConsumerFSServiceInit=true\n"
    "popFromRetryProbability=20\n"
    "popPollingMapExpireTimeSeconds=600\n"
    "popReviveConcurrency=32\n"
    "printChannelGroups=false\n"
    "pullBatchMaxMessageCount=160\n"
    "putMessageFutureThreadPoolNums=2\n"
    "queryMessageThreadPoolNums=10\n"
    "realTimePersistRocksDBConfig=true\n"
    "recoverThreadPoolNums=32\n"
    "regionId=DefaultRegion\n"
    "registerNameServerPeriod=30000\n"
    "rejectTransactionMessage=false\n"
    "replyThreadPoolQueueCapacity=10000\n"
    "reviveMaxSlow=3\n"
    "rocksdbCQDoubleWriteEnable=false\n"
    "sampleCountThreshold=5000\n"
    "searchBcqByCacheEnable=true\n"
    "serverAsyncSemaphoreValue=64\n"
    "serverNettyWorkerGroupEnable=true\n"
    "serverSocketBacklog=1024\n"
    "sharedByteBufferNum=16\n"
    "shortPollingTimeMills=1000\n"
    "skipWhenCKRePutReachMaxTimes=false\n"
    "enableRetryTopicV2=false\n"
    "recallMessageEnable=false\n"
    "slaveReadEnable=false\n"
    "spinLockCollisionRetreatOptimalDegree=1000\n"
    "statRocksDBCQIntervalSec=10\n"
    "storePathCommitLog=sandbox/store/commitlog\n"
    "storePathRootDir=sandbox/store\n"
    "storeType=default\n"
    "syncControllerMetadataPeriod=10000\n"
    "timerCheckMetricsWhen=05\n"
    "timerEnableDisruptor=false\n"
    "timerInterceptDelayLevel=false\n"
    "timerMaxDelaySec=259200\n"
    "timerPrecisionMs=1000\n"
    "timerProgressLogIntervalMs=10000\n"
    "timerReputServiceCorePoolSize=6\n"
    "timerRocksDBPrecisionMs=1000\n"
    "timerRocksDBStopScan=false\n"
    "timerStopDequeue=false\n"
    "timerWheelEnable=true\n"
    "timerWheelSnapshotFlush=false\n"
    "traceOn=true\n"
    "traceTopicEnable=false\n"
    "transactionCheckInterval=5000\n"
    "transactionCheckMax=15\n"
    "transactionCheckRocksdbQueueCapacity=2000\n"
    "transactionTimeOut=3000\n"
    "travelCqFileNumWhenGetMessage=1\n"
    "useMessageFilterForNotification=true\n"
    "useSeparateStorePathForRocksdbCQ=false\n"
    "useServerSideResetOffset=true\n"
    "useTLS=false\n"
    "waitTimeMillsInHeartbeatQueue=31000\n"
    "waitTimeMillsInTransactionQueue=3000\n"
    "writeBufferHighWaterMark=0\n";

QString truth(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

/// A value with its escapes undone.
QString unescaped(QStringView text)
{
    QString value;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\' && i + 5 < text.size() && text[i + 1] == u'u') {
            value += QChar(text.sliced(i + 2, 4).toUShort(nullptr, 16));
            i += 5;
        } else if (text[i] != u'\\') {
            value += text[i];
        } else if (i + 1 < text.size()) {
            value += text[++i];
        }
    }
    return value;
}

} // namespace

QMap<QString, QString> parseProperties(const QString &text)
{
    QMap<QString, QString> values;
    for (QStringView line : QStringView(text).split(u'\n')) {
        line = line.trimmed();
        const qsizetype equals = line.indexOf(u'=');
        if (equals <= 0 || line.startsWith(u'#') || line.startsWith(u'!'))
            continue;
        values.insert(line.first(equals).trimmed().toString(), unescaped(line.sliced(equals + 1).trimmed()));
    }
    return values;
}

QMap<QString, QString> defaultBrokerSettings(const BrokerState &broker)
{
    QMap<QString, QString> values = parseProperties(QString::fromLatin1(untouched));
    values.insert(QStringLiteral("brokerName"), broker.name.text());
    values.insert(QStringLiteral("brokerClusterName"), broker.cluster.text());
    values.insert(QStringLiteral("brokerId"), QString::number(broker.id.value()));
    values.insert(QStringLiteral("brokerRole"), broker.isMaster() ? QStringLiteral("ASYNC_MASTER") : QStringLiteral("SLAVE"));
    values.insert(QStringLiteral("slaveReadEnable"), truth(broker.options.replicas > 0));
    values.insert(QStringLiteral("brokerIP1"), broker.endpoint.host);
    values.insert(QStringLiteral("listenPort"), QString::number(broker.endpoint.port));
    values.insert(QStringLiteral("autoCreateTopicEnable"), truth(broker.options.createTopics));
    values.insert(QStringLiteral("autoCreateSubscriptionGroup"), truth(broker.options.createGroups));
    values.insert(QStringLiteral("authenticationEnabled"), truth(!broker.options.credentials.isEmpty()));
    return values;
}

} // namespace rocketdesk::sandbox
