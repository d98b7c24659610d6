// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/sortvalue.h"

#include <QRegularExpression>
#include <QString>

namespace rocketdesk::ui {

/// What is typed into a column's own filter: `= != > < >= <= a..b ~regex empty`, else a part of the text.
class ColumnCondition final
{
public:
    ColumnCondition() = default;
    explicit ColumnCondition(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_operator == Operator::None; }
    [[nodiscard]] bool matches(const SortValue &value, const QString &text) const;

private:
    enum class Operator { None, Contains, Equal, NotEqual, Greater, Less, GreaterEqual, LessEqual, Between, Pattern, Empty };

    [[nodiscard]] bool compares(std::weak_ordering order) const;
    void parseRange(const QString &text);
    void parsePattern(const QString &text);

    Operator m_operator = Operator::None;
    SortValue m_low;
    SortValue m_high;
    QString m_text;
    QRegularExpression m_pattern;
};

} // namespace rocketdesk::ui
