// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/farlistener.h"

namespace rocketdesk {

namespace {

constexpr int AheadOfQuickOnes = 100; ///< answered within 5 ms where each takes what counts as quick

} // namespace

FarListener::FarListener(Mailbox::Address home, ListenerDesk::Grip desk, Mailbox::Address here)
    : m_home(std::move(home))
    , m_desk(std::move(desk))
    , m_here(std::move(here))
    , m_self(std::make_shared<FarListener *>(this))
{
}

FarListener::~FarListener()
{
    *m_self = nullptr;
    m_jobs.clear();
    for (quint32 id = 0; id < m_asked.size(); ++id) {
        if (std::exchange(m_asked[id], std::nullopt))
            m_cancelled.push_back(id);
    }
    send();
}

Pending<ConsumeOutcome> FarListener::call(ConsumeBatch batch, ConsumeContext context, QueueRetired retired)
{
    const quint32 id = freeId();
    Promise<ConsumeOutcome> &promise = m_asked[id].emplace();
    promise.onCancel([this, id] { cancelled(id); });
    auto answer = promise.pending();
    m_jobs.push_back({id, std::move(batch), std::move(context), std::move(retired)});
    sendLater();
    return answer;
}

quint32 FarListener::freeId()
{
    if (m_free.empty()) {
        m_asked.emplace_back();
        return static_cast<quint32>(m_asked.size() - 1);
    }
    const quint32 id = m_free.back();
    m_free.pop_back();
    return id;
}

void FarListener::cancelled(quint32 id)
{
    if (std::erase_if(m_jobs, [id](const ListenerJob &job) { return job.id == id; }) > 0) {
        m_asked[id].reset();
        m_free.push_back(id);
        return;
    }
    m_cancelled.push_back(id);
    sendLater();
}

void FarListener::sendLater()
{
    if (m_jobs.size() + m_cancelled.size() == 1)
        Turn::atEnd(this, [](QObject *listener) { static_cast<FarListener *>(listener)->send(); });
}

void FarListener::send()
{
    if (m_jobs.empty() && m_cancelled.empty())
        return;
    m_home.post(ListenerCrate(m_desk, ListenerReplies(m_here, m_self), std::exchange(m_jobs, {}), std::exchange(m_cancelled, {})));
}

void FarListener::answered(std::vector<ListenerAnswer> answers, bool quick)
{
    m_ahead = quick ? AheadOfQuickOnes : 0;
    for (ListenerAnswer &answer : answers) {
        auto promise = std::exchange(m_asked[answer.id], std::nullopt);
        m_free.push_back(answer.id);
        promise->finish(std::move(answer.outcome));
    }
}

} // namespace rocketdesk
