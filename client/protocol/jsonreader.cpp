// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/jsonreader.h"

namespace rocketdesk::protocol {

namespace {

constexpr qsizetype baseBudget = 1 << 20;
constexpr qsizetype budgetPerByte = 24;
constexpr qsizetype maxBudget = 512 << 20;

} // namespace

JsonReader::JsonReader(QByteArrayView text)
    : m_scanner(text), m_budget(qMin(maxBudget, baseBudget + text.size() * budgetPerByte))
{
}

JsonReader::Kind JsonReader::peek()
{
    switch (m_scanner.peek()) {
    case '{': return Kind::Object;
    case '[': return Kind::Array;
    case '"': return Kind::String;
    case '\0':
    case ',':
    case ':':
    case '}':
    case ']': return Kind::Bad;
    default: return Kind::Bare;
    }
}

bool JsonReader::takeNull()
{
    if (!m_ok || m_scanner.peek() != 'n')
        return false;
    QByteArrayView word;
    return m_scanner.bare(word) && (word == "null" || fail(QStringLiteral("an unknown word")));
}

bool JsonReader::enter(char bracket)
{
    if (!m_ok)
        return false;
    if (!m_scanner.take(bracket))
        return fail(bracket == '{' ? QStringLiteral("not an object") : QStringLiteral("not an array"));
    if (++m_depth >= JsonScanner::maxDepth)
        return fail(QStringLiteral("nested too deeply"));
    m_started &= ~(quint64(1) << m_depth);
    return true;
}

bool JsonReader::next(char bracket)
{
    if (!m_ok)
        return false;
    const quint64 bit = quint64(1) << m_depth;
    const bool comma = (m_started & bit) && m_scanner.take(',');
    if (m_scanner.take(bracket)) {
        --m_depth;
        return false;
    }
    if ((m_started & bit) && !comma)
        return fail(QStringLiteral("a comma is missing"));
    m_started |= bit;
    return true;
}

bool JsonReader::enterObject()
{
    return enter('{');
}

bool JsonReader::nextMember(Key &key)
{
    if (!next('}'))
        return false;
    key.isObject = m_scanner.peek() == '{';
    key.text = {};
    const bool read = key.isObject ? m_scanner.rawValue(key.text.raw)
        : m_scanner.peek() == '"'  ? m_scanner.string(key.text)
                                   : m_scanner.bare(key.text.raw);
    return (read && m_scanner.take(':')) || fail(QStringLiteral("not a key"));
}

bool JsonReader::enterArray()
{
    return enter('[');
}

bool JsonReader::nextElement()
{
    return next(']');
}

bool JsonReader::scalar(TextView &out)
{
    if (!m_ok)
        return false;
    const char c = m_scanner.peek();
    return (c != '{' && c != '[' && m_scanner.scalar(out)) || fail(QStringLiteral("not a text or number"));
}

bool JsonReader::skip()
{
    (void)raw();
    return m_ok;
}

QByteArrayView JsonReader::raw()
{
    QByteArrayView text;
    if (m_ok && !m_scanner.rawValue(text))
        fail(QStringLiteral("not a value"));
    return text;
}

bool JsonReader::charge(std::size_t bytes)
{
    m_budget -= qsizetype(bytes);
    return m_budget >= 0 || fail(Error::Kind::TooLarge, QStringLiteral("too many elements for its size"));
}

bool JsonReader::fail(const QString &what)
{
    return fail(Error::Kind::Malformed, what);
}

bool JsonReader::fail(Error::Kind kind, const QString &what)
{
    if (m_ok) {
        m_ok = false;
        m_kind = kind;
        m_what = what;
    }
    return false;
}

void JsonReader::addPath(QByteArrayView member)
{
    const QString name = QString::fromUtf8(member);
    m_path = m_path.isEmpty() ? name : name + u'.' + m_path;
}

Error JsonReader::error() const
{
    return {.kind = m_kind, .remark = m_path.isEmpty() ? m_what : m_path + QStringLiteral(": ") + m_what};
}

bool JsonReader::atEnd()
{
    return m_ok && (m_scanner.peek() == '\0' || fail(QStringLiteral("text after the value")));
}

} // namespace rocketdesk::protocol
