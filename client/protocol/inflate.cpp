// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/inflate.h"

#include <lz4frame.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace rocketdesk::protocol {

namespace {

/// What comes out, growing with what really came, never past the limit.
class Outlet final
{
public:
    Outlet(qsizetype inputSize, qsizetype limit) : m_limit(std::max<qsizetype>(limit, 0))
    {
        m_bytes.resize(std::min(most(), std::max<qsizetype>(inputSize * 4, 4096)));
    }

    [[nodiscard]] char *free() { return m_bytes.data() + m_used; }
    [[nodiscard]] qsizetype room() const { return m_bytes.size() - m_used; }
    void used(qsizetype count) { m_used += count; }

    /// More room; false when the limit is reached.
    [[nodiscard]] bool grow()
    {
        if (m_bytes.size() >= most())
            return false;
        m_bytes.resize(std::min(most(), m_bytes.size() * 2));
        return true;
    }

    [[nodiscard]] Result<QByteArray> take()
    {
        if (m_used > m_limit)
            return overflow();
        m_bytes.truncate(m_used);
        return std::move(m_bytes);
    }

    [[nodiscard]] Failure overflow() const
    {
        return failed(Error::Kind::TooLarge, QStringLiteral("the body inflates to more than %1 bytes").arg(m_limit));
    }

private:
    /// One byte past the limit tells "exactly the limit" from "more than the limit".
    [[nodiscard]] qsizetype most() const { return m_limit + 1; }

    QByteArray m_bytes;
    qsizetype m_used = 0;
    qsizetype m_limit;
};

Failure corrupt(QLatin1StringView codec, const char *why)
{
    return failed(Error::Kind::CorruptBody, QStringLiteral("%1: %2").arg(codec, QString::fromUtf8(why)));
}

constexpr const char *cut = "the data ends too early";
/// A frame's window is memory too: 8 MiB, which each decoder should grant (RFC 8878), or as much as the limit asks for.
int windowLog(qsizetype limit)
{
    int log = 23;
    while (log < 27 && (qsizetype{1} << log) < limit)
        ++log;
    return log;
}

} // namespace

Result<QByteArray> inflateZlib(QByteArrayView compressed, qsizetype limit)
{
    z_stream stream = {};
    if (inflateInit(&stream) != Z_OK)
        return corrupt(QLatin1StringView("ZLIB"), "no memory");
    const std::unique_ptr<z_stream, int (*)(z_streamp)> guard(&stream, inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(compressed.data()));
    stream.avail_in = static_cast<uInt>(std::min<qsizetype>(compressed.size(), std::numeric_limits<int>::max()));
    Outlet out(compressed.size(), limit);
    while (true) {
        const auto room = static_cast<uInt>(std::min<qsizetype>(out.room(), std::numeric_limits<int>::max()));
        stream.next_out = reinterpret_cast<Bytef *>(out.free());
        stream.avail_out = room;
        const int status = inflate(&stream, Z_NO_FLUSH);
        out.used(room - stream.avail_out);
        if (out.room() == 0 && status != Z_STREAM_END && !out.grow())
            return out.overflow();
        if (status == Z_STREAM_END)
            return out.take();
        if (status != Z_OK && status != Z_BUF_ERROR)
            return corrupt(QLatin1StringView("ZLIB"), stream.msg != nullptr ? stream.msg : zError(status));
        if (stream.avail_in == 0 && out.room() > 0 && (status == Z_BUF_ERROR || stream.avail_out > 0))
            return corrupt(QLatin1StringView("ZLIB"), cut);
    }
}

Result<QByteArray> inflateZstd(QByteArrayView compressed, qsizetype limit)
{
    const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx *)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
    if (!context || compressed.isEmpty())
        return corrupt(QLatin1StringView("ZSTD"), cut);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, windowLog(limit));
    ZSTD_inBuffer in{compressed.data(), static_cast<size_t>(compressed.size()), 0};
    Outlet out(compressed.size(), limit);
    while (true) {
        ZSTD_outBuffer to{out.free(), static_cast<size_t>(out.room()), 0};
        const size_t left = ZSTD_decompressStream(context.get(), &to, &in);
        out.used(static_cast<qsizetype>(to.pos));
        if (ZSTD_isError(left) != 0)
            return corrupt(QLatin1StringView("ZSTD"), ZSTD_getErrorName(left));
        if (left == 0 && in.pos == in.size)
            return out.take();
        if (out.room() == 0 && !out.grow())
            return out.overflow();
        if (in.pos == in.size && to.pos < to.size)
            return corrupt(QLatin1StringView("ZSTD"), cut);
    }
}

Result<QByteArray> inflateLz4(QByteArrayView compressed, qsizetype limit)
{
    LZ4F_dctx *raw = nullptr;
    if (LZ4F_isError(LZ4F_createDecompressionContext(&raw, LZ4F_VERSION)) != 0 || compressed.isEmpty())
        return LZ4F_freeDecompressionContext(raw), corrupt(QLatin1StringView("LZ4"), cut);
    const std::unique_ptr<LZ4F_dctx, LZ4F_errorCode_t (*)(LZ4F_dctx *)> context(raw, LZ4F_freeDecompressionContext);
    Outlet out(compressed.size(), limit);
    qsizetype at = 0;
    while (true) {
        auto written = static_cast<size_t>(out.room());
        auto consumed = static_cast<size_t>(compressed.size() - at);
        const size_t room = written;
        const size_t left = LZ4F_decompress(context.get(), out.free(), &written, compressed.data() + at, &consumed, nullptr);
        if (LZ4F_isError(left) != 0)
            return corrupt(QLatin1StringView("LZ4"), LZ4F_getErrorName(left));
        out.used(static_cast<qsizetype>(written));
        at += static_cast<qsizetype>(consumed);
        if (left == 0 && at == compressed.size())
            return out.take();
        if (out.room() == 0 && !out.grow())
            return out.overflow();
        if (at == compressed.size() && written < room)
            return corrupt(QLatin1StringView("LZ4"), cut);
    }
}

} // namespace rocketdesk::protocol
