// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"

namespace rocketdesk {

/// Runs `work(*far->host) -> Pending<T>` on the network thread, where the host still lives there; else Cancelled.
template <typename Far, typename Work>
auto onFar(const Mailbox::Address &network, const std::shared_ptr<Far> &far, Work work)
{
    using Answer = std::invoke_result_t<Work &, decltype(*far->host)>;
    return onThread(network, [far, work = std::move(work)]() mutable -> Answer {
        return far->host ? work(*far->host) : readyFailed<typename Answer::Value>({.kind = Error::Kind::Cancelled, .remark = QStringLiteral("the client was closed")});
    });
}

} // namespace rocketdesk
