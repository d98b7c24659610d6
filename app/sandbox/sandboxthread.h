// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/sandbox.h"

#include <QThread>

#include <functional>
#include <semaphore>

namespace rocketdesk::sandbox {

/// A sandbox in a thread of its own. The constructor returns once it serves, or has failed; the destructor ends it.
class SandboxThread final
{
public:
    explicit SandboxThread(SandboxOptions options = {});
    ~SandboxThread();
    Q_DISABLE_COPY_MOVE(SandboxThread)

    /// Why it does not serve; success while it does.
    [[nodiscard]] const Result<void> &started() const { return m_started; }
    [[nodiscard]] const Endpoint &nameServer() const { return m_nameServer; }
    [[nodiscard]] const QList<Endpoint> &brokers() const { return m_brokers; } ///< the masters
    [[nodiscard]] const QList<Endpoint> &replicas() const { return m_replicas; }
    /// Runs it in the sandbox's thread; returns when it is done.
    void run(const std::function<void(Sandbox &)> &act);
    /// Sandbox::advance over there; returns when all that was due has happened.
    void advance(milliseconds time)
    {
        run([time](Sandbox &sandbox) { sandbox.advance(time); });
    }
    [[nodiscard]] Faults &faults() { return m_sandbox->faults(); }

private:
    QThread m_thread;
    std::unique_ptr<Sandbox> m_sandbox;
    Result<void> m_started;
    Endpoint m_nameServer;
    QList<Endpoint> m_brokers;
    QList<Endpoint> m_replicas;
    std::binary_semaphore m_ended{0};
};

} // namespace rocketdesk::sandbox
