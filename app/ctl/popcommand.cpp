// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/popcommand.h"

#include "app/ctl/messageline.h"

#include <algorithm>

namespace rocketdesk::ctl {

PopRun::PopRun(Session &session, Plan plan)
    : QObject(&session)
    , m_session(session)
    , m_plan(std::move(plan))
    , m_consumer(session.client().popConsumer(m_plan.options))
{
}

Pending<int> PopRun::start()
{
    m_session.onInterrupt([this] { end(Done); });
    connect(m_consumer.get(), &PopConsumer::brokerTrouble, this, &PopRun::brokerTrouble);
    connect(m_consumer.get(), &PopConsumer::recovered, this, [this](const BrokerName &broker) {
        m_troubles.erase(broker);
        m_silent.answered(broker);
    });
    next();
    return m_exitCode.pending();
}

void PopRun::next()
{
    const qint64 missing = m_plan.most.value_or(PopOptions::MostAtOnce) - m_handled;
    const int most = static_cast<int>(std::clamp<qint64>(m_plan.most ? missing : PopOptions::MostAtOnce, 1, PopOptions::MostAtOnce));
    const milliseconds wait = m_plan.idleExit ? milliseconds(*m_plan.idleExit) : PopConsumer::WaitFor;
    m_call = whenDone(m_consumer->receive(most, wait), this, [this](const Result<PoppedBatch> &batch) {
        const auto said = [&](const auto &trouble) { return trouble.second == batch.error(); };
        if (!batch)
            end(std::any_of(m_troubles.cbegin(), m_troubles.cend(), said) ? int(Failed) : m_session.fail(batch.error()));
        else if (batch->empty() && m_plan.idleExit)
            end(exitCode());
        else
            taken(*batch);
    });
}

void PopRun::taken(const PoppedBatch &batch)
{
    std::vector<PopTicket> done;
    for (const PoppedMessage &popped : batch) {
        printMessage(m_session.out(), popped.message);
        if (!m_plan.answers.fails(++m_handled))
            done.push_back(popped.ticket);
    }
    m_call = whenDone(m_consumer->acknowledgeAll(std::move(done)), this, [this](const Result<std::vector<Result<void>>> &results) { acknowledged(results); });
}

void PopRun::acknowledged(const Result<std::vector<Result<void>>> &results)
{
    if (!results)
        return end(m_session.fail(results.error()));
    const auto refused = std::find_if(results->cbegin(), results->cend(), [](const Result<void> &one) { return !one; });
    if (refused != results->cend())
        return end(m_session.fail(refused->error()));
    if (m_plan.most && m_handled >= *m_plan.most)
        return end(exitCode());
    next();
}

void PopRun::brokerTrouble(const consumernews::Trouble &trouble)
{
    m_troubles.insert_or_assign(trouble.broker, trouble.error);
    m_silent.failed({.name = trouble.broker}, trouble.error, trouble.answeredBefore);
}

void PopRun::end(int code)
{
    m_consumer.reset();
    m_exitCode.finish(code);
}

} // namespace rocketdesk::ctl
