// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"

#include <vector>

namespace rocketdesk {

/// The name servers of a profile: a random one first, then the same as long as it answers, the next when it fails.
class NameServers final
{
public:
    NameServers(std::vector<Endpoint> servers, quint32 seed);

    [[nodiscard]] const std::vector<Endpoint> &all() const { return m_servers; }
    [[nodiscard]] bool isEmpty() const { return m_servers.empty(); }
    /// The one to ask now.
    [[nodiscard]] const Endpoint &current() const { return m_servers[m_current]; }
    /// This one did not answer: the next takes over, unless another call has moved on already.
    void failed(const Endpoint &server);

private:
    std::vector<Endpoint> m_servers;
    std::size_t m_current = 0;
};

} // namespace rocketdesk
