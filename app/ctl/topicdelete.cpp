// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"
#include "app/ctl/stepline.h"
#include "client/protocol/names.h"

namespace rocketdesk::ctl {

namespace {

/// What a broker that failed leaves open.
QString unknownText(const BrokerFailure &failure)
{
    QString what = QStringLiteral("how much would be lost");
    if (isOf(failure, commands::QueryTopicConsumeByWho::request))
        what = QStringLiteral("which groups consume the topic");
    else if (isOf(failure, commands::GetConsumeStats::request))
        what = QStringLiteral("how much its groups have not consumed yet");
    return QStringLiteral("rocketctl: %1 on %2 is not known").arg(what, failure.broker.name.text());
}

/// One run of `topic delete`: looks what would be lost, then takes it away everywhere.
class DeleteRun final : public QObject
{
public:
    DeleteRun(Session &session, TopicName topic, bool dryRun)
        : QObject(&session)
        , m_session(session)
        , m_topic(std::move(topic))
        , m_dryRun(dryRun)
    {
    }

    Pending<int> start()
    {
        whenDone(m_session.client().previewRemoval(m_topic, m_session.how()), this, [this](Result<TopicRemoval> removal) {
            if (!removal)
                return void(m_exitCode.finish(m_session.fail(removal.error())));
            m_removal = std::move(*removal);
            if (m_removal.losses.empty() && m_removal.failures.empty())
                return lookAtNameServers();
            go();
        });
        return m_exitCode.pending();
    }

private:
    /// No broker has it: perhaps a name server still knows it.
    void lookAtNameServers()
    {
        auto asking = m_session.client().ask(commands::GetRouteInfoByTopic{.topic = m_topic, .acceptStandardJsonOnly = {}}, Target::nameServer(), m_session.how());
        whenDone(std::move(asking), this, [this](Result<commands::GetRouteInfoByTopic::Reply> route) {
            if (route)
                return go();
            m_exitCode.finish(m_session.fail(route.error()));
        });
    }

    void go()
    {
        Output &out = m_session.out();
        QStringList groups;
        for (const GroupBacklog &group : m_removal.groups)
            groups << group.group.text();
        const QString verb = m_dryRun ? QStringLiteral("would go with it") : QStringLiteral("go with it");
        const bool counted = !m_removal.isUnknown(commands::GetTopicStatsInfo::request);
        out.note(QStringLiteral("rocketctl: %1%2 messages %3%4").arg(counted ? QString() : QStringLiteral("at least ")).arg(m_removal.messages()).arg(verb,
            groups.isEmpty() ? QString() : QStringLiteral("; groups that consume the topic: ") + groups.join(QStringLiteral(", "))));
        for (const BrokerFailure &failure : m_removal.failures) {
            out.note(unknownText(failure));
            m_dryRun ? out.silentBroker(failure.broker, failure.error) : out.failure(failure.error);
        }
        if (m_dryRun) {
            for (const BrokerRef &broker : m_removal.brokers)
                out.row(Line().add("brokerName", broker.name).add("result", QStringLiteral("WOULD_DELETE")));
            return void(m_exitCode.finish(m_removal.failures.empty() ? Done : Failed));
        }
        m_session.onInterrupt([] {}); // what was begun is finished
        whenDone(m_session.client().removeTopic(m_topic, m_removal.brokers, m_session.how()), this, [this](Result<std::vector<StepResult>> steps) { removed(steps); });
    }

    void removed(const Result<std::vector<StepResult>> &steps)
    {
        if (!steps)
            return void(m_exitCode.finish(m_session.fail(steps.error())));
        m_exitCode.finish(printSteps(m_session, *steps, commands::DeleteTopicInBroker::request.code, "DELETED"));
    }

    Session &m_session;
    const TopicName m_topic;
    const bool m_dryRun;
    TopicRemoval m_removal;
    Promise<int> m_exitCode;
};

Pending<int> runTopicDelete(const Arguments &arguments, Session &session)
{
    const TopicName topic(arguments.positional().front());
    if (protocol::isSystemTopic(topic.text()) || topic.text().trimmed().isEmpty())
        return session.failNow(wrongUsage(QStringLiteral("\"%1\" is not to be deleted: it is a topic of RocketMQ itself").arg(topic.text())).value());
    return (new DeleteRun(session, topic, arguments.has("--dry-run")))->start();
}

} // namespace

Command topicDeleteCommand()
{
    return {.name = "topic delete", .arguments = "T", .summary = "takes a topic with its messages away, at every broker and name server",
        .options = {{"--dry-run", nullptr, "say what would be lost, delete nothing"}}, .least = 1, .most = 1, .run = &runTopicDelete};
}

} // namespace rocketdesk::ctl
