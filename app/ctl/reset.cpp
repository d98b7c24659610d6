// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"
#include "app/ctl/queueoption.h"
#include "client/groups.h"

namespace rocketdesk::ctl {

namespace {

constexpr qint64 FirstTime = 100'000'000'000; ///< a number from here on is a time (1973), below an offset

Result<ResetTarget> targetOf(const Arguments &arguments)
{
    const auto text = arguments.value("--to");
    if (!text)
        return wrongUsage(QStringLiteral("reset needs --to earliest, latest, a time or an offset"));
    if (*text == QLatin1StringView("earliest"))
        return ResetTarget{.kind = ResetTarget::Kind::Earliest};
    if (*text == QLatin1StringView("latest"))
        return ResetTarget{.kind = ResetTarget::Kind::Latest};
    bool isNumber = false;
    const qint64 number = text->toLongLong(&isNumber);
    if (isNumber && number >= 0 && number < FirstTime)
        return ResetTarget{.kind = ResetTarget::Kind::Offset, .number = number};
    const auto time = parseTime(*text);
    if (!time || *time < 0)
        return wrongUsage(QStringLiteral("--to takes earliest, latest, an offset, milliseconds since 1970 or a date and time, not \"%1\"").arg(*text));
    return ResetTarget{.kind = ResetTarget::Kind::Time, .number = *time};
}

Result<ResetWish> wishOf(const Arguments &arguments)
{
    const auto target = targetOf(arguments);
    const auto queues = queuesOf(arguments);
    if (!target || !queues)
        return failed(target ? queues.error() : target.error());
    return ResetWish{.group = ConsumerGroup(arguments.positional().at(0)), .topic = TopicName(arguments.positional().at(1)), .to = *target, .queues = *queues};
}

/// One run of `reset`: plans, then does it. Begun, it goes on until every queue is done.
class ResetRun final : public QObject
{
public:
    ResetRun(Session &session, bool dryRun)
        : QObject(&session)
        , m_session(session)
        , m_dryRun(dryRun)
    {
    }

    Pending<int> start(const ResetWish &wish)
    {
        whenDone(m_session.client().groups().planReset(wish, m_session.how()), this, [this](Result<ResetPlan> plan) {
            if (!plan)
                return void(m_exitCode.finish(m_session.fail(plan.error())));
            m_failures = plan->failures;
            if (m_dryRun || m_interrupted)
                return show(*plan);
            run(*plan);
        });
        return m_exitCode.pending();
    }

private:
    void show(const ResetPlan &plan)
    {
        for (const QueueReset &queue : m_interrupted ? std::vector<QueueReset>() : plan.queues)
            m_session.out().row(lineOf(queue).add("after", queue.after));
        if (!m_interrupted)
            m_session.out().note(QStringLiteral("rocketctl: nothing was written"));
        m_exitCode.finish(m_session.exitAfter(m_failures));
    }

    void run(const ResetPlan &plan)
    {
        m_session.onInterrupt([this] { m_interrupted = true; }); // what was begun is finished
        if (std::any_of(plan.queues.cbegin(), plan.queues.cend(), [](const QueueReset &queue) { return queue.way == ResetWay::ThroughClients; }))
            m_session.out().note(QStringLiteral("rocketctl: %1 clients are online: they are told, and go on from there after some 10 s").arg(plan.clients));
        whenDone(m_session.client().groups().reset(plan, m_session.how()), this, [this](Result<std::vector<QueueResetResult>> results) {
            if (!results)
                return void(m_exitCode.finish(m_session.fail(results.error())));
            m_exitCode.finish(print(*results));
        });
    }

    int print(const std::vector<QueueResetResult> &results)
    {
        Output &out = m_session.out();
        std::vector<Error> errors;
        for (const QueueResetResult &result : results) {
            Line line = lineOf(result.planned);
            if (result.after)
                line.add("after", *result.after);
            else if (errors.push_back(result.after.error()); out.json())
                line.add("error", wordsFor(result.after.error()).line());
            out.row(line);
        }
        out.failures(errors);
        const int partial = m_session.exitAfter(m_failures);
        return errors.empty() ? partial : Failed;
    }

    static Line lineOf(const QueueReset &queue)
    {
        Line line;
        return line.add("brokerName", queue.broker.name).add("queueId", queue.queue).add("before", queue.before);
    }

    Session &m_session;
    const bool m_dryRun;
    bool m_interrupted = false;
    std::vector<BrokerFailure> m_failures;
    Promise<int> m_exitCode;
};

Pending<int> runReset(const Arguments &arguments, Session &session)
{
    const auto wish = wishOf(arguments);
    if (!wish)
        return session.failNow(wish.error());
    return (new ResetRun(session, arguments.has("--dry-run")))->start(*wish);
}

} // namespace

Command resetCommand()
{
    return {.name = "reset", .arguments = "G T", .summary = "where a group goes on in a topic",
        .options = {{"--to", "earliest|latest|TIME|OFFSET", "where; a number below 100000000000 is an offset"}, {"--queue", "BROKER:ID", "this queue only; repeatable", true},
            {"--dry-run", nullptr, "show what it would do, write nothing"}},
        .least = 2, .most = 2, .run = &runReset};
}

} // namespace rocketdesk::ctl
