// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/textview.h"

#include <cstring>

namespace rocketdesk::protocol {

namespace {

constexpr char32_t replacement = 0xfffd;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The four digits after \u, or -1.
int hexUnit(const char *at, const char *end)
{
    if (end - at < 4)
        return -1;
    int unit = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexDigit(at[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

char *putUtf8(char *to, char32_t code)
{
    if (code < 0x80) {
        *to++ = char(code);
    } else if (code < 0x800) {
        *to++ = char(0xc0 | (code >> 6));
        *to++ = char(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        *to++ = char(0xe0 | (code >> 12));
        *to++ = char(0x80 | ((code >> 6) & 0x3f));
        *to++ = char(0x80 | (code & 0x3f));
    } else {
        *to++ = char(0xf0 | (code >> 18));
        *to++ = char(0x80 | ((code >> 12) & 0x3f));
        *to++ = char(0x80 | ((code >> 6) & 0x3f));
        *to++ = char(0x80 | (code & 0x3f));
    }
    return to;
}

/// Reads what follows \u at `at`, a second unit of a surrogate pair included.
const char *takeUnicode(const char *at, const char *end, char32_t &code)
{
    const int unit = hexUnit(at, end);
    code = unit < 0 ? replacement : char32_t(unit);
    if (unit < 0)
        return at;
    at += 4;
    if (QChar::isHighSurrogate(code) && end - at >= 6 && at[0] == '\\' && at[1] == 'u') {
        const int low = hexUnit(at + 2, end);
        if (low >= 0 && QChar::isLowSurrogate(char32_t(low))) {
            code = QChar::surrogateToUcs4(char16_t(unit), char16_t(low));
            return at + 6;
        }
    }
    if (QChar::isSurrogate(code))
        code = replacement;
    return at;
}

char simpleEscape(char c)
{
    switch (c) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'b': return '\b';
    case 'f': return '\f';
    default: return c; // \" \\ \/ and what nobody should send
    }
}

char *putEscaped(char *to, unsigned char c)
{
    static constexpr char digits[] = "0123456789abcdef";
    *to++ = '\\';
    switch (c) {
    case '"': *to++ = '"'; break;
    case '\\': *to++ = '\\'; break;
    case '\n': *to++ = 'n'; break;
    case '\r': *to++ = 'r'; break;
    case '\t': *to++ = 't'; break;
    default:
        std::memcpy(to, "u00", 3);
        to[3] = digits[c >> 4];
        to[4] = digits[c & 15];
        to += 5;
    }
    return to;
}

constexpr bool needsEscape(char32_t c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

char32_t takeCode(const char16_t *&at, const char16_t *end)
{
    const char16_t unit = *at++;
    if (!QChar::isSurrogate(char32_t(unit)))
        return unit;
    if (QChar::isHighSurrogate(char32_t(unit)) && at < end && QChar::isLowSurrogate(char32_t(*at)))
        return QChar::surrogateToUcs4(unit, *at++);
    return replacement;
}

/// Makes room for `size` bytes more and gives their begin; the caller cuts to what it used.
char *grow(QByteArray &out, qsizetype size)
{
    const qsizetype old = out.size();
    if (out.capacity() < old + size)
        out.reserve(qMax(old + size, old * 2));
    out.resize(old + size);
    return out.data() + old;
}

} // namespace

QByteArray TextView::toUtf8() const
{
    if (isNull())
        return {};
    if (!escaped)
        return raw.toByteArray();
    // Only one thing grows: \u without its digits, two bytes, becomes the three of a replacement character.
    QByteArray out(raw.size() + raw.size() / 2, Qt::Uninitialized);
    char *to = out.data();
    const char *at = raw.data();
    const char *const end = at + raw.size();
    while (at < end) {
        if (*at != '\\' || at + 1 == end) {
            *to++ = *at++;
            continue;
        }
        const char kind = at[1];
        at += 2;
        if (kind == 'u') {
            char32_t code = 0;
            at = takeUnicode(at, end, code);
            to = putUtf8(to, code);
        } else {
            *to++ = simpleEscape(kind);
        }
    }
    out.truncate(to - out.data());
    return out;
}

QString TextView::toString() const
{
    if (isNull())
        return {};
    if (raw.isEmpty())
        return QStringLiteral("");
    return escaped ? QString::fromUtf8(toUtf8()) : QString::fromUtf8(raw);
}

char *putJsonText(char *to, QByteArrayView utf8)
{
    *to++ = '"';
    for (const char c : utf8) {
        if (needsEscape(static_cast<unsigned char>(c)))
            to = putEscaped(to, static_cast<unsigned char>(c));
        else
            *to++ = c;
    }
    *to++ = '"';
    return to;
}

char *putJsonText(char *to, QStringView text)
{
    *to++ = '"';
    const char16_t *at = text.utf16();
    const char16_t *const end = at + text.size();
    while (at < end) {
        if (*at < 0x80 && !needsEscape(*at)) {
            *to++ = static_cast<char>(*at++);
            continue;
        }
        const char32_t code = takeCode(at, end);
        to = needsEscape(code) ? putEscaped(to, static_cast<unsigned char>(code)) : putUtf8(to, code);
    }
    *to++ = '"';
    return to;
}

void appendJsonText(QByteArray &out, QByteArrayView utf8)
{
    char *const to = grow(out, mostJsonBytes(utf8.size()));
    out.truncate(putJsonText(to, utf8) - out.constData());
}

void appendJsonText(QByteArray &out, QStringView text)
{
    char *const to = grow(out, mostJsonBytes(text.size()));
    out.truncate(putJsonText(to, text) - out.constData());
}

char *putUtf8(char *to, QStringView text)
{
    const char16_t *at = text.utf16();
    const char16_t *const end = at + text.size();
    while (at < end)
        to = putUtf8(to, takeCode(at, end));
    return to;
}

} // namespace rocketdesk::protocol
