// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace rocketdesk::protocol {

/// Reads big-endian numbers and runs of bytes in order. Ask has() first: the others do not look at the end again.
class ByteReader final
{
public:
    explicit ByteReader(QByteArrayView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool has(qsizetype count) const { return count >= 0 && count <= m_bytes.size() - m_at; }
    [[nodiscard]] qsizetype position() const { return m_at; }

    template <typename T>
    [[nodiscard]] T number()
    {
        Q_ASSERT(has(qsizetype{sizeof(T)}));
        const T value = qFromBigEndian<T>(m_bytes.data() + m_at);
        m_at += qsizetype{sizeof(T)};
        return value;
    }

    [[nodiscard]] QByteArrayView bytes(qsizetype count)
    {
        Q_ASSERT(has(count));
        const QByteArrayView part = m_bytes.sliced(m_at, count);
        m_at += count;
        return part;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

/// Writes a big-endian number behind what is there.
template <typename T>
void appendNumber(QByteArray &to, T value)
{
    char raw[sizeof(T)];
    qToBigEndian<T>(value, raw);
    to.append(raw, qsizetype{sizeof(T)});
}

} // namespace rocketdesk::protocol
