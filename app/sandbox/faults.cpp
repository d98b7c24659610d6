// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/faults.h"

#include <algorithm>

namespace rocketdesk::sandbox {

void Faults::add(Where where, Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_rules.push_back({std::move(where), std::move(fault)});
}

void Faults::clear()
{
    const std::lock_guard lock(m_mutex);
    m_rules.clear();
}

std::optional<Fault> Faults::take(const QString &server, int code)
{
    const std::lock_guard lock(m_mutex);
    const auto fits = [&](const Rule &rule) {
        return rule.where.times != 0 && (rule.where.code == 0 || rule.where.code == code)
            && (rule.where.server.isEmpty() || rule.where.server == server);
    };
    const auto rule = std::find_if(m_rules.rbegin(), m_rules.rend(), fits);
    if (rule == m_rules.rend())
        return std::nullopt;
    if (rule->where.times > 0)
        --rule->where.times;
    return rule->fault;
}

} // namespace rocketdesk::sandbox
