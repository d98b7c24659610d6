// SPDX-License-Identifier: Apache-2.0
#include "ui/common/columncondition.h"

#include <array>
#include <utility>

namespace rocketdesk::ui {

namespace {

/// A number where it reads as one, grouping commas allowed; else the text.
SortValue operand(const QString &text)
{
    bool isNumber = false;
    const double number = QString(text).remove(u',').toDouble(&isNumber);
    return isNumber ? SortValue(number) : SortValue(text);
}

} // namespace

ColumnCondition::ColumnCondition(const QString &text)
{
    // longer signs first: ">=" also starts with ">"
    static const std::array<std::pair<QLatin1StringView, Operator>, 6> signs = {{
        {QLatin1StringView(">="), Operator::GreaterEqual},
        {QLatin1StringView("<="), Operator::LessEqual},
        {QLatin1StringView("!="), Operator::NotEqual},
        {QLatin1StringView(">"), Operator::Greater},
        {QLatin1StringView("<"), Operator::Less},
        {QLatin1StringView("="), Operator::Equal},
    }};
    const QString trimmed = text.trimmed();
    for (const auto &[sign, meaning] : signs) {
        if (!trimmed.startsWith(sign))
            continue;
        m_text = trimmed.mid(sign.size()).trimmed();
        m_low = operand(m_text);
        m_operator = m_text.isEmpty() ? Operator::None : meaning;
        return;
    }
    if (trimmed.compare(QLatin1StringView("empty"), Qt::CaseInsensitive) == 0)
        m_operator = Operator::Empty;
    else if (trimmed.startsWith(u'~'))
        parsePattern(trimmed.mid(1));
    else if (trimmed.contains(QLatin1StringView("..")))
        parseRange(trimmed);
    else if (!trimmed.isEmpty()) {
        m_operator = Operator::Contains;
        m_text = trimmed;
    }
}

void ColumnCondition::parsePattern(const QString &text)
{
    m_pattern = QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
    m_operator = m_pattern.isValid() && !text.isEmpty() ? Operator::Pattern : Operator::None;
}

void ColumnCondition::parseRange(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1StringView(".."));
    m_low = operand(text.left(at).trimmed());
    m_high = operand(text.mid(at + 2).trimmed());
    m_operator = Operator::Between;
}

bool ColumnCondition::compares(std::weak_ordering order) const
{
    switch (m_operator) {
    case Operator::Equal: return order == 0;
    case Operator::NotEqual: return order != 0;
    case Operator::Greater: return order > 0;
    case Operator::Less: return order < 0;
    case Operator::GreaterEqual: return order >= 0;
    case Operator::LessEqual: return order <= 0;
    default: return true;
    }
}

bool ColumnCondition::matches(const SortValue &value, const QString &text) const
{
    const bool numeric = numberIn(value) && numberIn(m_low);
    switch (m_operator) {
    case Operator::None: return true;
    case Operator::Contains: return text.contains(m_text, Qt::CaseInsensitive);
    case Operator::Pattern: return m_pattern.match(text).hasMatch();
    case Operator::Empty: return text.isEmpty() || text == QStringLiteral("–");
    case Operator::Between: return compareValues(value, m_low) >= 0 && compareValues(value, m_high) <= 0;
    default: return compares(numeric ? compareValues(value, m_low) : text.compare(m_text, Qt::CaseInsensitive) <=> 0);
    }
}

} // namespace rocketdesk::ui
