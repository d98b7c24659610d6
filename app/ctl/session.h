// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/output.h"
#include "client/client.h"

namespace rocketdesk::ctl {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2 };

/// What a running command works with. Lives until the command has ended.
class Session final : public QObject
{
    Q_OBJECT
public:
    Session(Output &output, Client *client, QObject *parent = nullptr);

    /// Only for commands that connect.
    [[nodiscard]] Client &client() { return *m_client; }
    [[nodiscard]] Output &out() { return m_output; }
    [[nodiscard]] Ask how() const { return {.origin = Origin::CommandLine}; }

    /// Says what went wrong on standard error. Wrong usage where nothing was sent because of what was typed, else failed.
    [[nodiscard]] int fail(const Error &error);
    [[nodiscard]] Pending<int> failNow(const Error &error);
    /// Names the brokers that did not answer; the exit code that this makes.
    [[nodiscard]] int exitAfter(const std::vector<BrokerFailure> &failures);

    /// A command that has to finish what it has begun sets this; without it an interrupt ends the program at once.
    /// After the handler ran the command ends soon, and the exit code is Done whatever it says.
    void onInterrupt(std::function<void()> handler) { m_interrupt = std::move(handler); }
    /// False where nothing is to be finished.
    bool interrupt();

private:
    Output &m_output;
    Client *m_client;
    std::function<void()> m_interrupt;
};

} // namespace rocketdesk::ctl
