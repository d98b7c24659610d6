// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "app/ctl/silentbrokers.h"
#include "client/pushconsumer.h"

#include <QTimer>

namespace rocketdesk::ctl {

/// One run of `consume`: from joining the group until it has left it.
class ConsumeRun final : public QObject
{
    Q_OBJECT
public:
    /// What the listener answers.
    struct Answers {
        enum class Kind { Success, Later, FailEvery };
        Kind kind = Kind::Success;
        qint64 every = 0; ///< of FailEvery: the nth message fails, the 2nth ...
        /// Whether the message of this number fails, counted from 1.
        [[nodiscard]] bool fails(qint64 number) const { return kind == Kind::Later || (kind == Kind::FailEvery && number % every == 0); }
    };
    struct Plan {
        TopicName topic;
        ConsumerOptions options;
        MessageListener::Kind order = MessageListener::Kind::Concurrently;
        QString tags;
        QString sql;
        Answers answers;
        std::optional<qint64> most; ///< messages
        std::optional<std::chrono::seconds> idleExit;
    };

    ConsumeRun(Session &session, Plan plan);
    [[nodiscard]] Pending<int> start();

private:
    [[nodiscard]] Pending<ConsumeOutcome> take(const ConsumeBatch &batch);
    void restartIdle();
    /// Stores the offsets, leaves the group, then ends.
    void end(int code);
    [[nodiscard]] int exitCode() const { return m_silent.isEmpty() ? Done : Failed; }

    Session &m_session;
    const Plan m_plan;
    std::unique_ptr<PushConsumer> m_consumer;
    Promise<int> m_exitCode;
    std::vector<Promise<ConsumeOutcome>> m_surplus; ///< messages beyond the last one wanted: nobody is to count them as consumed
    QTimer m_idle;
    SilentBrokers m_silent{m_session.out()};
    qint64 m_handled = 0;
    bool m_assigned = false;
    bool m_ending = false;
};

} // namespace rocketdesk::ctl
