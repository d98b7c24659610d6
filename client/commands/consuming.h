// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"
#include "client/protocol/answer.h"

namespace rocketdesk::commands {

/// Bits of a pull's sysFlag. [PullSysFlag]
namespace pullflag {
constexpr int commitOffset = 1; ///< the field commitOffset is to be stored
constexpr int suspend = 2; ///< long poll
constexpr int subscription = 4; ///< the request brings its own expression
constexpr int classFilter = 8;
constexpr int litePull = 16;
} // namespace pullflag

[[nodiscard]] constexpr int withoutCommitOffset(int sysFlag)
{
    return sysFlag & ~pullflag::commitOffset;
}

struct PullHeader {
    ConsumerGroup consumerGroup;
    TopicName topic;
    QueueId queueId;
    QueueOffset queueOffset;
    int maxMsgNums = 32;
    int sysFlag = 0;
    QueueOffset commitOffset;
    qint64 suspendTimeoutMillis = 0;
    std::optional<QString> subscription;
    qint64 subVersion = 0; ///< must be there even where the expression comes from the heartbeat
    std::optional<QString> expressionType; ///< "TAG" or "SQL92"
    std::optional<int> maxMsgBytes;
    std::optional<BrokerName> bname;

    static constexpr auto fields()
    {
        using T = PullHeader;
        return protocol::fields(
            field("consumerGroup", &T::consumerGroup), field("topic", &T::topic), field("queueId", &T::queueId),
            field("queueOffset", &T::queueOffset), field("maxMsgNums", &T::maxMsgNums), field("sysFlag", &T::sysFlag),
            field("commitOffset", &T::commitOffset), field("suspendTimeoutMillis", &T::suspendTimeoutMillis),
            field("subscription", &T::subscription), defaulted("subVersion", &T::subVersion),
            field("expressionType", &T::expressionType), field("maxMsgBytes", &T::maxMsgBytes), field("bname", &T::bname));
    }
    [[nodiscard]] bool writes(const Known &known) const
    {
        return (sysFlag & pullflag::commitOffset) || !known.group(consumerGroup);
    }
};

struct PullReply {
    int code = 0; ///< found (0), nothing new (19), nothing that fits (20), offset moved (21)
    QString remark; ///< status of the store
    BrokerId suggestWhichBrokerId;
    QueueOffset nextBeginOffset;
    QueueOffset minOffset;
    QueueOffset maxOffset;
    std::optional<qint64> offsetDelta; ///< to be added to every message's offset; static topics
    std::optional<int> topicSysFlag;
    std::optional<int> groupSysFlag;
    std::optional<int> forbiddenType;
    QByteArray body; ///< stored messages; decodeReplyHeader leaves them in the frame

    static constexpr auto fields()
    {
        using T = PullReply;
        return protocol::fields(field("suggestWhichBrokerId", &T::suggestWhichBrokerId),
                                field("nextBeginOffset", &T::nextBeginOffset), field("minOffset", &T::minOffset),
                                field("maxOffset", &T::maxOffset), field("offsetDelta", &T::offsetDelta),
                                field("topicSysFlag", &T::topicSysFlag), field("groupSysFlag", &T::groupSysFlag),
                                field("forbiddenType", &T::forbiddenType));
    }
};

enum class PullStatus { Found, NoNewMsg, NoMatchedMsg, OffsetIllegal };

/// What a pull's code says; unset for a code that is an error.
[[nodiscard]] constexpr std::optional<PullStatus> pullStatus(int code)
{
    switch (protocol::AnswerCode(code)) {
    case protocol::AnswerCode::Success: return PullStatus::Found;
    case protocol::AnswerCode::PullNotFound: return PullStatus::NoNewMsg;
    case protocol::AnswerCode::PullRetryImmediately: return PullStatus::NoMatchedMsg;
    case protocol::AnswerCode::PullOffsetMoved: return PullStatus::OffsetIllegal;
    default: return std::nullopt;
    }
}

constexpr std::array pullSuccessCodes{int(protocol::AnswerCode::Success), int(protocol::AnswerCode::PullNotFound),
                                      int(protocol::AnswerCode::PullRetryImmediately),
                                      int(protocol::AnswerCode::PullOffsetMoved)};

/// An unknown group is created by it; TOOLS_CONSUMER is on every broker.
struct PullMessage : PullHeader {
    static constexpr Request request{11, "PULL_MESSAGE", Effect::Depends};
    static constexpr auto successCodes = pullSuccessCodes;
    using Reply = PullReply;
};

struct LitePullMessage : PullHeader {
    static constexpr Request request{361, "LITE_PULL_MESSAGE", Effect::Writes};
    static constexpr auto successCodes = pullSuccessCodes;
    using Reply = PullReply;
};

/// Puts a message into the group's retry topic, or into its dead letters. Goes to the broker that stores it.
struct ConsumerSendMsgBack {
    static constexpr Request request{36, "CONSUMER_SEND_MSG_BACK", Effect::Writes};
    CommitLogOffset offset;
    ConsumerGroup group;
    int delayLevel = 0; ///< 0: the broker decides; negative: dead letters
    std::optional<QString> originMsgId;
    std::optional<TopicName> originTopic; ///< 5.x needs it for dead letters
    bool unitMode = false;
    std::optional<int> maxReconsumeTimes;
    static constexpr auto fields()
    {
        using T = ConsumerSendMsgBack;
        return protocol::fields(field("offset", &T::offset), field("group", &T::group), field("delayLevel", &T::delayLevel),
                                field("originMsgId", &T::originMsgId), field("originTopic", &T::originTopic),
                                defaulted("unitMode", &T::unitMode), field("maxReconsumeTimes", &T::maxReconsumeTimes));
    }
    using Reply = NoReply;
};

} // namespace rocketdesk::commands

template <>
struct rocketdesk::protocol::WireNames<rocketdesk::commands::PullStatus> {
    using E = rocketdesk::commands::PullStatus;
    static constexpr WireName<E> names[] = {{E::Found, "FOUND"},
                                            {E::NoNewMsg, "NO_NEW_MSG"},
                                            {E::NoMatchedMsg, "NO_MATCHED_MSG"},
                                            {E::OffsetIllegal, "OFFSET_ILLEGAL"}};
};
