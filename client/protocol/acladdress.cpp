// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/acladdress.h"

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

Failure noAddress(QStringView text)
{
    return failed(Error::Kind::InvalidArgument, QStringLiteral("\"%1\" is no address or pattern of addresses").arg(text));
}

bool isGroup(QStringView text)
{
    const auto isDigit = [](QChar c) { return c == u'*' || (c.unicode() < 0x80 && (c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f'))); };
    return !text.isEmpty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), isDigit);
}

QStringList groupsOf(QStringView side)
{
    QStringList groups;
    if (side.isEmpty())
        return groups;
    for (const QStringView group : side.split(u':'))
        groups << (group.isEmpty() || group.contains(u'*') ? group.toString() : group.toString().toUpper().rightJustified(4, u'0'));
    return groups;
}

} // namespace

Result<QStringList> expandAclAddresses(QStringView pattern)
{
    const auto open = pattern.indexOf(u'{');
    const auto close = pattern.indexOf(u'}');
    if (open < 0 && close < 0)
        return QStringList{pattern.trimmed().toString()};
    if (open < 0 || close < open || pattern.indexOf(u'{', open + 1) >= 0 || pattern.indexOf(u'}', close + 1) >= 0)
        return noAddress(pattern);
    QStringList addresses;
    for (const QStringView part : pattern.sliced(open + 1, close - open - 1).split(u','))
        addresses << pattern.first(open).trimmed().toString() + part.trimmed().toString() + pattern.sliced(close + 1).trimmed().toString();
    return addresses;
}

Result<QString> expandIpv6(QStringView address, int parts)
{
    const auto gap = address.indexOf(QLatin1StringView("::"));
    QStringList groups = groupsOf(gap < 0 ? address : address.first(gap));
    const QStringList tail = gap < 0 ? QStringList() : groupsOf(address.sliced(gap + 2));
    const qsizetype missing = parts - groups.size() - tail.size();
    if (gap < 0 ? missing != 0 : missing < 1)
        return noAddress(address);
    groups.append(QStringList(missing, QStringLiteral("0000")));
    groups.append(tail);
    if (!std::all_of(groups.cbegin(), groups.cend(), [](const QString &group) { return isGroup(group); }))
        return noAddress(address);
    return groups.join(u':');
}

} // namespace rocketdesk::protocol
