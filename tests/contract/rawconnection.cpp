// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/rawconnection.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace rocketdesk::tests {

namespace {

constexpr qsizetype lengthSize = 4;

QByteArray word(qsizetype value)
{
    QByteArray bytes(lengthSize, Qt::Uninitialized);
    qToBigEndian(static_cast<qint32>(value), bytes.data());
    return bytes;
}

QByteArray frame(int code, int opaque, const Fields &fields, const QByteArray &body)
{
    QJsonObject extFields;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        extFields.insert(field.key(), field.value());
    const QByteArray header = QJsonDocument(QJsonObject{{QStringLiteral("code"), code},
                                                        {QStringLiteral("language"), QStringLiteral("CPP")},
                                                        {QStringLiteral("version"), 479},
                                                        {QStringLiteral("opaque"), opaque},
                                                        {QStringLiteral("flag"), 0},
                                                        {QStringLiteral("extFields"), extFields}})
                                  .toJson(QJsonDocument::Compact);
    return word(lengthSize + header.size() + body.size()) + word(header.size()) + header + body;
}

RawReply parsed(const QByteArray &content)
{
    const qsizetype headerSize = qFromBigEndian<qint32>(content.constData()) & 0xffffff;
    const QJsonObject header = QJsonDocument::fromJson(content.mid(lengthSize, headerSize)).object();
    RawReply reply{.code = header.value(QStringLiteral("code")).toInt(-1),
                   .opaque = header.value(QStringLiteral("opaque")).toInt(-1),
                   .remark = header.value(QStringLiteral("remark")).toString(),
                   .body = content.mid(lengthSize + headerSize)};
    const QJsonObject extFields = header.value(QStringLiteral("extFields")).toObject();
    for (auto field = extFields.begin(); field != extFields.end(); ++field)
        reply.fields.insert(field.key(), field.value().toString());
    return reply;
}

} // namespace

RawConnection::RawConnection(const Endpoint &peer)
{
    m_socket.connectToHost(peer.host, peer.port);
    m_socket.waitForConnected(10'000);
}

std::optional<RawReply> RawConnection::ask(int code, const Fields &fields, const QByteArray &body, std::chrono::milliseconds limit)
{
    const int opaque = ++m_opaque;
    m_socket.write(frame(code, opaque, fields, body));
    while (true) {
        const QByteArray length = read(lengthSize, limit);
        if (length.isEmpty())
            return std::nullopt;
        const QByteArray content = read(qFromBigEndian<qint32>(length.constData()), limit);
        if (content.isEmpty())
            return std::nullopt;
        // A push, or the late answer to a call that was given up, is not the answer to this one.
        if (RawReply reply = parsed(content); reply.opaque == opaque)
            return reply;
    }
}

QByteArray RawConnection::read(qsizetype size, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    while (m_socket.bytesAvailable() < size) {
        if (!m_socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return {};
    }
    return m_socket.read(size);
}

QList<int> queueOffsets(const QByteArray &messages)
{
    constexpr qsizetype queueOffsetAt = 20; // total size, magic, body CRC, queue id, flag: four bytes each
    QList<int> found;
    for (qsizetype at = 0; at + queueOffsetAt + 8 <= messages.size();) {
        found << static_cast<int>(qFromBigEndian<qint64>(messages.constData() + at + queueOffsetAt));
        const auto size = qFromBigEndian<qint32>(messages.constData() + at);
        if (size <= 0)
            break;
        at += size;
    }
    return found;
}

} // namespace rocketdesk::tests
