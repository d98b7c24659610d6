// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/base/result.h"

#include <QTimeZone>

#include <optional>

namespace rocketdesk {

/// Where a group begins in a queue that it has no offset for.
enum class ConsumeFromWhere { LastOffset, FirstOffset, Timestamp };

/// What is known of a queue before its first pull.
struct GroupStart {
    TopicName topic;
    qint64 stored = -1; ///< -1 none, -2 not known
    std::optional<QueueOffset> max; ///< the broker's answer to 30, where it is needed
    std::optional<QueueOffset> searched; ///< its answer to 29, where it is needed
};

/// Which answer of the broker startOffset() needs, if any.
enum class StartQuestion { Nothing, MaxOffset, SearchByTime };
[[nodiscard]] StartQuestion startQuestion(ConsumeFromWhere from, const GroupStart &queue);

/// The first offset to pull. Fails where the stored offset is not known: a queue must not be started from a guessed place.
[[nodiscard]] Result<QueueOffset> startOffset(ConsumeFromWhere from, const GroupStart &queue);

/// yyyyMMddHHmmss in that zone, as epoch ms.
[[nodiscard]] Result<qint64> parseConsumeTimestamp(const QString &text, const QTimeZone &zone);

} // namespace rocketdesk
