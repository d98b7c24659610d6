// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/sql92parser.h"

#include "client/protocol/sql92values.h"

#include <algorithm>
#include <limits>

namespace rocketdesk::protocol::sql92 {

namespace {

/// Deeper filters are refused: parser and evaluator go as deep as the text does.
constexpr int deepest = 200;

struct Comparison {
    QLatin1StringView symbol;
    Kind kind;
};

constexpr Comparison orders[] = {
    {QLatin1StringView(">"), Kind::Greater},
    {QLatin1StringView(">="), Kind::GreaterEqual},
    {QLatin1StringView("<"), Kind::Less},
    {QLatin1StringView("<="), Kind::LessEqual},
};

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

Node Parser::parse()
{
    Node root = disjunction();
    // A broker looks at one token behind the expression: rubbish there is ignored, but it must be a token.
    const bool strict = m_rules.mode == Sql92Rules::Mode::Strict;
    if (!m_error && (strict ? peek().kind != TokenKind::End : peek().kind == TokenKind::Broken))
        failHere(QStringLiteral("AND, OR or the end"));
    return asCondition(std::move(root));
}

Node Parser::disjunction()
{
    return logic(Kind::Or, QLatin1StringView("OR"), &Parser::conjunction);
}

Node Parser::conjunction()
{
    return logic(Kind::And, QLatin1StringView("AND"), &Parser::equality);
}

Node Parser::logic(Kind kind, QLatin1StringView keyword, Node (Parser::*operand)())
{
    const int column = peek().column;
    Node first = (this->*operand)();
    if (!atWord(keyword))
        return first;
    std::vector<Node> operands;
    operands.push_back(asCondition(std::move(first)));
    while (!m_error && takeWord(keyword))
        operands.push_back(asCondition((this->*operand)()));
    return made(kind, column, std::move(operands));
}

Node Parser::equality()
{
    Node left = comparison();
    while (!m_error) {
        if (takeSymbol(QLatin1StringView("=")))
            left = equal(std::move(left), Kind::Equal);
        else if (takeSymbol(QLatin1StringView("<>")))
            left = equal(std::move(left), Kind::NotEqual);
        else if (takeWord(QLatin1StringView("IS")))
            left = isNull(std::move(left));
        else
            break;
    }
    return left;
}

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

Node Parser::comparison()
{
    Node left = unary();
    while (!m_error) {
        const auto sign = std::find_if(std::begin(orders), std::end(orders), [this](const Comparison &each) { return atSymbol(each.symbol); });
        if (sign != std::end(orders)) {
            ++m_at;
            left = order(std::move(left), sign->kind);
        } else if (atWord(QLatin1StringView("NOT"))) {
            if (!atNegatable(1))
                return failHere(QStringLiteral("AND, OR or the end")), left;
            ++m_at;
            left = negatable(std::move(left), true);
        } else if (atNegatable(0)) {
            left = negatable(std::move(left), false);
        } else {
            break;
        }
    }
    return left;
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

Node Parser::unary()
{
    const int column = peek().column;
    if (m_nesting >= deepest)
        return fail(column, QStringLiteral("the filter is nested too deeply")), Node();
    ++m_nesting;
    Node node;
    if (takeSymbol(QLatin1StringView("+"))) {
        node = unary();
    } else if (takeSymbol(QLatin1StringView("-"))) {
        std::vector<Node> operands;
        operands.push_back(unary());
        node = made(Kind::Negate, column, std::move(operands));
    } else if (takeWord(QLatin1StringView("NOT"))) {
        std::vector<Node> operands;
        operands.push_back(asCondition(unary()));
        node = made(Kind::Not, column, std::move(operands));
    } else {
        node = primary();
    }
    --m_nesting;
    return node;
}

Node Parser::primary()
{
    const Token &token = peek();
    Node node;
    node.column = token.column;
    if (takeSymbol(QLatin1StringView("("))) {
        node = disjunction();
        expectSymbol(QLatin1StringView(")"));
        return node;
    }
    if (token.kind == TokenKind::Text)
        return node.literal = takeText(), node;
    if (token.kind == TokenKind::Whole || token.kind == TokenKind::Real)
        return number(token);
    if (takeWord(QLatin1StringView("NULL")))
        return node;
    if (atWord(QLatin1StringView("TRUE")) || atWord(QLatin1StringView("FALSE"))) {
        node.literal = takeWord(QLatin1StringView("TRUE")) || (++m_at, false);
        return node;
    }
    if (token.kind != TokenKind::Word || isKeyword(token.raw, m_rules.textOperators))
        return failHere(QStringLiteral("a property, a value or a bracket")), node;
    node.kind = Kind::Property;
    node.texts.push_back(token.raw.toLatin1());
    ++m_at;
    return node;
}

Node Parser::number(const Token &token)
{
    Node node;
    node.column = token.column;
    ++m_at;
    bool ok = false;
    if (token.kind == TokenKind::Real) {
        const double real = token.raw.toDouble(&ok);
        if (!ok || real > std::numeric_limits<double>::max() || real < std::numeric_limits<double>::denorm_min())
            fail(token.column, QStringLiteral("brokers refuse %1: zero is written 0, and the rest must fit a double").arg(token.raw));
        node.literal = real;
        return node;
    }
    const QStringView digits = token.raw.endsWith(u'l', Qt::CaseInsensitive) ? token.raw.chopped(1) : token.raw;
    const qint64 whole = digits.toLongLong(&ok);
    if (!ok)
        fail(token.column, QStringLiteral("%1 does not fit 64 bits").arg(token.raw));
    if (whole <= std::numeric_limits<qint32>::max())
        node.literal = static_cast<qint32>(whole);
    else
        node.literal = whole;
    return node;
}

Node Parser::asCondition(Node node)
{
    if (m_error || isCondition(node))
        return node;
    const int column = node.column;
    if (node.kind != Kind::Property)
        return fail(column, QStringLiteral("this is no condition: compare it with something")), node;
    if (m_rules.mode == Sql92Rules::Mode::Strict)
        return fail(column, QStringLiteral("\"%1\" alone is never true: compare it with something").arg(QString::fromLatin1(node.texts.front()))), node;
    std::vector<Node> operands;
    operands.push_back(std::move(node));
    return made(Kind::Truth, column, std::move(operands));
}

Node Parser::made(Kind kind, int column, std::vector<Node> operands)
{
    Node node;
    node.kind = kind;
    node.column = column;
    for (const Node &operand : operands)
        node.depth = std::max(node.depth, operand.depth + 1);
    if (node.depth > deepest)
        fail(column, QStringLiteral("the filter is nested too deeply"));
    node.operands = std::move(operands);
    return node;
}

/// Only numbers and properties have an order [ComparisonExpression.checkLessThanOperand].
void Parser::checkOrdered(const Node &node)
{
    const bool isText = node.kind == Kind::Literal && std::holds_alternative<QByteArray>(node.literal);
    if (isText || isCondition(node))
        fail(node.column, QStringLiteral("only numbers are compared by <, <=, >, >= and BETWEEN"));
}

QByteArray Parser::takeText()
{
    if (peek().kind != TokenKind::Text)
        return failHere(QStringLiteral("a text in single quotes")), QByteArray();
    return m_tokens[m_at++].text.toUtf8();
}

bool Parser::atWord(QLatin1StringView keyword, size_t ahead) const
{
    const Token &token = peek(ahead);
    return token.kind == TokenKind::Word && token.raw.compare(keyword, Qt::CaseInsensitive) == 0 && isKeyword(token.raw, m_rules.textOperators);
}

bool Parser::atSymbol(QLatin1StringView symbol) const
{
    return peek().kind == TokenKind::Symbol && peek().raw == symbol;
}

bool Parser::atNegatable(size_t ahead) const
{
    return atWord(QLatin1StringView("BETWEEN"), ahead) || atWord(QLatin1StringView("IN"), ahead)
        || std::any_of(std::begin(textOperators), std::end(textOperators), [this, ahead](const TextOperator &each) { return atWord(each.keyword, ahead); });
}

bool Parser::takeWord(QLatin1StringView keyword)
{
    return !m_error && atWord(keyword) && ++m_at != 0;
}

bool Parser::takeSymbol(QLatin1StringView symbol)
{
    return !m_error && atSymbol(symbol) && ++m_at != 0;
}

void Parser::expectSymbol(QLatin1StringView symbol)
{
    if (!takeSymbol(symbol))
        failHere(QStringLiteral("\"%1\"").arg(symbol));
}

void Parser::fail(int column, const QString &reason)
{
    if (!m_error)
        m_error = Sql92Error{column, reason};
}

void Parser::failHere(const QString &wanted)
{
    const Token &token = peek();
    if (token.kind == TokenKind::Broken)
        fail(token.column, token.reason);
    else if (token.kind == TokenKind::End)
        fail(token.column, QStringLiteral("the filter ends where %1 is missing").arg(wanted));
    else
        fail(token.column, QStringLiteral("\"%1\" stands where %2 belongs").arg(token.raw, wanted));
}

} // namespace rocketdesk::protocol::sql92
