// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/brokerstate.h"
#include "app/sandbox/democatalog.h"

namespace rocketdesk::sandbox {

/// Fills a cluster as its options say, and keeps a shop's traffic coming: messages, and groups that follow them.
class DemoTraffic final : public QObject
{
    Q_OBJECT
public:
    /// The brokers and the options outlive it.
    DemoTraffic(std::vector<BrokerState *> brokers, const SandboxOptions &options, Clock &clock);

    /// Topics, groups, clients, and some hours of messages with the last minute's traffic at its end.
    void fill();
    /// Goes on from now.
    void start();

private:
    void fillPlain(BrokerState &broker);
    void fillShop(BrokerState &broker);
    void addClients(BrokerState &broker);
    void addConsumers(BrokerState &broker, const QString &group);
    void fillHistory();
    void addDeadLetters();
    void send(qint64 atMs);
    void put(BrokerState &broker, const DemoTopic &topic, qint64 atMs);
    void follow(qint64 nowMs);
    void tick();
    [[nodiscard]] const DemoTopic &nextTopic();
    [[nodiscard]] TopicName topicOf(const char *name) const;

    std::vector<BrokerState *> m_brokers;
    const SandboxOptions &m_options;
    Clock &m_clock;
    QRandomGenerator m_random;
    protocol::UniqueIdGenerator m_ids;
    int m_weights = 0; ///< sum over the topics
    double m_owed = 0; ///< messages that the rate asks for and that are not sent yet
    qint64 m_lastTick = 0;
};

} // namespace rocketdesk::sandbox
