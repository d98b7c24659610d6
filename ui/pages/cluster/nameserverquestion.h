// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"

#include <QObject>
#include <QSet>

namespace rocketdesk {
class Client;
}

namespace rocketdesk::ui {

/// What the name servers of a profile answered, each asked for its topics.
struct NameServerAnswers {
    int asked = 0;
    std::vector<double> milliseconds; ///< of those that answered
    bool agree = true; ///< those that answered name the same topics
    qint64 topics = 0; ///< of all answers together
    qint64 own = 0; ///< without RocketMQ's own, retry topics and dead letters

    [[nodiscard]] int silent() const { return asked - static_cast<int>(milliseconds.size()); }
};

/// What came so far.
class NameServerTopics final
{
public:
    void add(const QStringList &topics, double milliseconds);
    /// `brokers` have topics of their names.
    [[nodiscard]] NameServerAnswers summed(int asked, const std::vector<BrokerRef> &brokers) const;

private:
    std::vector<QSet<QString>> m_topics; ///< by name server
    std::vector<double> m_milliseconds;
};

/// Asks every name server for its topics, all at once: one call each.
class NameServerQuestion final : public QObject
{
    Q_OBJECT

public:
    explicit NameServerQuestion(QObject *parent = nullptr) : QObject(parent) {}

    void ask(Client &client, Ask how);
    void cancel();
    [[nodiscard]] NameServerAnswers answers(const std::vector<BrokerRef> &brokers) const { return m_told.summed(m_asked, brokers); }
    [[nodiscard]] bool isAnswered() const { return m_asked > 0 && m_ended == m_asked; }

Q_SIGNALS:
    void answered(); ///< by all, or in vain

private:
    void take(const Result<commands::TopicListReply> &reply, qint64 nanoseconds);

    std::vector<ScopedCall> m_calls;
    NameServerTopics m_told;
    int m_asked = 0;
    int m_ended = 0;
};

} // namespace rocketdesk::ui
