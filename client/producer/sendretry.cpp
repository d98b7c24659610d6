// SPDX-License-Identifier: Apache-2.0
#include "client/producer/sendretry.h"

namespace rocketdesk {

SendRetry sendRetry(int code)
{
    switch (code) {
    case 2: return {.again = true, .backOff = true};
    case 1:
    case 14:
    case 17:
    case 204:
    case 205:
    case 1500: return {.again = true};
    default: return {};
    }
}

bool isBusy(const Error &error)
{
    return error.code == 0 ? error.kind == Error::Kind::Throttled : sendRetry(error.code).backOff;
}

bool isWorthAnotherTry(const Error &error)
{
    using enum Error::Kind;
    if (error.code == 0)
        return error.kind == Timeout || error.kind == Unreachable || error.kind == Closed || error.kind == Malformed || error.kind == Throttled;
    return sendRetry(error.code).again;
}

bool doubtsRoute(const Error &error)
{
    using enum Error::Kind;
    if (error.code == 0)
        return error.kind == Timeout || error.kind == Unreachable || error.kind == Closed; // one that hangs has lost its place to another, perhaps
    // 29, and 1 on 4.9, is how a broker refuses a queue that it does not have (any more).
    return error.code == 1 || error.code == 14 || error.code == 17 || error.code == 29;
}

std::optional<milliseconds> SendTries::next(const Result<SendReceipt> &ended, const BrokerName &broker, std::chrono::nanoseconds now)
{
    if (isEnd(ended))
        return std::nullopt;
    const bool busy = !ended && isBusy(ended.error());
    m_used += busy ? 0 : 1;
    if (ended)
        m_stored = *ended;
    if (m_rules.retries == 0 || m_used > m_rules.retries || now >= m_until.at)
        return std::nullopt;
    ++m_made;
    const bool sameAgain = m_avoid == broker;
    m_avoid = broker;
    return busy || sameAgain ? m_backoff.next() : milliseconds(0);
}

bool SendTries::isEnd(const Result<SendReceipt> &ended) const
{
    if (ended)
        return ended->status == commands::SendStatus::SendOk || !m_rules.whenNotStoreOk;
    return !isWorthAnotherTry(ended.error());
}

Result<SendReceipt> SendTries::outcome(Result<SendReceipt> last) const
{
    return last || !m_stored ? std::move(last) : *m_stored;
}

} // namespace rocketdesk
