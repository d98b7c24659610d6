// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/sql92.h"

#include "client/protocol/sql92evaluator.h"
#include "client/protocol/sql92parser.h"

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

void collectNames(const sql92::Node &node, QSet<QString> &names)
{
    if (node.kind == sql92::Kind::Property)
        names.insert(QString::fromLatin1(node.texts.front()));
    for (const sql92::Node &operand : node.operands)
        collectNames(operand, names);
}

tl::expected<std::shared_ptr<const sql92::Node>, Sql92Error> parsed(const std::vector<sql92::Token> &tokens, Sql92Rules rules)
{
    sql92::Parser parser(tokens, rules);
    auto root = std::make_shared<const sql92::Node>(parser.parse());
    if (parser.error())
        return tl::unexpected(*parser.error());
    return root;
}

/// Why the filter is refused for old brokers where only a text operator stands in the way.
std::optional<Sql92Error> tooNewOperator(const std::vector<sql92::Token> &tokens, Sql92Rules rules)
{
    if (rules.textOperators || !parsed(tokens, {rules.mode, true}))
        return std::nullopt;
    const auto word = std::find_if(tokens.begin(), tokens.end(), [](const sql92::Token &token) {
        return token.kind == sql92::TokenKind::Word && sql92::isKeyword(token.raw, true) && !sql92::isKeyword(token.raw, false);
    });
    if (word == tokens.end())
        return std::nullopt;
    return Sql92Error{word->column, QStringLiteral("%1 needs brokers from 5.0 on, and this topic has an older one").arg(word->raw)};
}

} // namespace

Error Sql92Error::toError() const
{
    return {.kind = Error::Kind::InvalidArgument, .remark = QStringLiteral("column %1: %2").arg(column + 1).arg(reason)};
}

tl::expected<Sql92, Sql92Error> Sql92::parse(QStringView text, Sql92Rules rules)
{
    if (text.size() > longest)
        return tl::unexpected(Sql92Error{static_cast<int>(longest), QStringLiteral("the filter is longer than %1 characters").arg(longest)});
    const std::vector<sql92::Token> tokens = sql92::tokenize(text);
    auto root = parsed(tokens, rules);
    if (root)
        return Sql92(std::move(*root));
    return tl::unexpected(tooNewOperator(tokens, rules).value_or(root.error()));
}

Sql92::Verdict Sql92::evaluate(QByteArrayView propertyBlock) const
{
    return sql92::Evaluator(propertyBlock).verdict(*m_root);
}

QSet<QString> Sql92::properties() const
{
    QSet<QString> names;
    collectNames(*m_root, names);
    return names;
}

} // namespace rocketdesk::protocol
