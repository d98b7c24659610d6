// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/base/endpoint.h"

#include <QProcess>

namespace rocketdesk::tests {

/// `rocketctl sandbox` as a user starts it, on a free port and without traffic of its own.
class SandboxProcess final
{
public:
    /// Whether this build tree has rocketctl.
    [[nodiscard]] static bool isBuilt();
    /// The one of this executable, gone with it.
    [[nodiscard]] static SandboxProcess &shared();

    SandboxProcess();
    ~SandboxProcess();
    Q_DISABLE_COPY_MOVE(SandboxProcess)

    /// Waits for its first line; fails with its words when it ends or says nothing for 30 s.
    [[nodiscard]] Result<Endpoint> nameServer();

private:
    QProcess m_process;
    Endpoint m_nameServer;
};

} // namespace rocketdesk::tests
