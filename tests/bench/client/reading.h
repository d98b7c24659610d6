// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "client/pushconsumer.h"
#include "tests/bench/common/measure.h"

#include <optional>

namespace rocketdesk::bench {

/// Counts what a consumer brings: warm-up first, then what is measured. Ends the program when all is there.
class ReadCount final
{
public:
    explicit ReadCount(Load load) : m_load(load) {}
    void add(const protocol::StoredMessage &message);

private:
    Load m_load;
    long long m_read = 0;
    long long m_bytes = 0; ///< so that bodies are looked at, as the Java client's are
    std::optional<Measure> m_measure;
};

/// A watch from the oldest message on, drained by this thread as it fills.
class WatchBench final : public QObject
{
    Q_OBJECT
public:
    WatchBench(Client &client, const TopicName &topic, Load load) : m_client(client), m_topic(topic), m_count(load) {}
    void start();

private:
    void drain();

    Client &m_client;
    TopicName m_topic;
    ReadCount m_count;
    std::unique_ptr<Watch> m_watch;
};

/// A push consumer of a new group, from the first offset on, whose listener is called with one message at a time.
class PushBench final : public QObject
{
    Q_OBJECT
public:
    PushBench(Client &client, const TopicName &topic, Load load) : m_client(client), m_topic(topic), m_count(load) {}
    void start();

private:
    Client &m_client;
    TopicName m_topic;
    ReadCount m_count;
    std::unique_ptr<PushConsumer> m_consumer;
};

} // namespace rocketdesk::bench
