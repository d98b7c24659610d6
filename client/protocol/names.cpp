// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/names.h"

#include <QStringBuilder>

#include <algorithm>
#include <iterator>

namespace rocketdesk::protocol {

namespace {

constexpr QLatin1StringView systemTopics[] = {
    QLatin1StringView("TBW102"),
    QLatin1StringView("SCHEDULE_TOPIC_XXXX"),
    QLatin1StringView("BenchmarkTest"),
    QLatin1StringView("RMQ_SYS_TRANS_HALF_TOPIC"),
    QLatin1StringView("RMQ_SYS_TRANS_OP_HALF_TOPIC"),
    QLatin1StringView("RMQ_SYS_ROCKSDB_TRANS_HALF_TOPIC"),
    QLatin1StringView("RMQ_SYS_ROCKSDB_TRANS_OP_HALF_TOPIC"),
    QLatin1StringView("RMQ_SYS_TRACE_TOPIC"),
    QLatin1StringView("TRANS_CHECK_MAX_TIME_TOPIC"),
    QLatin1StringView("SELF_TEST_TOPIC"),
    QLatin1StringView("OFFSET_MOVED_EVENT"),
    QLatin1StringView("CHECKPOINT_TOPIC"),
};

constexpr QLatin1StringView systemGroups[] = {
    QLatin1StringView("DEFAULT_CONSUMER"),
    QLatin1StringView("DEFAULT_PRODUCER"),
    QLatin1StringView("TOOLS_CONSUMER"),
    QLatin1StringView("SCHEDULE_CONSUMER"),
    QLatin1StringView("FILTERSRV_CONSUMER"),
    QLatin1StringView("__MONITOR_CONSUMER"),
    QLatin1StringView("CLIENT_INNER_PRODUCER"),
    QLatin1StringView("SELF_TEST_P_GROUP"),
    QLatin1StringView("SELF_TEST_C_GROUP"),
    QLatin1StringView("CID_ONS-HTTP-PROXY"),
    QLatin1StringView("CID_ONSAPI_PERMISSION"),
    QLatin1StringView("CID_ONSAPI_OWNER"),
    QLatin1StringView("CID_ONSAPI_PULL"),
};

constexpr QChar separator = u'%';

template <std::size_t N>
bool isOneOf(const QLatin1StringView (&names)[N], QStringView name)
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool isSystemResource(QStringView resource)
{
    return isSystemTopic(resource) || isSystemGroup(resource);
}

/// %RETRY% or %DLQ% in front of a name, or nothing.
QStringView prefixOf(QStringView resource)
{
    if (resource.startsWith(retryPrefix))
        return retryPrefix;
    return resource.startsWith(deadLetterPrefix) ? deadLetterPrefix : QStringView();
}

bool hasNamespace(QStringView bare, const QString &nameSpace)
{
    return bare.size() > nameSpace.size() && bare.startsWith(nameSpace) && bare[nameSpace.size()] == separator;
}

} // namespace

TopicName retryTopic(const ConsumerGroup &group)
{
    return TopicName(retryPrefix % group.text());
}

TopicName deadLetterTopic(const ConsumerGroup &group)
{
    return TopicName(deadLetterPrefix % group.text());
}

bool isRetryTopic(QStringView topic)
{
    return topic.startsWith(retryPrefix);
}

bool isDeadLetterTopic(QStringView topic)
{
    return topic.startsWith(deadLetterPrefix);
}

bool isLightTopic(QStringView topic)
{
    return topic.startsWith(lightPrefix);
}

bool isSystemTopic(QStringView topic)
{
    return topic.startsWith(QLatin1StringView("rmq_sys_")) || isOneOf(systemTopics, topic);
}

bool isSystemGroup(QStringView group)
{
    return group.startsWith(QLatin1StringView("CID_RMQ_SYS_")) || isOneOf(systemGroups, group);
}

QString wrapNamespace(const QString &nameSpace, const QString &resource)
{
    const QStringView prefix = prefixOf(resource);
    const QStringView bare = QStringView(resource).sliced(prefix.size());
    if (nameSpace.isEmpty() || resource.isEmpty() || isSystemResource(resource) || hasNamespace(bare, nameSpace))
        return resource;
    return prefix % nameSpace % separator % bare;
}

QString unwrapNamespace(const QString &nameSpace, const QString &resource)
{
    const QStringView prefix = prefixOf(resource);
    const QStringView bare = QStringView(resource).sliced(prefix.size());
    const qsizetype end = nameSpace.isNull() ? bare.indexOf(separator) : hasNamespace(bare, nameSpace) ? nameSpace.size() : -1;
    if (end <= 0 || isSystemResource(resource))
        return resource;
    return prefix % bare.sliced(end + 1);
}

QString namespaceOf(const QString &resource)
{
    const QStringView bare = QStringView(resource).sliced(prefixOf(resource).size());
    const qsizetype end = bare.indexOf(separator);
    return end <= 0 || isSystemResource(resource) ? QString() : bare.first(end).toString();
}

QString instanceOf(QStringView endpoint)
{
    const qsizetype scheme = endpoint.indexOf(QLatin1StringView("://"));
    const QStringView host = scheme < 0 ? endpoint : endpoint.sliced(scheme + 3);
    const qsizetype end = host.indexOf(u'.');
    return end > instancePrefix.size() && host.startsWith(instancePrefix) ? host.first(end).toString() : QString();
}

QString permissionText(int perm)
{
    QString text = QStringLiteral("---");
    if (perm & 4)
        text[0] = u'R';
    if (perm & 2)
        text[1] = u'W';
    if (perm & 1)
        text[2] = u'X';
    return text;
}

ClientId makeClientId(const ClientIdParts &parts)
{
    const bool isDefault = parts.instanceName.isEmpty() || parts.instanceName == u"DEFAULT";
    const QString instance = isDefault ? QStringLiteral("%1#%2").arg(parts.pid).arg(parts.nanos) : parts.instanceName;
    const QString unit = parts.unitName.isEmpty() ? QString() : u'@' + parts.unitName;
    return ClientId(parts.ip + u'@' + instance + unit);
}

} // namespace rocketdesk::protocol
