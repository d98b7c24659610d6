// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/sql92lexer.h"

#include <QLatin1StringView>

#include <algorithm>

namespace rocketdesk::protocol::sql92 {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool startsWord(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'$';
}

class Lexer final
{
public:
    explicit Lexer(QStringView text) : m_text(text) {}

    std::vector<Token> run()
    {
        std::vector<Token> tokens;
        do {
            tokens.push_back(next());
        } while (tokens.back().kind != TokenKind::End && tokens.back().kind != TokenKind::Broken);
        return tokens;
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar(); }

    Token next()
    {
        if (!skipBlanks())
            return broken(m_at, QStringLiteral("the comment is not closed"));
        if (m_at >= m_text.size())
            return {TokenKind::End, static_cast<int>(m_text.size()), {}, {}, {}};
        const QChar c = peek();
        if (startsWord(c))
            return word();
        if (isDigit(c) || (c == u'.' && isDigit(peek(1))))
            return number();
        return c == u'\'' ? text() : symbol();
    }

    /// False for a comment without an end.
    bool skipBlanks()
    {
        while (m_at < m_text.size()) {
            const QChar c = peek();
            if (c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f') {
                ++m_at;
            } else if (c == u'-' && peek(1) == u'-') {
                while (m_at < m_text.size() && peek() != u'\n' && peek() != u'\r')
                    ++m_at;
            } else if (c == u'/' && peek(1) == u'*') {
                const auto end = m_text.indexOf(QLatin1StringView("*/"), m_at + 2);
                if (end < 0)
                    return false;
                m_at = end + 2;
            } else {
                break;
            }
        }
        return true;
    }

    Token taken(TokenKind kind, qsizetype start) const { return {kind, static_cast<int>(start), m_text.sliced(start, m_at - start), {}, {}}; }
    static Token broken(qsizetype column, const QString &reason) { return {TokenKind::Broken, static_cast<int>(column), {}, {}, reason}; }

    Token word()
    {
        const qsizetype start = m_at;
        while (startsWord(peek()) || isDigit(peek()))
            ++m_at;
        return taken(TokenKind::Word, start);
    }

    void skipDigits()
    {
        while (isDigit(peek()))
            ++m_at;
    }

    /// The longest token that begins here, as the generated lexer of the broker takes it: "007" is three numbers.
    Token number()
    {
        const qsizetype start = m_at;
        skipDigits();
        const qsizetype wholeEnd = m_at;
        bool real = peek() == u'.';
        if (real) {
            ++m_at;
            skipDigits();
        }
        const qsizetype sign = peek(1) == u'+' || peek(1) == u'-' ? 2 : 1;
        if ((peek() == u'e' || peek() == u'E') && isDigit(peek(sign))) {
            real = true;
            m_at += sign;
            skipDigits();
        }
        if (real)
            return taken(TokenKind::Real, start);
        m_at = m_text.at(start) == u'0' ? start + 1 : wholeEnd;
        if (m_text.at(start) != u'0' && (peek() == u'l' || peek() == u'L'))
            ++m_at;
        return taken(TokenKind::Whole, start);
    }

    Token text()
    {
        const qsizetype start = m_at++;
        QString held;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at++);
            if (c == u'\'' && peek() != u'\'') {
                Token token = taken(TokenKind::Text, start);
                token.text = held;
                return token;
            }
            if (c == u'\'')
                ++m_at;
            held += c;
        }
        return broken(start, QStringLiteral("the text is not closed by a quote"));
    }

    Token symbol()
    {
        const qsizetype start = m_at++;
        const QChar c = m_text.at(start);
        if ((c == u'<' && (peek() == u'=' || peek() == u'>')) || (c == u'>' && peek() == u'='))
            ++m_at;
        else if (!QStringLiteral("=<>(),+-").contains(c))
            return broken(start, QStringLiteral("\"%1\" has no meaning here").arg(c));
        return taken(TokenKind::Symbol, start);
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

constexpr QLatin1StringView keywords[] = {
    QLatin1StringView("NOT"), QLatin1StringView("AND"), QLatin1StringView("OR"), QLatin1StringView("BETWEEN"), QLatin1StringView("IN"),
    QLatin1StringView("TRUE"), QLatin1StringView("FALSE"), QLatin1StringView("NULL"), QLatin1StringView("IS"),
};
constexpr QLatin1StringView textKeywords[] = {
    QLatin1StringView("CONTAINS"), QLatin1StringView("STARTSWITH"), QLatin1StringView("ENDSWITH"),
};

} // namespace

std::vector<Token> tokenize(QStringView text)
{
    return Lexer(text).run();
}

bool isKeyword(QStringView word, bool textOperators)
{
    const auto is = [word](QLatin1StringView keyword) { return word.compare(keyword, Qt::CaseInsensitive) == 0; };
    return std::any_of(std::begin(keywords), std::end(keywords), is)
        || (textOperators && std::any_of(std::begin(textKeywords), std::end(textKeywords), is));
}

} // namespace rocketdesk::protocol::sql92
