// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/flow.h"
#include "client/cluster/rhythm.h"
#include "client/cluster/route.h"

#include <functional>
#include <unordered_map>

namespace rocketdesk {

class Cluster;

/// The routes this client has used. One is refreshed when it is used and older than it may be, and at once after refresh();
/// while no name server answers, the old one stays in use and is marked stale. One that nobody has used for long is forgotten.
class RouteTable final
{
public:
    static constexpr milliseconds FreshFor = Rhythm().routes;
    static constexpr std::chrono::seconds RetryAfter{2}; ///< a refresh that failed is not tried again by use before this
    static constexpr std::chrono::minutes KeptFor{10}; ///< after its last use
    static constexpr std::chrono::seconds LookEvery{30}; ///< for routes that are kept no longer

    explicit RouteTable(Cluster &cluster) : m_cluster(cluster) {}
    Q_DISABLE_COPY_MOVE(RouteTable)

    /// The route if there is one, however old; starts a refresh in the background where it is too old. For hot paths.
    [[nodiscard]] RoutePtr cached(const TopicName &topic);
    /// The cached route, or asks for it. NoRoute where no name server knows the topic.
    [[nodiscard]] Pending<RoutePtr> find(TopicName topic, Ask how);
    /// Asks in the background where the route is not as young as this: for those who have a sign that it is wrong.
    void refreshIfOlder(const TopicName &topic, milliseconds age);
    /// Asks now. Callers at the same time share one request.
    [[nodiscard]] Pending<RoutePtr> refresh(TopicName topic, Ask how);

    /// So old a route may be when it is used.
    void setFreshFor(milliseconds time) { m_freshFor = std::min<milliseconds>(time, std::chrono::hours(24 * 366)); }
    /// Every broker process of the routes held, replicas too, each once.
    [[nodiscard]] std::vector<BrokerRef> brokers() const;
    /// Called when a route has come that differs from the one before; one listener.
    void onChanged(std::function<void()> listener) { m_changed = std::move(listener); }

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Pending<RoutePtr> fetch(TopicName topic, Ask how);
    void finish(const TopicName &topic, const Result<RoutePtr> &route);
    /// So that no heartbeat goes to brokers of topics that nobody uses any more. Looks at all routes, hence once in a while only.
    void forgetUnused();

    struct Entry {
        RoutePtr route;
        std::vector<Promise<RoutePtr>> waiting;
        bool asking = false;
        std::chrono::nanoseconds used{0};
        std::chrono::nanoseconds retryAt{0}; ///< of the clock; no refresh by use before it
    };

    Cluster &m_cluster;
    std::unordered_map<TopicName, Entry> m_entries;
    milliseconds m_freshFor = FreshFor;
    Deadline m_nextLook{std::chrono::nanoseconds(0)};
    std::function<void()> m_changed;
    QObject m_context;
    Scope m_scope;
};

} // namespace rocketdesk
