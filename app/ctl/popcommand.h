// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/consumecommand.h"
#include "app/ctl/silentbrokers.h"
#include "client/popconsumer.h"

#include <map>

namespace rocketdesk::ctl {

/// One run of `consume --pop`: takes messages, and acknowledges those that are answered with success.
class PopRun final : public QObject
{
    Q_OBJECT
public:
    struct Plan {
        PopOptions options;
        ConsumeRun::Answers answers;
        std::optional<qint64> most; ///< messages
        std::optional<std::chrono::seconds> idleExit;
    };

    PopRun(Session &session, Plan plan);
    [[nodiscard]] Pending<int> start();

private:
    void next();
    void taken(const PoppedBatch &batch);
    void acknowledged(const Result<std::vector<Result<void>>> &results);
    void brokerTrouble(const consumernews::Trouble &trouble);
    void end(int code);
    [[nodiscard]] int exitCode() const { return m_silent.isEmpty() ? Done : Failed; }

    Session &m_session;
    const Plan m_plan;
    std::unique_ptr<PopConsumer> m_consumer;
    Promise<int> m_exitCode;
    ScopedCall m_call;
    std::map<BrokerName, Error> m_troubles; ///< said already
    SilentBrokers m_silent{m_session.out()};
    qint64 m_handled = 0;
};

} // namespace rocketdesk::ctl
