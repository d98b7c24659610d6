// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "client/transactionproducer.h"

#include <QTimer>

namespace rocketdesk::ctl {

/// One run of `transaction`: sends half messages, ends them as it was told, and waits until brokers have checked what was left open.
class TransactionRun final : public QObject
{
    Q_OBJECT
public:
    struct Plan {
        OutgoingMessage message;
        int count = 1;
        TransactionState end = TransactionState::Commit;
        TransactionState check = TransactionState::Commit; ///< the answer to brokers that ask
    };
    static constexpr std::chrono::seconds patience{60};

    TransactionRun(Session &session, Plan plan);
    ~TransactionRun() override;
    [[nodiscard]] Pending<int> start(const TransactionOptions &options);

private:
    class Listener;
    /// A half message that is stored.
    struct Entry {
        TransactionSendResult result;
        int checks = 0;
        bool open = false; ///< no end yet
    };

    void sent(const Result<TransactionSendResult> &result);
    void checked(const QString &messageId);
    void print(const Entry &entry);
    void finishWhenDone();
    /// What was told to brokers one-way has reached them when they answer something asked after it.
    void settle();

    Session &m_session;
    const Plan m_plan;
    std::unique_ptr<TransactionProducer> m_producer;
    QHash<QString, Entry> m_entries; ///< by message id
    QHash<QString, int> m_early; ///< checks of messages whose sends have not ended
    int m_ended = 0;
    bool m_failed = false;
    bool m_settling = false;
    QTimer m_patience;
    Promise<int> m_exitCode;
};

} // namespace rocketdesk::ctl
