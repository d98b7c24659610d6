// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/cluster/nameserverquestion.h"

#include "client/client.h"

#include <QElapsedTimer>

#include <algorithm>

namespace rocketdesk::ui {

void NameServerQuestion::ask(Client &client, Ask how)
{
    cancel();
    m_told = {};
    m_ended = 0;
    m_asked = static_cast<int>(client.profile().nameServers.size());
    for (const Endpoint &server : client.profile().nameServers) {
        QElapsedTimer since;
        since.start();
        m_calls.emplace_back() = whenDone(client.ask(commands::GetAllTopicListFromNameserver(), rocketdesk::Target::at(server), how), this,
            [this, since](const Result<commands::TopicListReply> &reply) { take(reply, since.nsecsElapsed()); });
    }
}

void NameServerQuestion::cancel()
{
    m_calls.clear();
}

void NameServerQuestion::take(const Result<commands::TopicListReply> &reply, qint64 nanoseconds)
{
    if (reply) {
        QStringList topics;
        for (const TopicName &topic : reply->body.topicList)
            topics << topic.text();
        m_told.add(topics, static_cast<double>(nanoseconds) / 1e6);
    }
    if (++m_ended == m_asked)
        Q_EMIT answered();
}

void NameServerTopics::add(const QStringList &topics, double milliseconds)
{
    m_topics.emplace_back(topics.cbegin(), topics.cend());
    m_milliseconds.push_back(milliseconds);
}

NameServerAnswers NameServerTopics::summed(int asked, const std::vector<BrokerRef> &brokers) const
{
    NameServerAnswers answers{.asked = asked, .milliseconds = m_milliseconds};
    QSet<QString> all;
    for (const QSet<QString> &topics : m_topics) {
        answers.agree = answers.agree && topics == m_topics.front();
        all.unite(topics);
    }
    answers.topics = all.size();
    answers.own = std::count_if(all.cbegin(), all.cend(), [&brokers](const QString &topic) { return typeByName(TopicName(topic), brokers) == TopicType::Unspecified; });
    return answers;
}

} // namespace rocketdesk::ui
