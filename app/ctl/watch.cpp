// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/watchcommand.h"

#include "app/ctl/messageline.h"

namespace rocketdesk::ctl {

namespace {

const std::vector<Option> &watchOptions()
{
    static const std::vector<Option> options = {
        {"--from", "earliest|latest|TIME|last:N", "where to begin; latest without it"},
        {"--filter", "TAGS", "tags, joined by ||"},
        {"--sql", "EXPR", "SQL92 over properties"},
        {"--as-group", "GROUP", "read under this group's rights; commits nothing"},
        {"--max", "N", "end after N messages"},
        {"--idle-exit", "SECONDS", "end after this long without a message"},
    };
    return options;
}

Result<WatchFrom> fromOf(const Arguments &arguments)
{
    const QString text = arguments.value("--from").value_or(QStringLiteral("latest"));
    if (text == QLatin1StringView("latest"))
        return WatchFrom::newest();
    if (text == QLatin1StringView("earliest"))
        return WatchFrom::oldest();
    if (text.startsWith(QLatin1StringView("last:"))) {
        bool isNumber = false;
        const qint64 count = text.sliced(5).toLongLong(&isNumber);
        if (!isNumber || count < 1)
            return wrongUsage(QStringLiteral("--from last:N takes a number from 1 up, not \"%1\"").arg(text.sliced(5)));
        return WatchFrom::last(count);
    }
    if (const auto time = parseTime(text))
        return WatchFrom::time(*time);
    return wrongUsage(QStringLiteral("--from takes earliest, latest, last:N, milliseconds since 1970 or a date and time, not \"%1\"").arg(text));
}

Result<WatchOptions> optionsOf(const Arguments &arguments)
{
    WatchOptions options;
    for (const QString &topic : arguments.positional()) {
        if (std::find(options.topics.cbegin(), options.topics.cend(), TopicName(topic)) == options.topics.cend())
            options.topics.emplace_back(topic);
    }
    const auto from = fromOf(arguments);
    if (!from)
        return failed(from.error());
    options.from = *from;
    if (arguments.has("--filter") && arguments.has("--sql"))
        return wrongUsage(QStringLiteral("--filter and --sql exclude each other"));
    options.tags = arguments.value("--filter").value_or(QString());
    options.sql = arguments.value("--sql").value_or(QString());
    if (arguments.has("--sql") && options.sql.trimmed().isEmpty())
        return wrongUsage(QStringLiteral("--sql is empty (column 1)"));
    if (const auto group = arguments.value("--as-group"))
        options.asGroup = ConsumerGroup(*group);
    options.whenFull = MessageFeed::WhenFull::Wait; // a slow reader of the lines is to miss none
    return options;
}

Pending<int> runWatch(const Arguments &arguments, Session &session)
{
    const Result<WatchOptions> options = optionsOf(arguments);
    const Result<std::optional<qint64>> most = arguments.number("--max", 1);
    const Result<std::optional<qint64>> idle = arguments.number("--idle-exit", 1, 1'000'000);
    for (const Error *error : {options ? nullptr : &options.error(), most ? nullptr : &most.error(), idle ? nullptr : &idle.error()}) {
        if (error)
            return session.failNow(*error);
    }
    auto *command = new WatchRun(session, {.most = *most, .idleExit = *idle ? std::optional(std::chrono::seconds(**idle)) : std::nullopt});
    return command->start(*options);
}

} // namespace

WatchRun::WatchRun(Session &session, Ends ends)
    : QObject(&session)
    , m_session(session)
    , m_ends(ends)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { end(); });
}

Pending<int> WatchRun::start(WatchOptions options)
{
    m_asGroup = options.asGroup.has_value();
    m_watch = m_session.client().watch(std::move(options));
    connect(m_watch.get(), &Watch::filled, this, &WatchRun::print);
    connect(m_watch.get(), &Watch::positioned, this, &WatchRun::positioned);
    connect(m_watch.get(), &Watch::brokerTrouble, this,
        [this](const watchnews::Trouble &trouble) { m_silent.failed(trouble.broker, trouble.error, trouble.answeredBefore); });
    connect(m_watch.get(), &Watch::recovered, this, &WatchRun::recovered);
    connect(m_watch.get(), &Watch::topicMissing, this, &WatchRun::topicMissing);
    connect(m_watch.get(), &Watch::topicFound, this, &WatchRun::topicFound);
    connect(m_watch.get(), &Watch::ended, this, &WatchRun::ended);
    return m_exitCode.pending();
}

void WatchRun::positioned(int queues)
{
    m_session.out().note(QStringLiteral("watching %1 queues").arg(queues));
    m_positioned = true;
    if (m_over)
        return end();
    restartIdle();
}

void WatchRun::print()
{
    if (m_over)
        return;
    for (const MessageFeed::Batch &batch : m_watch->drain()) {
        for (const protocol::StoredMessage &message : batch->messages) {
            printMessage(m_session.out(), message);
            if (++m_printed == m_ends.most)
                return end();
        }
    }
    restartIdle();
}

void WatchRun::restartIdle()
{
    if (m_ends.idleExit && m_positioned)
        m_idle.start(*m_ends.idleExit);
}

void WatchRun::recovered(const BrokerName &broker)
{
    m_silent.answered(broker);
    m_session.out().note(QStringLiteral("rocketctl: %1 answers again").arg(broker.text()));
}

void WatchRun::topicMissing(const watchnews::TopicMissing &missing)
{
    m_missing.insert(missing.topic);
    m_session.out().failure(missing.error);
}

void WatchRun::topicFound(const TopicName &topic)
{
    m_missing.remove(topic);
    m_session.out().note(QStringLiteral("rocketctl: %1 is there now, and watched").arg(topic.text()));
}

void WatchRun::ended(const Error &error)
{
    const int exitCode = m_session.fail(error);
    if (!m_asGroup && error.remark.contains(QLatin1StringView("TOOLS_CONSUMER"))) {
        m_session.out().note(QStringLiteral("rocketctl: grant SUB on the group TOOLS_CONSUMER, or read under the rights of a group of your own: --as-group GROUP "
                                            "(nothing is committed)"));
    }
    finish(exitCode);
}

void WatchRun::end()
{
    m_over = true;
    if (m_positioned) // until then it is open whether every broker answers
        finish(m_silent.isEmpty() && m_missing.isEmpty() ? Done : Failed);
}

void WatchRun::finish(int exitCode)
{
    if (m_watch) {
        m_watch->disconnect(this);
        m_watch.release()->deleteLater(); // it may be its own signal that ends it
    }
    m_idle.stop();
    m_exitCode.finish(exitCode);
}

Command watchCommand()
{
    return {.name = "watch", .arguments = "T...", .summary = "messages of topics as they arrive; leaves no trace on the brokers", .options = watchOptions(),
        .least = 1, .most = -1, .run = &runWatch};
}

} // namespace rocketdesk::ctl
