// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/javaprogram.h"

#include "tests/interop/javaclasses.h"

#include <QProcessEnvironment>

namespace rocketdesk::tests {

JavaProgram::JavaProgram(ServerVersion client, const QString &name, const Endpoint &nameServer, const QStringList &arguments,
                         const Environment &environment)
{
    const Result<QString> classes = javaClasses(client);
    if (!classes) {
        fail(classes.error().remark);
        return;
    }
    auto variables = QProcessEnvironment::systemEnvironment();
    for (auto entry = environment.cbegin(); entry != environment.cend(); ++entry)
        variables.insert(entry.key(), entry.value());
    m_process.setProcessEnvironment(variables);
    const QStringList program = {u"-cp"_qs, *classes + u':' + RealCluster::classPath(client), name,
                                 u"--namesrv"_qs, nameServer.toString()};
    m_process.start(u"java"_qs, javaFlags() + program + arguments, QIODevice::ReadOnly);
}

} // namespace rocketdesk::tests
