// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/messages.h"

#include <chrono>
#include <optional>

namespace rocketdesk {

/// What a response code means for another attempt. Java's list without 16: no permission does not come by asking again.
struct SendRetry {
    bool sync = false;
    bool async = false; ///< only what the broker refused because it was busy: the message is surely not stored
    bool backOff = false;
};
[[nodiscard]] constexpr SendRetry sendRetry(int code)
{
    switch (code) {
    case 2: return {.sync = true, .async = true, .backOff = true};
    case 1:
    case 14:
    case 17:
    case 204:
    case 205:
    case 1500: return {.sync = true};
    default: return {};
    }
}

/// One time budget for all attempts of a send together.
class SendBudget final
{
public:
    SendBudget(std::chrono::milliseconds total, int retries) : m_left(total), m_attempts(retries + 1) {}

    /// Time for the next attempt; nothing when no attempt or no time is left.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next()
    {
        if (m_attempts <= 0 || m_left.count() <= 0)
            return std::nullopt;
        --m_attempts;
        return m_left;
    }
    void spent(std::chrono::milliseconds time) { m_left -= std::min(time, m_left); }

private:
    std::chrono::milliseconds m_left;
    int m_attempts;
};

/// Whether a stored message with this status is sent to another broker once more.
[[nodiscard]] constexpr bool sendAgain(commands::SendStatus status, bool retryAnotherBrokerWhenNotStoreOk, int attempt, int retries)
{
    return status != commands::SendStatus::SendOk && retryAnotherBrokerWhenNotStoreOk && attempt <= retries;
}

} // namespace rocketdesk
