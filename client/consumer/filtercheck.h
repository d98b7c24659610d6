// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/subscriptions.h"

namespace rocketdesk {

class Cluster;

/// Asks the brokers of a topic whether they understand a filter, before anything is read with it: a pull with one that they do not
/// would bring everything.
class FilterCheck final
{
public:
    explicit FilterCheck(Cluster &cluster) : m_cluster(cluster) {}
    Q_DISABLE_COPY_MOVE(FilterCheck)

    /// Fails with what a broker says, or InvalidArgument where one is too old for it; `where` names the broker. One that can't be asked
    /// now, and a topic that nobody knows yet, are passed over. Tags are understood by all.
    [[nodiscard]] Pending<void> check(TopicName topic, WatchFilter filter);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Cluster &m_cluster;
    Scope m_scope;
};

} // namespace rocketdesk
