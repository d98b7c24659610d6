// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/names.h"

#include <algorithm>

namespace rocketdesk::sandbox {

namespace {

constexpr qsizetype longestTopic = 127;
constexpr qsizetype longestRetryTopic = 255;
constexpr qsizetype longestGroup = 120;

bool isNameCharacter(QChar character)
{
    const char16_t unit = character.unicode();
    return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9') || unit == u'%'
        || unit == u'|' || unit == u'_' || unit == u'-';
}

bool hasNameCharacters(const QString &name)
{
    return std::all_of(name.cbegin(), name.cend(), isNameCharacter);
}

} // namespace

QString topicNameFault(const QString &name)
{
    if (name.trimmed().isEmpty())
        return QStringLiteral("The specified topic is blank.");
    if (!hasNameCharacters(name))
        return QStringLiteral("The specified topic contains illegal characters, allowing only ^[%|a-zA-Z0-9_-]+$");
    if (name.size() > (name.startsWith(retryPrefix) || name.startsWith(deadLetterPrefix) ? longestRetryTopic : longestTopic))
        return QStringLiteral("The specified topic is longer than topic max length.");
    return {};
}

QString groupNameFault(const QString &name)
{
    if (name.trimmed().isEmpty())
        return QStringLiteral("The specified group is blank.");
    if (name.size() > longestGroup)
        return QStringLiteral("The specified group is longer than group max length: 120.");
    if (!hasNameCharacters(name))
        return QStringLiteral("The specified group[%1] contains illegal characters, allowing only ^[%|a-zA-Z0-9_-]+$").arg(name);
    return {};
}

bool isNotSendable(const TopicName &topic)
{
    static const QStringList names = {
        QString(scheduleTopic), QString(halfTopic), QStringLiteral("RMQ_SYS_TRANS_OP_HALF_TOPIC"),
        QStringLiteral("TRANS_CHECK_MAX_TIME_TOPIC"), QStringLiteral("SELF_TEST_TOPIC"), QStringLiteral("OFFSET_MOVED_EVENT"),
    };
    return names.contains(topic.text());
}

QString seeHelp()
{
    return QStringLiteral("\nSee https://rocketmq.apache.org/docs/bestPractice/06FAQ for further details.");
}

} // namespace rocketdesk::sandbox
