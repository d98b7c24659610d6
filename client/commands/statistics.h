// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"

namespace rocketdesk::commands {

/// How far a group is in one queue. [OffsetWrapper]
struct ConsumeOffset {
    QueueOffset brokerOffset; ///< of the next message
    QueueOffset consumerOffset;
    qint64 lastTimestamp = 0; ///< store time of the last message consumed, ms
    std::optional<QueueOffset> pullOffset; ///< since 5.0; 0 where nothing was pulled since the broker's start

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("brokerOffset", &ConsumeOffset::brokerOffset),
                                field("consumerOffset", &ConsumeOffset::consumerOffset),
                                field("lastTimestamp", &ConsumeOffset::lastTimestamp),
                                field("pullOffset", &ConsumeOffset::pullOffset));
    }
};

struct ConsumeStats {
    double consumeTps = 0;
    QMap<MessageQueue, ConsumeOffset> offsetTable;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("consumeTps", &ConsumeStats::consumeTps), field("offsetTable", &ConsumeStats::offsetTable));
    }
};

/// Consumption of every group of a broker. [ConsumeStatsList]
struct ConsumeStatsList {
    QString brokerAddr;
    QList<QMap<ConsumerGroup, QList<ConsumeStats>>> consumeStatsList;
    qint64 totalDiff = 0;
    std::optional<qint64> totalInflightDiff; ///< since 5.0; may be negative

    static constexpr auto jsonFields()
    {
        using T = ConsumeStatsList;
        return protocol::fields(field("brokerAddr", &T::brokerAddr), field("consumeStatsList", &T::consumeStatsList),
                                field("totalDiff", &T::totalDiff), field("totalInflightDiff", &T::totalInflightDiff));
    }
};

/// [QueueTimeSpan] Times in ms.
struct QueueTimeSpan {
    qint64 consumeTimeStamp = 0;
    QString consumeTimeStampStr;
    qint64 delayTime = 0; ///< for a group without offsets: the broker's clock + 1
    qint64 maxTimeStamp = 0;
    QString maxTimeStampStr;
    MessageQueue messageQueue;
    qint64 minTimeStamp = 0;
    QString minTimeStampStr;

    static constexpr auto jsonFields()
    {
        using T = QueueTimeSpan;
        return protocol::fields(field("consumeTimeStamp", &T::consumeTimeStamp),
                                field("consumeTimeStampStr", &T::consumeTimeStampStr), field("delayTime", &T::delayTime),
                                field("maxTimeStamp", &T::maxTimeStamp), field("maxTimeStampStr", &T::maxTimeStampStr),
                                field("messageQueue", &T::messageQueue), field("minTimeStamp", &T::minTimeStamp),
                                field("minTimeStampStr", &T::minTimeStampStr));
    }
};

struct ConsumeTimeSpans {
    QList<QueueTimeSpan> consumeTimeSpanSet;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("consumeTimeSpanSet", &ConsumeTimeSpans::consumeTimeSpanSet));
    }
};

/// A sum over a time, its rate a second, and its average a time. [BrokerStatsItem]
struct BrokerStatsItem {
    double avgpt = 0;
    qint64 sum = 0;
    double tps = 0;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("avgpt", &BrokerStatsItem::avgpt), field("sum", &BrokerStatsItem::sum),
                                field("tps", &BrokerStatsItem::tps));
    }
};

struct BrokerStatsData {
    BrokerStatsItem statsDay;
    BrokerStatsItem statsHour;
    BrokerStatsItem statsMinute;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("statsDay", &BrokerStatsData::statsDay), field("statsHour", &BrokerStatsData::statsHour),
                                field("statsMinute", &BrokerStatsData::statsMinute));
    }
};

/// Offsets of every group of a broker. [ConsumerOffsetSerializeWrapper]
struct ConsumerOffsets {
    std::optional<DataVersion> dataVersion;
    QMap<QString, QMap<QueueId, QueueOffset>> offsetTable; ///< by "topic@group"
    std::optional<QMap<QString, QMap<QueueId, QueueOffset>>> pullOffsetTable; ///< last pulled; since 5.0

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("dataVersion", &ConsumerOffsets::dataVersion),
                                field("offsetTable", &ConsumerOffsets::offsetTable),
                                field("pullOffsetTable", &ConsumerOffsets::pullOffsetTable));
    }
};

struct DelayOffsets {
    QMap<int, QueueOffset> offsetTable; ///< by delay level

    static constexpr auto jsonFields() { return protocol::fields(field("offsetTable", &DelayOffsets::offsetTable)); }
};

} // namespace rocketdesk::commands
