// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/environment.h"
#include "ui/widgets/signs.h"

#include <QObject>

#include <utility>

namespace rocketdesk::ui {

/// What the window says about one connection: set by whoever knows it, shown by tab and status line.
class ConnectionStatus final : public QObject
{
    Q_OBJECT

public:
    ConnectionStatus(QString name, Environment environment, bool readOnly, QObject *parent = nullptr)
        : QObject(parent)
        , m_name(std::move(name))
        , m_environment(environment)
        , m_readOnly(readOnly)
    {
    }

    [[nodiscard]] const QString &name() const { return m_name; }
    void setName(const QString &name)
    {
        m_name = name;
        Q_EMIT changed();
    }
    [[nodiscard]] Environment environment() const { return m_environment; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] ConnectionState state() const { return m_state; }
    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] const QString &detail() const { return m_detail; }
    [[nodiscard]] qint64 sinceMs() const { return m_sinceMs; } ///< of the state, epoch ms; 0 where not known
    [[nodiscard]] int secondsToTry() const { return m_secondsToTry; } ///< where Lost; -1 where not known

    /// `address` is a name server and how many more there are; `detail` replaces the state's word: `Reconnecting, 4 s`.
    void set(ConnectionState state, const QString &address, const QString &detail = {}, qint64 sinceMs = 0, int secondsToTry = -1)
    {
        m_secondsToTry = secondsToTry;
        m_state = state;
        m_sinceMs = sinceMs;
        m_address = address;
        m_detail = detail;
        Q_EMIT changed();
    }

    /// Calls that wait for answers now.
    [[nodiscard]] int calls() const { return m_calls; }
    void setCalls(int calls)
    {
        if (std::exchange(m_calls, calls) != calls)
            Q_EMIT callsChanged();
    }
    void tryNow() { Q_EMIT tryNowRequested(); }
    void setWanted(bool wanted) { Q_EMIT wantedChanged(wanted); }

Q_SIGNALS:
    void changed();
    void callsChanged();
    void tryNowRequested(); ///< a lost connection is to be tried at once
    void wantedChanged(bool wanted); ///< its tab came into sight, or left it

private:
    QString m_name;
    Environment m_environment;
    bool m_readOnly;
    ConnectionState m_state = ConnectionState::Idle;
    QString m_address;
    QString m_detail;
    qint64 m_sinceMs = 0;
    int m_secondsToTry = -1;
    int m_calls = 0;
};

} // namespace rocketdesk::ui
