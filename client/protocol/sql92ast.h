// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <variant>
#include <vector>

namespace rocketdesk::protocol::sql92 {

/// A value while a filter is evaluated; the types are Java's, since brokers convert by them. Texts are UTF-8.
using Value = std::variant<std::monostate, bool, qint32, qint64, double, QByteArrayView>;

/// A value written in a filter.
using Literal = std::variant<std::monostate, bool, qint32, qint64, double, QByteArray>;

enum class Kind {
    Literal,
    Property,
    Negate,
    Truth, ///< a property where a condition belongs: true for the value TRUE only, which no property has
    Not,
    And,
    Or,
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
    Less,
    LessEqual,
    Between,
    NotBetween,
    IsNull,
    IsNotNull,
    In,
    NotIn,
    Contains,
    NotContains,
    StartsWith,
    NotStartsWith,
    EndsWith,
    NotEndsWith,
};

/// One operation of a filter with what it works on.
struct Node {
    Kind kind = Kind::Literal;
    int column = 0;
    int depth = 1; ///< of the tree below, itself included
    Literal literal;
    std::vector<QByteArray> texts; ///< name of the property, text that is looked for, list of IN
    std::vector<Node> operands;
};

/// Whether an operation gives true, false or null, and so may stand where a condition belongs.
[[nodiscard]] inline bool isCondition(const Node &node)
{
    if (node.kind == Kind::Literal)
        return std::holds_alternative<std::monostate>(node.literal) || std::holds_alternative<bool>(node.literal);
    return node.kind >= Kind::Truth;
}

} // namespace rocketdesk::protocol::sql92
