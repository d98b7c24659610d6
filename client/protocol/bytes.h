// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace rocketdesk::protocol {

/// Bytes inside a received frame: a view that keeps its frame alive. Cheap to copy; never changes.
/// A frame made with QByteArray::fromRawData keeps nothing alive: detach what outlives the buffer.
class Bytes final
{
public:
    Bytes() = default;
    explicit Bytes(QByteArray whole) : m_frame(std::move(whole)), m_data(m_frame.constData()), m_size(m_frame.size()) {}

    [[nodiscard]] static Bytes copyOf(QByteArrayView bytes) { return Bytes(bytes.toByteArray()); }

    [[nodiscard]] QByteArrayView view() const { return {m_data, m_size}; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

    /// Part of these bytes in the same frame; the part must lie within them.
    [[nodiscard]] Bytes sliced(qsizetype offset, qsizetype size) const
    {
        Q_ASSERT(offset >= 0 && size >= 0 && size <= m_size - offset);
        Bytes part(*this);
        part.m_data += offset;
        part.m_size = size;
        return part;
    }

    /// The same bytes in a frame of their own.
    [[nodiscard]] Bytes detached() const { return copyOf(view()); }

    /// Shares the frame where these bytes are all of it, else copies.
    [[nodiscard]] QByteArray toByteArray() const
    {
        return m_data == m_frame.constData() && m_size == m_frame.size() ? m_frame : view().toByteArray();
    }

    friend bool operator==(const Bytes &a, const Bytes &b) { return a.view() == b.view(); }

private:
    QByteArray m_frame;
    const char *m_data = nullptr;
    qsizetype m_size = 0;
};

} // namespace rocketdesk::protocol
