// SPDX-License-Identifier: Apache-2.0
#include "ui/common/sortvalue.h"

namespace rocketdesk::ui {

namespace {

std::weak_ordering compareNumbers(double a, double b)
{
    if (a < b)
        return std::weak_ordering::less;
    return a > b ? std::weak_ordering::greater : std::weak_ordering::equivalent;
}

} // namespace

std::optional<double> numberIn(const SortValue &value)
{
    if (const auto *whole = std::get_if<qint64>(&value))
        return static_cast<double>(*whole);
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    return std::nullopt;
}

std::weak_ordering compareValues(const SortValue &a, const SortValue &b)
{
    if (const auto *left = std::get_if<qint64>(&a)) {
        if (const auto *right = std::get_if<qint64>(&b))
            return *left <=> *right;
    }
    const auto left = numberIn(a);
    const auto right = numberIn(b);
    if (left && right)
        return compareNumbers(*left, *right);
    const auto *leftText = std::get_if<QString>(&a);
    const auto *rightText = std::get_if<QString>(&b);
    if (leftText && rightText)
        return leftText->compare(*rightText, Qt::CaseInsensitive) <=> 0;
    // kinds that differ: numbers, then texts, then what is not known
    const auto rank = [](const SortValue &value) { return isUnknown(value) ? 2 : numberIn(value) ? 0 : 1; };
    return rank(a) <=> rank(b);
}

} // namespace rocketdesk::ui
