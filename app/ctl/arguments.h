// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"

#include <QHash>
#include <QStringList>

#include <limits>
#include <optional>
#include <vector>

namespace rocketdesk::ctl {

/// An option as it is written and explained.
struct Option {
    const char *name; ///< "--from"
    const char *value; ///< what its value is called in the help; null = it has none
    const char *meaning;
    bool repeatable = false;
    int words = 1; ///< that its value has: the next two for "--between T1 T2"
};

/// A failure whose remark is one sentence about what was typed.
[[nodiscard]] Failure wrongUsage(const QString &sentence);

/// What was typed after the command's name. Failures are InvalidArgument with a sentence.
class Arguments final
{
public:
    /// "--name value" and "--name=value" in any order; "--" ends the options.
    [[nodiscard]] static Result<Arguments> parse(const QStringList &typed, const std::vector<Option> &known);

    [[nodiscard]] const QStringList &positional() const { return m_positional; }
    [[nodiscard]] bool has(const char *option) const { return m_values.contains(QLatin1StringView(option)); }
    [[nodiscard]] std::optional<QString> value(const char *option) const;
    /// Of an option that may be given several times, or that has several words.
    [[nodiscard]] QStringList values(const char *option) const { return m_values.value(QLatin1StringView(option)); }
    /// A whole number within the bounds; nothing where the option is not given.
    [[nodiscard]] Result<std::optional<qint64>> number(const char *option, qint64 least = 0, qint64 most = std::numeric_limits<qint64>::max()) const;
    /// As parseTime().
    [[nodiscard]] Result<std::optional<qint64>> time(const char *option) const;
    /// Both of an option of two words.
    [[nodiscard]] Result<std::optional<std::pair<qint64, qint64>>> times(const char *option) const;

private:
    friend class ArgumentReader;
    QStringList m_positional;
    QHash<QString, QStringList> m_values;
};

/// Epoch ms of a number (epoch ms) or an ISO 8601 date and time (local without a zone); nothing for anything else.
[[nodiscard]] std::optional<qint64> parseTime(const QString &text);

} // namespace rocketdesk::ctl
