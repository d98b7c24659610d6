// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "client/clientcore.h"

namespace rocketdesk {

/// Holds the core for the letters that go to the network thread; only they touch what is in it.
struct Client::Link {
    std::unique_ptr<ClientCore> core;
    std::atomic<int> running = 0;
};

template <typename Work>
auto Client::runCore(Work work)
{
    return onThread(m_network, [link = m_link, work = std::move(work)]() mutable -> std::invoke_result_t<Work &, ClientCore &> {
        using T = typename std::invoke_result_t<Work &, ClientCore &>::Value;
        return link->core ? work(*link->core) : readyFailed<T>({.kind = Error::Kind::Cancelled});
    });
}

} // namespace rocketdesk
