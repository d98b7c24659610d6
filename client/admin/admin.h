// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/clusterreader.h"
#include "client/admin/groupreader.h"
#include "client/admin/groupwriter.h"
#include "client/admin/messagefinder.h"
#include "client/admin/numbersreader.h"
#include "client/admin/offsetresetter.h"
#include "client/admin/topicwriter.h"

namespace rocketdesk {

/// What users do with clusters, topics, groups and stored messages, for one open profile. Lives on the network thread.
class Admin final
{
public:
    explicit Admin(Cluster &cluster)
        : m_directory(cluster)
        , m_clusters(cluster, m_directory)
        , m_topics(cluster, m_directory)
        , m_numbers(cluster)
        , m_writer(cluster, m_directory, m_topics)
        , m_groups(cluster, m_directory, m_numbers)
        , m_groupWriter(cluster, m_directory, m_writer)
        , m_resetter(cluster)
        , m_finder(cluster, m_directory, m_topics)
    {
    }
    Q_DISABLE_COPY_MOVE(Admin)

    [[nodiscard]] ClusterReader &clusters() { return m_clusters; }
    [[nodiscard]] TopicReader &topics() { return m_topics; }
    [[nodiscard]] NumbersReader &numbers() { return m_numbers; }
    [[nodiscard]] TopicWriter &writer() { return m_writer; }
    [[nodiscard]] GroupReader &groups() { return m_groups; }
    [[nodiscard]] GroupWriter &groupWriter() { return m_groupWriter; }
    [[nodiscard]] OffsetResetter &resetter() { return m_resetter; }
    [[nodiscard]] MessageFinder &finder() { return m_finder; }

private:
    BrokerDirectory m_directory;
    ClusterReader m_clusters;
    TopicReader m_topics;
    NumbersReader m_numbers;
    TopicWriter m_writer;
    GroupReader m_groups;
    GroupWriter m_groupWriter;
    OffsetResetter m_resetter;
    MessageFinder m_finder;
};

} // namespace rocketdesk
