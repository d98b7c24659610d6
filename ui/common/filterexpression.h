// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace rocketdesk::ui {

/// What a user types into a filter field: every word must be in the text, `-word` must not, `/x/` is a regular expression.
class FilterExpression final
{
public:
    FilterExpression() = default;
    explicit FilterExpression(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty() && m_excluded.isEmpty() && m_pattern.pattern().isEmpty(); }
    /// What is wrong with the regular expression; empty when all is well. An invalid one lets everything pass.
    [[nodiscard]] QString error() const { return m_error; }
    /// `folded` is the text in folded case (see fold()); `text` as it is, for the regular expression.
    [[nodiscard]] bool matches(const QString &folded, const QString &text) const;
    [[nodiscard]] static QString fold(const QString &text) { return text.toCaseFolded(); }

    friend bool operator==(const FilterExpression &, const FilterExpression &) = default;

private:
    QStringList m_words;
    QStringList m_excluded;
    QRegularExpression m_pattern;
    QString m_error;
};

} // namespace rocketdesk::ui
