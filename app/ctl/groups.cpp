// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"
#include "app/ctl/groupline.h"
#include "client/groups.h"

#include <map>

namespace rocketdesk::ctl {

namespace {

constexpr std::size_t FewGroups = 100; ///< their clients are asked for: a call a group

/// One run of `groups`: reads all groups, then the clients of those that are shown.
class GroupsRun final : public QObject
{
public:
    GroupsRun(Session &session, bool all, bool clients)
        : QObject(&session)
        , m_session(session)
        , m_all(all)
        , m_withClients(clients)
    {
    }

    Pending<int> start()
    {
        whenDone(m_session.client().groups().readAll(m_session.how()), this, [this](Result<GroupsOverview> overview) {
            if (!overview)
                return void(m_exitCode.finish(m_session.fail(overview.error())));
            m_overview = std::move(*overview);
            if (!m_all)
                std::erase_if(m_overview.groups, [](const GroupRow &row) { return row.builtIn; });
            readClients();
        });
        return m_exitCode.pending();
    }

private:
    void readClients()
    {
        std::vector<GroupPlace> places;
        for (const GroupRow &row : m_overview.groups)
            places.push_back(placeOf(row));
        if (!m_withClients && places.size() > FewGroups) {
            m_session.out().note(QStringLiteral("rocketctl: the clients of %1 groups were not asked for, which takes a call each: --clients").arg(places.size()));
            return print();
        }
        m_withClients = true;
        auto reading = m_session.client().groups().readClients(places, Reading::All, m_session.how(), this,
            [this](const GroupClients &clients, int, int) { m_clients.insert_or_assign(clients.group, clients); });
        whenDone(std::move(reading), this, [this](Result<int>) { print(); });
    }

    void print()
    {
        std::vector<BrokerFailure> failures = m_overview.failures;
        for (const GroupRow &row : m_overview.groups) {
            const auto clients = m_clients.find(row.group);
            m_session.out().row(groupLine(row, clients == m_clients.end() ? nullptr : &clients->second));
            for (const BrokerFailure &failure : clients == m_clients.end() ? std::vector<BrokerFailure>() : clients->second.failures)
                noteFailure(failures, failure.broker, failure.error);
        }
        m_exitCode.finish(m_session.exitAfter(failures));
    }

    Session &m_session;
    const bool m_all;
    bool m_withClients;
    GroupsOverview m_overview;
    std::map<ConsumerGroup, GroupClients> m_clients;
    Promise<int> m_exitCode;
};

Pending<int> runGroups(const Arguments &arguments, Session &session)
{
    return (new GroupsRun(session, arguments.has("--all"), arguments.has("--clients")))->start();
}

} // namespace

Command groupsCommand()
{
    return {.name = "groups", .arguments = "", .summary = "every consumer group: clients, lag, rate",
        .options = {{"--all", nullptr, "RocketMQ's own groups too"}, {"--clients", nullptr, "ask for the clients of more than 100 groups too: a call a group"}}, .run = &runGroups};
}

} // namespace rocketdesk::ctl
