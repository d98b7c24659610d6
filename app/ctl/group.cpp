// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"
#include "app/ctl/groupline.h"
#include "client/groups.h"
#include "client/protocol/wirenames.h"

#include <set>

namespace rocketdesk::ctl {

namespace {

QString languageOf(const GroupClient &client)
{
    const QByteArrayView name = protocol::wireName(client.language);
    return name.isEmpty() ? QStringLiteral("UNKNOWN") : QString::fromLatin1(name);
}

Line lineOf(const GroupClient &client)
{
    Line line;
    return line.add("clientId", client.id).add("address", client.address).add("language", languageOf(client)).add("version", versionName(client.version));
}

/// "a, b want TagA; c wants *; d does not subscribe it"
QString wishes(const Disagreement &disagreement)
{
    QStringList parts;
    for (auto wish = disagreement.expressions.cbegin(); wish != disagreement.expressions.cend(); ++wish) {
        QStringList clients;
        for (const ClientId &client : wish.value())
            clients << client.text();
        const bool several = clients.size() > 1;
        parts << clients.join(QStringLiteral(", "))
                + (wish.key().isNull() ? several ? QStringLiteral(" do not subscribe it") : QStringLiteral(" does not subscribe it")
                                       : (several ? QStringLiteral(" want ") : QStringLiteral(" wants ")) + wish.key());
    }
    return parts.join(QStringLiteral("; "));
}

/// What a person should know beside the tables.
void note(Output &out, const GroupDetail &detail)
{
    for (const Disagreement &disagreement : detail.disagreements)
        out.note(QStringLiteral("rocketctl: clients of %1 subscribe %2 differently, so that messages are missed: %3").arg(detail.group.text(), disagreement.topic.text(), wishes(disagreement)));
    std::set<QString> languages;
    for (const GroupClient &client : detail.clients.clients)
        languages.insert(languageOf(client));
    if (languages.size() > 1)
        out.note(QStringLiteral("rocketctl: clients of %1 are written in several languages: they share queues rightly only with the same way of sharing them").arg(detail.group.text()));
}

void printSubscriptions(Output &out, const GroupClients &clients)
{
    if (out.json())
        return;
    out.endTable();
    for (const protocol::SubscriptionData &subscription : clients.subscriptions) {
        Line line;
        out.row(line.add("subscribes", subscription.topic).add("expression", subscription.subString).add("kind", subscription.expressionType));
    }
}

Pending<int> runGroup(const Arguments &arguments, Session &session)
{
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    const GroupWish wish{.group = ConsumerGroup(arguments.positional().front()), .topic = {}, .whole = true};
    whenDone(session.client().groups().read(wish, session.how()), &session, [&session, exitCode = std::move(exitCode)](Result<GroupDetail> detail) mutable {
        if (!detail)
            return void(exitCode.finish(session.fail(detail.error())));
        session.out().row(groupLine(*detail));
        session.out().endTable();
        for (const GroupClient &client : detail->clients.clients)
            session.out().row(lineOf(client));
        printSubscriptions(session.out(), detail->clients);
        session.out().endTable();
        note(session.out(), *detail);
        exitCode.finish(session.exitAfter(detail->failures));
    });
    return pending;
}

} // namespace

Command groupCommand()
{
    return {.name = "group", .arguments = "G", .summary = "a consumer group: its lag and rates, its clients, what they subscribe", .options = {}, .least = 1, .most = 1, .run = &runGroup};
}

} // namespace rocketdesk::ctl
