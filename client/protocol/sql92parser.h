// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/sql92.h"
#include "client/protocol/sql92ast.h"
#include "client/protocol/sql92lexer.h"

namespace rocketdesk::protocol::sql92 {

/// Recursive descent over RocketMQ's grammar. After the first error nothing is read any more, and error() has it.
class Parser final
{
public:
    Parser(const std::vector<Token> &tokens, Sql92Rules rules) : m_tokens(tokens), m_rules(rules) {}

    [[nodiscard]] Node parse();
    [[nodiscard]] const std::optional<Sql92Error> &error() const { return m_error; }

private:
    Node disjunction();
    Node conjunction();
    Node equality();
    Node comparison();
    Node unary();
    Node primary();

    Node logic(Kind kind, QLatin1StringView keyword, Node (Parser::*operand)());
    Node equal(Node left, Kind kind);
    Node isNull(Node left);
    Node order(Node left, Kind kind);
    Node between(Node left, bool negated);
    Node in(Node left, bool negated);
    Node textOperation(Node left, Kind kind);
    Node negatable(Node left, bool negated);
    Node number(const Token &token);

    [[nodiscard]] Node asCondition(Node node);
    [[nodiscard]] Node made(Kind kind, int column, std::vector<Node> operands);
    void checkOrdered(const Node &node);
    [[nodiscard]] QByteArray takeText();

    [[nodiscard]] const Token &peek(size_t ahead = 0) const { return m_tokens[std::min(m_at + ahead, m_tokens.size() - 1)]; }
    [[nodiscard]] bool atWord(QLatin1StringView keyword, size_t ahead = 0) const;
    [[nodiscard]] bool atSymbol(QLatin1StringView symbol) const;
    [[nodiscard]] bool atNegatable(size_t ahead) const;
    bool takeWord(QLatin1StringView keyword);
    bool takeSymbol(QLatin1StringView symbol);
    void expectSymbol(QLatin1StringView symbol);
    void fail(int column, const QString &reason);
    void failHere(const QString &wanted);

    const std::vector<Token> &m_tokens;
    Sql92Rules m_rules;
    size_t m_at = 0;
    int m_nesting = 0;
    std::optional<Sql92Error> m_error;
};

} // namespace rocketdesk::protocol::sql92
