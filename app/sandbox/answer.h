// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/answer.h"
#include "client/protocol/call.h"

namespace rocketdesk::sandbox {

constexpr int serverVersion = 513; ///< V5_5_0

/// A request that a server does not carry out.
struct Refusal {
    int code = 1;
    QString remark;
    protocol::ExtFields fields; ///< most refusals have none
};

/// A request carried out, with the reply's fields and body.
template <typename Reply>
struct Accepted {
    Accepted(Reply value, int answerCode = 0, QString words = {}, protocol::JsonKeys mapKeys = protocol::JsonKeys::Java)
        : reply(std::move(value)), code(answerCode), remark(std::move(words)), keys(mapKeys) {}
    Reply reply;
    int code;
    QString remark;
    protocol::JsonKeys keys;
};

template <typename Reply>
using Answer = tl::expected<Accepted<Reply>, Refusal>;
using Done = Answer<protocol::NoReply>;

[[nodiscard]] inline tl::unexpected<Refusal> refused(protocol::AnswerCode code, QString remark = {}, protocol::ExtFields fields = {})
{
    return tl::unexpected<Refusal>(Refusal{int(code), std::move(remark), std::move(fields)});
}

} // namespace rocketdesk::sandbox
