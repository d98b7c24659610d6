// SPDX-License-Identifier: Apache-2.0
#include "client/profile/addressmapping.h"

namespace rocketdesk {

namespace {

constexpr QChar any = u'*';

Failure refused(QStringView text, const char *why)
{
    return failed(Error::Kind::InvalidArgument,
        QStringLiteral("\"%1\" is no address for a mapping: %2").arg(text.left(200), QString::fromLatin1(why)));
}

/// Does the text fit the pattern, case aside? Steps back to the last * only, so it is never worse than quadratic.
bool fits(QStringView pattern, QStringView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == any) {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p].toCaseFolded() == text[t].toCaseFolded()) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == any)
        ++p;
    return p == pattern.size();
}

} // namespace

Result<AddressMapping::Side> AddressMapping::parseSide(QStringView text)
{
    if (text.isEmpty())
        return failed(Error::Kind::InvalidArgument, QStringLiteral("both sides of a mapping are needed"));
    if (text.size() > 300)
        return refused(text, "it is longer than any address");
    if (!text.startsWith(u'[') && text.count(u':') > 1)
        return refused(text, "write an IPv6 address in brackets");
    const bool anyPort = text.endsWith(QLatin1StringView(":*"));
    const QStringView address = anyPort ? text.chopped(2) : text;
    // Port 1 stands in for "no port": an explicit one is told apart by the text.
    const auto endpoint = Endpoint::parse(address, 1);
    if (!endpoint)
        return failed(endpoint.error());
    const bool hasPort = address.startsWith(u'[') ? !address.endsWith(u']') : address.contains(u':');
    if (anyPort && hasPort)
        return refused(text, "it has two ports");
    return Side{endpoint->host, hasPort ? endpoint->port : quint16(0)};
}

Result<AddressMapping> AddressMapping::parse(const QString &from, const QString &to)
{
    AddressMapping mapping;
    mapping.m_from = from.trimmed();
    mapping.m_to = to.trimmed();
    auto match = parseSide(mapping.m_from);
    if (!match)
        return failed(match.error());
    auto target = parseSide(mapping.m_to);
    if (!target)
        return failed(target.error());
    if (target->host.contains(any) && target->host != any)
        return refused(to, "the host to connect to is whole, or one * that keeps the announced host");
    mapping.m_match = std::move(*match);
    mapping.m_target = std::move(*target);
    return mapping;
}

bool AddressMapping::isExact() const
{
    return !m_match.host.contains(any);
}

std::optional<Endpoint> AddressMapping::apply(const Endpoint &announced) const
{
    if ((m_match.port != 0 && m_match.port != announced.port) || !fits(m_match.host, announced.host))
        return std::nullopt;
    return Endpoint{m_target.host == any ? announced.host : m_target.host, m_target.port == 0 ? announced.port : m_target.port};
}

} // namespace rocketdesk
