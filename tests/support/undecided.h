// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/producer/transactionvalues.h"

#include <QStringList>

namespace rocketdesk::tests {

/// Leaves every transaction open, and ends it when a broker asks.
struct Undecided final : TransactionListener {
    explicit Undecided(TransactionState state = TransactionState::Commit) : answer(state) {}
    Pending<TransactionState> execute(const OutgoingMessage &, const QString &) override { return ready<TransactionState>(TransactionState::Unknown); }
    Pending<TransactionState> check(const protocol::StoredMessage &message, const QString &) override
    {
        checked << message.messageId();
        bodies << QString::fromUtf8(message.body.view());
        return ready<TransactionState>(answer);
    }

    TransactionState answer;
    QStringList checked; ///< ids
    QStringList bodies; ///< as stored
};

} // namespace rocketdesk::tests
