// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"

#include <QPointer>

class QTimer;

namespace rocketdesk::ui {

class ConnectionStatus;

/// Tells a status what its client says: state, the seconds to the next try, how many calls run. A child of the status.
class ConnectionFeed final : public QObject
{
    Q_OBJECT

public:
    ConnectionFeed(rocketdesk::Client &client, ConnectionStatus &status);

private:
    void show();

    QPointer<rocketdesk::Client> m_client;
    ConnectionStatus &m_status;
    QTimer *m_tick;
    QString m_address;
};

} // namespace rocketdesk::ui
