// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/messageids.h"

#include "client/protocol/bytereader.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <limits>

namespace rocketdesk::protocol {

namespace {

constexpr QLatin1StringView digits("0123456789ABCDEF");

template <typename T>
void appendHex(QString &text, T value)
{
    const qsizetype before = text.size();
    text.resize(before + static_cast<qsizetype>(sizeof(T)) * 2);
    QChar *to = text.data() + before;
    for (int shift = static_cast<int>(sizeof(T)) * 8 - 4; shift >= 0; shift -= 4)
        *to++ = digits.at(static_cast<qsizetype>((value >> shift) & 0xF));
}

int hexDigit(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    const char16_t lower = unit | 0x20;
    return lower >= u'a' && lower <= u'f' && unit < 0x80 ? lower - u'a' + 10 : -1;
}

/// The bytes of an id of 32 or 56 digits; empty when it is none.
QByteArray idBytes(QStringView text)
{
    if (text.size() != 32 && text.size() != 56)
        return {};
    QByteArray bytes;
    bytes.reserve(text.size() / 2);
    for (qsizetype i = 0; i < text.size(); i += 2) {
        const int high = hexDigit(text.at(i));
        const int low = hexDigit(text.at(i + 1));
        if (high < 0 || low < 0)
            return {};
        bytes += static_cast<char>(high << 4 | low);
    }
    return bytes;
}

Failure noId(QStringView text)
{
    return failed(Error::Kind::InvalidArgument, QStringLiteral("\"%1\" is no message id: it has 32 or 56 hexadecimal digits").arg(text));
}

qint64 startOfMonth(const QDate &day)
{
    return QDate(day.year(), day.month(), 1).startOfDay().toMSecsSinceEpoch();
}

QString prefixOf(const UniqueId &id)
{
    QString text = QString::fromLatin1(id.address.toHex().toUpper());
    appendHex(text, id.processId);
    appendHex(text, id.loaderHash);
    return text;
}

} // namespace

QString offsetIdText(QByteArrayView address, qint32 port, CommitLogOffset offset)
{
    QString text;
    text.reserve(address.size() * 2 + 24);
    for (const char byte : address)
        appendHex(text, static_cast<quint8>(byte));
    appendHex(text, static_cast<quint32>(port));
    appendHex(text, static_cast<quint64>(offset.value()));
    return text;
}

Result<OffsetMessageId> parseOffsetId(QStringView text)
{
    const QByteArray bytes = idBytes(text.trimmed());
    if (bytes.isEmpty())
        return noId(text);
    ByteReader reader(bytes);
    const QByteArrayView address = reader.bytes(bytes.size() - 12);
    const auto port = reader.number<qint32>();
    return OffsetMessageId{*PackedEndpoint::ofBytes(address, port), CommitLogOffset(reader.number<qint64>())};
}

QString UniqueId::toString() const
{
    QString text = prefixOf(*this);
    appendHex(text, static_cast<quint32>(std::clamp<qint64>(msSinceMonthStart, 0, std::numeric_limits<quint32>::max())));
    appendHex(text, counter);
    return text;
}

Result<UniqueId> UniqueId::parse(QStringView text)
{
    const QByteArray bytes = idBytes(text.trimmed());
    if (bytes.isEmpty())
        return noId(text);
    ByteReader reader(bytes);
    UniqueId id;
    id.address = reader.bytes(bytes.size() - 12).toByteArray();
    id.processId = reader.number<quint16>();
    id.loaderHash = reader.number<quint32>();
    id.msSinceMonthStart = reader.number<quint32>();
    id.counter = reader.number<quint16>();
    return id;
}

qint64 UniqueId::timeNear(qint64 nowMs) const
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs).date();
    const qint64 thisMonth = startOfMonth(today) + msSinceMonthStart;
    return thisMonth <= nowMs ? thisMonth : startOfMonth(today.addMonths(-1)) + msSinceMonthStart;
}

UniqueIdGenerator::UniqueIdGenerator(const QByteArray &address, quint16 processId, quint32 loaderHash)
{
    QByteArray host = address;
    if (host.size() != 4 && host.size() != 16) {
        host.resize(4);
        qToBigEndian(QRandomGenerator::global()->generate(), host.data());
    }
    m_prefix = prefixOf({host, processId, loaderHash, 0, 0});
}

QString UniqueIdGenerator::next(qint64 wallMs)
{
    const quint64 claimed = claim(static_cast<quint64>(std::max<qint64>(wallMs, 0)));
    const auto ms = static_cast<qint64>(claimed >> 16);
    QString text;
    text.reserve(m_prefix.size() + 12);
    text += m_prefix;
    appendHex(text, static_cast<quint32>(ms - monthStart(ms)));
    appendHex(text, static_cast<quint16>(claimed));
    return text;
}

QString UniqueIdGenerator::give(Properties &properties, qint64 wallMs)
{
    const QString known = properties.value(property::UniqueKey, QString());
    if (!known.isEmpty())
        return known;
    const QString fresh = next(wallMs);
    properties.set(property::UniqueKey, fresh);
    return fresh;
}

quint64 UniqueIdGenerator::claim(quint64 wallMs)
{
    // The pair only ever grows, so an id cannot come twice: neither when the counter wraps nor when the clock is set back.
    quint64 last = m_last.load(std::memory_order_relaxed);
    quint64 mine = 0;
    do {
        const quint64 here = (wallMs << 16) | ((last + 1) & 0xFFFF);
        mine = std::max(last + 1, here);
    } while (!m_last.compare_exchange_weak(last, mine, std::memory_order_relaxed));
    return mine;
}

qint64 UniqueIdGenerator::monthStart(qint64 wallMs)
{
    const qint64 start = m_monthStart.load(std::memory_order_acquire);
    if (wallMs >= start && wallMs < m_monthEnd.load(std::memory_order_acquire))
        return start;
    const QDate today = QDateTime::fromMSecsSinceEpoch(wallMs).date();
    const qint64 fresh = startOfMonth(today);
    m_monthStart.store(fresh, std::memory_order_release);
    m_monthEnd.store(startOfMonth(today.addMonths(1)), std::memory_order_release);
    return fresh;
}

} // namespace rocketdesk::protocol
