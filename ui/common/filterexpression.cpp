// SPDX-License-Identifier: Apache-2.0
#include "ui/common/filterexpression.h"

#include <algorithm>

namespace rocketdesk::ui {

FilterExpression::FilterExpression(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() > 2 && trimmed.startsWith(u'/') && trimmed.endsWith(u'/')) {
        const QRegularExpression pattern(trimmed.mid(1, trimmed.size() - 2), QRegularExpression::CaseInsensitiveOption);
        if (pattern.isValid())
            m_pattern = pattern;
        else
            m_error = pattern.errorString();
        return;
    }
    for (const QString &word : fold(trimmed).split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() > 1 && word.startsWith(u'-'))
            m_excluded << word.mid(1);
        else if (word != QStringLiteral("-"))
            m_words << word;
    }
}

bool FilterExpression::matches(const QString &folded, const QString &text) const
{
    const auto in = [&folded](const QString &word) { return folded.contains(word); };
    if (!std::all_of(m_words.cbegin(), m_words.cend(), in) || std::any_of(m_excluded.cbegin(), m_excluded.cend(), in))
        return false;
    return m_pattern.pattern().isEmpty() || m_pattern.match(text).hasMatch();
}

} // namespace rocketdesk::ui
