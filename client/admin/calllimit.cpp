// SPDX-License-Identifier: Apache-2.0
#include "client/admin/calllimit.h"

namespace rocketdesk {

CallLimit::Permit::~Permit()
{
    if (m_places)
        giveBack(m_places);
}

CallLimit::CallLimit(int most) : m_places(std::make_shared<Places>())
{
    m_places->free = most;
}

Pending<CallLimit::Permit> CallLimit::enter(bool urgent)
{
    if (m_places->free > 0) {
        --m_places->free;
        return ready<Permit>(Permit(m_places));
    }
    auto &queue = urgent ? m_places->urgent : m_places->waiting;
    queue.emplace_back();
    return queue.back().pending();
}

void CallLimit::giveBack(const std::shared_ptr<Places> &places)
{
    for (auto *queue : {&places->urgent, &places->waiting}) {
        while (!queue->empty()) {
            Promise<Permit> next = std::move(queue->front());
            queue->pop_front();
            if (next.isFinished()) // given up while it waited
                continue;
            next.finish(Permit(places));
            return;
        }
    }
    ++places->free;
}

} // namespace rocketdesk
