// SPDX-License-Identifier: Apache-2.0
#include "client/networkthread.h"

namespace rocketdesk {

NetworkThread::NetworkThread()
{
    m_thread.setObjectName(QStringLiteral("network"));
    m_mailbox.moveToThread(&m_thread);
    m_thread.start();
}

NetworkThread::~NetworkThread()
{
    // A letter, since quit() from outside would overtake the letters that end the clients.
    m_mailbox.address().post([] { QThread::currentThread()->quit(); });
    m_thread.wait();
}

} // namespace rocketdesk
