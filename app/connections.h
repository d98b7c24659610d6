// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/keychain.h"
#include "app/sandbox/sandboxthread.h"
#include "client/base/clock.h"
#include "client/client.h"
#include "client/networkthread.h"
#include "ui/shell/connectiondialog.h"
#include "ui/shell/connectionview.h"

namespace rocketdesk::app {

/// Opens profiles: each one its own client on the one network thread, with what the window says about it. Outlives every
/// connection that it opened.
class Connections final
{
public:
    Connections();
    ~Connections();
    Q_DISABLE_COPY_MOVE(Connections)

    /// Asks the key store for the profile's secrets first; opens without them where it does not give them, so that the cluster's
    /// own words say what is missing.
    [[nodiscard]] Pending<ui::OpenedConnection> open(const Profile &profile);
    /// The embedded cluster, started on first use. Its client is null where it can't be started; the log has the reason.
    [[nodiscard]] ui::OpenedConnection openSandbox();
    /// The embedded cluster anew, for pictures. Clients of the old one are gone before.
    void renewSandbox(const sandbox::SandboxOptions &options);
    [[nodiscard]] sandbox::Faults &sandboxFaults() { return m_sandbox->faults(); } ///< once it is there
    [[nodiscard]] Endpoint sandboxNameServer() const { return m_sandbox->nameServer(); }
    /// Tries a profile without opening it.
    [[nodiscard]] Call test(const ui::ConnectionEditing::Trial &trial, const QObject *context, ui::ConnectionEditing::Seen seen, std::function<void(bool cancelled)> ended);
    [[nodiscard]] SecretStore &secrets() { return m_secrets; }

private:
    [[nodiscard]] ui::OpenedConnection connectionOf(const Profile &profile, Client::Secrets secrets);

    SystemClock m_clock;
    NetworkThread m_network;
    KeychainSecretStore m_secrets;
    std::unique_ptr<sandbox::SandboxThread> m_sandbox;
    QObject m_context;
};

} // namespace rocketdesk::app
