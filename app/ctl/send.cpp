// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/sendcommand.h"

#include "app/ctl/queueoption.h"
#include "client/protocol/validation.h"
#include "client/protocol/wirenames.h"

#include <QDateTime>
#include <QFile>

#include <cmath>

namespace rocketdesk::ctl {

namespace {

const std::vector<Option> &sendOptions()
{
    static const std::vector<Option> options = {
        {"--body", "TEXT", "the body"},
        {"--file", "FILE", "the body is what this file has"},
        {"--size", "BYTES", "a body of so many bytes"},
        {"--tag", "TAG", "consumers filter by it"},
        {"--key", "KEY", "the message is found by it", true},
        {"--property", "NAME=VALUE", "a property of your own", true},
        {"--sharding-key", "KEY", "messages with one key keep their order"},
        {"--queue", "BROKER:ID", "exactly this queue"},
        {"--delay-level", "N", "delivered later: 1 (1 s) to 18 (2 h)"},
        {"--deliver-at", "TIME", "delivered at this time, at most 3 days away; 5.x only"},
        {"--oneway", nullptr, "ask for no answer"},
        {"--count", "N", "so many messages; ${index} in the body counts from 0"},
        {"--rate", "R", "so many a second; as fast as it goes without it"},
        {"--in-flight", "W", "so many wait for answers at most; 64 without it"},
    };
    return options;
}

Result<QByteArray> bodyOf(const Arguments &arguments)
{
    const int given = int(arguments.has("--body")) + int(arguments.has("--file")) + int(arguments.has("--size"));
    if (given != 1)
        return wrongUsage(QStringLiteral("send needs one of --body, --file and --size"));
    if (const auto text = arguments.value("--body"))
        return text->toUtf8();
    if (const auto path = arguments.value("--file")) {
        QFile file(*path);
        if (!file.open(QIODevice::ReadOnly))
            return wrongUsage(QStringLiteral("%1 cannot be read: %2").arg(*path, file.errorString()));
        return file.readAll();
    }
    const auto size = arguments.number("--size", 1, protocol::maxMessageSize);
    if (!size)
        return failed(size.error());
    QByteArray body(static_cast<qsizetype>(**size), Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = static_cast<char>('a' + i % 26);
    return body;
}

Result<protocol::Properties> propertiesOf(const Arguments &arguments)
{
    protocol::Properties properties;
    if (const auto tag = arguments.value("--tag")) {
        if (const auto problem = checkTag(*tag))
            return wrongUsage(problem->text());
        properties.set(protocol::property::Tags, *tag);
    }
    const QStringList keys = arguments.values("--key");
    for (const QString &key : keys) {
        if (key.isEmpty() || key.contains(u' '))
            return wrongUsage(QStringLiteral("a key has no space and is not empty: \"%1\"").arg(key));
    }
    if (!keys.isEmpty())
        properties.set(protocol::property::Keys, protocol::joinKeys(keys));
    for (const QString &pair : arguments.values("--property")) {
        const qsizetype at = pair.indexOf(u'=');
        if (at < 0)
            return wrongUsage(QStringLiteral("--property takes NAME=VALUE, not \"%1\"").arg(pair));
        if (const auto problem = checkUserProperty(pair.left(at), pair.sliced(at + 1)))
            return wrongUsage(problem->text());
        properties.set(pair.left(at), pair.sliced(at + 1));
    }
    return properties;
}

Result<SendOptions> optionsOf(const Arguments &arguments)
{
    SendOptions options{.oneway = arguments.has("--oneway"), .origin = Origin::CommandLine};
    const auto queues = queuesOf(arguments);
    const auto level = arguments.number("--delay-level", 1, lastDelayLevel);
    const auto time = arguments.time("--deliver-at");
    for (const Error *error : {queues ? nullptr : &queues.error(), level ? nullptr : &level.error(), time ? nullptr : &time.error()}) {
        if (error)
            return failed(*error);
    }
    if (!queues->empty())
        options.queue = queues->front();
    options.shardingKey = arguments.value("--sharding-key").value_or(QString());
    options.delayLevel = static_cast<int>(level->value_or(0));
    options.deliverAt = *time;
    return options;
}

Result<double> rateOf(const Arguments &arguments)
{
    const auto text = arguments.value("--rate");
    if (!text)
        return 0;
    bool isNumber = false;
    const double rate = text->toDouble(&isNumber);
    if (!isNumber || !(rate > 0) || rate > 1e9)
        return wrongUsage(QStringLiteral("--rate takes a number above 0, not \"%1\"").arg(*text));
    return rate;
}

Result<SeriesPlan> planOf(const Arguments &arguments)
{
    const auto body = bodyOf(arguments);
    const auto properties = propertiesOf(arguments);
    const auto options = optionsOf(arguments);
    const auto count = arguments.number("--count", 1);
    const auto inFlight = arguments.number("--in-flight", 1, 10'000);
    const auto rate = rateOf(arguments);
    for (const Error *error : {body ? nullptr : &body.error(), properties ? nullptr : &properties.error(), options ? nullptr : &options.error(),
             count ? nullptr : &count.error(), inFlight ? nullptr : &inFlight.error(), rate ? nullptr : &rate.error()}) {
        if (error)
            return failed(*error);
    }
    SeriesPlan plan{.message = {.topic = TopicName(arguments.positional().front()), .properties = *properties, .body = *body},
        .options = *options, .count = count->value_or(1), .perSecond = *rate, .inFlight = static_cast<int>(inFlight->value_or(64)), .keepReceipts = true};
    if (const auto problems = checkMessage(plan.message, plan.options, QDateTime::currentMSecsSinceEpoch()); !problems.empty())
        return wrongUsage(problems.front().words.text());
    return plan;
}

double milliseconds(std::chrono::nanoseconds time)
{
    return std::round(static_cast<double>(time.count()) / 1e4) / 100;
}

QString statusName(commands::SendStatus status)
{
    return QString::fromLatin1(protocol::wireName(status));
}

Line receiptLine(const SendReceipt &receipt)
{
    Line line;
    line.add("messageId", receipt.messageId);
    if (!receipt.offsetMessageId.isEmpty())
        line.add("offsetMessageId", receipt.offsetMessageId);
    line.add("brokerName", receipt.queue.broker).add("queueId", receipt.queue.id);
    if (receipt.queueOffset.value() >= 0)
        line.add("queueOffset", receipt.queueOffset);
    return line.add("status", statusName(receipt.status)).add("costMs", milliseconds(receipt.cost));
}

QString receiptText(const SendReceipt &receipt)
{
    const QString offset = receipt.queueOffset.value() >= 0 ? u'@' + QString::number(receipt.queueOffset.value()) : QString();
    return QStringLiteral("%1  %2:%3%4  %5  %6 ms").arg(receipt.messageId, receipt.queue.broker.text()).arg(receipt.queue.id.value()).arg(offset, statusName(receipt.status))
        .arg(milliseconds(receipt.cost));
}

Pending<int> runSend(const Arguments &arguments, Session &session)
{
    auto plan = planOf(arguments);
    if (!plan)
        return session.failNow(plan.error());
    auto *command = new SendRun(session);
    return command->start(std::move(*plan));
}

} // namespace

SendRun::SendRun(Session &session)
    : QObject(&session)
    , m_session(session)
{
}

Pending<int> SendRun::start(SeriesPlan plan)
{
    m_session.onInterrupt([this] { interrupt(); });
    auto asking = m_session.client().ask(commands::GetRouteInfoByTopic{.topic = plan.message.topic}, Target::nameServer(), m_session.how());
    whenDone(std::move(asking), this, [this, plan = std::move(plan)](Result<commands::GetRouteInfoByTopic::Reply> route) {
        // Any other error is the send's to tell.
        if (!route && route.error().kind == Error::Kind::NoRoute)
            m_session.out().note(QStringLiteral("rocketctl: the topic %1 does not exist, the broker will create it").arg(plan.message.topic.text()));
        begin(plan);
    });
    return m_exitCode.pending();
}

void SendRun::begin(const SeriesPlan &plan)
{
    if (m_interrupted) {
        m_exitCode.finish(Done);
        return;
    }
    m_series = m_session.client().startSeries(plan);
    connect(m_series.get(), &RunningSeries::progressed, this, &SendRun::print);
    connect(m_series.get(), &RunningSeries::finished, this, &SendRun::finish);
}

void SendRun::interrupt()
{
    m_interrupted = true;
    if (m_series)
        m_series->stop();
    else
        m_exitCode.finish(Done);
}

void SendRun::print(const SeriesProgress &progress)
{
    Output &out = m_session.out();
    for (const Result<SendReceipt> &ended : progress.fresh) {
        if (out.json())
            out.row(ended ? receiptLine(*ended) : Line().add("status", QStringLiteral("FAILED")).add("error", wordsFor(ended.error()).line()));
        else if (ended)
            out.text(receiptText(*ended));
    }
    // For people: each kind of failure once, their number in the end.
    for (; m_saidFailures < progress.failures.size(); ++m_saidFailures)
        out.failure(progress.failures[m_saidFailures].first);
}

void SendRun::finish(const SeriesProgress &progress)
{
    print(progress);
    if (progress.waiting > 0)
        m_session.out().note(QStringLiteral("rocketctl: stopped while %1 messages waited for their answers; they may be stored").arg(progress.waiting));
    if (progress.failed > 0 && progress.wanted > 1)
        m_session.out().note(QStringLiteral("rocketctl: %1 of %2 messages failed").arg(progress.failed).arg(progress.wanted));
    m_exitCode.finish(progress.failures.empty() ? Done : Failed);
}

Command sendCommand()
{
    return {.name = "send", .arguments = "TOPIC", .summary = "messages to a topic; where each of them lies", .options = sendOptions(), .least = 1, .most = 1, .run = &runSend};
}

} // namespace rocketdesk::ctl
