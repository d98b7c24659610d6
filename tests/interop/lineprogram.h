// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"

#include <QHash>
#include <QProcess>

#include <chrono>
#include <optional>

namespace rocketdesk::tests {

/// A line that a program of the tests printed: a word, then name=value pairs.
struct ProgramLine {
    QString word;
    QHash<QString, QString> fields;

    [[nodiscard]] QString value(const char *name) const { return fields.value(QLatin1StringView(name)); }
};

/// A running program that prints such lines, killed by the destructor: JavaProgram, GoProgram.
class LineProgram
{
public:
    Q_DISABLE_COPY_MOVE(LineProgram)

    /// The next line with this word; lines before it are passed over but stay in lines(). None at the end or limit.
    [[nodiscard]] std::optional<ProgramLine> next(const QString &word, std::chrono::milliseconds limit = std::chrono::seconds(60));
    /// Waits for its end; the exit code, or -1 at the limit or after a crash.
    [[nodiscard]] int finish(std::chrono::milliseconds limit = std::chrono::seconds(120));
    /// Everything it has printed so far with this word.
    [[nodiscard]] QList<ProgramLine> lines(const QString &word) const;
    /// Its standard output and error as text, to be shown where a test fails.
    [[nodiscard]] QString transcript();

protected:
    LineProgram() = default;
    ~LineProgram();
    void fail(const QString &why) { m_transcript = why; }

    QProcess m_process;

private:
    void readLines();

    QList<ProgramLine> m_lines;
    qsizetype m_passed = 0; ///< lines that next() has gone over
    QString m_transcript;
};

} // namespace rocketdesk::tests
