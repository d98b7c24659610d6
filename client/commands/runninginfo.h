// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/clientdata.h"
#include "client/protocol/json.h"

namespace rocketdesk::commands {

/// A queue in a consumer's cache. [ProcessQueueInfo] Times in ms.
struct ProcessQueueInfo {
    int cachedMsgCount = 0;
    QueueOffset cachedMsgMaxOffset;
    QueueOffset cachedMsgMinOffset;
    int cachedMsgSizeInMiB = 0;
    QueueOffset commitOffset;
    bool droped = false; ///< so it is spelt; Go writes "dropped"
    qint64 lastConsumeTimestamp = 0;
    qint64 lastLockTimestamp = 0;
    qint64 lastPullTimestamp = 0;
    bool locked = false;
    int transactionMsgCount = 0;
    QueueOffset transactionMsgMaxOffset;
    QueueOffset transactionMsgMinOffset;
    qint64 tryUnlockTimes = 0;

    static constexpr auto jsonFields()
    {
        using T = ProcessQueueInfo;
        return protocol::fields(
            field("cachedMsgCount", &T::cachedMsgCount), field("cachedMsgMaxOffset", &T::cachedMsgMaxOffset),
            field("cachedMsgMinOffset", &T::cachedMsgMinOffset), field("cachedMsgSizeInMiB", &T::cachedMsgSizeInMiB),
            field("commitOffset", &T::commitOffset), field("droped", &T::droped), alias("dropped", &T::droped),
            field("lastConsumeTimestamp", &T::lastConsumeTimestamp), field("lastLockTimestamp", &T::lastLockTimestamp),
            field("lastPullTimestamp", &T::lastPullTimestamp), field("locked", &T::locked),
            field("transactionMsgCount", &T::transactionMsgCount), field("transactionMsgMaxOffset", &T::transactionMsgMaxOffset),
            field("transactionMsgMinOffset", &T::transactionMsgMinOffset), field("tryUnlockTimes", &T::tryUnlockTimes));
    }
};

struct PopProcessQueueInfo {
    bool droped = false;
    qint64 lastPopTimestamp = 0; ///< ms
    int waitAckCount = 0;

    static constexpr auto jsonFields()
    {
        using T = PopProcessQueueInfo;
        return protocol::fields(field("droped", &T::droped), field("lastPopTimestamp", &T::lastPopTimestamp),
                                field("waitAckCount", &T::waitAckCount));
    }
};

/// Rates of a topic in a consumer; times in ms, rates a second.
struct ConsumeStatus {
    qint64 consumeFailedMsgs = 0;
    double consumeFailedTPS = 0;
    double consumeOKTPS = 0;
    double consumeRT = 0;
    double pullRT = 0;
    double pullTPS = 0;

    static constexpr auto jsonFields()
    {
        using T = ConsumeStatus;
        return protocol::fields(field("consumeFailedMsgs", &T::consumeFailedMsgs),
                                field("consumeFailedTPS", &T::consumeFailedTPS), field("consumeOKTPS", &T::consumeOKTPS),
                                field("consumeRT", &T::consumeRT), field("pullRT", &T::pullRT), field("pullTPS", &T::pullTPS));
    }
};

/// What a consumer's running info has among its properties at least.
[[nodiscard]] inline QStringList runningInfoProperties()
{
    return {QStringLiteral("PROP_NAMESERVER_ADDR"), QStringLiteral("PROP_THREADPOOL_CORE_SIZE"), QStringLiteral("PROP_CONSUMEORDERLY"),
            QStringLiteral("PROP_CONSUME_TYPE"), QStringLiteral("PROP_CLIENT_VERSION"), QStringLiteral("PROP_CONSUMER_START_TIMESTAMP")};
}

/// What a consumer tells of itself. [ConsumerRunningInfo]
struct ConsumerRunningInfo {
    QString jstack;
    std::optional<QMap<MessageQueue, PopProcessQueueInfo>> mqPopTable; ///< since 5.0
    QMap<MessageQueue, ProcessQueueInfo> mqTable;
    QMap<QString, QString> properties;
    QMap<TopicName, ConsumeStatus> statusTable;
    QList<SubscriptionData> subscriptionSet;
    std::optional<QMap<QString, qint64>> userConsumerInfo;

    static constexpr auto jsonFields()
    {
        using T = ConsumerRunningInfo;
        return protocol::fields(field("jstack", &T::jstack), field("mqPopTable", &T::mqPopTable), field("mqTable", &T::mqTable),
                                field("properties", &T::properties), field("statusTable", &T::statusTable),
                                field("subscriptionSet", &T::subscriptionSet), field("userConsumerInfo", &T::userConsumerInfo));
    }
};

/// Offsets by queue, in any of the forms that brokers and clients write.
struct QueueOffsets {
    QMap<MessageQueue, QueueOffset> table;
};

struct ResetOffsetBody {
    QueueOffsets offsetTable;

    static constexpr auto jsonFields() { return protocol::fields(field("offsetTable", &ResetOffsetBody::offsetTable)); }
};

struct ConsumerStatus {
    QMap<ClientId, QMap<MessageQueue, QueueOffset>> consumerTable;
    QMap<MessageQueue, QueueOffset> messageQueueTable;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("consumerTable", &ConsumerStatus::consumerTable),
                                field("messageQueueTable", &ConsumerStatus::messageQueueTable));
    }
};

enum class ConsumeResult { Success, Later, Rollback, Commit, ThrowException, ReturnNull };

} // namespace rocketdesk::commands

template <>
struct rocketdesk::protocol::WireNames<rocketdesk::commands::ConsumeResult> {
    using E = rocketdesk::commands::ConsumeResult;
    static constexpr WireName<E> names[] = {{E::Success, "CR_SUCCESS"},   {E::Later, "CR_LATER"},
                                            {E::Rollback, "CR_ROLLBACK"}, {E::Commit, "CR_COMMIT"},
                                            {E::ThrowException, "CR_THROW_EXCEPTION"}, {E::ReturnNull, "CR_RETURN_NULL"}};
};

namespace rocketdesk::commands {

/// [ConsumeMessageDirectlyResult]
struct DirectConsumption {
    bool autoCommit = true;
    ConsumeResult consumeResult = ConsumeResult::Success;
    bool order = false;
    QString remark;
    qint64 spentTimeMills = 0;

    static constexpr auto jsonFields()
    {
        using T = DirectConsumption;
        return protocol::fields(field("autoCommit", &T::autoCommit), field("consumeResult", &T::consumeResult),
                                field("order", &T::order), field("remark", &T::remark),
                                field("spentTimeMills", &T::spentTimeMills));
    }
};

} // namespace rocketdesk::commands

/// Reads {{queue}: offset}, [[{queue}, offset]] and [{queue fields, "offset"}]; writes the first, as Java reads it.
template <>
struct rocketdesk::protocol::JsonCodec<rocketdesk::commands::QueueOffsets> {
    using Map = QMap<commands::MessageQueue, QueueOffset>;

    static bool read(JsonReader &reader, commands::QueueOffsets &value)
    {
        if (reader.peek() != JsonReader::Kind::Array)
            return JsonCodec<Map>::read(reader, value.table);
        if (!reader.enterArray())
            return false;
        while (reader.nextElement()) {
            if (!reader.charge(sizeof(Entry)))
                return false;
            Entry entry;
            if (reader.peek() == JsonReader::Kind::Array ? readPair(reader, entry) : JsonCodec<Entry>::read(reader, entry))
                value.table.insert({entry.topic, entry.broker, entry.queue}, entry.offset);
        }
        return reader.ok();
    }
    static void write(JsonWriter &writer, const commands::QueueOffsets &value) { JsonCodec<Map>::write(writer, value.table); }

private:
    struct Entry {
        BrokerName broker;
        QueueOffset offset;
        QueueId queue;
        TopicName topic;
        static constexpr auto jsonFields()
        {
            return protocol::fields(field("brokerName", &Entry::broker), field("offset", &Entry::offset),
                                    field("queueId", &Entry::queue), field("topic", &Entry::topic));
        }
    };
    static bool readPair(JsonReader &reader, Entry &entry)
    {
        if (!reader.enterArray())
            return false;
        int place = 0;
        while (reader.nextElement()) {
            if (place == 0)
                JsonCodec<Entry>::read(reader, entry);
            else if (place == 1)
                JsonCodec<QueueOffset>::read(reader, entry.offset);
            else
                reader.skip();
            ++place;
        }
        return reader.ok() && (place >= 2 || reader.fail(QStringLiteral("a queue without an offset")));
    }
};
