// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>

namespace rocketdesk {

/// An IPv4 address of this host by which others may know it; null where it has none but loopback.
[[nodiscard]] QHostAddress hostAddress();

} // namespace rocketdesk
