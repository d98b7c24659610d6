// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"

namespace rocketdesk::bench {

/// What a topic is filled with before it is read.
struct Fill {
    TopicName topic;
    qint64 count = 0;
    int size = 1024; ///< bytes of a body, at least 32
    int queues = 8;
};

/// Creates the topic and sends what it is to hold, in large batches with a tag, a key and numbered JSON bodies.
class Filling final : public QObject
{
    Q_OBJECT
public:
    Filling(Client &client, Fill fill) : m_client(client), m_fill(std::move(fill)) {}
    void start();

Q_SIGNALS:
    /// Whether every message was stored.
    void done(bool complete);

private:
    void send();
    void end(const SeriesProgress &progress);

    Client &m_client;
    Fill m_fill;
    std::unique_ptr<RunningSeries> m_series;
};

} // namespace rocketdesk::bench
