// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/route.h"
#include "client/protocol/json.h"

#include <QMap>

namespace rocketdesk {

/// What a consumer can be told. Times in ms unless the name says minutes; maxCacheSizePerQueue in MiB. Values set in code win
/// over the environment.
struct ConsumerOptions {
    QString consumerGroup;
    QString namesrvAddr = QStringLiteral("localhost:9876");
    QString messageModel = QStringLiteral("CLUSTERING");
    QString consumeFromWhere = QStringLiteral("CONSUME_FROM_LAST_OFFSET");
    QString allocateStrategy = QStringLiteral("AVG");
    int consumeThreadMin = 20;
    int consumeThreadMax = 64; ///< unfinished answers of the listener at once
    int consumeTimeoutMinutes = 15;
    int consumeBatchSize = 1;
    int pullBatchSize = 32;
    int pullInterval = 0;
    int maxCacheCountPerQueue = 1000;
    int maxCacheSizePerQueue = 100;
    qint64 persistInterval = 5000; ///< ms; who is killed gets again what was acknowledged since
    QString offsetStorePath = QStringLiteral("~/.rocketmq/offsets");
    int maxReconsumeTimes = 16;
    qint64 suspendCurrentQueueTimeMillis = 1000;
    qint64 lockExpireTime = 30'000;
    bool autoCommit = true;
    int pullThresholdForTopic = -1; ///< messages held of one topic, shared by its queues, one each at least; -1 = no limit
    int pullThresholdSizeForTopic = -1; ///< MiB, likewise
    int consumeConcurrentlyMaxSpan = 2000; ///< offsets between the first and the last message held of a queue; not for orderly listeners
    QString consumeTimestamp; ///< yyyyMMddHHmmss, local; empty = half an hour before the start
    std::vector<QueueRef> configuredQueues; ///< for CONFIG
    QStringList machineRooms; ///< for MACHINE_ROOM
    bool enableTrace = false; ///< what becomes of each message is told to the trace topic
    QString nameSpace; ///< of the group and the topics; empty = none

    static constexpr auto jsonFields()
    {
        using T = ConsumerOptions;
        using protocol::field;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("namesrvAddr", &T::namesrvAddr), field("messageModel", &T::messageModel),
            field("consumeFromWhere", &T::consumeFromWhere), field("allocateStrategy", &T::allocateStrategy), field("consumeThreadMin", &T::consumeThreadMin),
            field("consumeThreadMax", &T::consumeThreadMax), field("consumeTimeoutMinutes", &T::consumeTimeoutMinutes),
            field("consumeBatchSize", &T::consumeBatchSize), field("pullBatchSize", &T::pullBatchSize), field("pullInterval", &T::pullInterval),
            field("maxCacheCountPerQueue", &T::maxCacheCountPerQueue), field("maxCacheSizePerQueue", &T::maxCacheSizePerQueue),
            field("persistInterval", &T::persistInterval), field("offsetStorePath", &T::offsetStorePath), field("maxReconsumeTimes", &T::maxReconsumeTimes),
            field("suspendCurrentQueueTimeMillis", &T::suspendCurrentQueueTimeMillis), field("lockExpireTime", &T::lockExpireTime),
            field("autoCommit", &T::autoCommit));
    }

    /// ROCKETDESK_CONSUME_THREAD_MIN and its siblings; as ProducerOptions::fromEnvironment.
    [[nodiscard]] static ConsumerOptions fromEnvironment(const QMap<QString, QString> &environment, QStringList *warnings = nullptr);
    /// Whether the option may have this value; true for options without a range. Ranges of Java's checkConfig.
    [[nodiscard]] static bool isAllowed(QStringView option, qint64 value);
};

} // namespace rocketdesk
