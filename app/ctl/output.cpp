// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/output.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace rocketdesk::ctl {

namespace {

constexpr qsizetype FlushAt = 64 * 1024;
constexpr auto Gap = QLatin1StringView("  ");

/// 0, or errno.
int writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0)
            return errno;
        bytes = bytes.sliced(written);
    }
    return 0;
}

/// Nobody reads any more, or a signal came while the reader was too slow.
bool endsQuietly(int refusal)
{
    return refusal == EPIPE || refusal == EINTR;
}

struct Column {
    const char *name;
    qsizetype width;
    bool number;
};

/// The union of the rows' names; one that turns up late stands after the name it follows in its row.
std::vector<Column> columnsOf(const std::vector<Line> &rows)
{
    std::vector<Column> columns;
    for (const Line &row : rows) {
        auto place = columns.begin();
        for (const Line::Value &value : row.values()) {
            const auto same = [&](const Column &column) { return qstrcmp(column.name, value.name) == 0; };
            auto column = std::find_if(columns.begin(), columns.end(), same);
            if (column == columns.end())
                column = columns.insert(place, {value.name, qsizetype(qstrlen(value.name)), value.number});
            column->width = std::max(column->width, value.text.size());
            place = column + 1;
        }
    }
    return columns;
}

const Line::Value *valueOf(const Line &row, const char *name)
{
    const auto &values = row.values();
    const auto found = std::find_if(values.cbegin(), values.cend(), [&](const Line::Value &value) { return qstrcmp(value.name, name) == 0; });
    return found == values.cend() ? nullptr : &*found;
}

QByteArray trimmedLine(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line.toUtf8() + '\n';
}

QByteArray tableOf(const std::vector<Line> &rows)
{
    const std::vector<Column> columns = columnsOf(rows);
    QString head;
    for (const Column &column : columns) {
        const QString name = QString::fromLatin1(column.name);
        head += (column.number ? name.rightJustified(column.width) : name.leftJustified(column.width)) + Gap;
    }
    QByteArray table = trimmedLine(head);
    for (const Line &row : rows) {
        QString line;
        for (const Column &column : columns) {
            const Line::Value *value = valueOf(row, column.name);
            const QString text = value ? value->text : QString();
            line += (value && value->number ? text.rightJustified(column.width) : text.leftJustified(column.width)) + Gap;
        }
        table += trimmedLine(line);
    }
    return table;
}

} // namespace

Output::Sinks Output::standard()
{
    return {[](QByteArrayView bytes) { return writeAll(STDOUT_FILENO, bytes); }, [](QByteArrayView bytes) { writeAll(STDERR_FILENO, bytes); }};
}

Output::Output(Sinks sinks, QObject *parent)
    : QObject(parent)
    , m_sinks(std::move(sinks))
{
}

Output::~Output()
{
    flush();
}

void Output::row(const Line &line)
{
    if (m_json)
        write(line.toJson() + '\n');
    else
        m_rows.push_back(line);
}

void Output::endTable()
{
    if (!m_rows.empty())
        write(tableOf(std::exchange(m_rows, {})));
}

void Output::details(const Line &line)
{
    if (m_json)
        return row(line);
    qsizetype width = 0;
    for (const Line::Value &value : line.values())
        width = std::max(width, qsizetype(qstrlen(value.name)));
    for (const Line::Value &value : line.values()) {
        if (!value.text.isEmpty())
            write(QByteArray(value.name).leftJustified(width) + "  " + value.text.toUtf8() + '\n');
    }
}

void Output::text(const QString &line)
{
    write(line.toUtf8() + '\n');
}

void Output::note(const QString &line)
{
    flush(); // in the order in which it was said
    m_sinks.err(line.toUtf8() + '\n');
}

void Output::failure(const Error &error)
{
    note(QStringLiteral("rocketctl: ") + wordsFor(error).line());
}

void Output::failures(const std::vector<Error> &errors)
{
    QStringList said;
    for (const Error &error : errors) {
        if (const QString line = wordsFor(error).line(); !said.contains(line)) {
            said << line;
            failure(error);
        }
    }
}

void Output::silentBroker(const BrokerRef &broker, const Error &error)
{
    failure(error);
    if (m_json)
        row(Line().add("brokerName", broker.name).add("address", broker.address.toString()).add("error", wordsFor(error).line()));
}

void Output::write(QByteArrayView bytes)
{
    if (m_closed)
        return;
    m_gathered += bytes;
    if (m_gathered.size() >= FlushAt)
        flush();
    else if (!std::exchange(m_flushPosted, true))
        QMetaObject::invokeMethod(this, &Output::flush, Qt::QueuedConnection);
}

void Output::flush()
{
    m_flushPosted = false;
    const QByteArray bytes = std::exchange(m_gathered, {});
    const int refusal = bytes.isEmpty() || m_closed ? 0 : m_sinks.out(bytes);
    if (refusal == 0)
        return;
    if (!endsQuietly(refusal)) {
        m_incomplete = true;
        note(QStringLiteral("rocketctl: standard output takes no more, so the results are incomplete: %1").arg(qt_error_string(refusal)));
    }
    close();
}

void Output::close()
{
    if (!std::exchange(m_closed, true))
        Q_EMIT closed();
}

} // namespace rocketdesk::ctl
