// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/listenerdesk.h"

#include "client/consumer/farlistener.h"

#include <algorithm>

namespace rocketdesk {

namespace {

using SteadyClock = std::chrono::steady_clock;

/// A listener that takes longer is waited for by few, and its answer waits for no other.
constexpr std::chrono::microseconds Quick{50};

ListenerAnswer withoutAnswer(quint32 job)
{
    return {job, failed(Error{.kind = Error::Kind::Cancelled, .remark = QStringLiteral("the consumer is gone")})};
}

} // namespace

void ListenerReplies::send(std::vector<ListenerAnswer> answers, bool quick) const
{
    m_network.post([listener = m_listener, answers = std::move(answers), quick]() mutable {
        if (*listener)
            (*listener)->answered(std::move(answers), quick);
    });
}

ListenerDesk::ListenerDesk(MessageListener::Consume listener, int atOnce, QObject *parent)
    : QObject(parent)
    , m_listener(std::make_shared<const MessageListener::Consume>(std::move(listener)))
    , m_atOnce(static_cast<std::size_t>(std::max(1, atOnce)))
    , m_grip(std::make_shared<QPointer<ListenerDesk>>(this))
{
}

ListenerDesk::~ListenerDesk()
{
    m_grip->clear();
    for (const ListenerJob &job : m_waiting)
        m_answers.push_back(withoutAnswer(job.id));
    for (auto &[id, call] : std::exchange(m_running, {})) {
        m_answers.push_back(withoutAnswer(id));
        call.cancel();
    }
    m_quick = false;
    flush();
}

void ListenerDesk::take(std::vector<ListenerJob> jobs, const ListenerReplies &replies)
{
    if (!m_replies)
        m_replies.emplace(replies);
    std::move(jobs.begin(), jobs.end(), std::back_inserter(m_waiting));
    begin();
}

void ListenerDesk::cancel(quint32 job)
{
    if (const auto running = m_running.find(job); running != m_running.end()) {
        Call(running->second).cancel(); // answers by itself
        return;
    }
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(), [job](const ListenerJob &each) { return each.id == job; });
    if (waiting == m_waiting.end())
        return;
    m_waiting.erase(waiting);
    answered(job, failed(Error::Kind::Cancelled));
}

void ListenerDesk::begin()
{
    const auto listener = m_listener;
    const QPointer<ListenerDesk> alive(this);
    auto before = SteadyClock::now();
    while (!m_waiting.empty() && m_inside + m_running.size() < m_atOnce) {
        const ListenerJob job = std::move(m_waiting.front());
        m_waiting.pop_front();
        const ListenerReplies replies = *m_replies;
        ++m_inside;
        const auto state = (*listener)(job.batch, job.context).take();
        if (!alive) {
            Call(state.get()).cancel();
            replies.send({withoutAnswer(job.id)}, false);
            return;
        }
        --m_inside;
        const auto now = SteadyClock::now();
        m_quick = m_quick && now - before < Quick && state->isFinished();
        before = now;
        if (state->isFinished()) {
            answered(job.id, std::move(*state->result));
        } else {
            m_running.emplace(job.id, Call(state.get()));
            state->attach([grip = m_grip, id = job.id](Result<ConsumeOutcome> &&outcome) {
                if (!*grip || (*grip)->m_running.erase(id) == 0)
                    return;
                (*grip)->m_quick = false;
                (*grip)->answered(id, std::move(outcome));
                (*grip)->begin();
            });
        }
        if (!m_quick)
            flush();
    }
}

void ListenerDesk::answered(quint32 job, Result<ConsumeOutcome> outcome)
{
    m_answers.push_back({job, std::move(outcome)});
    if (m_answers.size() == 1)
        Turn::atEnd(this, [](QObject *desk) { static_cast<ListenerDesk *>(desk)->flush(); });
}

void ListenerDesk::flush()
{
    if (!m_answers.empty())
        m_replies->send(std::exchange(m_answers, {}), std::exchange(m_quick, true));
}

ListenerCrate::ListenerCrate(ListenerDesk::Grip desk, ListenerReplies replies, std::vector<ListenerJob> jobs, std::vector<quint32> cancelled)
    : m_desk(std::move(desk))
    , m_replies(std::move(replies))
    , m_jobs(std::move(jobs))
    , m_cancelled(std::move(cancelled))
{
}

ListenerCrate::~ListenerCrate()
{
    if (m_jobs.empty())
        return;
    std::vector<ListenerAnswer> answers;
    for (const ListenerJob &job : m_jobs)
        answers.push_back(withoutAnswer(job.id));
    m_replies.send(std::move(answers), false);
}

void ListenerCrate::operator()()
{
    if (*m_desk && !m_jobs.empty())
        (*m_desk)->take(std::exchange(m_jobs, {}), m_replies);
    for (const quint32 job : m_cancelled) {
        if (*m_desk)
            (*m_desk)->cancel(job);
    }
}

} // namespace rocketdesk
