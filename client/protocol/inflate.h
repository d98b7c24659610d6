// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace rocketdesk::protocol {

// One function a codec, behind decompress(): CorruptBody for broken or cut bytes, TooLarge past the limit.
[[nodiscard]] Result<QByteArray> inflateZlib(QByteArrayView compressed, qsizetype limit);
[[nodiscard]] Result<QByteArray> inflateZstd(QByteArrayView compressed, qsizetype limit);
[[nodiscard]] Result<QByteArray> inflateLz4(QByteArrayView compressed, qsizetype limit);

} // namespace rocketdesk::protocol
