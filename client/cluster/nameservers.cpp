// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/nameservers.h"

namespace rocketdesk {

NameServers::NameServers(std::vector<Endpoint> servers, quint32 seed)
    : m_servers(std::move(servers))
    , m_current(m_servers.empty() ? 0 : seed % m_servers.size())
{
}

void NameServers::failed(const Endpoint &server)
{
    if (!m_servers.empty() && m_servers[m_current] == server)
        m_current = (m_current + 1) % m_servers.size();
}

} // namespace rocketdesk
