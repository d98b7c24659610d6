// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"
#include "client/producer/produceroptions.h"
#include "client/protocol/transaction.h"

namespace rocketdesk {

using protocol::TransactionState;

/// How a transaction producer works. Its group is that of `producer`: brokers ask any member of it.
struct TransactionOptions {
    ProducerOptions producer;
    milliseconds executeLimit{60'000}; ///< local work without an answer by then counts as Unknown: the broker will ask
    milliseconds checkLimit{60'000}; ///< the same of a check
    int mostChecks = 2000; ///< unfinished at once; what comes beyond that is left to the broker's next check
};

/// What became of a message sent in a transaction. `transactionId` of the receipt is never empty.
struct TransactionSendResult : SendReceipt {
    TransactionState state = TransactionState::Unknown; ///< what the broker was told
    QString remark; ///< why the state is Unknown, where there is a reason
    std::optional<Error> notTold; ///< the state did not reach the broker, which will ask for it

    [[nodiscard]] bool isCommit() const { return state == TransactionState::Commit; }
    [[nodiscard]] bool isRollback() const { return state == TransactionState::Rollback; }
};

/// What a transaction producer has done so far.
struct TransactionStatistics {
    quint64 halfSent = 0; ///< half messages that are stored
    quint64 halfFailed = 0;
    quint64 committed = 0; ///< ends told, those of checks included
    quint64 rolledBack = 0;
    quint64 unknown = 0;
    quint64 checks = 0; ///< asked by brokers
    quint64 checksDropped = 0; ///< of these, because too many were unfinished
    quint64 timedOut = 0; ///< local work and checks that gave no answer in time
    quint64 notTold = 0; ///< ends that could not be sent
};

/// The program's part of its transactions. Both are asked in the thread that made the producer, and may take their time there; an error,
/// or no answer in time, is Unknown.
class TransactionListener
{
public:
    virtual ~TransactionListener() = default;
    /// The half message is stored: do the local work and say how it went.
    [[nodiscard]] virtual Pending<TransactionState> execute(const OutgoingMessage &message, const QString &transactionId) = 0;
    /// A broker has heard of no end: how did it go? The message's body is as stored; protocol::decodedBody() reads it.
    [[nodiscard]] virtual Pending<TransactionState> check(const protocol::StoredMessage &message, const QString &transactionId) = 0;
};

/// A listener for programs whose work is done when they send: always this end.
[[nodiscard]] std::shared_ptr<TransactionListener> createSimpleTransactionListener(bool commit = true);

} // namespace rocketdesk
