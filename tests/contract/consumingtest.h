// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/target.h"
#include "tests/support/caller.h"

#include <QSet>

namespace rocketdesk::tests {

/// A client of the target of each row, a topic, and groups that nobody has used: for tests of those who read.
class ConsumingTest : public QObject
{
    Q_OBJECT

protected:
    /// A topic of this name with so many queues and nothing in it, made once per target.
    [[nodiscard]] bool begin(const QString &topic, int queues = 1);
    [[nodiscard]] QString freshGroup();
    [[nodiscard]] bool send(const QByteArray &body, int queue = 0, const QString &tag = {});
    /// Bodies "0" up, to this queue.
    [[nodiscard]] bool sendMany(int count, int queue = 0, int first = 0);
    [[nodiscard]] Client &client() { return m_caller->client(); }
    [[nodiscard]] Caller &caller() { return *m_caller; }
    [[nodiscard]] const TargetCluster &target() const { return *m_target; }
    [[nodiscard]] const TopicName &topic() const { return m_topic; }
    [[nodiscard]] QueueRef queue(int id) const { return {BrokerName(QStringLiteral("broker-a")), QueueId(id)}; }
    template <typename T>
    [[nodiscard]] static Result<T> result(Pending<T> pending) { return Caller::result(std::move(pending)); }
    template <typename T>
    [[nodiscard]] static QByteArray words(const Result<T> &result) { return result ? QByteArray() : wordsFor(result.error()).line().toUtf8(); }

private Q_SLOTS:
    void init();
    void cleanup() { m_caller.reset(); }

private:
    const TargetCluster *m_target = nullptr;
    std::unique_ptr<Caller> m_caller;
    TopicName m_topic;
    int m_groups = 0;
};

} // namespace rocketdesk::tests
