// SPDX-License-Identifier: Apache-2.0
#include "client/profile/nameservers.h"

#include "client/profile/profilejson.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <variant>

namespace rocketdesk {

namespace {

constexpr qsizetype longestPaste = 64 * 1024;

using Found = std::variant<Endpoint, Wording>;

/// From `start` to the end of the word; a quotation mark at the start, or right before the name, makes it a quoted one.
QStringView wordAt(QStringView text, qsizetype start)
{
    if (start < text.size() && (text[start] == u'"' || text[start] == u'\'')) {
        const auto close = text.indexOf(text[start], start + 1);
        return text.sliced(start + 1, (close < 0 ? text.size() : close) - start - 1);
    }
    qsizetype end = start;
    while (end < text.size() && !text[end].isSpace() && text[end] != u'"' && text[end] != u'\'')
        ++end;
    return text.sliced(start, end - start);
}

/// The values behind the names or options that name servers are given by; nothing where the text has none of them.
std::optional<QString> namedValues(const QString &text)
{
    static const QRegularExpression setting(
        QStringLiteral("(?:^|[\\s\"'])(?:-D)?(?:NAMESRV_ADDR|namesrvAddr|rocketmq\\.namesrv\\.addr|rocketmq\\.name-server|name-server)\\s*[=:]\\s*"));
    static const QRegularExpression option(QStringLiteral("(?:^|\\s)(?:-n|--namesrvAddr|--namesrv)(?:\\s+|=)"));
    for (const QRegularExpression &pattern : {setting, option}) {
        QStringList values;
        auto matches = pattern.globalMatch(text);
        while (matches.hasNext())
            values << wordAt(text, matches.next().capturedEnd()).toString();
        if (!values.isEmpty())
            return values.join(u';');
    }
    return std::nullopt;
}

bool isIpv6(const QString &host)
{
    QHostAddress address;
    return address.setAddress(host) && address.protocol() == QAbstractSocket::IPv6Protocol;
}

/// Four numbers with dots can only be meant as IPv4.
bool looksLikeIpv4(const QString &host)
{
    static const QRegularExpression dotted(QStringLiteral("^[0-9.]+$"));
    return dotted.match(host).hasMatch();
}

std::optional<Wording> hostProblem(const QString &host)
{
    static const QRegularExpression name(QStringLiteral("^[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.?$"));
    static const QRegularExpression ipv4(QStringLiteral("^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}$"));
    if (host.size() > 253)
        return Wording{QT_TRANSLATE_NOOP("Words", "A host name has at most 253 characters."), {}};
    if (host.contains(u':'))
        return isIpv6(host) ? std::nullopt : std::optional(Wording{QT_TRANSLATE_NOOP("Words", "\"%1\" is no IPv6 address."), {host}});
    if (host.contains(u'*'))
        return Wording{QT_TRANSLATE_NOOP("Words", "A name server needs a whole address, without *."), {}};
    if (looksLikeIpv4(host))
        return ipv4.match(host).hasMatch() ? std::nullopt : std::optional(Wording{QT_TRANSLATE_NOOP("Words", "\"%1\" is no IPv4 address."), {host}});
    if (!name.match(host).hasMatch())
        return Wording{QT_TRANSLATE_NOOP("Words", "\"%1\" is no host name."), {host}};
    return std::nullopt;
}

/// An IPv6 address without brackets: with a port as Java writes it, without one, or impossible to tell.
Found bareIpv6(const QString &text)
{
    const QString port = text.section(u':', -1);
    const QString before = text.section(u':', 0, -2);
    const bool whole = isIpv6(text);
    // A last group that is a usual port: 1000 up, decimal.
    static const QRegularExpression usualPort(QStringLiteral("^[1-9]\\d{3,4}$"));
    const bool split = usualPort.match(port).hasMatch() && port.toUInt() <= 65535 && isIpv6(before);
    if (whole && split)
        return Wording{QT_TRANSLATE_NOOP("Words", "This can be read in two ways: write [%1]:%2 or [%3]."), {before, port, text}};
    if (split)
        return Endpoint{before, static_cast<quint16>(port.toUInt())};
    if (whole)
        return Endpoint{text, nameServerPort};
    return Wording{QT_TRANSLATE_NOOP("Words", "\"%1\" is no IPv6 address."), {text}};
}

/// Takes "scheme://" off; a path or a scheme of something else is a problem.
std::optional<Wording> takeScheme(QString &text)
{
    const auto mark = text.indexOf(QLatin1StringView("://"));
    if (mark < 0)
        return std::nullopt;
    static const QStringList known = {QStringLiteral("rocketmq"), QStringLiteral("tcp"), QStringLiteral("http"), QStringLiteral("https")};
    const QString scheme = text.left(mark).toLower();
    if (!known.contains(scheme))
        return Wording{QT_TRANSLATE_NOOP("Words", "Name servers have no addresses that begin with %1://."), {scheme.left(20)}};
    text = text.mid(mark + 3);
    if (text.endsWith(u'/'))
        text.chop(1);
    if (text.contains(u'/') || text.contains(u'?'))
        return Wording{QT_TRANSLATE_NOOP("Words", "This asks a web server for the name servers: write the addresses it gives."), {}};
    if (text.contains(u'@'))
        return Wording{QT_TRANSLATE_NOOP("Words", "A user in an address means nothing to RocketMQ: set the access key instead."), {}};
    return std::nullopt;
}

Found parseEntry(QString text)
{
    if (auto problem = takeScheme(text))
        return *std::move(problem);
    if (!text.startsWith(u'[') && text.count(u':') > 1)
        return bareIpv6(text);
    if (text.endsWith(u':') || text.startsWith(u':'))
        return text.endsWith(u':') ? Wording{QT_TRANSLATE_NOOP("Words", "The port is missing after the colon."), {}}
                                   : Wording{QT_TRANSLATE_NOOP("Words", "The host is missing before the colon."), {}};
    const QString port = text.startsWith(u'[') ? text.section(QStringLiteral("]:"), 1) : text.section(u':', 1);
    bool isNumber = true;
    const uint number = port.isEmpty() ? nameServerPort : port.toUInt(&isNumber);
    if (!isNumber || number == 0 || number > 65535)
        return Wording{QT_TRANSLATE_NOOP("Words", "The port is a number from 1 to 65535, not \"%1\"."), {port.left(20)}};
    const auto endpoint = Endpoint::parse(text, nameServerPort);
    if (!endpoint)
        return Wording{QT_TRANSLATE_NOOP("Words", "This is no address: write host:port."), {}};
    if (auto problem = hostProblem(endpoint->host))
        return *std::move(problem);
    return *endpoint;
}

} // namespace

QString NameServerList::toString() const
{
    QStringList texts;
    for (const Endpoint &endpoint : endpoints)
        texts << endpoint.toString();
    return texts.join(u';');
}

NameServerList parseNameServers(const QString &pasted)
{
    NameServerList list;
    if (pasted.size() > longestPaste) {
        list.problems.push_back({pasted.left(100), Wording{QT_TRANSLATE_NOOP("Words", "This text is too long for a list of name servers."), {}}});
        return list;
    }
    static const QRegularExpression separators(QStringLiteral("[;,\\s\"']+"));
    const QStringList entries = namedValues(pasted).value_or(pasted).split(separators, Qt::SkipEmptyParts);
    for (const QString &entry : entries) {
        const Found found = parseEntry(entry);
        if (const auto *problem = std::get_if<Wording>(&found)) {
            list.problems.push_back({entry.left(100), {problem->source, problem->arguments}});
            for (QString &argument : list.problems.back().words.arguments)
                argument.truncate(100);
        } else if (const auto &endpoint = std::get<Endpoint>(found); !list.endpoints.contains(endpoint)) {
            list.endpoints << endpoint;
        }
        if (list.endpoints.size() > profilelimits::nameServers || list.problems.size() >= 20) {
            list.problems.push_back({entry.left(100), Wording{QT_TRANSLATE_NOOP("Words", "The list ends here: it has too many entries."), {}}});
            list.endpoints.resize(std::min(list.endpoints.size(), profilelimits::nameServers));
            break;
        }
    }
    return list;
}

} // namespace rocketdesk
