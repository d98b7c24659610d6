// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/crc.h"

#include <zlib.h>

namespace rocketdesk::protocol {

int bodyCrc(QByteArrayView body)
{
    const auto sum = crc32_z(0, reinterpret_cast<const Bytef *>(body.data()), static_cast<size_t>(body.size()));
    return static_cast<int>(sum & 0x7FFFFFFFU);
}

} // namespace rocketdesk::protocol
