// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/searchcommand.h"

#include "app/ctl/messageline.h"

namespace rocketdesk::ctl {

namespace {

Pending<int> byKey(const KeySearch &search, Session &session)
{
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    whenDone(session.client().search().byKey(search, session.how()), &session, [&session, exitCode = std::move(exitCode)](Result<FoundMessages> found) mutable {
        if (!found)
            return void(exitCode.finish(session.fail(found.error())));
        for (const protocol::StoredMessage &message : found->messages)
            printMessage(session.out(), message);
        if (found->more)
            session.out().note(QStringLiteral("rocketctl: there may be more: raise --max, or narrow the time with --between"));
        exitCode.finish(session.exitAfter(found->failures));
    });
    return pending;
}

Pending<int> runSearch(const Arguments &arguments, Session &session)
{
    const auto times = arguments.times("--between");
    const auto most = arguments.number("--max", 1, std::numeric_limits<int>::max());
    if (!times || !most)
        return session.failNow(times ? most.error() : times.error());
    const auto key = arguments.value("--key");
    if (!key && !*times)
        return session.failNow(wrongUsage(QStringLiteral("search needs --key KEY or --between T1 T2")).value());
    const TopicName topic(arguments.positional().front());
    if (!key)
        return (new RangeRun(session, *most))->start({.topic = topic, .fromMs = (*times)->first, .toMs = (*times)->second, .origin = Origin::CommandLine});
    if (key->trimmed().isEmpty() || key->contains(u' '))
        return session.failNow(wrongUsage(QStringLiteral("a key has no space and is not empty: \"%1\"").arg(*key)).value());
    KeySearch search{.topic = topic, .key = *key};
    if (*times) {
        search.fromMs = std::min((*times)->first, (*times)->second);
        search.toMs = std::max((*times)->first, (*times)->second);
    }
    search.most = static_cast<int>(most->value_or(search.most));
    return byKey(search, session);
}

} // namespace

RangeRun::RangeRun(Session &session, std::optional<qint64> most)
    : QObject(&session)
    , m_session(session)
    , m_most(most)
{
}

Pending<int> RangeRun::start(const RangeSearch &search)
{
    m_search = m_session.client().search().between(search);
    connect(m_search.get(), &RunningSearch::filled, this, &RangeRun::print);
    connect(m_search.get(), &RunningSearch::failed, this, [this](const Error &error) { finish(m_session.fail(error)); });
    connect(m_search.get(), &RunningSearch::finished, this, [this] {
        print();
        if (m_search)
            finish(m_session.exitAfter(m_search->progress().failures));
    });
    return m_exitCode.pending();
}

void RangeRun::print()
{
    for (const MessageFeed::Batch &batch : m_search ? m_search->drain() : std::vector<MessageFeed::Batch>()) {
        for (const protocol::StoredMessage &message : batch->messages) {
            printMessage(m_session.out(), message);
            if (++m_printed == m_most)
                return finish(m_session.exitAfter(m_search->progress().failures));
        }
    }
}

void RangeRun::finish(int exitCode)
{
    m_search->disconnect(this);
    m_search.release()->deleteLater(); // it may be its own signal that ends it
    m_exitCode.finish(exitCode);
}

Command searchCommand()
{
    return {.name = "search", .arguments = "T", .summary = "messages of a topic by key, or by the time they were stored, oldest first",
        .options = {{"--key", "KEY", "one of the message's keys"}, {"--between", "T1 T2", "stored from T1 to T2, both included; also narrows --key", false, 2},
            {"--max", "N", "so many messages: the oldest, with --key the newest (1000 without it)"}},
        .least = 1, .most = 1, .run = &runSearch};
}

} // namespace rocketdesk::ctl
