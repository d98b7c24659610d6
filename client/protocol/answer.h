// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/error.h"
#include "client/protocol/frame.h"
#include "client/protocol/request.h"

namespace rocketdesk::protocol {

/// Codes of answers that the client acts upon. [ResponseCode]
enum class AnswerCode {
    Success = 0,
    SystemError = 1,
    SystemBusy = 2,
    NotSupported = 3,
    FlushDiskTimeout = 10,
    SlaveNotAvailable = 11,
    FlushSlaveTimeout = 12,
    MessageIllegal = 13,
    ServiceNotAvailable = 14,
    NoPermission = 16,
    TopicNotExist = 17,
    PullNotFound = 19,
    PullRetryImmediately = 20,
    PullOffsetMoved = 21,
    QueryNotFound = 22,
    SubscriptionParseFailed = 23,
    SubscriptionNotExist = 24,
    SubscriptionNotLatest = 25,
    SubscriptionGroupNotExist = 26,
    InvalidParameter = 29,
    ConsumerNotOnline = 206,
    ConsumeMessageTimeout = 207,
    NoMessage = 208,
    PollingFull = 209,
    PollingTimeout = 210,
    FlowControl = 215,
    GoAway = 1500,
};

/// What an answer that is no success means to the caller; the remark decides between permission and authorisation.
[[nodiscard]] Error::Kind errorKind(int code, const QString &remark);

/// The error of an answer: kind, code, the server's words, and the name of the request.
[[nodiscard]] Error answerError(const FrameView &frame, const Request &request);

} // namespace rocketdesk::protocol
