// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/mqadmin.h"

#include "tests/interop/javaclasses.h"

#include <QRegularExpression>

namespace rocketdesk::tests {

QList<QStringList> MqAdmin::Output::rows() const
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    QList<QStringList> found;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#'))
            found << line.split(space, Qt::SkipEmptyParts);
    }
    return found;
}

MqAdmin::Output MqAdmin::run(ServerVersion version, const QStringList &arguments, const Endpoint &nameServer)
{
    const QStringList program = {u"-cp"_qs, RealCluster::classPath(version), u"org.apache.rocketmq.tools.command.MQAdminStartup"_qs};
    QProcess process;
    process.start(u"java"_qs, javaFlags() + program + arguments + QStringList{u"-n"_qs, nameServer.toString()}, QIODevice::ReadOnly);
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    Output output{.exitCode = ended ? process.exitCode() : -1, .errors = QString::fromUtf8(process.readAllStandardError())};
    static const QRegularExpression logging(QStringLiteral("^\\d\\d:\\d\\d:\\d\\d,\\d+ \\|-"));
    for (const QString &line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n')) {
        if (!logging.match(line).hasMatch())
            output.text += line + u'\n';
    }
    if (!ended)
        output.errors += process.errorString();
    return output;
}

} // namespace rocketdesk::tests
