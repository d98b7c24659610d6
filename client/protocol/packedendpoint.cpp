// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/packedendpoint.h"

#include <QStringList>
#include <QtEndian>

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

QString ipv4Text(const std::array<char, 16> &raw)
{
    const auto part = [&raw](size_t i) { return QString::number(static_cast<quint8>(raw[i])); };
    return part(0) + u'.' + part(1) + u'.' + part(2) + u'.' + part(3);
}

/// First group and length of the longest run of at least two zero groups.
std::pair<size_t, size_t> longestZeros(const std::array<quint16, 8> &groups)
{
    std::pair<size_t, size_t> best{8, 1};
    for (size_t from = 0; from < 8; ++from) {
        size_t length = 0;
        while (from + length < 8 && groups[from + length] == 0)
            ++length;
        if (length > best.second)
            best = {from, length};
    }
    return best;
}

QString ipv6Text(const std::array<char, 16> &raw)
{
    std::array<quint16, 8> groups{};
    for (size_t i = 0; i < 8; ++i)
        groups[i] = qFromBigEndian<quint16>(raw.data() + 2 * i);
    const auto [from, length] = longestZeros(groups);
    QString text;
    for (size_t i = 0; i < 8; ++i) {
        if (i == from) {
            text += QLatin1StringView("::");
            i += length - 1;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(u':'))
            text += u':';
        text += QString::number(groups[i], 16);
    }
    return text;
}

/// Groups of one side of a "::"; false when a group is none.
bool appendGroups(QStringView side, QList<quint16> &groups)
{
    if (side.isEmpty())
        return true;
    for (const QStringView part : side.split(u':')) {
        bool ok = false;
        const uint value = part.toUInt(&ok, 16);
        if (!ok || part.size() > 4 || part.startsWith(u'+') || groups.size() >= 8)
            return false;
        groups.append(static_cast<quint16>(value));
    }
    return true;
}

/// Rewrites a trailing dotted quad ("::ffff:1.2.3.4") as two groups.
std::optional<QString> withoutDots(QStringView text)
{
    const auto colon = text.lastIndexOf(u':');
    if (!text.contains(u'.'))
        return text.toString();
    const auto quad = ipv4Bytes(text.sliced(colon + 1));
    if (colon < 0 || !quad)
        return std::nullopt;
    const auto pair = [&quad](size_t i) { return QString::number(((*quad)[i] << 8) | (*quad)[i + 1], 16); };
    return text.first(colon + 1).toString() + pair(0) + u':' + pair(2);
}

} // namespace

std::optional<std::array<quint8, 4>> ipv4Bytes(QStringView text)
{
    const auto parts = text.split(u'.');
    if (parts.size() != 4)
        return std::nullopt;
    std::array<quint8, 4> bytes{};
    for (qsizetype i = 0; i < 4; ++i) {
        bool ok = false;
        const uint value = parts.at(i).toUInt(&ok);
        if (!ok || value > 255 || parts.at(i).size() > 3 || parts.at(i).startsWith(u'+'))
            return std::nullopt;
        bytes[static_cast<size_t>(i)] = static_cast<quint8>(value);
    }
    return bytes;
}

std::optional<std::array<quint16, 8>> ipv6Groups(QStringView text)
{
    const auto plain = withoutDots(text);
    if (!plain || !plain->contains(u':'))
        return std::nullopt;
    const QStringView whole(*plain);
    const auto gap = whole.indexOf(QLatin1StringView("::"));
    QList<quint16> head;
    QList<quint16> tail;
    if (!appendGroups(gap < 0 ? whole : whole.first(gap), head) || (gap >= 0 && !appendGroups(whole.sliced(gap + 2), tail)))
        return std::nullopt;
    const qsizetype count = head.size() + tail.size();
    if (gap < 0 ? count != 8 : count > 7)
        return std::nullopt;
    std::array<quint16, 8> groups{};
    std::copy(head.cbegin(), head.cend(), groups.begin());
    std::copy(tail.crbegin(), tail.crend(), groups.rbegin());
    return groups;
}

QString PackedEndpoint::host() const
{
    return isIpv6() ? ipv6Text(address) : ipv4Text(address);
}

QString PackedEndpoint::toString() const
{
    return isIpv6() ? u'[' + host() + QLatin1StringView("]:") + QString::number(port) : host() + u':' + QString::number(port);
}

Endpoint PackedEndpoint::toEndpoint() const
{
    return {host(), port > 0 && port <= 65535 ? static_cast<quint16>(port) : quint16{0}};
}

std::optional<PackedEndpoint> PackedEndpoint::of(QStringView numericHost, qint32 port)
{
    PackedEndpoint packed;
    packed.port = port;
    if (const auto quad = ipv4Bytes(numericHost)) {
        std::transform(quad->begin(), quad->end(), packed.address.begin(), [](quint8 byte) { return static_cast<char>(byte); });
        return packed;
    }
    const auto groups = ipv6Groups(numericHost);
    if (!groups)
        return std::nullopt;
    packed.length = 16;
    for (size_t i = 0; i < 8; ++i)
        qToBigEndian((*groups)[i], packed.address.data() + 2 * i);
    return packed;
}

std::optional<PackedEndpoint> PackedEndpoint::ofBytes(QByteArrayView bytes, qint32 port)
{
    if (bytes.size() != 4 && bytes.size() != 16)
        return std::nullopt;
    PackedEndpoint packed;
    packed.length = static_cast<quint8>(bytes.size());
    packed.port = port;
    std::copy(bytes.begin(), bytes.end(), packed.address.begin());
    return packed;
}

} // namespace rocketdesk::protocol
