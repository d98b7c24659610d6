// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/answer.h"

#include <QMap>

namespace rocketdesk::sandbox {

/// The attributes after a change such as "+message.type=FIFO,-reserve.time"; refused as 5.5.0 does: unknown keys, values
/// that a key cannot have, a new topic with "-", and keys that never change. [AttributeUtil]
[[nodiscard]] tl::expected<QMap<QString, QString>, Refusal> changedAttributes(QMap<QString, QString> attributes, const QString &change, bool isNew);

} // namespace rocketdesk::sandbox
