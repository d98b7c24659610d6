// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/cluster-fixture/realcluster.h"

#include <chrono>
#include <optional>

namespace rocketdesk::tests {

/// A line that one of our Java programs printed: a word, then name=value pairs.
struct JavaLine {
    QString word;
    QHash<QString, QString> fields;

    [[nodiscard]] QString value(const char *name) const { return fields.value(QLatin1StringView(name)); }
};

/// A running program of tests/interop/java: {"Producer", ...} or {"PushConsumer", ...}, whose comments have the arguments.
/// It speaks to whatever name server it is told, through the Java client of the version. Killed by the destructor.
class JavaProgram final
{
public:
    using Environment = QHash<QString, QString>; ///< ROCKETMQ_ACCESS_KEY and ROCKETMQ_SECRET_KEY sign its calls

    JavaProgram(ServerVersion client, const QString &name, const Endpoint &nameServer, const QStringList &arguments,
                const Environment &environment = {});
    ~JavaProgram();
    Q_DISABLE_COPY_MOVE(JavaProgram)

    /// The next line with this word; lines before it are passed over but stay in lines(). None at the end or limit.
    [[nodiscard]] std::optional<JavaLine> next(const QString &word, std::chrono::milliseconds limit = std::chrono::seconds(60));
    /// Waits for its end; the exit code, or -1 at the limit or after a crash.
    [[nodiscard]] int finish(std::chrono::milliseconds limit = std::chrono::seconds(120));
    /// Everything it has printed so far with this word.
    [[nodiscard]] QList<JavaLine> lines(const QString &word) const;
    /// Its standard output and error as text, to be shown where a test fails.
    [[nodiscard]] QString transcript();

private:
    void readLines();

    QProcess m_process;
    QList<JavaLine> m_lines;
    qsizetype m_passed = 0; ///< lines that next() has gone over
    QString m_transcript;
};

} // namespace rocketdesk::tests
