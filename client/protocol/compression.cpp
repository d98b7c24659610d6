// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/compression.h"

#include "client/protocol/inflate.h"
#include "client/protocol/sysflag.h"

#include <lz4frame.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

struct Named {
    Compression type;
    QLatin1StringView name;
};

constexpr Named names[] = {
    {Compression::Lz4, QLatin1StringView("LZ4")},
    {Compression::Zstd, QLatin1StringView("ZSTD")},
    {Compression::Zlib, QLatin1StringView("ZLIB")},
};

Failure notCompressed(const char *why)
{
    return failed(Error::Kind::Local, QStringLiteral("the body could not be compressed: %1").arg(QString::fromUtf8(why)));
}

Result<QByteArray> deflated(QByteArrayView body, int level)
{
    uLongf size = compressBound(static_cast<uLong>(body.size()));
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    const int status = compress2(reinterpret_cast<Bytef *>(out.data()), &size, reinterpret_cast<const Bytef *>(body.data()),
                                 static_cast<uLong>(body.size()), std::clamp(level, 0, 9));
    if (status != Z_OK)
        return notCompressed(zError(status));
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

Result<QByteArray> zstdCompressed(QByteArrayView body, int level)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(body.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress(out.data(), static_cast<size_t>(out.size()), body.data(), static_cast<size_t>(body.size()), level);
    if (ZSTD_isError(size) != 0)
        return notCompressed(ZSTD_getErrorName(size));
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

Result<QByteArray> lz4Compressed(QByteArrayView body, int level)
{
    LZ4F_preferences_t how = {};
    how.frameInfo.blockMode = LZ4F_blockIndependent;
    how.frameInfo.blockSizeID = LZ4F_max4MB;
    how.compressionLevel = level <= 2 ? 0 : level;
    QByteArray out(static_cast<qsizetype>(LZ4F_compressFrameBound(static_cast<size_t>(body.size()), &how)), Qt::Uninitialized);
    const size_t size = LZ4F_compressFrame(out.data(), static_cast<size_t>(out.size()), body.data(), static_cast<size_t>(body.size()), &how);
    if (LZ4F_isError(size) != 0)
        return notCompressed(LZ4F_getErrorName(size));
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

} // namespace

std::optional<Compression> compressionOfCode(int code)
{
    if (code == 0)
        return Compression::Zlib;
    const auto found = std::find_if(std::begin(names), std::end(names), [code](const Named &entry) { return static_cast<int>(entry.type) == code; });
    return found == std::end(names) ? std::nullopt : std::optional(found->type);
}

std::optional<Compression> compressionNamed(QStringView name)
{
    const QStringView wanted = name.trimmed();
    const auto found = std::find_if(std::begin(names), std::end(names), [wanted](const Named &entry) { return wanted.compare(entry.name, Qt::CaseInsensitive) == 0; });
    return found == std::end(names) ? std::nullopt : std::optional(found->type);
}

QString compressionName(Compression type)
{
    const auto found = std::find_if(std::begin(names), std::end(names), [type](const Named &entry) { return entry.type == type; });
    return found == std::end(names) ? QString() : QString(found->name);
}

Result<QByteArray> compress(Compression type, QByteArrayView body, int level)
{
    switch (type) {
    case Compression::Lz4: return lz4Compressed(body, level);
    case Compression::Zstd: return zstdCompressed(body, level);
    case Compression::Zlib: break;
    }
    return deflated(body, level);
}

Result<QByteArray> decompress(Compression type, QByteArrayView compressed, qsizetype limit)
{
    switch (type) {
    case Compression::Lz4: return inflateLz4(compressed, limit);
    case Compression::Zstd: return inflateZstd(compressed, limit);
    case Compression::Zlib: break;
    }
    return inflateZlib(compressed, limit);
}

WireBody wireBody(const QByteArray &body, const CompressionOptions &options, bool batch)
{
    if (!isCompressedOnSend(body.size(), options.threshold, batch))
        return {body, 0};
    auto small = compress(options.type, body, options.level);
    if (!small || small->size() >= body.size())
        return {body, 0};
    return {std::move(*small), sysflag::Compressed | (static_cast<int>(options.type) << sysflag::CompressionShift)};
}

} // namespace rocketdesk::protocol
