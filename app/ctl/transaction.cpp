// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/transactioncommand.h"

#include "client/commands/offsets.h"
#include "client/protocol/wirenames.h"

namespace rocketdesk::ctl {

namespace {

struct Named {
    const char *name;
    TransactionState state;
};
constexpr Named states[] = {{"commit", TransactionState::Commit}, {"rollback", TransactionState::Rollback}, {"unknown", TransactionState::Unknown}};

const std::vector<Option> &transactionOptions()
{
    static const std::vector<Option> options = {
        {"--end", "commit|rollback|unknown", "what the broker is told once the message is stored"},
        {"--check", "commit|rollback|unknown", "the answer when the broker asks; commit without it"},
        {"--body", "TEXT", "the body"},
        {"--tag", "TAG", "consumers filter by it"},
        {"--count", "N", "so many messages"},
        {"--group", "GROUP", "the producer group; rocketctl without it"},
    };
    return options;
}

Result<TransactionState> stateOf(const Arguments &arguments, const char *option, const std::optional<QString> &otherwise)
{
    const auto text = arguments.has(option) ? arguments.value(option) : otherwise;
    const auto found = std::find_if(std::begin(states), std::end(states), [&](const Named &named) { return text == QLatin1StringView(named.name); });
    if (found == std::end(states))
        return wrongUsage(text ? QStringLiteral("%1 takes commit, rollback or unknown, not \"%2\"").arg(QLatin1StringView(option), *text)
                               : QStringLiteral("transaction needs %1").arg(QLatin1StringView(option)));
    return found->state;
}

QString nameOf(TransactionState state)
{
    return QString::fromLatin1(std::find_if(std::begin(states), std::end(states), [state](const Named &named) { return named.state == state; })->name);
}

Pending<int> runTransaction(const Arguments &arguments, Session &session)
{
    const auto end = stateOf(arguments, "--end", std::nullopt);
    const auto check = stateOf(arguments, "--check", QStringLiteral("commit"));
    const auto count = arguments.number("--count", 1, 10'000);
    for (const Error *error : {end ? nullptr : &end.error(), check ? nullptr : &check.error(), count ? nullptr : &count.error()}) {
        if (error)
            return session.failNow(*error);
    }
    TransactionRun::Plan plan{.count = static_cast<int>(count->value_or(1)), .end = *end, .check = *check};
    plan.message.topic = TopicName(arguments.positional().front());
    plan.message.body = arguments.value("--body").value_or(QStringLiteral("a message of rocketctl transaction")).toUtf8();
    if (const auto tag = arguments.value("--tag")) {
        if (const auto problem = checkTag(*tag))
            return session.failNow(wrongUsage(problem->text()).value());
        plan.message.properties.set(protocol::property::Tags, *tag);
    }
    TransactionOptions options;
    options.producer.producerGroup = arguments.value("--group").value_or(QStringLiteral("rocketctl"));
    if (const auto valid = options.producer.check(); !valid)
        return session.failNow(valid.error());
    auto *const command = new TransactionRun(session, std::move(plan));
    return command->start(options);
}

} // namespace

/// Answers as the command line says, and tells of checks.
class TransactionRun::Listener final : public TransactionListener
{
public:
    explicit Listener(TransactionRun &run) : m_run(run) {}
    Pending<TransactionState> execute(const OutgoingMessage &, const QString &) override { return ready<TransactionState>(m_run.m_plan.end); }
    Pending<TransactionState> check(const protocol::StoredMessage &message, const QString &) override
    {
        auto answer = ready<TransactionState>(m_run.m_plan.check);
        QMetaObject::invokeMethod(&m_run, [run = &m_run, id = message.messageId()] { run->checked(id); }, Qt::QueuedConnection);
        return answer;
    }

private:
    TransactionRun &m_run;
};

TransactionRun::TransactionRun(Session &session, Plan plan)
    : QObject(&session)
    , m_session(session)
    , m_plan(std::move(plan))
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        for (const Entry &entry : std::as_const(m_entries)) {
            if (entry.open)
                print(entry);
        }
        m_failed = true;
        m_session.out().note(QStringLiteral("rocketctl: no broker has asked for all of them within %1 s").arg(patience.count()));
        settle();
    });
}

TransactionRun::~TransactionRun() = default;

Pending<int> TransactionRun::start(const TransactionOptions &options)
{
    m_producer = m_session.client().transactionProducer(options, std::make_shared<Listener>(*this));
    m_session.onInterrupt([this] { settle(); });
    m_patience.start(patience);
    for (int i = 0; i < m_plan.count; ++i)
        whenDone(m_producer->send(m_plan.message), this, [this](Result<TransactionSendResult> result) { sent(result); });
    return m_exitCode.pending();
}

void TransactionRun::sent(const Result<TransactionSendResult> &result)
{
    ++m_ended;
    if (!result) {
        m_failed = true;
        if (m_session.out().json())
            m_session.out().row(Line().add("status", QStringLiteral("FAILED")).add("error", wordsFor(result.error()).line()));
        else
            m_session.out().failure(result.error());
        return finishWhenDone();
    }
    Entry entry{.result = *result, .checks = m_early.take(result->messageId)};
    entry.open = entry.checks == 0 && (result->state == TransactionState::Unknown || result->notTold);
    if (!entry.open)
        print(entry);
    m_entries.insert(result->messageId, entry);
    finishWhenDone();
}

void TransactionRun::checked(const QString &messageId)
{
    const auto entry = m_entries.find(messageId);
    if (entry == m_entries.end()) {
        ++m_early[messageId];
        return;
    }
    ++entry->checks;
    if (std::exchange(entry->open, false))
        print(*entry);
    finishWhenDone();
}

void TransactionRun::print(const Entry &entry)
{
    m_session.out().row(Line().add("messageId", entry.result.messageId).add("transactionId", entry.result.transactionId)
            .add("status", QString::fromLatin1(protocol::wireName(entry.result.status))).add("end", nameOf(entry.result.state)).add("checks", entry.checks));
}

void TransactionRun::finishWhenDone()
{
    if (m_ended == m_plan.count && std::none_of(m_entries.cbegin(), m_entries.cend(), [](const Entry &entry) { return entry.open; }))
        settle();
}

void TransactionRun::settle()
{
    if (std::exchange(m_settling, true))
        return;
    m_patience.stop();
    QMap<BrokerName, QueueId> queues;
    for (const Entry &entry : std::as_const(m_entries))
        queues.insert(entry.result.queue.broker, entry.result.queue.id);
    std::vector<Pending<commands::GetMaxOffset::Reply>> asking;
    for (auto queue = queues.cbegin(); queue != queues.cend(); ++queue)
        asking.push_back(m_session.client().ask(commands::GetMaxOffset{.topic = m_plan.message.topic, .queueId = queue.value()}, Target::of(queue.key()), m_session.how()));
    whenDone(whenAll(std::move(asking)), this, [this](const auto &) { m_exitCode.finish(m_failed ? Failed : Done); });
}

Command transactionCommand()
{
    return {.name = "transaction", .arguments = "TOPIC", .summary = "messages in transactions, and the broker's questions about them", .options = transactionOptions(), .least = 1, .most = 1, .run = &runTransaction};
}

} // namespace rocketdesk::ctl
