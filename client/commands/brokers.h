// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/routedata.h"
#include "client/commands/statistics.h"

namespace rocketdesk::commands {

/// Unknown keys and values that are no values are answered with success and change nothing: read back.
struct UpdateBrokerConfig {
    static constexpr Request request{25, "UPDATE_BROKER_CONFIG", Effect::Writes};
    QString body; ///< "key=value" lines
    using Reply = NoReply;
};

struct GetBrokerConfig {
    static constexpr Request request{26, "GET_BROKER_CONFIG", Effect::Reads};
    struct Reply {
        QString version; ///< JSON of a DataVersion
        QString body; ///< "key=value" lines
        static constexpr auto fields() { return protocol::fields(field("version", &Reply::version)); }
    };
};

/// What a broker tells of itself; needs no right but a known account.
struct GetBrokerRuntimeInfo {
    static constexpr Request request{28, "GET_BROKER_RUNTIME_INFO", Effect::Reads};
    using Reply = KvTableReply;
};

/// 1 where there was no traffic yet.
struct ViewBrokerStatsData {
    static constexpr Request request{315, "VIEW_BROKER_STATS_DATA", Effect::Reads};
    QString statsName;
    QString statsKey;
    static constexpr auto fields()
    {
        return protocol::fields(field("statsName", &ViewBrokerStatsData::statsName),
                                field("statsKey", &ViewBrokerStatsData::statsKey));
    }
    struct Reply {
        BrokerStatsData body;
    };
};

/// Consumption of every group: an expensive call.
struct GetBrokerConsumeStats {
    static constexpr Request request{317, "GET_BROKER_CONSUME_STATS", Effect::Reads};
    bool isOrder = false;
    static constexpr auto fields() { return protocol::fields(field("isOrder", &GetBrokerConsumeStats::isOrder)); }
    struct Reply {
        ConsumeStatsList body;
    };
};

struct CleanExpiredConsumeQueue {
    static constexpr Request request{306, "CLEAN_EXPIRED_CONSUMEQUEUE", Effect::Writes};
    using Reply = NoReply;
};

struct CleanUnusedTopic {
    static constexpr Request request{316, "CLEAN_UNUSED_TOPIC", Effect::Writes};
    using Reply = NoReply;
};

struct DeleteExpiredCommitLog {
    static constexpr Request request{329, "DELETE_EXPIRED_COMMITLOG", Effect::Writes};
    using Reply = NoReply;
};

/// Since 5.0; answered with 2 where the broker has no RocksDB.
struct CheckRocksdbCqWriteProgress {
    static constexpr Request request{354, "CHECK_ROCKSDB_CQ_WRITE_PROGRESS", Effect::Reads};
    TopicName topic;
    qint64 checkStoreTime = 0; ///< ms
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &CheckRocksdbCqWriteProgress::topic),
                                field("checkStoreTime", &CheckRocksdbCqWriteProgress::checkStoreTime));
    }
    using Reply = TextReply; ///< JSON: checkStatus, and a text where it is not good
};

/// Writes tables of the broker's RocksDB to files on its own disk; since 5.0.
struct ExportRocksdbConfigToJson {
    static constexpr Request request{355, "EXPORT_ROCKSDB_CONFIG_TO_JSON", Effect::Writes};
    QString configType; ///< "topics", "subscriptionGroups", "consumerOffsets", joined by ";"
    static constexpr auto fields() { return protocol::fields(field("configType", &ExportRocksdbConfigToJson::configType)); }
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
