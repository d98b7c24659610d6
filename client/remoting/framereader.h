// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/frame.h"

#include <QByteArray>

namespace rocketdesk {

/// Where a socket's bytes become frames. Small frames are handed out as views into one reused buffer; one that does not fit
/// gets an array of its own, grown with what has arrived, so that a lying length costs nothing.
class FrameReader final
{
public:
    explicit FrameReader(protocol::FrameLimits limits) : m_limits(limits) {}

    /// Free space to read into, at least 4 KiB, at most what is wanted now.
    [[nodiscard]] char *space();
    [[nodiscard]] qsizetype spaceSize() const;
    /// So many bytes were read into space().
    void grow(qsizetype bytes);

    /// The next whole frame without its length word. An empty optional: more bytes are needed. The view lives until the next call.
    [[nodiscard]] Result<std::optional<protocol::FrameView>> next();

    /// The first bytes that came and are not consumed: what a peer that is no RocketMQ server said.
    [[nodiscard]] QByteArrayView rest() const { return QByteArrayView(m_buffer).sliced(m_begin, m_end - m_begin); }

private:
    [[nodiscard]] Result<std::optional<protocol::FrameView>> nextLarge();
    [[nodiscard]] Result<std::optional<protocol::FrameView>> parse(QByteArrayView payload) const;
    void compact();

    protocol::FrameLimits m_limits;
    QByteArray m_buffer;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    QByteArray m_large; ///< a frame bigger than the buffer
    qsizetype m_largeSize = 0; ///< its whole size; 0 = none is under way
    qsizetype m_largeEnd = 0;
    QByteArray m_done; ///< the large frame handed out last, kept for its view
};

} // namespace rocketdesk
