// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/consumecommand.h"

#include "app/ctl/messageline.h"
#include "app/ctl/popcommand.h"
#include "client/profile/places.h"

#include <QDateTime>

namespace rocketdesk::ctl {

namespace {

const std::vector<Option> &consumeOptions()
{
    static const std::vector<Option> options = {
        {"--group", "GROUP", "the consumer group to join; needed"},
        {"--pop", nullptr, "takes messages by POP: the broker keeps who has what (from 5.0 on)"},
        {"--invisible", "SECONDS", "with --pop: so long a message is nobody else's; 60 without it"},
        {"--orderly", nullptr, "one message of a queue after the other, under the brokers' locks"},
        {"--broadcasting", nullptr, "every member gets all; offsets are kept in a file here"},
        {"--from", "first|last|TIME", "where a group without offsets begins; last without it"},
        {"--filter", "TAGS", "tags, joined by ||"},
        {"--sql", "EXPR", "SQL92 over properties"},
        {"--answer", "success|later|fail-every:N", "what is said of each message; success without it"},
        {"--max", "N", "end after N messages"},
        {"--idle-exit", "SECONDS", "end after this long without a message"},
    };
    return options;
}

Result<ConsumeRun::Answers> answersOf(const QString &text)
{
    using Kind = ConsumeRun::Answers::Kind;
    if (text == QLatin1StringView("success"))
        return ConsumeRun::Answers{};
    if (text == QLatin1StringView("later"))
        return ConsumeRun::Answers{.kind = Kind::Later};
    const QString every = QStringLiteral("fail-every:");
    const qint64 number = text.startsWith(every) ? text.sliced(every.size()).toLongLong() : 0;
    if (number < 1)
        return wrongUsage(QStringLiteral("--answer takes success, later or fail-every:N with N from 1 up, not \"%1\"").arg(text));
    return ConsumeRun::Answers{.kind = Kind::FailEvery, .every = number};
}

Result<void> readFrom(const QString &text, ConsumerOptions &options)
{
    if (text == QLatin1StringView("first")) {
        options.consumeFromWhere = QStringLiteral("CONSUME_FROM_FIRST_OFFSET");
    } else if (text == QLatin1StringView("last")) {
        options.consumeFromWhere = QStringLiteral("CONSUME_FROM_LAST_OFFSET");
    } else if (const auto time = parseTime(text)) {
        options.consumeFromWhere = QStringLiteral("CONSUME_FROM_TIMESTAMP");
        options.consumeTimestamp = QDateTime::fromMSecsSinceEpoch(*time).toString(QStringLiteral("yyyyMMddHHmmss"));
    } else {
        return wrongUsage(QStringLiteral("--from takes first, last, milliseconds since 1970 or a date and time, not \"%1\"").arg(text));
    }
    return {};
}

Result<ConsumeRun::Plan> planOf(const Arguments &arguments)
{
    if (!arguments.has("--group"))
        return wrongUsage(QStringLiteral("consume needs --group GROUP"));
    if (arguments.has("--filter") && arguments.has("--sql"))
        return wrongUsage(QStringLiteral("--filter and --sql exclude each other"));
    ConsumeRun::Plan plan{.topic = TopicName(arguments.positional().front()), .tags = arguments.value("--filter").value_or(QString()),
        .sql = arguments.value("--sql").value_or(QString())};
    if (arguments.has("--sql") && plan.sql.trimmed().isEmpty())
        return wrongUsage(QStringLiteral("--sql is empty (column 1)"));
    plan.options.consumerGroup = *arguments.value("--group");
    plan.options.maxReconsumeTimes = -1;
    if (arguments.has("--orderly"))
        plan.order = MessageListener::Kind::Orderly;
    if (arguments.has("--broadcasting"))
        plan.options.messageModel = QStringLiteral("BROADCASTING");
    plan.options.offsetStorePath = Places::fromEnvironment().data + QStringLiteral("/offsets");
    if (const auto read = readFrom(arguments.value("--from").value_or(QStringLiteral("last")), plan.options); !read)
        return failed(read.error());
    const auto answers = answersOf(arguments.value("--answer").value_or(QStringLiteral("success")));
    const auto most = arguments.number("--max", 1);
    const auto idle = arguments.number("--idle-exit", 1, 1'000'000);
    if (!answers || !most || !idle)
        return failed(!answers ? answers.error() : !most ? most.error() : idle.error());
    plan.answers = *answers;
    plan.most = *most;
    if (*idle)
        plan.idleExit = std::chrono::seconds(**idle);
    return plan;
}

/// The same options as far as POP knows them.
Result<PopRun::Plan> popPlanOf(const Arguments &arguments, const ConsumeRun::Plan &plan)
{
    if (arguments.has("--broadcasting"))
        return wrongUsage(QStringLiteral("--pop and --broadcasting exclude each other"));
    if (plan.options.consumeFromWhere == QLatin1StringView("CONSUME_FROM_TIMESTAMP"))
        return wrongUsage(QStringLiteral("--pop begins with the first or the last message, not at a time"));
    const auto invisible = arguments.number("--invisible", 5, 300);
    if (!invisible)
        return failed(invisible.error());
    PopRun::Plan pop{.answers = plan.answers, .most = plan.most, .idleExit = plan.idleExit};
    pop.options.group = ConsumerGroup(plan.options.consumerGroup);
    pop.options.topic = plan.topic;
    pop.options.expression = !plan.sql.isEmpty() ? plan.sql : plan.tags.isEmpty() ? QStringLiteral("*") : plan.tags;
    pop.options.expressionType = plan.sql.isEmpty() ? QStringLiteral("TAG") : QStringLiteral("SQL92");
    pop.options.fromNewest = plan.options.consumeFromWhere == QLatin1StringView("CONSUME_FROM_LAST_OFFSET");
    pop.options.inOrder = plan.order == MessageListener::Kind::Orderly;
    pop.options.invisibleTime = std::chrono::seconds(invisible->value_or(60));
    return pop;
}

Pending<int> runConsume(const Arguments &arguments, Session &session)
{
    auto plan = planOf(arguments);
    if (!plan)
        return session.failNow(plan.error());
    if (arguments.has("--pop")) {
        auto pop = popPlanOf(arguments, *plan);
        return pop ? (new PopRun(session, std::move(*pop)))->start() : session.failNow(pop.error());
    }
    if (arguments.has("--invisible"))
        return session.failNow(wrongUsage(QStringLiteral("--invisible needs --pop")).value());
    auto *command = new ConsumeRun(session, std::move(*plan));
    return command->start();
}

} // namespace

ConsumeRun::ConsumeRun(Session &session, Plan plan)
    : QObject(&session)
    , m_session(session)
    , m_plan(std::move(plan))
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { end(exitCode()); });
}

Pending<int> ConsumeRun::start()
{
    m_consumer = m_session.client().pushConsumer(m_plan.options, {m_plan.order, [this](const ConsumeBatch &batch, const ConsumeContext &) { return take(batch); }});
    const auto subscribed = m_plan.sql.isEmpty() ? m_consumer->subscribe(m_plan.topic, m_plan.tags) : m_consumer->subscribeBySql(m_plan.topic, m_plan.sql);
    if (!subscribed)
        return m_session.failNow(subscribed.error());
    connect(m_consumer.get(), &PushConsumer::assigned, this, [this](int queues) {
        m_session.out().note(QStringLiteral("consuming %1 queues").arg(queues));
        if (!std::exchange(m_assigned, true))
            restartIdle();
    });
    connect(m_consumer.get(), &PushConsumer::brokerTrouble, this,
        [this](const consumernews::Trouble &trouble) { m_silent.failed({.name = trouble.broker}, trouble.error, trouble.answeredBefore); });
    connect(m_consumer.get(), &PushConsumer::recovered, this, [this](const BrokerName &broker) { m_silent.answered(broker); });
    m_session.onInterrupt([this] { end(Done); });
    whenDone(m_consumer->start(), this, [this](const Result<void> &started) {
        if (!started && !m_ending)
            m_exitCode.finish(m_session.fail(started.error()));
    });
    return m_exitCode.pending();
}

Pending<ConsumeOutcome> ConsumeRun::take(const ConsumeBatch &batch)
{
    if (m_ending) // the shutdown is under way, and waits for no message that nobody looks at
        return readyFailed<ConsumeOutcome>({.kind = Error::Kind::Cancelled});
    if (m_handled == m_plan.most)
        return m_surplus.emplace_back().pending();
    ConsumeOutcome outcome;
    for (const protocol::StoredMessage &message : batch->messages) {
        printMessage(m_session.out(), message);
        outcome = m_plan.answers.fails(++m_handled) ? ConsumeOutcome::later() : ConsumeOutcome::success();
    }
    if (m_handled == m_plan.most) // after this answer is on its way
        QMetaObject::invokeMethod(this, [this] { end(exitCode()); }, Qt::QueuedConnection);
    restartIdle();
    return ready<ConsumeOutcome>(outcome);
}

void ConsumeRun::restartIdle()
{
    if (m_plan.idleExit && m_assigned && !m_ending)
        m_idle.start(*m_plan.idleExit);
}

void ConsumeRun::end(int code)
{
    if (std::exchange(m_ending, true))
        return;
    m_idle.stop();
    whenDone(m_consumer->shutdown(), this, [this, code](const Result<void> &ended) {
        m_exitCode.finish(ended ? code : m_session.fail(ended.error()));
    });
    m_surplus.clear(); // their answers come after the shutdown, so they count for nothing
}

Command consumeCommand()
{
    return {.name = "consume", .arguments = "T", .summary = "a topic's messages as a member of a consumer group", .options = consumeOptions(), .least = 1, .most = 1, .run = &runConsume};
}

} // namespace rocketdesk::ctl
