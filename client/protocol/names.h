// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"

namespace rocketdesk::protocol {

inline constexpr QStringView retryPrefix = u"%RETRY%";
inline constexpr QStringView deadLetterPrefix = u"%DLQ%";
inline constexpr QStringView lightPrefix = u"%LMQ%";
inline constexpr QStringView instancePrefix = u"MQ_INST_";

[[nodiscard]] TopicName retryTopic(const ConsumerGroup &group);
[[nodiscard]] TopicName deadLetterTopic(const ConsumerGroup &group);
[[nodiscard]] bool isRetryTopic(QStringView topic);
[[nodiscard]] bool isDeadLetterTopic(QStringView topic);
/// A light queue (LMQ): no route of its own.
[[nodiscard]] bool isLightTopic(QStringView topic);

/// Topics of RocketMQ itself that have fixed names; those named after a cluster or broker are known from the cluster only.
[[nodiscard]] bool isSystemTopic(QStringView topic);
[[nodiscard]] bool isSystemGroup(QStringView group);

/// Name of a topic or group inside a namespace: "NS%T", "%RETRY%NS%G". Unchanged where it has this namespace already, is
/// RocketMQ's own, or the namespace is empty. [NamespaceUtil]
[[nodiscard]] QString wrapNamespace(const QString &nameSpace, const QString &resource);
/// The name without its namespace; null `nameSpace`: without whatever namespace it has.
[[nodiscard]] QString unwrapNamespace(const QString &nameSpace, const QString &resource);
/// Namespace of a topic or group name; empty where it has none.
[[nodiscard]] QString namespaceOf(const QString &resource);
/// Instance in the host of a name server's address ("http://MQ_INST_x.host"); empty where there is none.
[[nodiscard]] QString instanceOf(QStringView endpoint);

/// "RW-": may be read, written, inherited from.
[[nodiscard]] QString permissionText(int perm);

/// What a client id is made of.
struct ClientIdParts {
    QString ip;
    qint64 pid = 0;
    QString instanceName;
    QString unitName;
    qint64 nanos = 0; ///< makes two clients of one process differ
};

/// "ip@instance[@unit]"; the default instance is "pid#nanos".
[[nodiscard]] ClientId makeClientId(const ClientIdParts &parts);

} // namespace rocketdesk::protocol
