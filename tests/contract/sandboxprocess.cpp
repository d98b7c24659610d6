// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paths.h"
#include "tests/contract/sandboxprocess.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <memory>

namespace rocketdesk::tests {

namespace {

QString program()
{
    return rocketdesk::tests::binaryFolder() + QStringLiteral("/rocketctl");
}

std::unique_ptr<SandboxProcess> &instance()
{
    static std::unique_ptr<SandboxProcess> process;
    return process;
}

} // namespace

bool SandboxProcess::isBuilt()
{
    return QFileInfo(program()).isExecutable();
}

SandboxProcess &SandboxProcess::shared()
{
    if (!instance()) {
        instance() = std::make_unique<SandboxProcess>();
        // Before the application ends, since a QProcess needs one.
        qAddPostRoutine([] { instance().reset(); });
    }
    return *instance();
}

SandboxProcess::SandboxProcess()
{
    m_process.start(program(), {QStringLiteral("sandbox"), QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--rate"), QStringLiteral("0")});
}

SandboxProcess::~SandboxProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5'000))
        m_process.kill();
}

Result<Endpoint> SandboxProcess::nameServer()
{
    if (m_nameServer.isValid())
        return m_nameServer;
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(30'000))
            return failed(Error::Kind::Local, QString::fromUtf8(m_process.readAllStandardError()) + m_process.errorString(), QStringLiteral("rocketctl sandbox"));
    }
    const Result<Endpoint> address = Endpoint::parse(QString::fromUtf8(m_process.readLine()).trimmed());
    if (address)
        m_nameServer = *address;
    return address;
}

} // namespace rocketdesk::tests
