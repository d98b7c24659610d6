// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"
#include "tests/support/paths.h"

#include <QProcess>
#include <QTemporaryDir>

namespace rocketdesk::tests {

/// `rocketctl consume` or another command, as a process of its own: what a crash is like can be seen with it. Killed by the destructor.
class MemberProcess final
{
public:
    MemberProcess(const Endpoint &nameServer, const QStringList &arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ROCKETDESK_HOME"), m_home.path());
        m_process.setProcessEnvironment(environment);
        m_process.start(binaryFolder() + QStringLiteral("/rocketctl"), arguments + QStringList{QStringLiteral("--namesrv"), nameServer.toString()}, QIODevice::ReadOnly);
    }
    /// A member of the group that takes everything.
    MemberProcess(const Endpoint &nameServer, const QString &topic, const QString &group)
        : MemberProcess(nameServer, {QStringLiteral("consume"), topic, QStringLiteral("--group"), group, QStringLiteral("--from"), QStringLiteral("first")})
    {
    }
    ~MemberProcess() { kill(); }
    Q_DISABLE_COPY_MOVE(MemberProcess)

    /// As a crash: no word to any broker.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }
    [[nodiscard]] QProcess &process() { return m_process; }

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

} // namespace rocketdesk::tests
