// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/target.h"
#include "tests/support/caller.h"
#include "tests/support/consuming.h"

namespace rocketdesk::tests {

/// "0007", ...: they sort as they were sent.
[[nodiscard]] QStringList numbered(int from, int count);

/// What the tests of consumer groups share: each has a topic of four queues of its own on the target of its row.
class GroupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    using Members = std::initializer_list<const Consuming *>;

    [[nodiscard]] QString group() const { return m_topic + QStringLiteral("-group"); }
    [[nodiscard]] SendOptions to(int queue) const { return {.queue = QueueRef{BrokerName(QStringLiteral("broker-a")), QueueId(queue)}}; }
    void sendOne(const QString &body, const SendOptions &options = {}, const protocol::Properties &properties = {});
    /// numbered(from, count), to the queues in turn.
    void send(int from, int count);
    /// All bodies that these were given, sorted.
    [[nodiscard]] static QStringList together(Members members);
    /// The same, each once: while queues move, the last messages of one may come to both.
    [[nodiscard]] static QStringList unique(Members members);

    const TargetCluster *m_target = nullptr;
    Endpoint m_nameServer;
    std::unique_ptr<Caller> m_caller;
    QString m_topic;

private:
    int m_number = 0;
};

} // namespace rocketdesk::tests
