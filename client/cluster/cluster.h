// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/flow.h"
#include "client/cluster/asker.h"
#include "client/cluster/nameservers.h"
#include "client/cluster/routetable.h"
#include "client/remoting/remoting.h"

namespace rocketdesk {

/// The cluster behind one open profile: finds who is to be asked and asks. Everything in client/ above remoting calls it.
class Cluster final : public Asker
{
public:
    struct Options {
        std::vector<Endpoint> nameServers;
        milliseconds requestTimeout{3000};
        quint32 seed = 0; ///< of the choice of the first name server
    };

    Cluster(Remoting &remoting, Options options);
    Q_DISABLE_COPY_MOVE(Cluster)

    void startCall(SharedCall call, Target target, Ask how, AnswerDone done) override;
    [[nodiscard]] Pending<std::vector<BrokerRef>> brokers(BrokerSet set, Ask how) override;
    /// Every name server's own answer, for comparing them.
    template <typename C>
    [[nodiscard]] Pending<std::vector<BrokerAnswer<typename C::Reply>>> askEachNameServer(C command, Ask how)
    {
        std::vector<BrokerRef> servers;
        for (const Endpoint &server : m_nameServers.all())
            servers.push_back({.name = BrokerName(server.toString()), .address = server});
        return askEach(std::move(command), BrokerSet::these(std::move(servers)), how);
    }
    /// Where to reach a broker by its name: from routes and 106 seen so far, else by asking 106.
    [[nodiscard]] Pending<Endpoint> addressOf(BrokerName broker, Ask how);
    [[nodiscard]] std::optional<Endpoint> knownAddress(const BrokerName &broker) const;
    /// False where the newest word of name servers has replicas of it alone.
    [[nodiscard]] bool mayHaveMaster(const BrokerName &broker) const;

    void remember(const std::vector<BrokerRef> &brokers);
    /// Called with nothing when a name server answered, with the last error when none did.
    void onNameServersAsked(std::function<void(const std::optional<Error> &)> listener) { m_listener = std::move(listener); }

    [[nodiscard]] Deadline deadline(const Ask &how) const;
    [[nodiscard]] Remoting &remoting() { return m_remoting; }
    [[nodiscard]] Clock &clock() { return m_remoting.clock(); }
    [[nodiscard]] NameServers &nameServers() { return m_nameServers; }
    [[nodiscard]] RouteTable &routes() { return m_routes; }
    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    using Slot = std::shared_ptr<AnswerDone>;

    Pending<void> run(SharedCall call, Target target, Ask how, Slot slot);
    Pending<void> askNameServers(SharedCall call, Ask how, Slot slot);
    enum class Outcome { Answered, GoneAway, Silent };
    /// What another attempt follows; the caller does not see it.
    enum class Retry { Nothing, GoAway, GoAwayAndSilence };
    Pending<Outcome> attempt(const Endpoint &at, const QString &label, const SharedCall &call, Deadline deadline, Origin origin, const Slot &slot, Retry retry);

    Remoting &m_remoting;
    Options m_options;
    NameServers m_nameServers;
    RouteTable m_routes;
    std::unordered_map<BrokerName, BrokerRef> m_known;
    std::function<void(const std::optional<Error> &)> m_listener;
    Scope m_scope;
};

} // namespace rocketdesk
