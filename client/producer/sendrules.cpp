// SPDX-License-Identifier: Apache-2.0
#include "client/producer/sendrules.h"

#include "client/protocol/names.h"
#include "client/protocol/validation.h"

#include <QCoreApplication>

namespace rocketdesk {

namespace {

/// UNIQ_KEY with an id of 56 digits and its two separators.
constexpr qsizetype uniqueKeyBytes = 8 + 56 + 2;

/// Properties of RocketMQ's own that a sender may set all the same.
bool isOfRocketMq(const QString &name)
{
    const auto *const meaning = protocol::propertyMeaning(name);
    return meaning ? meaning->owner == protocol::PropertyOwner::RocketMq : protocol::isReservedProperty(name);
}

bool breaksBlock(const QString &text)
{
    return text.contains(QChar(1)) || text.contains(QChar(2));
}

/// What would make any property unreadable, whoever gave it.
std::optional<Wording> checkPropertyText(const QString &name, const QString &value)
{
    if (name.isEmpty())
        return Wording{QT_TRANSLATE_NOOP("Words", "A property has no name.")};
    if (value.isEmpty())
        return Wording{QT_TRANSLATE_NOOP("Words", "The property %1 has no value: RocketMQ drops empty ones."), {name}};
    if (breaksBlock(name) || breaksBlock(value))
        return Wording{QT_TRANSLATE_NOOP("Words", "The property %1 has a character (1 or 2) that RocketMQ separates properties with."), {name}};
    return std::nullopt;
}

using Problems = std::vector<SendProblem>;
using Field = SendProblem::Field;

void checkBody(const OutgoingMessage &message, const SendOptions &options, Problems &problems)
{
    if (message.body.isEmpty())
        problems.push_back({Field::Body, {}, {QT_TRANSLATE_NOOP("Words", "The body is empty: RocketMQ has no empty messages.")}});
    else if (message.body.size() > options.maxBodySize)
        problems.push_back({Field::Body, {}, {QT_TRANSLATE_NOOP("Words", "The body has %1 bytes, brokers take %2."),
            {QString::number(message.body.size()), QString::number(options.maxBodySize)}}});
}

void checkProperties(const OutgoingMessage &message, const SendOptions &options, Problems &problems)
{
    for (const auto &[name, value] : message.properties) {
        auto words = checkPropertyText(name, value);
        if (!words && isOfRocketMq(name))
            words = Wording{QT_TRANSLATE_NOOP("Words", "The name %1 is RocketMQ's own."), {name}};
        if (words)
            problems.push_back({Field::Property, name, *words});
    }
    const qsizetype size = message.properties.blockSize() + uniqueKeyBytes + options.shardingKey.toUtf8().size();
    if (size > maxSentProperties)
        problems.push_back({Field::Size, {}, {QT_TRANSLATE_NOOP("Words", "The properties have %1 bytes, brokers take %2."),
            {QString::number(size), QString::number(maxSentProperties)}}});
}

void checkTime(const SendOptions &options, qint64 nowMs, Problems &problems)
{
    if (options.delayLevel < 0 || options.delayLevel > lastDelayLevel)
        problems.push_back({Field::DelayLevel, {}, {QT_TRANSLATE_NOOP("Words", "There is no delay level %1: they go from 1 to %2."),
            {QString::number(options.delayLevel), QString::number(lastDelayLevel)}}});
    if (options.delayLevel > 0 && options.deliverAt)
        problems.push_back({Field::DeliverAt, {}, {QT_TRANSLATE_NOOP("Words", "A message has a delay level or a delivery time, not both.")}});
    if (options.deliverAt && *options.deliverAt > nowMs + longestTimer.count())
        problems.push_back({Field::DeliverAt, {}, {QT_TRANSLATE_NOOP("Words", "The delivery time is more than 3 days away, brokers refuse that.")}});
    if (options.deliverAt && *options.deliverAt <= 0)
        problems.push_back({Field::DeliverAt, {}, {QT_TRANSLATE_NOOP("Words", "The delivery time is no time.")}});
}

} // namespace

std::optional<Wording> checkTopic(const TopicName &topic)
{
    if (topic.isEmpty())
        return Wording{QT_TRANSLATE_NOOP("Words", "The message names no topic: give the name of one.")};
    if (!protocol::checkTopicName(topic))
        return Wording{QT_TRANSLATE_NOOP("Words", "%1 is no name of a topic: it has at most %2 letters, digits and %|_-."),
            {topic.text(), QString::number(protocol::isRetryTopic(topic.text()) ? protocol::maxRetryTopicLength : protocol::maxTopicLength)}};
    if (!protocol::checkSendable(topic))
        return Wording{QT_TRANSLATE_NOOP("Words", "%1 is a topic of the broker's own: nobody may send to it."), {topic.text()}};
    return std::nullopt;
}

std::optional<Wording> checkUserProperty(const QString &name, const QString &value)
{
    if (auto words = checkPropertyText(name, value))
        return words;
    if (protocol::isReservedProperty(name))
        return Wording{QT_TRANSLATE_NOOP("Words", "The name %1 means something to RocketMQ: choose another."), {name}};
    return std::nullopt;
}

std::optional<Wording> checkTag(const QString &tag)
{
    if (tag.contains(QLatin1StringView("||")))
        return Wording{QT_TRANSLATE_NOOP("Words", "The tag %1 has ||, which separates the tags of a filter: no consumer could ask for it."), {tag}};
    if (tag != tag.trimmed())
        return Wording{QT_TRANSLATE_NOOP("Words", "The tag \"%1\" begins or ends with a space: no consumer could ask for it."), {tag}};
    if (tag == QLatin1StringView("*"))
        return Wording{QT_TRANSLATE_NOOP("Words", "The tag * means every tag in a filter: no consumer could ask for it alone.")};
    return std::nullopt;
}

std::vector<SendProblem> checkMessage(const OutgoingMessage &message, const SendOptions &options, qint64 nowMs)
{
    Problems problems;
    if (auto words = checkTopic(message.topic))
        problems.push_back({Field::Topic, {}, *words});
    checkBody(message, options, problems);
    checkProperties(message, options, problems);
    checkTime(options, nowMs, problems);
    if (breaksBlock(options.shardingKey))
        problems.push_back({Field::ShardingKey, {}, {QT_TRANSLATE_NOOP("Words", "The sharding key has a character (1 or 2) that RocketMQ separates properties with.")}});
    if (options.queue && options.queue->id.value() < 0)
        problems.push_back({Field::Queue, {}, {QT_TRANSLATE_NOOP("Words", "There is no queue %1."), {QString::number(options.queue->id.value())}}});
    return problems;
}

Result<void> requireSendable(const OutgoingMessage &message, const SendOptions &options, qint64 nowMs)
{
    const auto problems = checkMessage(message, options, nowMs);
    if (problems.empty())
        return {};
    const auto field = problems.front().field;
    const bool size = field == Field::Size || (field == Field::Body && !message.body.isEmpty());
    return failed(size ? Error::Kind::TooLarge : Error::Kind::InvalidArgument, problems.front().words.text());
}

} // namespace rocketdesk
