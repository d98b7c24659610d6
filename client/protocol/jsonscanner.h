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

    [[nodiscard]] char peek(); ///< next character; 0 at the end
    [[nodiscard]] bool take(char expected); ///< steps over it if it is next
    [[nodiscard]] bool string(TextView &out); ///< a text in quotes
    [[nodiscard]] bool bare(QByteArrayView &out); ///< number, true, false, null, or an unquoted word
    [[nodiscard]] bool scalar(TextView &out); ///< a text or a bare word; null gives a null view
    [[nodiscard]] bool rawValue(QByteArrayView &out); ///< any value, unread; brackets must match, at most maxDepth deep
    [[nodiscard]] const char *position() const { return m_at; }

private:
    void skipSpace();

    const char *m_at;
    const char *m_end;
};

} // namespace rocketdesk::protocol
