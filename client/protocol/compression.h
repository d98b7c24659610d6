// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace rocketdesk::protocol {

/// How a body is compressed; the values are those of the type bits of sysFlag. All versions read Zlib only.
enum class Compression {
    Lz4 = 1, ///< LZ4 frame
    Zstd = 2, ///< Zstandard frame
    Zlib = 3, ///< RFC 1950 stream; type 0 of old producers is the same
};

/// What a body may inflate to unless the caller says otherwise, in bytes.
inline constexpr qsizetype maxInflatedBody = 64 * 1024 * 1024;
inline constexpr qsizetype defaultCompressionThreshold = 4096;
inline constexpr int defaultCompressionLevel = 5;

/// The type of this number; nothing when no type has it.
[[nodiscard]] std::optional<Compression> compressionOfCode(int code);
/// The type named so; spaces around it and case do not matter.
[[nodiscard]] std::optional<Compression> compressionNamed(QStringView name);
/// "LZ4", "ZSTD", "ZLIB".
[[nodiscard]] QString compressionName(Compression type);
/// The type in a sysFlag, for bodies whose Compressed bit is set.
[[nodiscard]] inline std::optional<Compression> compressionOfSysFlag(int sysFlag) { return compressionOfCode((sysFlag >> 8) & 7); }

/// Level 1 (quick) to 9 (small), for each type mapped to its own scale as it is.
[[nodiscard]] Result<QByteArray> compress(Compression type, QByteArrayView body, int level = defaultCompressionLevel);
/// CorruptBody for what is not of this type or is cut; TooLarge past the limit. Memory stays below twice the limit.
[[nodiscard]] Result<QByteArray> decompress(Compression type, QByteArrayView compressed, qsizetype limit = maxInflatedBody);

struct CompressionOptions {
    qsizetype threshold = defaultCompressionThreshold; ///< bytes; smaller bodies go as they are
    int level = defaultCompressionLevel;
    Compression type = Compression::Zlib;
};

/// Batches are never compressed: a broker would not look into them.
[[nodiscard]] inline bool isCompressedOnSend(qsizetype bodySize, qsizetype threshold, bool batch = false)
{
    return !batch && bodySize >= threshold;
}

/// A body as it goes out, and the bits of sysFlag that say how.
struct WireBody {
    QByteArray bytes;
    int sysFlag = 0;
};

/// Compresses where the options ask for it and it gains something; a failure sends the body as it is. The argument stays what it was.
[[nodiscard]] WireBody wireBody(const QByteArray &body, const CompressionOptions &options = {}, bool batch = false);

} // namespace rocketdesk::protocol
