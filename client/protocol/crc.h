// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace rocketdesk::protocol {

/// CRC-32 (zlib) with the top bit off, as RocketMQ stores it with each body (UtilAll.crc32).
[[nodiscard]] int bodyCrc(QByteArrayView body);

} // namespace rocketdesk::protocol
