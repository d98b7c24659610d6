// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/listenerdesk.h"

#include "client/consumer/farlistener.h"

#include <algorithm>

namespace rocketdesk {

namespace {

/// Who waits for a listener that takes longer are few, and its answer waits for no other.
constexpr std::chrono::microseconds Quick{50};
constexpr std::size_t AnswersTogether = 32; ///< so few wait where one call suddenly takes its time

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

ListenerDesk::ListenerDesk(MessageListener::Consume listener, int atOnce, const Clock &clock)
    : m_office(std::make_shared<Office>())
    , m_atOnce(static_cast<std::size_t>(std::max(1, atOnce)))
    , m_clock(clock)
    , m_grip(std::make_shared<QPointer<ListenerDesk>>(this))
{
    m_office->consume = std::move(listener);
}

ListenerDesk::~ListenerDesk()
{
    m_grip->clear();
    m_office->isClosed = true;
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
    if (!m_office->replies)
        m_office->replies.emplace(replies);
    for (ListenerJob &job : jobs) {
        if (job.retired)
            m_waiting.push_back(std::move(job));
        else
            m_waiting.push_front(std::move(job));
    }
    begin();
}

void ListenerDesk::cancel(quint32 job)
{
    if (const auto running = m_running.find(job); running != m_running.end()) {
        Call(running->second).cancel(); // answers by itself
    } else if (std::find(m_inside.cbegin(), m_inside.cend(), job) != m_inside.cend()) {
        m_cancelledInside.push_back(job);
    } else if (std::erase_if(m_waiting, [job](const ListenerJob &each) { return each.id == job; }) > 0) {
        answered({job, failed(Error::Kind::Cancelled)});
    }
}

void ListenerDesk::begin()
{
    while (!m_waiting.empty() && (m_inside.size() + m_running.size() < m_atOnce || !m_waiting.front().retired)) {
        ListenerJob job = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (job.isRetired())
            answered({job.id, failed(Error::Kind::Cancelled), std::move(job)});
        else if (!call(std::move(job)))
            return;
    }
}

bool ListenerDesk::call(ListenerJob job)
{
    const auto office = m_office;
    const auto began = m_clock.now();
    m_inside.push_back(job.id);
    const auto answer = office->consume(job.batch, job.context).take();
    if (office->isClosed) {
        office->replies->send({answer->isFinished() ? ListenerAnswer{job.id, std::move(*answer->result)} : withoutAnswer(job.id)}, false);
        Call(answer.get()).cancel();
        return false;
    }
    const quint32 id = job.id;
    std::erase(m_inside, id);
    const bool isUnwanted = std::erase(m_cancelledInside, id) > 0;
    m_quick = m_quick && answer->isFinished() && m_clock.now() - began < Quick;
    if (answer->isFinished())
        answered({id, std::move(*answer->result), std::move(job)});
    else
        keep(id, answer);
    if (isUnwanted)
        Call(answer.get()).cancel();
    if (!m_quick || m_answers.size() >= AnswersTogether)
        flush();
    return true;
}

void ListenerDesk::keep(quint32 job, const StateRef<State<ConsumeOutcome>> &answer)
{
    m_running.emplace(job, Call(answer.get()));
    answer->attach([grip = m_grip, job](Result<ConsumeOutcome> &&outcome) {
        if (!*grip || (*grip)->m_running.erase(job) == 0)
            return;
        (*grip)->m_quick = false;
        (*grip)->answered({job, std::move(outcome)});
        (*grip)->begin();
    });
}

void ListenerDesk::answered(ListenerAnswer answer)
{
    m_answers.push_back(std::move(answer));
    if (m_answers.size() == 1)
        Turn::atEnd(this, [](QObject *desk) { static_cast<ListenerDesk *>(desk)->flush(); });
}

void ListenerDesk::flush()
{
    if (!m_answers.empty())
        m_office->replies->send(std::exchange(m_answers, {}), std::exchange(m_quick, true));
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
    for (const quint32 job : m_cancelled) { // first: a new job may have the number of one that is answered meanwhile
        if (*m_desk)
            (*m_desk)->cancel(job);
    }
    if (*m_desk && !m_jobs.empty())
        (*m_desk)->take(std::exchange(m_jobs, {}), m_replies);
}

} // namespace rocketdesk
