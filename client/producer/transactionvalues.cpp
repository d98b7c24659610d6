// SPDX-License-Identifier: Apache-2.0
#include "client/producer/transactionvalues.h"

namespace rocketdesk {

namespace {

class SimpleTransactionListener final : public TransactionListener
{
public:
    explicit SimpleTransactionListener(TransactionState state) : m_state(state) {}
    Pending<TransactionState> execute(const OutgoingMessage &, const QString &) override { return ready<TransactionState>(m_state); }
    Pending<TransactionState> check(const protocol::StoredMessage &, const QString &) override { return ready<TransactionState>(m_state); }

private:
    TransactionState m_state;
};

} // namespace

std::shared_ptr<TransactionListener> createSimpleTransactionListener(bool commit)
{
    return std::make_shared<SimpleTransactionListener>(commit ? TransactionState::Commit : TransactionState::Rollback);
}

} // namespace rocketdesk
