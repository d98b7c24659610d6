// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/sql92parser.h"

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
