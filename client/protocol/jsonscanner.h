// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/textview.h"

namespace rocketdesk::protocol {

/// Steps through JSON text without building anything; the ground that the header parser and JsonReader stand on.
/// Every function skips white space first, gives false instead of reading past the end, and leaves no state behind.
class JsonScanner final
{
public:
    static constexpr int maxDepth = 64;

    explicit JsonScanner(QByteArrayView text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    /// Next character; 0 at the end.
    [[nodiscard]] char peek()
    {
        skipSpace();
        return m_at < m_end ? *m_at : '\0';
    }
    /// Steps over it if it is next.
    [[nodiscard]] bool take(char expected)
    {
        skipSpace();
        if (m_at == m_end || *m_at != expected)
            return false;
        ++m_at;
        return true;
    }
    /// A text in quotes. Most have no escape, and are found here.
    [[nodiscard]] bool string(TextView &out)
    {
        if (!take('"'))
            return false;
        const char *at = m_at;
        while (at < m_end && *at != '"' && *at != '\\')
            ++at;
        if (at == m_end || *at != '"')
            return escapedString(out);
        out = {QByteArrayView(m_at, at - m_at), false};
        m_at = at + 1;
        return true;
    }
    [[nodiscard]] bool bare(QByteArrayView &out); ///< number, true, false, null, or an unquoted word
    [[nodiscard]] bool scalar(TextView &out); ///< a text or a bare word; null gives a null view
    [[nodiscard]] bool rawValue(QByteArrayView &out); ///< any value, unread; brackets must match, at most maxDepth deep
    [[nodiscard]] const char *position() const { return m_at; }
    void moveTo(const char *position) { m_at = position; } ///< within the text
    [[nodiscard]] QByteArrayView rest() const { return {m_at, m_end - m_at}; }

private:
    void skipSpace()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
            ++m_at;
    }
    /// The same behind the opening quote.
    [[nodiscard]] bool escapedString(TextView &out);

    const char *m_at;
    const char *m_end;
};

} // namespace rocketdesk::protocol
