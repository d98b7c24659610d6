// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "client/networkthread.h"
#include "tests/support/awaited.h"

namespace rocketdesk::tests {

/// A client whose calls are answered where they are made: QTest's event loop runs meanwhile. Header only, since most rooms
/// of the tests do without the client.
class Caller final
{
public:
    explicit Caller(Profile profile, Client::Secrets secrets = {}) : m_client(m_network.address(), std::move(profile), std::move(secrets)) {}
    explicit Caller(const Endpoint &nameServer) : Caller(profileOf(nameServer)) {}

    /// The answer, or Timeout where none comes.
    template <typename C>
    [[nodiscard]] Result<typename C::Reply> ask(C command, const rocketdesk::Target &at = rocketdesk::Target::nameServer())
    {
        return result(m_client.ask(std::move(command), at, {.limit = milliseconds(10'000)}));
    }
    template <typename T>
    [[nodiscard]] static Result<T> result(Pending<T> pending)
    {
        return awaited(std::move(pending));
    }
    [[nodiscard]] Client &client() { return m_client; }
    [[nodiscard]] const Mailbox::Address network() const { return m_network.address(); }

private:
    static Profile profileOf(const Endpoint &nameServer)
    {
        Profile profile;
        profile.nameServers = {nameServer};
        return profile;
    }

    NetworkThread m_network;
    Client m_client;
};

} // namespace rocketdesk::tests
