// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/goprogram.h"

#include "client/base/result.h"
#include "tests/support/paths.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace rocketdesk::tests {

namespace {

/// Its modules come through the Go module proxy the first time, and stay in Go's own cache.
Result<QString> build()
{
    static const QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("interop"));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GOFLAGS"), QStringLiteral("-mod=readonly -buildvcs=false"));
    QProcess compiler;
    compiler.setProcessChannelMode(QProcess::MergedChannels);
    compiler.setProcessEnvironment(environment);
    compiler.setWorkingDirectory(sourceFolder() + QStringLiteral("/tests/interop/go"));
    compiler.start(QStringLiteral("go"), {QStringLiteral("build"), QStringLiteral("-o"), program, QStringLiteral(".")});
    if (!compiler.waitForFinished(300'000) || compiler.exitStatus() != QProcess::NormalExit || compiler.exitCode() != 0)
        return failed(Error::Kind::Local, QString::fromUtf8(compiler.readAll()) + compiler.errorString(), QStringLiteral("go build"));
    return program;
}

} // namespace

GoProgram::GoProgram(const QString &side, const Endpoint &nameServer, const QStringList &arguments)
{
    static const Result<QString> program = build();
    if (program)
        m_process.start(*program, QStringList{QStringLiteral("--side"), side, QStringLiteral("--namesrv"), nameServer.toString()} + arguments, QIODevice::ReadOnly);
    else
        fail(program.error().remark);
}

} // namespace rocketdesk::tests
