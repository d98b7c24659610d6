// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/routedata.h"

namespace rocketdesk::commands {

/// A topic as one broker has it. [TopicConfig]
struct TopicConfig {
    std::optional<QMap<QString, QString>> attributes; ///< since 5.0
    bool order = false;
    int perm = 6;
    int readQueueNums = 16;
    QString topicFilterType = QStringLiteral("SINGLE_TAG");
    TopicName topicName;
    int topicSysFlag = 0; ///< 1 unit, 2 unit subscription
    int writeQueueNums = 16;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("attributes", &TopicConfig::attributes), field("order", &TopicConfig::order),
                                field("perm", &TopicConfig::perm), field("readQueueNums", &TopicConfig::readQueueNums),
                                field("topicFilterType", &TopicConfig::topicFilterType),
                                field("topicName", &TopicConfig::topicName),
                                field("topicSysFlag", &TopicConfig::topicSysFlag),
                                field("writeQueueNums", &TopicConfig::writeQueueNums));
    }
};

/// Every topic of a broker. [TopicConfigSerializeWrapper]
struct TopicConfigTable {
    DataVersion dataVersion;
    QMap<TopicName, TopicConfig> topicConfigTable;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("dataVersion", &TopicConfigTable::dataVersion),
                                field("topicConfigTable", &TopicConfigTable::topicConfigTable));
    }
};

/// Offsets of one queue. [TopicOffset]
struct TopicOffset {
    qint64 lastUpdateTimestamp = 0; ///< ms; 0 = never written
    QueueOffset maxOffset; ///< of the next message
    QueueOffset minOffset;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("lastUpdateTimestamp", &TopicOffset::lastUpdateTimestamp),
                                field("maxOffset", &TopicOffset::maxOffset), field("minOffset", &TopicOffset::minOffset));
    }
};

/// [TopicStatsTable]
struct TopicStats {
    QMap<MessageQueue, TopicOffset> offsetTable;
    std::optional<double> topicPutTps; ///< messages a second; since 5.0

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("offsetTable", &TopicStats::offsetTable), field("topicPutTps", &TopicStats::topicPutTps));
    }
};

struct TopicConfigList {
    QList<TopicConfig> topicConfigList;

    static constexpr auto jsonFields() { return protocol::fields(field("topicConfigList", &TopicConfigList::topicConfigList)); }
};

} // namespace rocketdesk::commands
