// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"
#include "app/ctl/messageline.h"
#include "client/search.h"

#include <QDateTime>

namespace rocketdesk::ctl {

namespace {

/// What the id itself says, for somebody whose message is not there.
void explain(Output &out, const QString &id)
{
    const auto facts = readId(id, QDateTime::currentMSecsSinceEpoch());
    if (!facts)
        return;
    out.note(QStringLiteral("rocketctl: read as a unique id it was made at %1 by process %2 on %3; read as the id of a place it is offset %4 of %5")
                 .arg(QDateTime::fromMSecsSinceEpoch(facts->madeMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))).arg(facts->processId)
                 .arg(facts->senderHost).arg(facts->offset.value()).arg(facts->storeAddress));
}

Pending<int> runMessage(const Arguments &arguments, Session &session)
{
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    IdSearch search{.id = arguments.positional().front(), .topic = {}};
    if (const auto topic = arguments.value("--topic"))
        search.topic = TopicName(*topic);
    whenDone(session.client().search().byId(search, session.how()), &session, [&session, search, exitCode = std::move(exitCode)](Result<FoundMessages> found) mutable {
        if (!found) {
            const int code = session.fail(found.error());
            if (found.error().kind == Error::Kind::NotFound)
                explain(session.out(), search.id);
            return void(exitCode.finish(code));
        }
        bool first = true;
        for (const protocol::StoredMessage &message : found->messages) {
            if (!std::exchange(first, false) && !session.out().json())
                session.out().text({});
            session.out().details(messageLine(message));
        }
        exitCode.finish(session.exitAfter(found->failures));
    });
    return pending;
}

} // namespace

Command messageCommand()
{
    return {.name = "message", .arguments = "ID", .summary = "one message by its unique id or its offset id",
        .options = {{"--topic", "T", "look in this topic only; without it a unique id is looked for in all"}}, .least = 1, .most = 1, .run = &runMessage};
}

} // namespace rocketdesk::ctl
