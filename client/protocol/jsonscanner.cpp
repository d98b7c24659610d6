// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/jsonscanner.h"

#include <cstring>

namespace rocketdesk::protocol {

namespace {

const char *find(const char *from, const char *end, char c)
{
    return static_cast<const char *>(std::memchr(from, c, size_t(end - from)));
}

constexpr bool endsBare(char c)
{
    return c == ',' || c == ':' || c == '}' || c == ']' || c == '{' || c == '[' || c == '"' || (c >= 0 && c <= ' ');
}

} // namespace

bool JsonScanner::escapedString(TextView &out)
{
    const char *const begin = m_at;
    const char *quote = find(m_at, m_end, '"');
    if (!quote)
        return false;
    const char *slash = find(begin, quote, '\\');
    const bool escaped = slash != nullptr;
    while (slash) {
        if (slash + 2 > m_end)
            return false;
        const char *const rest = slash + 2; // an escape hides the character after the backslash
        if (rest > quote) {
            quote = find(rest, m_end, '"');
            if (!quote)
                return false;
        }
        slash = find(rest, quote, '\\');
    }
    out = {QByteArrayView(begin, quote - begin), escaped};
    m_at = quote + 1;
    return true;
}

bool JsonScanner::bare(QByteArrayView &out)
{
    skipSpace();
    const char *const begin = m_at;
    while (m_at < m_end && !endsBare(*m_at))
        ++m_at;
    out = QByteArrayView(begin, m_at - begin);
    return !out.isEmpty();
}

bool JsonScanner::scalar(TextView &out)
{
    if (peek() == '"')
        return string(out);
    QByteArrayView word;
    if (!bare(word))
        return false;
    out = word == "null" ? TextView{} : TextView{word, false};
    return true;
}

bool JsonScanner::rawValue(QByteArrayView &out)
{
    skipSpace();
    const char *const begin = m_at;
    quint64 objects = 0; // one bit a level: set where it is an object
    int depth = 0;
    do {
        const char c = peek();
        TextView text;
        QByteArrayView word;
        if (c == '{' || c == '[') {
            if (++depth > maxDepth)
                return false;
            objects = objects << 1 | quint64(c == '{');
            ++m_at;
        } else if (c == '}' || c == ']') {
            if (depth == 0 || bool(objects & 1) != (c == '}'))
                return false;
            objects >>= 1;
            --depth;
            ++m_at;
        } else if (depth > 0 && (c == ',' || c == ':')) {
            ++m_at;
        } else if (!(c == '"' ? string(text) : bare(word))) {
            return false;
        }
    } while (depth > 0);
    out = QByteArrayView(begin, m_at - begin);
    return true;
}

} // namespace rocketdesk::protocol
