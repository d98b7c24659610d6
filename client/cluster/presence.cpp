// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/presence.h"

#include "client/base/logcategories.h"
#include "client/commands/nameserver.h"

#include <QPointer>

namespace rocketdesk {

Presence::Presence(Cluster &cluster, QObject *parent)
    : QObject(parent)
    , m_cluster(cluster)
{
    m_state.sinceMs = m_cluster.clock().wallMs();
    connect(&m_cluster.remoting(), &Remoting::connectionChanged, this, &Presence::connectionChanged);
    m_cluster.onNameServersAsked([this](const std::optional<Error> &error) { nameServersAsked(error); });
}

Presence::~Presence()
{
    m_cluster.onNameServersAsked({});
}

Presence::Need Presence::need()
{
    ++m_needs;
    reconsider();
    return {this, [presence = QPointer<Presence>(this)](void *) {
                if (!presence)
                    return;
                --presence->m_needs;
                presence->reconsider();
            }};
}

void Presence::reconsider()
{
    const bool running = m_running.isRunning();
    if (running == (m_needs > 0))
        return;
    m_running.cancel();
    m_running = running ? Call() : whenDone(keepAlive(), this, [](Result<void>) {});
}

void Presence::tryNow()
{
    m_backoff.reset();
    m_running.cancel();
    m_running = whenDone(keepAlive(), this, [](Result<void>) {});
}

Pending<void> Presence::keepAlive()
{
    do {
        if (m_state.kind == ClientState::Kind::Idle)
            change(ClientState::Kind::Connecting);
        m_pace.restart();
        // Nothing is kept under this namespace: the answer is "not found", and an answer is all that is wanted.
        auto asking = m_cluster.ask(commands::GetKvListByNamespace{.nameSpace = QStringLiteral("x")}, Target::nameServer(), {.origin = Origin::KeepAlive});
        (void)co_await asking;
        const bool lost = m_state.kind == ClientState::Kind::Lost;
        if (!lost) {
            auto waiting = m_pace.next();
            (void)co_await waiting;
            continue;
        }
        const milliseconds pause = m_backoff.next();
        if (m_needs > 0)
            change(ClientState::Kind::Lost, m_state.error, m_cluster.clock().wallMs() + pause.count());
        auto resting = m_cluster.clock().after(pause);
        (void)co_await resting;
    } while (m_needs > 0);
    co_return {};
}

void Presence::nameServersAsked(const std::optional<Error> &error)
{
    if (error) {
        change(ClientState::Kind::Lost, *error);
        return;
    }
    m_backoff.reset();
    change(ClientState::Kind::Online);
}

void Presence::connectionChanged(const Endpoint &, Connection::State state)
{
    if (state == Connection::State::Connecting && m_state.kind == ClientState::Kind::Idle)
        change(ClientState::Kind::Connecting);
    else if (state == Connection::State::Connected && m_state.kind != ClientState::Kind::Lost)
        change(ClientState::Kind::Online);
    else if (state == Connection::State::Closed || state == Connection::State::Disconnected)
        settle();
}

void Presence::settle()
{
    if (m_cluster.remoting().openConnections() <= 1 && m_state.kind == ClientState::Kind::Online)
        change(ClientState::Kind::Idle);
}

void Presence::change(ClientState::Kind kind, const Error &error, qint64 nextTryMs)
{
    ClientState next{.kind = kind, .error = error, .sinceMs = m_state.sinceMs, .nextTryMs = nextTryMs};
    if (kind != m_state.kind) {
        next.sinceMs = m_cluster.clock().wallMs();
        if (kind == ClientState::Kind::Lost)
            qCInfo(logCluster).noquote() << "no name server answers:" << kindName(error.kind) << error.remark << error.where;
        else
            qCInfo(logCluster) << "the name servers are" << (kind == ClientState::Kind::Online ? "online" : kind == ClientState::Kind::Idle ? "idle" : "being connected to");
    }
    if (next == m_state)
        return;
    m_state = next;
    Q_EMIT stateChanged(m_state);
}

} // namespace rocketdesk
