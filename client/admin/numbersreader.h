// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/calllimit.h"
#include "client/admin/topicnumbers.h"
#include "client/cluster/cluster.h"

#include <unordered_map>

namespace rocketdesk {

/// Reads numbers of many topics with few calls at a time: 202 at each broker, before 5.0 also 315.
class NumbersReader final
{
public:
    /// Calls in flight, of all readings of this client together.
    static constexpr int MostCalls = 8;

    explicit NumbersReader(Cluster &cluster) : m_cluster(cluster), m_limit(MostCalls) {}
    Q_DISABLE_COPY_MOVE(NumbersReader)

    /// Reads in the order given. Ends with how many topics were read; cancelling it asks nothing more.
    [[nodiscard]] Pending<int> read(std::vector<TopicPlace> topics, Reading reading, Ask how, TopicNumbersSeen seen);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// One reading, shared by those that work on it.
    struct Job {
        std::vector<TopicPlace> topics;
        Reading reading = Reading::InSight;
        Ask how;
        TopicNumbersSeen seen;
        std::size_t next = 0;
        int done = 0;
        std::unordered_map<Endpoint, Error> silent; ///< brokers that did not answer: asked once, not for every topic again
    };
    using JobPtr = std::shared_ptr<Job>;

    Pending<void> work(JobPtr job);
    Pending<TopicNumbers> readOne(JobPtr job, TopicPlace place);
    Pending<void> readAt(JobPtr job, BrokerRef broker, std::shared_ptr<TopicNumbers> numbers);

    Cluster &m_cluster;
    CallLimit m_limit;
    Scope m_scope;
};

} // namespace rocketdesk
