// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/connectionfeed.h"

#include "ui/shell/connectionstatus.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int tickMs = 500; // running calls, and the seconds to the next try

ConnectionState stateOf(ClientState::Kind kind)
{
    switch (kind) {
    case ClientState::Kind::Connecting: return ConnectionState::Connecting;
    case ClientState::Kind::Online: return ConnectionState::Online;
    case ClientState::Kind::Lost: return ConnectionState::Lost;
    case ClientState::Kind::Idle: break;
    }
    return ConnectionState::Idle;
}

QString addressOf(const QList<Endpoint> &nameServers)
{
    if (nameServers.isEmpty())
        return {};
    const QString first = nameServers.constFirst().toString();
    return nameServers.size() == 1 ? first : QStringLiteral("%1 +%2").arg(first).arg(nameServers.size() - 1);
}

} // namespace

ConnectionFeed::ConnectionFeed(rocketdesk::Client &client, ConnectionStatus &status)
    : QObject(&status)
    , m_client(&client)
    , m_status(status)
    , m_tick(new QTimer(this))
    , m_address(addressOf(client.profile().nameServers))
{
    connect(&client, &rocketdesk::Client::stateChanged, this, &ConnectionFeed::show);
    connect(&status, &ConnectionStatus::tryNowRequested, &client, &rocketdesk::Client::tryNow);
    connect(&status, &ConnectionStatus::wantedChanged, &client, &rocketdesk::Client::setWanted);
    connect(m_tick, &QTimer::timeout, this, &ConnectionFeed::show);
    m_tick->start(tickMs);
    show();
}

void ConnectionFeed::show()
{
    if (!m_client)
        return;
    const ClientState &state = m_client->state();
    QString detail;
    int seconds = -1;
    if (state.kind == ClientState::Kind::Lost && state.nextTryMs > 0) {
        seconds = static_cast<int>(std::max<qint64>(0, (state.nextTryMs - QDateTime::currentMSecsSinceEpoch() + 999) / 1000));
        detail = tr("Lost, next try in %1 s").arg(seconds);
    }
    m_status.setCalls(m_client->runningCalls());
    if (stateOf(state.kind) != m_status.state() || detail != m_status.detail() || m_address != m_status.address())
        m_status.set(stateOf(state.kind), m_address, detail, state.sinceMs, seconds);
}

} // namespace rocketdesk::ui
