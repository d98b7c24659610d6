// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/serveraddresses.h"

#include <QRegularExpression>
#include <QUrl>

namespace rocketdesk {

namespace {

constexpr int vipPortOffset = 2;
constexpr int httpPort = 80;

} // namespace

bool addressesChanged(QStringList before, QStringList after)
{
    before.sort();
    after.sort();
    return before != after;
}

QString vipAddress(bool enabled, const QString &address)
{
    const auto endpoint = Endpoint::parse(address);
    if (!enabled || !endpoint || endpoint->port <= vipPortOffset)
        return address;
    return Endpoint{endpoint->host, static_cast<quint16>(endpoint->port - vipPortOffset)}.toString();
}

QString discoveryUrl(const QString &endpoint, const QString &unit)
{
    return unit.isEmpty() ? endpoint : QStringLiteral("%1-%2?nofix=1").arg(endpoint, unit);
}

QStringList addressesFromEnvironment(const QMap<QString, QString> &environment)
{
    QStringList addresses;
    for (const QString &part : environment.value(QStringLiteral("NAMESRV_ADDR")).split(u';', Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            addresses << part.trimmed();
    }
    return addresses;
}

InstanceEndpoint parseInstanceEndpoint(const QString &endpoint)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:\\w+://|)(MQ_INST_\\w+_\\w+)\\..*"), QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(endpoint);
    const auto scheme = endpoint.indexOf(QLatin1StringView("://"));
    return {.isInstance = match.hasMatch(), .instanceId = match.captured(1), .address = scheme < 0 ? endpoint : endpoint.mid(scheme + 3)};
}

UrlParts parseUrl(const QString &url)
{
    const QUrl parsed(url);
    return {.protocol = parsed.scheme(), .host = parsed.host(), .port = parsed.port(httpPort), .path = parsed.path(), .query = parsed.query()};
}

} // namespace rocketdesk
