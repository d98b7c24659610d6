// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/calllimit.h"
#include "client/admin/messagesearch.h"
#include "client/admin/topicnumbers.h"
#include "client/admin/topicreader.h"
#include "client/commands/messages.h"

#include <deque>

namespace rocketdesk {

/// Looks messages up by key or id in the brokers' indexes. A message is there about a second after it was sent.
class MessageFinder final
{
public:
    static constexpr int MostCalls = 8;
    /// Messages that a broker lists at once, however many are asked for [maxMsgsNumBatch].
    static constexpr int PageSize = 64;

    MessageFinder(Cluster &cluster, BrokerDirectory &directory, TopicReader &topics) : m_cluster(cluster), m_directory(directory), m_topics(topics) {}
    Q_DISABLE_COPY_MOVE(MessageFinder)

    /// 12 at each broker of the topic, again for older ones where a broker lists a full page.
    [[nodiscard]] Pending<FoundMessages> byKey(KeySearch search, Ask how);
    /// 33 where the id is the place of a message at a broker of the cluster, else 12 at each broker of the topic. Without a
    /// topic 206 and 21 tell the topics, and each is asked for, at most 8 calls at a time, until one has it. NotFound.
    [[nodiscard]] Pending<FoundMessages> byId(IdSearch search, Ask how);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// Where a unique id is looked for, shared by those that work on it.
    struct Hunt {
        QString id;
        Ask how;
        std::deque<TopicPlace> places;
        FoundMessages found;
    };
    using HuntPtr = std::shared_ptr<Hunt>;
    using FoundPtr = std::shared_ptr<FoundMessages>;

    Pending<void> keysAt(BrokerRef broker, KeySearch search, Ask how, FoundPtr found);
    Pending<protocol::StoredMessage> atPlace(IdSearch search, Ask how);
    Pending<FoundMessages> byUniqueId(QString id, std::vector<TopicPlace> places, Ask how);
    Pending<void> hunt(HuntPtr hunt);
    static void take(const BrokerAnswer<commands::QueryMessage::Reply> &answer, Hunt &hunt);
    Pending<std::vector<TopicPlace>> allTopics(bool retries, Ask how);

    Cluster &m_cluster;
    BrokerDirectory &m_directory;
    TopicReader &m_topics;
    CallLimit m_limit{MostCalls};
    Scope m_scope;
};

} // namespace rocketdesk
