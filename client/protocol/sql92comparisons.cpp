// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/sql92parser.h"
#include "client/protocol/sql92values.h"

#include <algorithm>

namespace rocketdesk::protocol::sql92 {

namespace {

struct TextOperator {
    QLatin1StringView keyword;
    Kind plain;
    Kind negated;
};

constexpr TextOperator textOperators[] = {
    {QLatin1StringView("CONTAINS"), Kind::Contains, Kind::NotContains},
    {QLatin1StringView("STARTSWITH"), Kind::StartsWith, Kind::NotStartsWith},
    {QLatin1StringView("ENDSWITH"), Kind::EndsWith, Kind::NotEndsWith},
};

bool isNullLiteral(const Node &node)
{
    return node.kind == Kind::Literal && std::holds_alternative<std::monostate>(node.literal);
}

} // namespace

Node Parser::equal(Node left, Kind kind)
{
    Node right = comparison();
    const int column = left.column;
    if (isNullLiteral(left) || isNullLiteral(right))
        fail(right.column, QStringLiteral("NULL is not compared with = or <>: write IS NULL or IS NOT NULL"));
    if (left.kind == Kind::Literal && right.kind == Kind::Literal && isCondition(left) && !isCondition(right))
        fail(right.column, QStringLiteral("TRUE and FALSE are not compared with this"));
    std::vector<Node> operands;
    operands.push_back(std::move(left));
    operands.push_back(std::move(right));
    return made(kind, column, std::move(operands));
}

Node Parser::isNull(Node left)
{
    const bool negated = takeWord(QLatin1StringView("NOT"));
    if (!takeWord(QLatin1StringView("NULL")))
        failHere(negated ? QStringLiteral("NULL") : QStringLiteral("NULL or NOT NULL"));
    const int column = left.column;
    std::vector<Node> operands;
    operands.push_back(std::move(left));
    return made(negated ? Kind::IsNotNull : Kind::IsNull, column, std::move(operands));
}

Node Parser::order(Node left, Kind kind)
{
    Node right = unary();
    checkOrdered(left);
    checkOrdered(right);
    const int column = left.column;
    std::vector<Node> operands;
    operands.push_back(std::move(left));
    operands.push_back(std::move(right));
    return made(kind, column, std::move(operands));
}

Node Parser::negatable(Node left, bool negated)
{
    if (takeWord(QLatin1StringView("BETWEEN")))
        return between(std::move(left), negated);
    if (takeWord(QLatin1StringView("IN")))
        return in(std::move(left), negated);
    for (const TextOperator &each : textOperators) {
        if (takeWord(each.keyword))
            return textOperation(std::move(left), negated ? each.negated : each.plain);
    }
    return left;
}

Node Parser::between(Node left, bool negated)
{
    Node low = unary();
    if (!takeWord(QLatin1StringView("AND")))
        failHere(QStringLiteral("AND and the upper bound"));
    Node high = unary();
    for (const Node *each : {&left, &low, &high})
        checkOrdered(*each);
    // Brokers refuse constant bounds in the wrong order, but not of NOT BETWEEN.
    if (!negated && !m_error && low.kind == Kind::Literal && high.kind == Kind::Literal) {
        const auto answer = compareValues(valueOf(high.literal), valueOf(low.literal));
        if (!answer || *answer < 0)
            fail(high.column, QStringLiteral("the upper bound is below the lower one"));
    }
    const int column = left.column;
    std::vector<Node> operands;
    operands.push_back(std::move(left));
    operands.push_back(std::move(low));
    operands.push_back(std::move(high));
    return made(negated ? Kind::NotBetween : Kind::Between, column, std::move(operands));
}

Node Parser::in(Node left, bool negated)
{
    const int column = left.column;
    if (left.kind != Kind::Property)
        fail(column, QStringLiteral("IN looks at a property: its name stands before IN"));
    expectSymbol(QLatin1StringView("("));
    std::vector<QByteArray> list;
    do {
        list.push_back(takeText());
    } while (!m_error && takeSymbol(QLatin1StringView(",")));
    expectSymbol(QLatin1StringView(")"));
    std::vector<Node> operands;
    operands.push_back(std::move(left));
    Node node = made(negated ? Kind::NotIn : Kind::In, column, std::move(operands));
    node.texts = std::move(list);
    return node;
}

Node Parser::textOperation(Node left, Kind kind)
{
    const int column = left.column;
    std::vector<Node> operands;
    operands.push_back(std::move(left));
    Node node = made(kind, column, std::move(operands));
    node.texts.push_back(takeText());
    return node;
}

/// Only numbers and properties have an order [ComparisonExpression.checkLessThanOperand].
void Parser::checkOrdered(const Node &node)
{
    const bool isText = node.kind == Kind::Literal && std::holds_alternative<QByteArray>(node.literal);
    if (isText || isCondition(node))
        fail(node.column, QStringLiteral("only numbers are compared by <, <=, >, >= and BETWEEN"));
}

bool Parser::atNegatable(size_t ahead) const
{
    return atWord(QLatin1StringView("BETWEEN"), ahead) || atWord(QLatin1StringView("IN"), ahead)
        || std::any_of(std::begin(textOperators), std::end(textOperators), [this, ahead](const TextOperator &each) { return atWord(each.keyword, ahead); });
}

} // namespace rocketdesk::protocol::sql92
