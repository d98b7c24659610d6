// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/sql92evaluator.h"

#include <algorithm>

namespace rocketdesk::protocol::sql92 {

namespace {

/// Three-valued NOT: nothing known stays nothing known.
Value opposite(const Value &value)
{
    const auto *known = std::get_if<bool>(&value);
    return known == nullptr ? Value() : Value(!*known);
}

bool fits(Kind kind, int answer)
{
    switch (kind) {
    case Kind::Greater: return answer > 0;
    case Kind::GreaterEqual: return answer >= 0;
    case Kind::Less: return answer < 0;
    default: return answer <= 0;
    }
}

/// Java's String + number types differ by wrapping, and so does the negation of the smallest number.
template <typename T>
T wrappedNegative(T value)
{
    using Unsigned = std::make_unsigned_t<T>;
    return static_cast<T>(Unsigned{0} - static_cast<Unsigned>(value));
}

} // namespace

Sql92::Verdict Evaluator::verdict(const Node &root)
{
    const Value result = value(root);
    if (m_failed)
        return Sql92::Verdict::Failed;
    const auto *known = std::get_if<bool>(&result);
    if (known == nullptr)
        return Sql92::Verdict::Null;
    return *known ? Sql92::Verdict::True : Sql92::Verdict::False;
}

Value Evaluator::failure()
{
    m_failed = true;
    return {};
}

Value Evaluator::value(const Node &node)
{
    if (m_failed)
        return {};
    switch (node.kind) {
    case Kind::Literal:
        return valueOf(node.literal);
    case Kind::Property: {
        const auto found = findProperty(m_block, QByteArrayView(node.texts.front()));
        return found ? Value(*found) : Value();
    }
    case Kind::Negate:
        return negated(value(node.operands.front()));
    case Kind::Truth: // a property is a text, and a text is not TRUE
        return isNull(value(node.operands.front())) ? Value() : Value(false);
    case Kind::Not:
        return opposite(value(node.operands.front()));
    case Kind::And:
        return logic(node, false);
    case Kind::Or:
        return logic(node, true);
    case Kind::Equal:
        return equal(value(node.operands[0]), value(node.operands[1]));
    case Kind::NotEqual:
        return opposite(equal(value(node.operands[0]), value(node.operands[1])));
    case Kind::IsNull:
        return isNull(value(node.operands.front()));
    case Kind::IsNotNull:
        return !isNull(value(node.operands.front()));
    case Kind::Between:
    case Kind::NotBetween:
        return between(node);
    case Kind::In:
    case Kind::NotIn:
        return inList(node);
    case Kind::Greater:
    case Kind::GreaterEqual:
    case Kind::Less:
    case Kind::LessEqual:
        return ordered(node.kind, value(node.operands[0]), value(node.operands[1]));
    default:
        return textOperation(node);
    }
}

Value Evaluator::negated(const Value &value) const
{
    if (const auto *whole = std::get_if<qint32>(&value))
        return wrappedNegative(*whole);
    if (const auto *wide = std::get_if<qint64>(&value))
        return wrappedNegative(*wide);
    const auto *real = std::get_if<double>(&value);
    return real == nullptr ? Value() : Value(-*real);
}

/// AND and OR stop at the first operand that decides; one that is not known leaves it open.
Value Evaluator::logic(const Node &node, bool decisive)
{
    bool open = false;
    for (const Node &operand : node.operands) {
        const Value each = value(operand);
        const auto *known = std::get_if<bool>(&each);
        if (known != nullptr && *known == decisive)
            return decisive;
        open = open || known == nullptr;
    }
    return open ? Value() : Value(!decisive);
}

Value Evaluator::equal(const Value &left, const Value &right)
{
    if (m_failed || (isNull(left) && !isNull(right)))
        return {};
    if (isNull(left) || isNull(right))
        return isNull(left);
    const auto answer = compareValues(left, right);
    return answer ? Value(*answer == 0) : failure();
}

Value Evaluator::ordered(Kind kind, const Value &left, const Value &right)
{
    if (m_failed || isNull(left) || isNull(right))
        return {};
    const auto *leftText = std::get_if<QByteArrayView>(&left);
    const auto *rightText = std::get_if<QByteArrayView>(&right);
    if (leftText == nullptr || rightText == nullptr) {
        const auto answer = compareValues(left, right);
        return answer ? Value(fits(kind, *answer)) : failure();
    }
    const auto leftNumber = javaDouble(*leftText);
    const auto rightNumber = javaDouble(*rightText);
    if (!leftNumber || !rightNumber)
        return failure();
    return fits(kind, *compareValues(*leftNumber, *rightNumber));
}

Value Evaluator::between(const Node &node)
{
    const bool inside = node.kind == Kind::Between;
    const Value it = value(node.operands[0]);
    const Value low = ordered(inside ? Kind::GreaterEqual : Kind::Less, it, value(node.operands[1]));
    const auto *lowKnown = std::get_if<bool>(&low);
    if (lowKnown != nullptr && *lowKnown != inside)
        return !inside;
    const Value high = ordered(inside ? Kind::LessEqual : Kind::Greater, it, value(node.operands[2]));
    const auto *highKnown = std::get_if<bool>(&high);
    if (highKnown != nullptr && *highKnown != inside)
        return !inside;
    return lowKnown == nullptr || highKnown == nullptr ? Value() : Value(inside);
}

Value Evaluator::inList(const Node &node)
{
    const Value it = value(node.operands.front());
    const auto *text = std::get_if<QByteArrayView>(&it);
    if (text == nullptr)
        return {};
    const bool found = std::any_of(node.texts.cbegin(), node.texts.cend(), [text](const QByteArray &each) { return *text == each; });
    return found == (node.kind == Kind::In);
}

/// What is no text, missing, or compared with nothing is false here, even for the negated forms.
Value Evaluator::textOperation(const Node &node)
{
    const Value it = value(node.operands.front());
    const auto *text = std::get_if<QByteArrayView>(&it);
    const QByteArray &wanted = node.texts.front();
    if (text == nullptr || wanted.isEmpty())
        return false;
    switch (node.kind) {
    case Kind::Contains: return text->contains(wanted);
    case Kind::NotContains: return !text->contains(wanted);
    case Kind::StartsWith: return text->startsWith(wanted);
    case Kind::NotStartsWith: return !text->startsWith(wanted);
    case Kind::EndsWith: return text->endsWith(wanted);
    default: return !text->endsWith(wanted);
    }
}

} // namespace rocketdesk::protocol::sql92
