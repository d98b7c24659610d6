// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/caller.h"

namespace rocketdesk::tests {

/// A send of this body to queue 0, with properties as name 0x01 value 0x02 ...
[[nodiscard]] commands::SendMessageV2 sendTo(const QString &topic, const QByteArray &body = QByteArrayLiteral("body"), const protocol::Properties &properties = {});
/// A pull that leaves no trace.
[[nodiscard]] commands::PullMessage pullFrom(const QString &topic, qint64 offset, const QString &expression = QStringLiteral("*"));

} // namespace rocketdesk::tests
