// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"

#include <QStringList>

namespace rocketdesk::tests {

/// A watch of a test and what it has brought so far.
class Watching final
{
public:
    Watching(Client &client, WatchOptions options) : m_watch(client.watch(std::move(options)))
    {
        QObject::connect(m_watch.get(), &Watch::filled, m_watch.get(), [this] { take(); });
        QObject::connect(m_watch.get(), &Watch::positioned, m_watch.get(), [this](int queues) { positioned = queues; });
        QObject::connect(m_watch.get(), &Watch::brokerTrouble, m_watch.get(), [this](const watchnews::Trouble &trouble) { ended = trouble.error; });
        QObject::connect(m_watch.get(), &Watch::ended, m_watch.get(), [this](const Error &error) { ended = error; });
    }

    QStringList bodies; ///< sorted
    int positioned = -1;
    std::optional<Error> ended; ///< why it ended, or what a broker said last

private:
    void take()
    {
        for (const auto &batch : m_watch->drain()) {
            for (const auto &message : batch->messages)
                bodies << QString::fromUtf8(message.body.view());
        }
        bodies.sort();
    }

    std::unique_ptr<Watch> m_watch;
};

} // namespace rocketdesk::tests
