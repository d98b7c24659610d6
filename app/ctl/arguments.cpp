// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/arguments.h"

#include <QDateTime>

#include <algorithm>

namespace rocketdesk::ctl {

/// Reads one command line, word by word.
class ArgumentReader final
{
public:
    explicit ArgumentReader(const std::vector<Option> &known) : m_known(known) {}

    Result<Arguments> read(const QStringList &typed)
    {
        for (m_at = 0; m_at < typed.size(); ++m_at) {
            const QString &word = typed[m_at];
            if (m_onlyWords || !word.startsWith(u'-') || word == QLatin1StringView("-"))
                m_read.m_positional << word;
            else if (word == QLatin1StringView("--"))
                m_onlyWords = true;
            else if (const auto taken = option(word, typed); !taken)
                return failed(taken.error());
        }
        return std::move(m_read);
    }

private:
    Result<void> option(const QString &word, const QStringList &typed)
    {
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word : word.left(equals);
        const auto known = std::find_if(m_known.cbegin(), m_known.cend(), [&](const Option &option) { return name == QLatin1StringView(option.name); });
        if (known == m_known.cend())
            return wrongUsage(QStringLiteral("there is no option %1").arg(name));
        if (!known->value && equals >= 0)
            return wrongUsage(QStringLiteral("%1 takes no value").arg(name));
        QStringList &values = m_read.m_values[name];
        if (!values.isEmpty() && !known->repeatable && known->value)
            return wrongUsage(QStringLiteral("%1 is given twice").arg(name));
        if (!known->value)
            values << QString();
        else if (equals >= 0)
            values << word.sliced(equals + 1);
        for (int missing = known->value ? known->words - (equals >= 0 ? 1 : 0) : 0; missing > 0; --missing) {
            if (m_at + 1 >= typed.size() || typed[m_at + 1].startsWith(QLatin1StringView("--")))
                return wrongUsage(QStringLiteral("%1 needs a value: %2").arg(name, QLatin1StringView(known->value)));
            values << typed[++m_at];
        }
        return {};
    }

    const std::vector<Option> &m_known;
    Arguments m_read;
    qsizetype m_at = 0;
    bool m_onlyWords = false;
};

Failure wrongUsage(const QString &sentence)
{
    return failed(Error::Kind::InvalidArgument, sentence);
}

Result<Arguments> Arguments::parse(const QStringList &typed, const std::vector<Option> &known)
{
    return ArgumentReader(known).read(typed);
}

std::optional<QString> Arguments::value(const char *option) const
{
    const auto found = m_values.constFind(QLatin1StringView(option));
    return found == m_values.constEnd() ? std::nullopt : std::optional(found->constLast());
}

Result<std::optional<qint64>> Arguments::number(const char *option, qint64 least, qint64 most) const
{
    const auto text = value(option);
    if (!text)
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = text->toLongLong(&isNumber);
    if (!isNumber)
        return wrongUsage(QStringLiteral("%1 takes a whole number, not \"%2\"").arg(QLatin1StringView(option), *text));
    if (number < least)
        return wrongUsage(QStringLiteral("%1 must be at least %2").arg(QLatin1StringView(option)).arg(least));
    if (number > most)
        return wrongUsage(QStringLiteral("%1 must be at most %2").arg(QLatin1StringView(option)).arg(most));
    return std::optional(number);
}

namespace {

Result<qint64> timeOf(const char *option, const QString &text)
{
    if (const auto time = parseTime(text))
        return *time;
    return wrongUsage(QStringLiteral("%1 takes milliseconds since 1970 or a date and time like 2026-03-01T12:00:00, not \"%2\"").arg(QLatin1StringView(option), text));
}

} // namespace

Result<std::optional<qint64>> Arguments::time(const char *option) const
{
    const auto text = value(option);
    if (!text)
        return std::optional<qint64>();
    return timeOf(option, *text).map([](qint64 time) { return std::optional(time); });
}

Result<std::optional<std::pair<qint64, qint64>>> Arguments::times(const char *option) const
{
    const QStringList texts = values(option);
    if (texts.isEmpty())
        return std::nullopt;
    const auto first = timeOf(option, texts.first());
    const auto last = timeOf(option, texts.last());
    if (!first || !last)
        return failed(first ? last.error() : first.error());
    return std::pair(*first, *last);
}

std::optional<qint64> parseTime(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber)
        return number;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

} // namespace rocketdesk::ctl
