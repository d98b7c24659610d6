// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"
#include "tests/support/patience.h"

#include <optional>

namespace rocketdesk::tests {

/// The answer of a call, while this thread's events pass; Timeout where it never came.
template <typename T>
[[nodiscard]] Result<T> awaited(Pending<T> pending)
{
    std::optional<Result<T>> answer;
    const QObject context;
    whenDone(std::move(pending), &context, [&answer](Result<T> result) { answer = std::move(result); });
    if (!eventually([&answer] { return answer.has_value(); }))
        return failed(Error::Kind::Timeout, QStringLiteral("the test gave up"));
    return std::move(*answer);
}

} // namespace rocketdesk::tests
