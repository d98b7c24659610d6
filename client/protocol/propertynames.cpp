// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/propertynames.h"

#include <QCoreApplication>

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

constexpr auto sender = PropertyOwner::Sender;
constexpr auto own = PropertyOwner::RocketMq;
/// Never stored, so no message shows them; a sender must not use them all the same.
constexpr QLatin1StringView transientPrefix("__RMQ.TRANSIENT.");

QList<PropertyMeaning> sendersMeanings()
{
    using namespace property;
    return {
        {Tags, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Tag that consumers filter by")},
        {Keys, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Keys the message is found by, separated by spaces")},
        {ShardingKey, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Messages with the same key keep their order")},
        {ShardingKeyOfOthers, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Order key as the Go client names it")},
        {Delay, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Delay level, 1 to 18")},
        {TimerDeliverMs, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Delivered at this time, in milliseconds since 1970")},
        {TimerDelaySeconds, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Delivered after so many seconds")},
        {TimerDelayMs, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Delivered after so many milliseconds")},
        {Wait, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Whether the send waited until the broker had stored it safely")},
        {MaxReconsumeTimes, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "How often consuming is tried")},
        {CheckImmunitySeconds, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Seconds before the broker first asks for the state of the transaction")},
        {Priority, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Priority: the queue it is put on")},
        {LiteTopic, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Light topic below the topic")},
        {InnerMultiDispatch, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Light queues that get it too")},
        {CorrelationId, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Matches a reply to its request")},
        {ReplyToClient, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Client that waits for the reply")},
        {TimeToLive, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Milliseconds the sender waits for the reply")},
        {MessageType, sender, QT_TRANSLATE_NOOP("PropertyMeaning", "\"reply\" for the answer to a request")},
        {QLatin1StringView("BUYER_ID"), sender, QT_TRANSLATE_NOOP("PropertyMeaning", "Buyer, for topics split by unit")},
    };
}

QList<PropertyMeaning> deliveryMeanings()
{
    using namespace property;
    return {
        {UniqueKey, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Id that the sending client gave it")},
        {RealTopic, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Topic it was sent to, while it waits in an internal one")},
        {RealQueueId, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Queue it was sent to, while it waits in an internal topic")},
        {RetryTopic, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Topic it came from before the first retry")},
        {OriginMessageId, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Id of the message that is retried")},
        {ReconsumeTime, own, QT_TRANSLATE_NOOP("PropertyMeaning", "How often it was retried")},
        {QLatin1StringView("DLQ_ORIGIN_TOPIC"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Topic it came from before it went to the dead letters")},
        {QLatin1StringView("DLQ_ORIGIN_MESSAGE_ID"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Id it had before it went to the dead letters")},
        {TransactionPrepared, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Sent in a transaction")},
        {ProducerGroup, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Producer group that answers for the transaction")},
        {TransactionId, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Id of the transaction")},
        {TransactionCheckTimes, own, QT_TRANSLATE_NOOP("PropertyMeaning", "How often the broker asked for the state of the transaction")},
        {PreparedQueueOffset, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Offset of the first copy of the half message")},
        {QLatin1StringView("TRANS_OFFSET"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Offset of the half message")},
        {MinOffset, own, QT_TRANSLATE_NOOP("PropertyMeaning", "First offset of the queue when it was pulled")},
        {MaxOffset, own, QT_TRANSLATE_NOOP("PropertyMeaning", "End of the queue when it was pulled")},
        {ConsumeStartTime, own, QT_TRANSLATE_NOOP("PropertyMeaning", "When its consumer began with it, in milliseconds since 1970")},
        {Region, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Region of the broker")},
        {TraceSwitch, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Whether the broker allows tracing")},
        {Cluster, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Cluster of the broker that took it")},
        {InstanceId, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Namespace of the producer")},
        {InnerNumber, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Number of messages in the batch")},
        {InnerBase, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Offset of the first message of the batch")},
        {InnerMultiQueueOffset, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Its offsets in the light queues")},
        {PopCheckPoint, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Receipt for the acknowledgement")},
        {PopCheckPointOffset, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Offset of the check point of the receipt")},
        {FirstPopTime, own, QT_TRANSLATE_NOOP("PropertyMeaning", "When it was first taken, in milliseconds since 1970")},
        {OriginGroup, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Group it is retried for")},
        {ArriveTime, own, QT_TRANSLATE_NOOP("PropertyMeaning", "When the request arrived at its consumer")},
        {PushReplyTime, own, QT_TRANSLATE_NOOP("PropertyMeaning", "When the broker passed the reply on")},
    };
}

QList<PropertyMeaning> internalMeanings()
{
    using namespace property;
    return {
        {TimerOutMs, own, QT_TRANSLATE_NOOP("PropertyMeaning", "When the timer of the message ran out")},
        {QLatin1StringView("TIMER_ENQUEUE_MS"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "When the timer took the message")},
        {QLatin1StringView("TIMER_DEQUEUE_MS"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "When the timer released the message")},
        {QLatin1StringView("TIMER_ROLL_TIMES"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "How often the timer put it off further")},
        {QLatin1StringView("TIMER_ROLL_LABEL"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Mark of a message that the timer put off")},
        {QLatin1StringView("TIMER_DEL_UNIQKEY"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Id of the timer message that this one calls off")},
        {QLatin1StringView("TIMER_DELAY_LEVEL"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Delay level that the timer took over")},
        {QLatin1StringView("E_T"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Engine of the timer")},
        {QLatin1StringView("PROPERTY_FORWARD_QUEUE_ID"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Queue that it was forwarded to")},
        {QLatin1StringView("REDIRECT"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Forwarded by a broker")},
        {QLatin1StringView("TRACE_CONTEXT"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Context of distributed tracing")},
        {QLatin1StringView("__BORNHOST"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Address of the sender, as a proxy saw it")},
        {QLatin1StringView("BORN_TIMESTAMP"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "When it was made, as a proxy saw it")},
        {Crc32, own, QT_TRANSLATE_NOOP("PropertyMeaning", "Checksum of the record")},
        {QLatin1StringView("EXTEND_UNIQ_INFO"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Further id of the sending client")},
        {QLatin1StringView("DUP_INFO"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Mark of a copy")},
        {QLatin1StringView("TRANSFER_FLAG"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Mark of a message carried over from another unit")},
        {QLatin1StringView("CORRECTION_FLAG"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Mark of a correction between units")},
        {QLatin1StringView("MQ2_FLAG"), own, QT_TRANSLATE_NOOP("PropertyMeaning", "Mark of an old version")},
    };
}

} // namespace

const QList<PropertyMeaning> &propertyMeanings()
{
    static const QList<PropertyMeaning> all = sendersMeanings() + deliveryMeanings() + internalMeanings();
    return all;
}

const PropertyMeaning *propertyMeaning(QStringView name)
{
    const QList<PropertyMeaning> &all = propertyMeanings();
    const auto found = std::find_if(all.cbegin(), all.cend(), [name](const PropertyMeaning &entry) { return name == entry.name; });
    return found == all.cend() ? nullptr : &*found;
}

bool isReservedProperty(QStringView name)
{
    return name.startsWith(transientPrefix) || (propertyMeaning(name) != nullptr && name != property::ShardingKeyOfOthers);
}

} // namespace rocketdesk::protocol
