// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/clientdata.h"

namespace rocketdesk::commands {

/// Pop consuming, since 5.0: the broker keeps who has which message. All of them create unknown groups.
struct PopMessage {
    static constexpr Request request{200050, "POP_MESSAGE", Effect::Writes};
    ConsumerGroup consumerGroup;
    TopicName topic;
    QueueId queueId = QueueId(-1); ///< -1 = any
    int maxMsgNums = 32;
    qint64 invisibleTime = 60000; ///< ms
    qint64 pollTime = 0; ///< ms
    qint64 bornTime = 0; ///< ms
    int initMode = 0; ///< 0 from the oldest message, 1 from the newest
    std::optional<QString> expType;
    std::optional<QString> exp;
    bool order = false;
    std::optional<QString> attemptId;
    static constexpr auto fields()
    {
        using T = PopMessage;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("topic", &T::topic),
                                field("queueId", &T::queueId), field("maxMsgNums", &T::maxMsgNums),
                                field("invisibleTime", &T::invisibleTime), field("pollTime", &T::pollTime),
                                field("bornTime", &T::bornTime), field("initMode", &T::initMode), field("expType", &T::expType),
                                field("exp", &T::exp), defaulted("order", &T::order), field("attemptId", &T::attemptId));
    }
    struct Reply {
        qint64 popTime = 0; ///< ms
        qint64 invisibleTime = 0; ///< ms
        int reviveQid = 0;
        qint64 restNum = 0;
        std::optional<QString> startOffsetInfo;
        std::optional<QString> msgOffsetInfo;
        std::optional<QString> orderCountInfo;
        QByteArray body; ///< stored messages
        static constexpr auto fields()
        {
            return protocol::fields(field("popTime", &Reply::popTime), field("invisibleTime", &Reply::invisibleTime),
                                    field("reviveQid", &Reply::reviveQid), field("restNum", &Reply::restNum),
                                    field("startOffsetInfo", &Reply::startOffsetInfo),
                                    field("msgOffsetInfo", &Reply::msgOffsetInfo),
                                    field("orderCountInfo", &Reply::orderCountInfo));
        }
    };
};

struct AckMessage {
    static constexpr Request request{200051, "ACK_MESSAGE", Effect::Writes};
    ConsumerGroup consumerGroup;
    TopicName topic;
    QueueId queueId;
    QString extraInfo; ///< receipt handle
    QueueOffset offset;
    static constexpr auto fields()
    {
        using T = AckMessage;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("topic", &T::topic),
                                field("queueId", &T::queueId), field("extraInfo", &T::extraInfo), field("offset", &T::offset));
    }
    using Reply = NoReply;
};

/// The old receipt handle is dead afterwards; the new one is built from the reply.
struct ChangeMessageInvisibleTime {
    static constexpr Request request{200053, "CHANGE_MESSAGE_INVISIBLETIME", Effect::Writes};
    ConsumerGroup consumerGroup;
    TopicName topic;
    QueueId queueId;
    QString extraInfo; ///< receipt handle
    QueueOffset offset;
    qint64 invisibleTime = 0; ///< ms
    bool suspend = false;
    static constexpr auto fields()
    {
        using T = ChangeMessageInvisibleTime;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("topic", &T::topic),
                                field("queueId", &T::queueId), field("extraInfo", &T::extraInfo), field("offset", &T::offset),
                                field("invisibleTime", &T::invisibleTime), defaulted("suspend", &T::suspend));
    }
    struct Reply {
        qint64 popTime = 0; ///< ms
        qint64 invisibleTime = 0; ///< ms
        int reviveQid = 0;
        static constexpr auto fields()
        {
            return protocol::fields(field("popTime", &Reply::popTime), field("invisibleTime", &Reply::invisibleTime),
                                    field("reviveQid", &Reply::reviveQid));
        }
    };
};

/// Is there a message to pop? Waits for one up to pollTime.
struct Notification {
    static constexpr Request request{200054, "NOTIFICATION", Effect::Writes};
    ConsumerGroup consumerGroup;
    TopicName topic;
    QueueId queueId = QueueId(-1);
    qint64 pollTime = 0; ///< ms
    qint64 bornTime = 0; ///< ms
    bool order = false;
    std::optional<QString> attemptId;
    static constexpr auto fields()
    {
        using T = Notification;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("topic", &T::topic),
                                field("queueId", &T::queueId), field("pollTime", &T::pollTime),
                                field("bornTime", &T::bornTime), defaulted("order", &T::order),
                                field("attemptId", &T::attemptId));
    }
    struct Reply {
        bool hasMsg = false;
        std::optional<bool> pollingFull;
        static constexpr auto fields()
        {
            return protocol::fields(field("hasMsg", &Reply::hasMsg), field("pollingFull", &Reply::pollingFull));
        }
    };
};

/// [QueryAssignmentRequestBody]
struct AssignmentQuery {
    ClientId clientId;
    ConsumerGroup consumerGroup;
    MessageModel messageModel = MessageModel::Clustering;
    QString strategyName;
    TopicName topic;
    static constexpr auto jsonFields()
    {
        using T = AssignmentQuery;
        return protocol::fields(field("clientId", &T::clientId), field("consumerGroup", &T::consumerGroup),
                                field("messageModel", &T::messageModel), field("strategyName", &T::strategyName),
                                field("topic", &T::topic));
    }
};

struct QueueAssignment {
    std::optional<MessageQueue> messageQueue;
    QString mode; ///< "PULL" or "POP"
    static constexpr auto jsonFields()
    {
        return protocol::fields(field("messageQueue", &QueueAssignment::messageQueue), field("mode", &QueueAssignment::mode));
    }
};

struct QueueAssignments {
    QList<QueueAssignment> messageQueueAssignments;
    static constexpr auto jsonFields()
    {
        return protocol::fields(field("messageQueueAssignments", &QueueAssignments::messageQueueAssignments));
    }
};

/// Which queues are this client's, as the broker shares them out; since 5.0.
struct QueryAssignment {
    static constexpr Request request{400, "QUERY_ASSIGNMENT", Effect::Reads};
    AssignmentQuery body;
    struct Reply {
        QueueAssignments body;
    };
};

/// Messages without taking them; an unknown group is created by it.
struct PeekMessage {
    static constexpr Request request{200052, "PEEK_MESSAGE", Effect::Writes};
    TopicName topic;
    QueueId queueId;
    int maxMsgNums = 32;
    ConsumerGroup consumerGroup;
    static constexpr auto fields()
    {
        using T = PeekMessage;
        return protocol::fields(field("topic", &T::topic), field("queueId", &T::queueId), field("maxMsgNums", &T::maxMsgNums),
                                field("consumerGroup", &T::consumerGroup));
    }
    struct Reply {
        QByteArray body; ///< stored messages
    };
};

/// How many pops wait; an unknown group is created by it.
struct PollingInfo {
    static constexpr Request request{200055, "POLLING_INFO", Effect::Writes};
    ConsumerGroup consumerGroup;
    TopicName topic;
    QueueId queueId;
    static constexpr auto fields()
    {
        using T = PollingInfo;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("topic", &T::topic), field("queueId", &T::queueId));
    }
    struct Reply {
        int pollingNum = 0;
        static constexpr auto fields() { return protocol::fields(field("pollingNum", &Reply::pollingNum)); }
    };
};

/// How a group gets its messages of a topic. [SetMessageRequestModeRequestBody]
struct MessageRequestMode {
    ConsumerGroup consumerGroup;
    QString mode = QStringLiteral("PULL"); ///< or "POP"
    int popShareQueueNum = 0;
    TopicName topic;
    static constexpr auto jsonFields()
    {
        using T = MessageRequestMode;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("mode", &T::mode),
                                field("popShareQueueNum", &T::popShareQueueNum), field("topic", &T::topic));
    }
};

struct SetMessageRequestMode {
    static constexpr Request request{401, "SET_MESSAGE_REQUEST_MODE", Effect::Writes};
    MessageRequestMode body;
    using Reply = NoReply;
};

struct MessageRequestModes {
    QMap<TopicName, QMap<ConsumerGroup, MessageRequestMode>> messageRequestModeMap;
    static constexpr auto jsonFields()
    {
        return protocol::fields(field("messageRequestModeMap", &MessageRequestModes::messageRequestModeMap));
    }
};

struct GetAllMessageRequestMode {
    static constexpr Request request{402, "GET_ALL_MESSAGE_REQUEST_MODE", Effect::Reads};
    struct Reply {
        MessageRequestModes body;
    };
};

/// Acknowledgements of one pop. [BatchAck]
struct AckBatch {
    QString bits; ///< Base64: bit i is set for offset startOffset + i, least significant first
    ConsumerGroup consumerGroup;
    qint64 invisibleTime = 0; ///< ms
    qint64 popTime = 0; ///< ms
    QueueId queueId;
    QString retry; ///< "0" none, "1", "2": which retry topic
    int reviveQueueId = 0;
    QueueOffset startOffset;
    TopicName topic;
    static constexpr auto jsonFields()
    {
        using T = AckBatch;
        return protocol::fields(field("b", &T::bits), field("c", &T::consumerGroup), field("it", &T::invisibleTime),
                                field("pt", &T::popTime), field("q", &T::queueId), field("r", &T::retry), field("rq", &T::reviveQueueId),
                                field("so", &T::startOffset), field("t", &T::topic));
    }
};

struct AckBatches {
    QList<AckBatch> acks;
    BrokerName brokerName;
    static constexpr auto jsonFields()
    {
        return protocol::fields(field("acks", &AckBatches::acks), field("brokerName", &AckBatches::brokerName));
    }
};

struct BatchAckMessage {
    static constexpr Request request{200151, "BATCH_ACK_MESSAGE", Effect::Writes};
    AckBatches body;
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
