// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"

#include <QMap>
#include <QStringList>

namespace rocketdesk {

/// Has the list of name servers changed, their order apart?
[[nodiscard]] bool addressesChanged(QStringList before, QStringList after);
/// Address of the broker's VIP channel: its port - 2.
[[nodiscard]] QString vipAddress(bool enabled, const QString &address);
/// URL that gives the name servers of a unit over HTTP. [DefaultTopAddressing]
[[nodiscard]] QString discoveryUrl(const QString &endpoint, const QString &unit);
/// NAMESRV_ADDR of the environment, split; ports are filled in when connecting.
[[nodiscard]] QStringList addressesFromEnvironment(const QMap<QString, QString> &environment);

/// An endpoint without its scheme, and the instance it names: "MQ_INST_...". [NameServerAddressUtils]
struct InstanceEndpoint {
    bool isInstance = false;
    QString instanceId; ///< null where it names none
    QString address;
};
[[nodiscard]] InstanceEndpoint parseInstanceEndpoint(const QString &endpoint);

/// The parts of a URL; the port is 80 where none is written.
struct UrlParts {
    QString protocol;
    QString host;
    int port = 80;
    QString path;
    QString query;
};
[[nodiscard]] UrlParts parseUrl(const QString &url);

} // namespace rocketdesk
