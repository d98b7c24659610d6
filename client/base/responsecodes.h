// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rocketdesk {

/// Name of a response code as RocketMQ's ResponseCode spells it; empty where unknown. `operation` is the request's name: the
/// ACL calls of 4.9 use 209 to 211 for themselves.
[[nodiscard]] QString responseCodeName(int code, QStringView operation = {});
/// "NO_PERMISSION (16)", "code 4711".
[[nodiscard]] QString responseCodeText(int code, QStringView operation = {});

} // namespace rocketdesk
