// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/sql92values.h"

#include "client/protocol/properties.h"

#include <cmath>
#include <limits>

namespace rocketdesk::protocol::sql92 {

namespace {

/// Order of Java's Double.compareTo: NaN is the largest, -0.0 is below 0.0.
int compareReal(double left, double right)
{
    if (std::isnan(left) || std::isnan(right))
        return static_cast<int>(std::isnan(left)) - static_cast<int>(std::isnan(right));
    if (left == right)
        return static_cast<int>(std::signbit(right)) - static_cast<int>(std::signbit(left));
    return left < right ? -1 : 1;
}

template <typename T>
int compareOrdered(T left, T right)
{
    return left < right ? -1 : static_cast<int>(right < left);
}

double realOf(const Value &value)
{
    if (const auto *whole = std::get_if<qint32>(&value))
        return *whole;
    if (const auto *wide = std::get_if<qint64>(&value))
        return static_cast<double>(*wide);
    return std::get<double>(value);
}

qint64 wholeOf(const Value &value)
{
    const auto *whole = std::get_if<qint32>(&value);
    return whole != nullptr ? *whole : std::get<qint64>(value);
}

bool isNumber(const Value &value)
{
    return std::holds_alternative<qint32>(value) || std::holds_alternative<qint64>(value) || std::holds_alternative<double>(value);
}

int compareNumbers(const Value &left, const Value &right)
{
    if (std::holds_alternative<double>(left) || std::holds_alternative<double>(right))
        return compareReal(realOf(left), realOf(right));
    return compareOrdered(wholeOf(left), wholeOf(right));
}

/// The text as a value of the type of `model`; nothing where it is none.
std::optional<Value> converted(QByteArrayView text, const Value &model)
{
    const auto wrap = [](auto read) { return read ? std::optional<Value>(*read) : std::nullopt; };
    if (std::holds_alternative<bool>(model))
        return Value(isTrue(QString::fromUtf8(text)));
    if (std::holds_alternative<qint32>(model))
        return wrap(javaInt(text));
    if (std::holds_alternative<qint64>(model))
        return wrap(javaLong(text));
    return wrap(javaDouble(text));
}

} // namespace

Value valueOf(const Literal &literal)
{
    return std::visit([](const auto &held) { return Value(held); }, literal);
}

std::optional<qint64> javaLong(QByteArrayView text)
{
    QByteArrayView digits = text;
    if (digits.startsWith('+') || digits.startsWith('-'))
        digits = digits.sliced(1);
    if (digits.isEmpty())
        return std::nullopt;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
    }
    bool ok = false;
    const qint64 value = text.toByteArray().toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<qint32> javaInt(QByteArrayView text)
{
    const auto wide = javaLong(text);
    if (!wide || *wide < std::numeric_limits<qint32>::min() || *wide > std::numeric_limits<qint32>::max())
        return std::nullopt;
    return static_cast<qint32>(*wide);
}

std::optional<double> javaDouble(QByteArrayView text)
{
    QByteArray plain = text.toByteArray().trimmed();
    const bool negative = plain.startsWith('-');
    QByteArray unsignedPart = negative || plain.startsWith('+') ? plain.sliced(1) : plain;
    if (unsignedPart == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (unsignedPart == "Infinity")
        return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (!unsignedPart.isEmpty() && QByteArrayView("dDfF").contains(unsignedPart.back()))
        unsignedPart.chop(1);
    if (unsignedPart.isEmpty() || !QByteArrayView("0123456789.").contains(unsignedPart.front()))
        return std::nullopt;
    bool ok = false;
    const double value = unsignedPart.toDouble(&ok);
    // A number too large for a double is infinity to Java, and no number to Qt.
    if (!ok && !std::isinf(value))
        return std::nullopt;
    return negative ? -value : value;
}

std::optional<int> compareValues(Value left, Value right)
{
    const auto *leftText = std::get_if<QByteArrayView>(&left);
    const auto *rightText = std::get_if<QByteArrayView>(&right);
    if (leftText != nullptr && rightText != nullptr)
        return leftText->compare(*rightText);
    if (leftText != nullptr) {
        const auto value = converted(*leftText, right);
        return value ? compareValues(*value, right) : std::nullopt;
    }
    if (rightText != nullptr) {
        // The broker casts the wrong side here and throws.
        if (std::holds_alternative<bool>(left))
            return std::nullopt;
        const auto value = converted(*rightText, left);
        return value ? compareValues(left, *value) : std::nullopt;
    }
    if (isNumber(left) && isNumber(right))
        return compareNumbers(left, right);
    if (std::holds_alternative<bool>(left) && std::holds_alternative<bool>(right))
        return compareOrdered(std::get<bool>(left), std::get<bool>(right));
    return -1;
}

} // namespace rocketdesk::protocol::sql92
