// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"

#include <QPointer>

namespace rocketdesk {

/// The object on the network thread that one of the caller's thread stands for. Only the network thread looks into it.
template <typename T>
struct FarObject {
    QPointer<T> object;
    Error absence{.kind = Error::Kind::Cancelled, .remark = QStringLiteral("the client was closed")}; ///< why there is none

    void take(Result<T *> made)
    {
        if (made)
            object = *made;
        else
            absence = std::move(made.error());
    }
};

/// Runs `work(T &) -> Pending<...>` over there; fails with the reason where there is no object.
template <typename T, typename Work>
auto onFar(const Mailbox::Address &network, const std::shared_ptr<FarObject<T>> &far, Work work)
{
    using Answer = std::invoke_result_t<Work &, T &>;
    return onThread(network, [far, work = std::move(work)]() mutable -> Answer {
        return far->object ? work(*far->object) : readyFailed<typename Answer::Value>(far->absence);
    });
}

} // namespace rocketdesk
