// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "tests/bench/client/floor.h"

namespace rocketdesk::bench {

/// A series, as the Send page and rocketctl send it: warm-up first, then what is measured. Ends the program.
class SeriesBench final : public QObject
{
    Q_OBJECT
public:
    SeriesBench(Client &client, OutgoingMessage message, Load load, int perRequest);
    void start();

private:
    void run(long long count, std::function<void()> then);
    void measure();

    Client &m_client;
    SeriesPlan m_plan;
    Load m_load;
    std::unique_ptr<RunningSeries> m_series;
};

/// Every message a call over the facade, from this thread. Ends the program.
class CallsBench final : public QObject
{
    Q_OBJECT
public:
    CallsBench(Client &client, OutgoingMessage message, Load load) : m_client(client), m_message(std::move(message)), m_load(load) {}
    void start();

private:
    void note(bool stored);

    Client &m_client;
    OutgoingMessage m_message;
    Load m_load;
    long long m_begun = 0;
    long long m_ended = 0;
    long long m_failed = 0;
    std::optional<Measure> m_measure;
};

/// The floor, after one real send that tells the queue and, by its offset id, the broker's address. Ends the program.
class FloorBench final : public QObject
{
    Q_OBJECT
public:
    FloorBench(Client &client, OutgoingMessage message, Load load) : m_client(client), m_message(std::move(message)), m_load(load) {}
    void start();

private:
    void run(const SendReceipt &first);

    Client &m_client;
    OutgoingMessage m_message;
    Load m_load;
    std::unique_ptr<Floor> m_floor;
};

} // namespace rocketdesk::bench
