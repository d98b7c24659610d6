// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/hostaddress.h"

#include <QNetworkInterface>

namespace rocketdesk {

QHostAddress hostAddress()
{
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
            return address;
    }
    return {};
}

} // namespace rocketdesk
