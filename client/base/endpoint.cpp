// SPDX-License-Identifier: Apache-2.0
#include "client/base/endpoint.h"

namespace rocketdesk {

namespace {

Failure refused(QStringView text, const char *why)
{
    return failed(Error::Kind::InvalidArgument, QStringLiteral("\"%1\" is no address: %2").arg(text, QString::fromLatin1(why)));
}

} // namespace

Result<Endpoint> Endpoint::parse(QStringView text, quint16 defaultPort)
{
    const QStringView trimmed = text.trimmed();
    QStringView host = trimmed;
    QStringView port;
    if (trimmed.startsWith(u'[')) {
        const auto close = trimmed.indexOf(u']');
        if (close < 0)
            return refused(text, "the bracket is not closed");
        host = trimmed.sliced(1, close - 1);
        const QStringView rest = trimmed.sliced(close + 1);
        if (!rest.isEmpty() && !rest.startsWith(u':'))
            return refused(text, "a port follows the bracket after a colon");
        port = rest.isEmpty() ? rest : rest.sliced(1);
    } else if (const auto colon = trimmed.lastIndexOf(u':'); colon >= 0) {
        host = trimmed.first(colon);
        port = trimmed.sliced(colon + 1);
    }
    if (host.isEmpty())
        return refused(text, "the host is missing");
    for (const QChar c : host) {
        if (c.isSpace() || c == u'/' || c == u'@' || c == u',' || c == u';')
            return refused(text, "the host has a character that no host has");
    }
    if (port.isEmpty()) {
        if (defaultPort == 0 || trimmed.endsWith(u':'))
            return refused(text, "the port is missing");
        return Endpoint{host.toString(), defaultPort};
    }
    bool ok = false;
    const uint number = port.toUInt(&ok);
    if (!ok || number == 0 || number > 65535)
        return refused(text, "the port is a number from 1 to 65535");
    return Endpoint{host.toString(), static_cast<quint16>(number)};
}

QString Endpoint::toString() const
{
    return host.contains(u':') ? QStringLiteral("[%1]:%2").arg(host).arg(port) : QStringLiteral("%1:%2").arg(host).arg(port);
}

} // namespace rocketdesk
