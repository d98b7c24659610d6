// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/consumersettings.h"

#include "client/consumer/retrypolicy.h"
#include "client/protocol/validation.h"

namespace rocketdesk {

namespace {

using namespace std::chrono_literals;

Failure bad(const char *option, const QString &value)
{
    return failed(Error::Kind::InvalidArgument, QStringLiteral("%1 can't be \"%2\"").arg(QLatin1StringView(option), value));
}

struct NumberOption {
    const char *name;
    int ConsumerOptions::*value;
};
constexpr NumberOption numbers[] = {
    {"consumeThreadMin", &ConsumerOptions::consumeThreadMin},
    {"consumeThreadMax", &ConsumerOptions::consumeThreadMax},
    {"consumeTimeoutMinutes", &ConsumerOptions::consumeTimeoutMinutes},
    {"consumeBatchSize", &ConsumerOptions::consumeBatchSize},
    {"pullBatchSize", &ConsumerOptions::pullBatchSize},
    {"pullInterval", &ConsumerOptions::pullInterval},
    {"maxCacheCountPerQueue", &ConsumerOptions::maxCacheCountPerQueue},
    {"maxCacheSizePerQueue", &ConsumerOptions::maxCacheSizePerQueue},
    {"consumeConcurrentlyMaxSpan", &ConsumerOptions::consumeConcurrentlyMaxSpan},
};

Result<void> checkNumbers(const ConsumerOptions &options)
{
    for (const NumberOption &number : numbers) {
        if (!ConsumerOptions::isAllowed(QString::fromLatin1(number.name), options.*number.value))
            return bad(number.name, QString::number(options.*number.value));
    }
    if (options.consumeThreadMin > options.consumeThreadMax)
        return bad("consumeThreadMin", QString::number(options.consumeThreadMin));
    return {};
}

using Strategy = Allocate (*)(const ConsumerOptions &, const TopicName &);
const QMap<QString, Strategy> &strategies()
{
    static const QMap<QString, Strategy> known = {
        {QStringLiteral("AVG"), [](const ConsumerOptions &, const TopicName &) { return Allocate(allocateAverage); }},
        {QStringLiteral("AVG_BY_CIRCLE"), [](const ConsumerOptions &, const TopicName &) { return Allocate(allocateByCircle); }},
        {QStringLiteral("CONFIG"), [](const ConsumerOptions &options, const TopicName &) { return allocateByConfig(options.configuredQueues); }},
        {QStringLiteral("MACHINE_ROOM"), [](const ConsumerOptions &options, const TopicName &) { return allocateByMachineRoom(options.machineRooms); }},
        {QStringLiteral("MACHINE_ROOM_NEARBY"), [](const ConsumerOptions &, const TopicName &) { return allocateNearby(allocateAverage); }},
        {QStringLiteral("CONSISTENT_HASH"), [](const ConsumerOptions &, const TopicName &topic) { return allocateByConsistentHash(topic); }},
    };
    return known;
}

Result<void> readFrom(const ConsumerOptions &options, qint64 nowMs, ConsumerSettings &settings)
{
    static const QMap<QString, ConsumeFromWhere> known = {{QStringLiteral("CONSUME_FROM_LAST_OFFSET"), ConsumeFromWhere::LastOffset},
        {QStringLiteral("CONSUME_FROM_FIRST_OFFSET"), ConsumeFromWhere::FirstOffset}, {QStringLiteral("CONSUME_FROM_TIMESTAMP"), ConsumeFromWhere::Timestamp}};
    const auto from = known.constFind(options.consumeFromWhere);
    if (from == known.cend())
        return bad("consumeFromWhere", options.consumeFromWhere);
    settings.from = *from;
    settings.fromMs = nowMs - milliseconds(30min).count();
    if (options.consumeTimestamp.isEmpty())
        return {};
    const auto time = parseConsumeTimestamp(options.consumeTimestamp, QTimeZone::systemTimeZone());
    if (!time)
        return failed(time.error());
    settings.fromMs = *time;
    return {};
}

} // namespace

Result<ConsumerSettings> ConsumerSettings::of(const ConsumerOptions &options, MessageListener::Kind kind, qint64 nowMs)
{
    ConsumerSettings settings{.options = options, .orderly = kind == MessageListener::Kind::Orderly, .names = protocol::NameSpace(options.nameSpace)};
    settings.group = settings.names.wire(ConsumerGroup(options.consumerGroup));
    if (const auto group = protocol::checkConsumerGroup(settings.group); !group)
        return failed(group.error());
    if (const auto fits = checkNumbers(options); !fits)
        return failed(fits.error());
    const auto model = protocol::wireValue<commands::MessageModel>(options.messageModel.toLatin1());
    if (!model)
        return bad("messageModel", options.messageModel);
    settings.model = *model;
    if (!strategies().contains(options.allocateStrategy))
        return bad("allocateStrategy", options.allocateStrategy);
    if (const auto read = readFrom(options, nowMs, settings); !read)
        return failed(read.error());
    return settings;
}

int ConsumerSettings::maxReconsumeTimes() const
{
    return effectiveMaxReconsumeTimes(orderly, options.maxReconsumeTimes);
}

commands::ConsumeFromWhere ConsumerSettings::wireFrom() const
{
    switch (from) {
    case ConsumeFromWhere::FirstOffset:
        return commands::ConsumeFromWhere::FirstOffset;
    case ConsumeFromWhere::Timestamp:
        return commands::ConsumeFromWhere::Timestamp;
    case ConsumeFromWhere::LastOffset:
        break;
    }
    return commands::ConsumeFromWhere::LastOffset;
}

Allocate ConsumerSettings::allocation(const TopicName &topic) const
{
    return strategies().value(options.allocateStrategy)(options, topic);
}

} // namespace rocketdesk
