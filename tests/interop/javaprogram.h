// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/cluster-fixture/realcluster.h"
#include "tests/interop/lineprogram.h"

namespace rocketdesk::tests {

using JavaLine = ProgramLine;

/// A running program of tests/interop/java: {"Producer", ...} or {"PushConsumer", ...}, whose comments have the arguments.
/// It speaks to whatever name server it is told, through the Java client of the version.
class JavaProgram final : public LineProgram
{
public:
    using Environment = QHash<QString, QString>; ///< ROCKETMQ_ACCESS_KEY and ROCKETMQ_SECRET_KEY sign its calls

    JavaProgram(ServerVersion client, const QString &name, const Endpoint &nameServer, const QStringList &arguments,
                const Environment &environment = {});
};

} // namespace rocketdesk::tests
