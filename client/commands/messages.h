// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"
#include "client/protocol/answer.h"

namespace rocketdesk::commands {

using protocol::AnswerCode;

/// What every way of sending says; the commands differ in code and in the names of their fields.
struct SendHeader {
    ProducerGroup producerGroup;
    TopicName topic;
    TopicName defaultTopic = TopicName(QStringLiteral("TBW102")); ///< template for a topic that is created on the way
    int defaultTopicQueueNums = 4;
    QueueId queueId; ///< negative: the broker picks one
    int sysFlag = 0;
    qint64 bornTimestamp = 0; ///< ms
    int flag = 0; ///< the sender's own, stored as it is
    std::optional<QByteArray> properties; ///< property string
    int reconsumeTimes = 0;
    bool unitMode = false;
    std::optional<int> maxReconsumeTimes; ///< only for retry topics
    bool batch = false; ///< the body is a batch, whatever the code
    std::optional<BrokerName> brokerName; ///< a proxy chooses the broker by it
    QByteArray body;
};

struct SendReply {
    int code = 0; ///< 0, or stored with a reservation (10, 11, 12)
    QString msgId; ///< offset message id; a list joined by commas for batches
    QueueId queueId;
    QueueOffset queueOffset; ///< of the first message
    std::optional<QString> transactionId;
    std::optional<QString> batchUniqId;
    std::optional<QString> recallHandle;
    std::optional<QString> region;
    std::optional<bool> traceOn;

    static constexpr auto fields()
    {
        using T = SendReply;
        return protocol::fields(field("msgId", &T::msgId), field("queueId", &T::queueId), field("queueOffset", &T::queueOffset),
                                field("transactionId", &T::transactionId), field("batchUniqId", &T::batchUniqId),
                                field("recallHandle", &T::recallHandle), field("MSG_REGION", &T::region),
                                field("TRACE_ON", &T::traceOn));
    }
};

enum class SendStatus { SendOk, FlushDiskTimeout, FlushSlaveTimeout, SlaveNotAvailable };

/// What a send's code says; unset for a code that is an error. In each of these the message is stored.
[[nodiscard]] constexpr std::optional<SendStatus> sendStatus(int code)
{
    switch (AnswerCode(code)) {
    case AnswerCode::Success: return SendStatus::SendOk;
    case AnswerCode::FlushDiskTimeout: return SendStatus::FlushDiskTimeout;
    case AnswerCode::FlushSlaveTimeout: return SendStatus::FlushSlaveTimeout;
    case AnswerCode::SlaveNotAvailable: return SendStatus::SlaveNotAvailable;
    default: return std::nullopt;
    }
}

constexpr std::array sendSuccessCodes{int(AnswerCode::Success), int(AnswerCode::FlushDiskTimeout),
                                      int(AnswerCode::SlaveNotAvailable), int(AnswerCode::FlushSlaveTimeout)};

constexpr auto longSendFields()
{
    using T = SendHeader;
    return protocol::fields(field("producerGroup", &T::producerGroup), field("topic", &T::topic),
                            defaulted("defaultTopic", &T::defaultTopic),
                            defaulted("defaultTopicQueueNums", &T::defaultTopicQueueNums), field("queueId", &T::queueId),
                            field("sysFlag", &T::sysFlag), field("bornTimestamp", &T::bornTimestamp), field("flag", &T::flag),
                            field("properties", &T::properties), defaulted("reconsumeTimes", &T::reconsumeTimes),
                            defaulted("unitMode", &T::unitMode), field("maxReconsumeTimes", &T::maxReconsumeTimes),
                            defaulted("batch", &T::batch), field("bname", &T::brokerName));
}

constexpr auto shortSendFields()
{
    using T = SendHeader;
    return protocol::fields(field("a", &T::producerGroup), field("b", &T::topic), defaulted("c", &T::defaultTopic),
                            defaulted("d", &T::defaultTopicQueueNums), field("e", &T::queueId), field("f", &T::sysFlag),
                            field("g", &T::bornTimestamp), field("h", &T::flag), field("i", &T::properties),
                            defaulted("j", &T::reconsumeTimes), defaulted("k", &T::unitMode),
                            field("l", &T::maxReconsumeTimes), defaulted("m", &T::batch), field("n", &T::brokerName));
}

struct SendMessage : SendHeader {
    static constexpr Request request{10, "SEND_MESSAGE", Effect::Writes};
    static constexpr auto successCodes = sendSuccessCodes;
    static constexpr auto fields() { return longSendFields(); }
    using Reply = SendReply;
};

struct SendMessageV2 : SendHeader {
    static constexpr Request request{310, "SEND_MESSAGE_V2", Effect::Writes};
    static constexpr auto successCodes = sendSuccessCodes;
    static constexpr auto fields() { return shortSendFields(); }
    using Reply = SendReply;
};

struct SendBatchMessage : SendHeader {
    static constexpr Request request{320, "SEND_BATCH_MESSAGE", Effect::Writes};
    static constexpr auto successCodes = sendSuccessCodes;
    static constexpr auto fields() { return shortSendFields(); }
    using Reply = SendReply;
};

struct SendReplyMessage : SendHeader {
    static constexpr Request request{324, "SEND_REPLY_MESSAGE", Effect::Writes};
    static constexpr auto successCodes = sendSuccessCodes;
    static constexpr auto fields() { return longSendFields(); }
    using Reply = SendReply;
};

struct SendReplyMessageV2 : SendHeader {
    static constexpr Request request{325, "SEND_REPLY_MESSAGE_V2", Effect::Writes};
    static constexpr auto successCodes = sendSuccessCodes;
    static constexpr auto fields() { return shortSendFields(); }
    using Reply = SendReply;
};

/// Takes a timer message back; since 5.3. 16 where the broker does not allow it.
struct RecallMessage {
    static constexpr Request request{370, "RECALL_MESSAGE", Effect::Writes};
    std::optional<ProducerGroup> producerGroup;
    TopicName topic;
    QString recallHandle;
    static constexpr auto fields()
    {
        return protocol::fields(field("producerGroup", &RecallMessage::producerGroup), field("topic", &RecallMessage::topic),
                                field("recallHandle", &RecallMessage::recallHandle));
    }
    struct Reply {
        QString msgId;
        static constexpr auto fields() { return protocol::fields(field("msgId", &Reply::msgId)); }
    };
};

/// Goes one-way: the broker never answers the state "unknown".
struct EndTransaction {
    static constexpr Request request{37, "END_TRANSACTION", Effect::Writes};
    std::optional<TopicName> topic; ///< since 5.0
    ProducerGroup producerGroup;
    QueueOffset tranStateTableOffset; ///< of the half message, or of its newest copy
    CommitLogOffset commitLogOffset;
    int commitOrRollback = 0; ///< 0 unknown, 8 commit, 12 rollback
    bool fromTransactionCheck = false;
    QString msgId; ///< unique id
    std::optional<QString> transactionId;
    QString remark; ///< the header's own: why the state is unknown
    static constexpr auto fields()
    {
        using T = EndTransaction;
        return protocol::fields(field("topic", &T::topic), field("producerGroup", &T::producerGroup),
                                field("tranStateTableOffset", &T::tranStateTableOffset),
                                field("commitLogOffset", &T::commitLogOffset), field("commitOrRollback", &T::commitOrRollback),
                                defaulted("fromTransactionCheck", &T::fromTransactionCheck), field("msgId", &T::msgId),
                                field("transactionId", &T::transactionId));
    }
    using Reply = NoReply;
};

/// Looks messages up by key, or by unique id, in this broker's index; hashes may match others: look again.
struct QueryMessage {
    static constexpr Request request{12, "QUERY_MESSAGE", Effect::Reads};
    static constexpr int requestVersion = 399; ///< below 400 both generations leave uniqueKeyQuery out of the signed text
    TopicName topic;
    QString key;
    int maxNum = 64;
    qint64 beginTimestamp = 0; ///< ms, store time
    qint64 endTimestamp = 0;
    std::optional<QString> indexType; ///< since 5.4: K key, T tag, U unique
    std::optional<QString> lastKey; ///< since 5.4
    std::optional<bool> uniqueKeyQuery;
    static constexpr auto fields()
    {
        using T = QueryMessage;
        return protocol::fields(field("topic", &T::topic), field("key", &T::key), field("maxNum", &T::maxNum),
                                field("beginTimestamp", &T::beginTimestamp), field("endTimestamp", &T::endTimestamp),
                                field("indexType", &T::indexType), field("lastKey", &T::lastKey),
                                field("_UNIQUE_KEY_QUERY", &T::uniqueKeyQuery));
    }
    struct Reply {
        qint64 indexLastUpdateTimestamp = 0;
        CommitLogOffset indexLastUpdatePhyoffset;
        QByteArray body; ///< stored messages
        static constexpr auto fields()
        {
            return protocol::fields(field("indexLastUpdateTimestamp", &Reply::indexLastUpdateTimestamp),
                                    field("indexLastUpdatePhyoffset", &Reply::indexLastUpdatePhyoffset));
        }
    };
};

/// One message by its place in this broker's commit log.
struct ViewMessageById {
    static constexpr Request request{33, "VIEW_MESSAGE_BY_ID", Effect::Reads};
    std::optional<TopicName> topic; ///< since 5.0, for its rights
    CommitLogOffset offset;
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &ViewMessageById::topic), field("offset", &ViewMessageById::offset));
    }
    struct Reply {
        QByteArray body; ///< one stored message
    };
};

} // namespace rocketdesk::commands

template <>
struct rocketdesk::protocol::WireNames<rocketdesk::commands::SendStatus> {
    using E = rocketdesk::commands::SendStatus;
    static constexpr WireName<E> names[] = {{E::SendOk, "SEND_OK"},
                                            {E::FlushDiskTimeout, "FLUSH_DISK_TIMEOUT"},
                                            {E::FlushSlaveTimeout, "FLUSH_SLAVE_TIMEOUT"},
                                            {E::SlaveNotAvailable, "SLAVE_NOT_AVAILABLE"}};
};
