// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/backoff.h"
#include "client/base/flow.h"
#include "client/cluster/clientstate.h"
#include "client/cluster/cluster.h"
#include "client/cluster/pace.h"

#include <memory>

namespace rocketdesk {

/// Tells how the profile stands to its cluster, and keeps one name server awake while somebody looks at it. A broker that
/// fails does not count: only name servers decide between online and lost.
class Presence final : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds KeepAliveEvery = Rhythm().nameServers;

    Presence(Cluster &cluster, QObject *parent = nullptr);
    ~Presence() override;

    /// Held by what wants the connection: a visible tab, a watch, a consumer, a transaction producer. Ends with its last copy, on this thread.
    using Need = std::shared_ptr<void>;
    /// While nobody holds a need, an unused connection falls idle and a lost one is not retried.
    [[nodiscard]] Need need();
    /// So often a name server is asked for a sign of life while there is a need.
    void setPace(milliseconds every) { m_pace.set(every); }
    /// Tries at once instead of waiting for the back-off.
    void tryNow();
    [[nodiscard]] const ClientState &state() const { return m_state; }
    [[nodiscard]] Scope &scope() { return m_scope; }

Q_SIGNALS:
    void stateChanged(const rocketdesk::ClientState &state);

private:
    void reconsider();
    Pending<void> keepAlive();
    void connectionChanged(const Endpoint &at, Connection::State state);
    void nameServersAsked(const std::optional<Error> &error);
    void change(ClientState::Kind kind, const Error &error = {}, qint64 nextTryMs = 0);
    void settle();

    Cluster &m_cluster;
    ClientState m_state;
    Backoff m_backoff;
    Call m_running;
    int m_needs = 0;
    Pace m_pace{m_cluster.clock(), KeepAliveEvery};
    Scope m_scope;
};

} // namespace rocketdesk
