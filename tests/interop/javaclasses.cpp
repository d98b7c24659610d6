// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/javaclasses.h"

#include <QDir>
#include <QTemporaryDir>

#include <map>

namespace rocketdesk::tests {

namespace {

const QTemporaryDir &scratch()
{
    static const QTemporaryDir folder;
    return folder;
}

Result<QString> compile(ServerVersion version)
{
    const QString folder = scratch().filePath(toString(version));
    const QDir sources(QStringLiteral(ROCKETDESK_SOURCE_DIR "/tests/interop/java"));
    QStringList arguments = {QStringLiteral("-nowarn"), QStringLiteral("-encoding"), QStringLiteral("UTF-8"),
                             QStringLiteral("-cp"), RealCluster::classPath(version), QStringLiteral("-d"), folder};
    for (const QString &name : sources.entryList({QStringLiteral("*.java")}))
        arguments << sources.filePath(name);
    QProcess compiler;
    compiler.setProcessChannelMode(QProcess::MergedChannels);
    compiler.start(QStringLiteral("javac"), arguments);
    if (!compiler.waitForFinished(120'000) || compiler.exitStatus() != QProcess::NormalExit || compiler.exitCode() != 0)
        return failed(Error::Kind::Local, QString::fromUtf8(compiler.readAll()) + compiler.errorString(), QStringLiteral("javac"));
    return folder;
}

/// mqadmin of 4.9.7 ends at once without this file; the others don't look for it.
void writeLoggingConfiguration(const QDir &home)
{
    home.mkpath(QStringLiteral("conf"));
    QFile file(home.filePath(QStringLiteral("conf/logback_tools.xml")));
    if (file.open(QIODevice::WriteOnly))
        file.write("<configuration><root level=\"OFF\"/></configuration>");
}

} // namespace

Result<QString> javaClasses(ServerVersion version)
{
    static std::map<ServerVersion, QString> compiled;
    if (const auto found = compiled.find(version); found != compiled.end())
        return found->second;
    Result<QString> folder = compile(version);
    if (folder)
        compiled.emplace(version, *folder);
    return folder;
}

QStringList javaFlags()
{
    static const QString home = [] {
        writeLoggingConfiguration(QDir(scratch().path()));
        return scratch().path();
    }();
    return {QStringLiteral("-XX:TieredStopAtLevel=1"), QStringLiteral("-XX:+UseSerialGC"), QStringLiteral("-Xmx128m"), QStringLiteral("-Dfile.encoding=UTF-8"),
            QStringLiteral("--add-exports=java.base/sun.nio.ch=ALL-UNNAMED"), QStringLiteral("-Duser.home=") + home, QStringLiteral("-Drocketmq.home.dir=") + home};
}

} // namespace rocketdesk::tests
