// SPDX-License-Identifier: Apache-2.0
#include "client/remoting/pendingcalls.h"

namespace rocketdesk {

void PendingCalls::add(int opaque, Entry entry)
{
    m_earliest = m_earliest.sooner(entry.deadline);
    m_calls.insert_or_assign(opaque, std::move(entry));
}

PendingCalls::Entry PendingCalls::take(int opaque)
{
    auto node = m_calls.extract(opaque);
    return node ? std::move(node.mapped()) : Entry();
}

std::vector<std::pair<int, PendingCalls::Entry>> PendingCalls::takeExpired(std::chrono::nanoseconds now)
{
    std::vector<std::pair<int, Entry>> expired;
    m_earliest = Deadline::never();
    for (auto call = m_calls.begin(); call != m_calls.end();) {
        if (call->second.deadline.at <= now) {
            expired.emplace_back(call->first, std::move(call->second));
            call = m_calls.erase(call);
        } else {
            m_earliest = m_earliest.sooner(call->second.deadline);
            ++call;
        }
    }
    return expired;
}

std::vector<std::pair<int, PendingCalls::Entry>> PendingCalls::takeAll()
{
    std::vector<std::pair<int, Entry>> all;
    for (auto &[opaque, entry] : m_calls)
        all.emplace_back(opaque, std::move(entry));
    m_calls.clear();
    m_earliest = Deadline::never();
    return all;
}

} // namespace rocketdesk
