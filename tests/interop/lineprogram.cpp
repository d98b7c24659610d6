// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/lineprogram.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace rocketdesk::tests {

namespace {

QString unescaped(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\' || i + 1 == text.size()) {
            result += text.at(i);
            continue;
        }
        const QChar next = text.at(++i);
        result += next == u't' ? QChar(u'\t') : next == u'n' ? QChar(u'\n') : next == u'r' ? QChar(u'\r') : next;
    }
    return result;
}

ProgramLine parsed(const QString &text)
{
    const QStringList parts = text.split(u'\t');
    ProgramLine line{.word = parts.constFirst()};
    for (const QString &part : parts.sliced(1))
        line.fields.insert(part.section(u'=', 0, 0), unescaped(part.sliced(part.indexOf(u'=') + 1)));
    return line;
}

} // namespace

LineProgram::~LineProgram()
{
    m_process.kill();
    m_process.waitForFinished(5'000);
}

std::optional<ProgramLine> LineProgram::next(const QString &word, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    while (true) {
        readLines();
        while (m_passed < m_lines.size()) {
            const ProgramLine &line = m_lines.at(m_passed++);
            if (line.word == word)
                return line;
        }
        if (!m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime())) && !m_process.canReadLine())
            return std::nullopt;
    }
}

int LineProgram::finish(std::chrono::milliseconds limit)
{
    const bool ended = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(static_cast<int>(limit.count()));
    readLines();
    return ended && m_process.exitStatus() == QProcess::NormalExit && m_process.error() != QProcess::FailedToStart ? m_process.exitCode() : -1;
}

QList<ProgramLine> LineProgram::lines(const QString &word) const
{
    QList<ProgramLine> found;
    std::copy_if(m_lines.cbegin(), m_lines.cend(), std::back_inserter(found), [&](const ProgramLine &line) { return line.word == word; });
    return found;
}

QString LineProgram::transcript()
{
    readLines();
    m_transcript += QString::fromUtf8(m_process.readAllStandardError());
    return m_transcript;
}

void LineProgram::readLines()
{
    m_process.setReadChannel(QProcess::StandardOutput);
    while (m_process.canReadLine()) {
        const QString text = QString::fromUtf8(m_process.readLine()).chopped(1);
        m_transcript += text + u'\n';
        m_lines << parsed(text);
    }
}

} // namespace rocketdesk::tests
