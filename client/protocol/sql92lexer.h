// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace rocketdesk::protocol::sql92 {

enum class TokenKind {
    Word, ///< a keyword or a name
    Whole, ///< digits, perhaps with an L
    Real,
    Text, ///< in single quotes
    Symbol, ///< = <> > >= < <= ( ) , + -
    Broken, ///< characters that are no token; an error only where the parser gets to them
    End,
};

struct Token {
    TokenKind kind = TokenKind::End;
    int column = 0;
    QStringView raw; ///< as written, quotes and all
    QString text; ///< of Text: what the quotes hold
    QString reason; ///< of Broken
};

/// Cuts a filter into tokens; ends with End, or with the first Broken. The tokens view into `text`.
[[nodiscard]] std::vector<Token> tokenize(QStringView text);

/// Keyword of RocketMQ, upper and lower case apart.
[[nodiscard]] bool isKeyword(QStringView word, bool textOperators);

} // namespace rocketdesk::protocol::sql92
