// SPDX-License-Identifier: Apache-2.0
#include "client/remoting/framereader.h"

#include "client/base/remarks.h"

#include <cstring>

namespace rocketdesk {

namespace {

constexpr qsizetype BufferSize = 256 << 10;
constexpr qsizetype Room = 4 << 10; ///< below this the rest moves to the front
constexpr qsizetype FirstLarge = 1 << 20;

} // namespace

char *FrameReader::space()
{
    if (m_largeSize > 0) {
        // Grown by doubling from what has arrived: a frame that promises 32 MiB and sends nothing costs 1 MiB at most.
        if (m_large.size() == m_largeEnd)
            m_large.resize(std::min(m_largeSize, std::max(FirstLarge, m_large.size() * 2)));
        return m_large.data() + m_largeEnd;
    }
    if (m_buffer.isEmpty())
        m_buffer = QByteArray(BufferSize, Qt::Uninitialized);
    if (m_buffer.size() - m_end < Room)
        compact();
    return m_buffer.data() + m_end;
}

qsizetype FrameReader::spaceSize() const
{
    return m_largeSize > 0 ? m_large.size() - m_largeEnd : m_buffer.size() - m_end;
}

void FrameReader::grow(qsizetype bytes)
{
    (m_largeSize > 0 ? m_largeEnd : m_end) += bytes;
}

void FrameReader::compact()
{
    std::memmove(m_buffer.data(), m_buffer.constData() + m_begin, static_cast<std::size_t>(m_end - m_begin));
    m_end -= m_begin;
    m_begin = 0;
}

Result<std::optional<protocol::FrameView>> FrameReader::next()
{
    if (m_largeSize > 0)
        return nextLarge();
    const protocol::Split split = protocol::splitFrame(rest(), m_limits);
    switch (split.status) {
    case protocol::SplitStatus::Refused:
        return failed(Error::Kind::Malformed, QStringLiteral("%1: %2").arg(remarks::lyingLength, QString::fromLatin1(rest().first(std::min<qsizetype>(8, rest().size())).toByteArray().toHex(' '))));
    case protocol::SplitStatus::Incomplete:
        if (split.wanted > BufferSize) {
            m_largeSize = split.wanted;
            m_large = rest().toByteArray();
            m_largeEnd = m_large.size();
        }
        if (m_largeSize > 0 || m_begin == m_end)
            m_begin = m_end = 0;
        return std::optional<protocol::FrameView>();
    case protocol::SplitStatus::Complete:
        m_begin += split.consumed;
        break;
    }
    return parse(split.payload);
}

Result<std::optional<protocol::FrameView>> FrameReader::nextLarge()
{
    if (m_largeEnd < m_largeSize)
        return std::optional<protocol::FrameView>();
    m_done = std::exchange(m_large, {});
    m_largeSize = m_largeEnd = 0;
    return parse(QByteArrayView(m_done).sliced(protocol::lengthWordSize));
}

Result<std::optional<protocol::FrameView>> FrameReader::parse(QByteArrayView payload) const
{
    auto frame = protocol::parseFrame(payload, m_limits);
    if (!frame)
        return failed(std::move(frame.error()));
    return std::optional(*frame);
}

} // namespace rocketdesk
