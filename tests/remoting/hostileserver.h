// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"

#include <QThread>

#include <memory>

namespace rocketdesk::tests {

/// A server in a thread of its own that answers late, shuffled, twice, in two halves, with refusals (2, 16) or not at all,
/// and cuts connections. An answer repeats the field `text` of its request.
class HostileServer final
{
public:
    explicit HostileServer(quint32 seed);
    ~HostileServer();
    Q_DISABLE_COPY_MOVE(HostileServer)

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }

private:
    class Listener;
    QThread m_thread;
    Endpoint m_endpoint;
    std::unique_ptr<Listener> m_listener;
};

} // namespace rocketdesk::tests
