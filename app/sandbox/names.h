// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"

#include <QStringList>

namespace rocketdesk::sandbox {

inline constexpr QLatin1StringView retryPrefix("%RETRY%");
inline constexpr QLatin1StringView deadLetterPrefix("%DLQ%");
inline constexpr QLatin1StringView scheduleTopic("SCHEDULE_TOPIC_XXXX");
inline constexpr QLatin1StringView timerTopic("rmq_sys_wheel_timer");
inline constexpr QLatin1StringView halfTopic("RMQ_SYS_TRANS_HALF_TOPIC");
inline constexpr QLatin1StringView templateTopic("TBW102");

[[nodiscard]] inline TopicName topicNamed(QLatin1StringView name) { return TopicName(QString(name)); }
[[nodiscard]] inline TopicName retryTopic(const ConsumerGroup &group) { return TopicName(retryPrefix + group.text()); }
[[nodiscard]] inline TopicName deadLetterTopic(const ConsumerGroup &group) { return TopicName(deadLetterPrefix + group.text()); }
[[nodiscard]] inline bool isRetryTopic(const TopicName &topic) { return topic.text().startsWith(retryPrefix); }

/// What a 5.5.0 broker says of a name that is none; empty for a good one. [TopicValidator]
[[nodiscard]] QString topicNameFault(const QString &name);
[[nodiscard]] QString groupNameFault(const QString &name);
/// Topics that nobody may send to.
[[nodiscard]] bool isNotSendable(const TopicName &topic);
/// The end of many remarks of the servers.
[[nodiscard]] QString seeHelp();

} // namespace rocketdesk::sandbox
