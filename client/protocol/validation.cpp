// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/validation.h"

#include "client/protocol/names.h"

#include <algorithm>
#include <iterator>

namespace rocketdesk::protocol {

namespace {

constexpr QLatin1StringView notSendable[] = {
    QLatin1StringView("SCHEDULE_TOPIC_XXXX"),         QLatin1StringView("RMQ_SYS_TRANS_HALF_TOPIC"),
    QLatin1StringView("RMQ_SYS_TRANS_OP_HALF_TOPIC"), QLatin1StringView("TRANS_CHECK_MAX_TIME_TOPIC"),
    QLatin1StringView("SELF_TEST_TOPIC"),             QLatin1StringView("OFFSET_MOVED_EVENT"),
};

Failure invalid(const QString &sentence)
{
    return failed(Error::Kind::InvalidArgument, sentence);
}

bool isAllowed(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'%' || c == u'|'
        || c == u'_' || c == u'-';
}

Result<void> checkName(const QString &name, qsizetype most)
{
    if (name.trimmed().isEmpty())
        return invalid(QStringLiteral("The name is empty."));
    if (name.size() > most)
        return invalid(QStringLiteral("The name has %1 characters, %2 are allowed.").arg(name.size()).arg(most));
    const auto bad = std::find_if_not(name.begin(), name.end(), isAllowed);
    if (bad != name.end())
        return invalid(QStringLiteral("The name has a \"%1\"; letters, digits and %|_- are allowed.").arg(*bad));
    return {};
}

} // namespace

Result<void> checkTopicName(const TopicName &topic)
{
    return checkName(topic.text(), isRetryTopic(topic.text()) ? maxRetryTopicLength : maxTopicLength);
}

Result<void> checkGroupName(const QString &group)
{
    return checkName(group, maxGroupLength);
}

Result<void> checkConsumerGroup(const ConsumerGroup &group)
{
    if (group.text() == u"DEFAULT_CONSUMER")
        return invalid(QStringLiteral("DEFAULT_CONSUMER is no name of a group."));
    return checkGroupName(group.text());
}

Result<void> checkNewTopic(const TopicName &topic)
{
    if (isSystemTopic(topic.text()))
        return invalid(QStringLiteral("%1 is a topic of RocketMQ itself.").arg(topic.text()));
    return checkTopicName(topic);
}

Result<void> checkSendable(const TopicName &topic)
{
    if (std::find(std::begin(notSendable), std::end(notSendable), topic.text()) != std::end(notSendable))
        return invalid(QStringLiteral("Nothing can be sent to %1.").arg(topic.text()));
    return checkTopicName(topic);
}

Result<void> checkBodySize(qint64 size, qint64 limit)
{
    if (size <= 0)
        return invalid(QStringLiteral("The body is empty."));
    if (size > limit)
        return failed(Error::Kind::TooLarge, QStringLiteral("The body has %1 bytes, %2 are allowed.").arg(size).arg(limit));
    return {};
}

Result<void> checkPermission(int perm)
{
    if (perm < 0 || perm > 7)
        return invalid(QStringLiteral("%1 is no permission: 2 write, 4 read, 6 both.").arg(perm));
    return {};
}

} // namespace rocketdesk::protocol
