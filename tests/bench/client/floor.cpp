// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/client/floor.h"

#include <QtEndian>

namespace rocketdesk::bench {

namespace {

constexpr qint64 firstOpaque = 1'000'000'000; // ten digits, so that every opaque fits its place
constexpr qsizetype readBuffer = 256 << 10;

} // namespace

Floor::Floor(QByteArray frame, Load load)
    : m_frame(std::move(frame))
    , m_opaqueAt(m_frame.indexOf(QByteArray::number(firstOpaque)))
    , m_load(load)
{
    m_in.reserve(readBuffer);
    connect(&m_socket, &QTcpSocket::connected, this, &Floor::fill);
    connect(&m_socket, &QTcpSocket::readyRead, this, &Floor::read);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { Q_EMIT done(false); });
}

void Floor::run(const Endpoint &broker)
{
    m_socket.connectToHost(broker.host, broker.port, QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void Floor::fill()
{
    const long long all = m_load.warmUp + m_load.count;
    while (m_sent < all && m_sent - m_ended < m_load.inFlight) {
        char digits[10];
        qint64 opaque = firstOpaque + m_sent++;
        for (int i = 9; i >= 0; --i, opaque /= 10)
            digits[i] = static_cast<char>('0' + opaque % 10);
        const qsizetype at = m_out.size();
        m_out.append(m_frame);
        memcpy(m_out.data() + at + m_opaqueAt, digits, sizeof digits);
    }
    if (!m_out.isEmpty())
        m_socket.write(m_out);
    m_out.resize(0);
}

void Floor::read()
{
    while (true) {
        const qsizetype before = m_in.size();
        m_in.resize(before + readBuffer);
        const qint64 bytes = m_socket.read(m_in.data() + before, readBuffer);
        m_in.resize(before + std::max<qint64>(bytes, 0));
        if (bytes <= 0)
            break;
        qsizetype at = 0;
        while (m_in.size() - at >= 4) {
            const auto size = qFromBigEndian<qint32>(m_in.constData() + at);
            if (m_in.size() - at < 4 + size)
                break;
            answered(QByteArrayView(m_in).sliced(at + 4, size));
            at += 4 + size;
        }
        m_in.remove(0, at);
    }
    fill();
}

void Floor::answered(QByteArrayView frame)
{
    m_failed += frame.contains("\"code\":0,") ? 0 : 1;
    if (++m_ended == m_load.warmUp) {
        m_measure.emplace();
        m_failed = 0;
    }
    if (m_ended < m_load.warmUp + m_load.count)
        return;
    m_measure->print(m_load.count, m_failed);
    Q_EMIT done(m_failed == 0);
}

} // namespace rocketdesk::bench
