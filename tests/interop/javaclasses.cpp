// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paths.h"
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
    const QDir sources(rocketdesk::tests::sourceFolder() + QStringLiteral("/tests/interop/java"));
    QStringList arguments = {u"-nowarn"_qs, u"-encoding"_qs, u"UTF-8"_qs,
                             u"-cp"_qs, RealCluster::classPath(version), u"-d"_qs, folder};
    for (const QString &name : sources.entryList({u"*.java"_qs}))
        arguments << sources.filePath(name);
    QProcess compiler;
    compiler.setProcessChannelMode(QProcess::MergedChannels);
    compiler.start(u"javac"_qs, arguments);
    if (!compiler.waitForFinished(120'000) || compiler.exitStatus() != QProcess::NormalExit || compiler.exitCode() != 0)
        return failed(Error::Kind::Local, QString::fromUtf8(compiler.readAll()) + compiler.errorString(), u"javac"_qs);
    return folder;
}

/// mqadmin of 4.9.7 ends at once without this file; the others don't look for it.
void writeLoggingConfiguration(const QDir &home)
{
    home.mkpath(u"conf"_qs);
    QFile file(home.filePath(u"conf/logback_tools.xml"_qs));
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
    return {u"-XX:TieredStopAtLevel=1"_qs,
            u"-XX:+UseSerialGC"_qs,
            u"-Xmx128m"_qs,
            u"-Dfile.encoding=UTF-8"_qs,
            u"-Drocketmq.client.rebalance.waitInterval=1000"_qs,
            u"--add-exports=java.base/sun.nio.ch=ALL-UNNAMED"_qs,
            u"-Duser.home="_qs + home,
            u"-Drocketmq.home.dir="_qs + home};
}

} // namespace rocketdesk::tests
