// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/backoff.h"
#include "client/producer/sendvalues.h"

namespace rocketdesk {

/// What a response code means for another try of a send.
struct SendRetry {
    bool again = false;
    bool backOff = false; ///< the broker is busy: the message is surely not stored, and the same again helps after a pause
};
/// Java's list without 16: no permission does not come by asking again.
[[nodiscard]] SendRetry sendRetry(int code);

/// The broker, or this side, has too much to do: the same again after a pause.
[[nodiscard]] bool isBusy(const Error &error);
/// Another try may succeed: nobody answered, or the broker said what sendRetry() knows.
[[nodiscard]] bool isWorthAnotherTry(const Error &error);
/// The route that led there is to be asked for again.
[[nodiscard]] bool doubtsRoute(const Error &error);

/// The tries of one send: one deadline for all, and so many failures.
class SendTries final
{
public:
    struct Rules {
        int retries = 2; ///< tries after the first; 0 = one try, whatever comes
        bool whenNotStoreOk = false; ///< a status other than SendOk is a failure too
    };
    SendTries(Deadline until, Rules rules) : m_until(until), m_rules(rules) {}

    /// After the end of a try at this broker: the pause before the next one, nothing where there is none. A busy broker costs none of
    /// the retries. The same broker again needs a pause, another one does not.
    [[nodiscard]] std::optional<milliseconds> next(const Result<SendReceipt> &ended, const BrokerName &broker, std::chrono::nanoseconds now);
    /// What the send ends with after this: a message that is stored, if not as well as wanted, is no failure.
    [[nodiscard]] Result<SendReceipt> outcome(Result<SendReceipt> last) const;

    [[nodiscard]] Deadline until() const { return m_until; }
    [[nodiscard]] int made() const { return m_made; } ///< the one under way included
    [[nodiscard]] const BrokerName &avoid() const { return m_avoid; } ///< where the last one failed

private:
    [[nodiscard]] bool isEnd(const Result<SendReceipt> &ended) const;

    Deadline m_until;
    Rules m_rules;
    int m_used = 0;
    int m_made = 1;
    BrokerName m_avoid;
    Backoff m_backoff{milliseconds(20), milliseconds(500)};
    std::optional<SendReceipt> m_stored;
};

} // namespace rocketdesk
