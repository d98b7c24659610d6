// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"

#include <QThread>

namespace rocketdesk {

/// The thread that owns every socket and client object of a process. Outlives all clients that are made on it.
class NetworkThread final
{
public:
    NetworkThread();
    ~NetworkThread();
    Q_DISABLE_COPY_MOVE(NetworkThread)

    [[nodiscard]] Mailbox::Address address() const { return m_mailbox.address(); }

private:
    QThread m_thread;
    Mailbox m_mailbox;
};

} // namespace rocketdesk
