// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/offsettable.h"

namespace rocketdesk {

/// Offsets of a broadcasting group in a local file.
struct OffsetFile {
    OffsetMap offsets;
    int warnings = 0; ///< files that could not be read
};

/// "G.offsets.json"
[[nodiscard]] QString offsetFileName(const ConsumerGroup &group);
/// Reads our own form, and those of the Java and the Go client.
[[nodiscard]] Result<OffsetMap> parseOffsetFile(QByteArrayView text);
[[nodiscard]] QByteArray writeOffsetFile(const ConsumerGroup &group, const OffsetMap &offsets, qint64 nowMs);
/// The file, or its backup where it can't be read. A temporary file that was left over never counts: it may be half written.
/// A null array stands for a file that is not there.
[[nodiscard]] OffsetFile loadOffsetFile(const QByteArray &file, const QByteArray &backup);

} // namespace rocketdesk
