// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QList>

namespace rocketdesk::protocol {

/// Names of the properties that RocketMQ gives a meaning [MessageConst].
namespace property {

inline constexpr QLatin1StringView Keys("KEYS");
inline constexpr QLatin1StringView Tags("TAGS");
inline constexpr QLatin1StringView Wait("WAIT");
inline constexpr QLatin1StringView Delay("DELAY");
inline constexpr QLatin1StringView UniqueKey("UNIQ_KEY");
inline constexpr QLatin1StringView RetryTopic("RETRY_TOPIC");
inline constexpr QLatin1StringView RealTopic("REAL_TOPIC");
inline constexpr QLatin1StringView RealQueueId("REAL_QID");
inline constexpr QLatin1StringView TransactionPrepared("TRAN_MSG");
inline constexpr QLatin1StringView ProducerGroup("PGROUP");
inline constexpr QLatin1StringView TransactionId("__transactionId__");
inline constexpr QLatin1StringView TransactionCheckTimes("TRANSACTION_CHECK_TIMES");
inline constexpr QLatin1StringView CheckImmunitySeconds("CHECK_IMMUNITY_TIME_IN_SECONDS");
inline constexpr QLatin1StringView PreparedQueueOffset("TRAN_PREPARED_QUEUE_OFFSET");
inline constexpr QLatin1StringView MinOffset("MIN_OFFSET");
inline constexpr QLatin1StringView MaxOffset("MAX_OFFSET");
inline constexpr QLatin1StringView OriginMessageId("ORIGIN_MESSAGE_ID");
inline constexpr QLatin1StringView ReconsumeTime("RECONSUME_TIME");
inline constexpr QLatin1StringView MaxReconsumeTimes("MAX_RECONSUME_TIMES");
inline constexpr QLatin1StringView Region("MSG_REGION");
inline constexpr QLatin1StringView TraceSwitch("TRACE_ON");
inline constexpr QLatin1StringView Cluster("CLUSTER");
inline constexpr QLatin1StringView ConsumeStartTime("CONSUME_START_TIME");
inline constexpr QLatin1StringView InstanceId("INSTANCE_ID");
inline constexpr QLatin1StringView CorrelationId("CORRELATION_ID");
inline constexpr QLatin1StringView ReplyToClient("REPLY_TO_CLIENT");
inline constexpr QLatin1StringView TimeToLive("TTL");
inline constexpr QLatin1StringView MessageType("MSG_TYPE");
inline constexpr QLatin1StringView ArriveTime("ARRIVE_TIME");
inline constexpr QLatin1StringView PushReplyTime("PUSH_REPLY_TIME");
inline constexpr QLatin1StringView InnerNumber("INNER_NUM");
inline constexpr QLatin1StringView InnerBase("INNER_BASE");
inline constexpr QLatin1StringView InnerMultiDispatch("INNER_MULTI_DISPATCH");
inline constexpr QLatin1StringView InnerMultiQueueOffset("INNER_MULTI_QUEUE_OFFSET");
inline constexpr QLatin1StringView ShardingKey("__SHARDINGKEY");
/// How the Go client and older programs name the sharding key; read, never written.
inline constexpr QLatin1StringView ShardingKeyOfOthers("SHARDING_KEY");
inline constexpr QLatin1StringView PopCheckPoint("POP_CK");
inline constexpr QLatin1StringView PopCheckPointOffset("POP_CK_OFFSET");
inline constexpr QLatin1StringView FirstPopTime("1ST_POP_TIME");
inline constexpr QLatin1StringView TimerDelaySeconds("TIMER_DELAY_SEC");
inline constexpr QLatin1StringView TimerDelayMs("TIMER_DELAY_MS");
inline constexpr QLatin1StringView TimerDeliverMs("TIMER_DELIVER_MS");
inline constexpr QLatin1StringView TimerOutMs("TIMER_OUT_MS");
inline constexpr QLatin1StringView Crc32("__CRC32#");
inline constexpr QLatin1StringView Priority("_SYS_MSG_PRIORITY_");
inline constexpr QLatin1StringView LiteTopic("__LITE_TOPIC");
inline constexpr QLatin1StringView OriginGroup("ORIGIN_GROUP");

} // namespace property

/// Who gives a property its value.
enum class PropertyOwner {
    Sender, ///< the program that sends, to ask RocketMQ for something
    RocketMq, ///< clients and brokers by themselves; nothing to fill in
};

/// What is known about a property name. The meaning is English, marked for translation in the context "PropertyMeaning".
struct PropertyMeaning {
    QLatin1StringView name;
    PropertyOwner owner;
    const char *meaning;
};

/// All names with a meaning, in an order for people: what senders set first.
[[nodiscard]] const QList<PropertyMeaning> &propertyMeanings();
/// What is known about this name; null when it belongs to the program that sent it.
[[nodiscard]] const PropertyMeaning *propertyMeaning(QStringView name);
/// Whether a sender's own properties must keep away from this name.
[[nodiscard]] bool isReservedProperty(QStringView name);

} // namespace rocketdesk::protocol
