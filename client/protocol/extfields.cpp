// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/extfields.h"

#include <QtEndian>

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

/// Takes a length of `T` and as many bytes; false where either does not fit.
template <typename T>
bool takeSized(QByteArrayView &rest, QByteArrayView &out)
{
    if (rest.size() < qsizetype(sizeof(T)))
        return false;
    const T length = qFromBigEndian<T>(rest.data());
    if (length < 0 || qsizetype(length) > rest.size() - qsizetype(sizeof(T)))
        return false;
    out = rest.sliced(sizeof(T), length);
    rest = rest.sliced(qsizetype(sizeof(T)) + length);
    return true;
}

} // namespace

ExtFieldsView::Cursor::Cursor(const ExtFieldsView &fields)
    : m_json(fields.m_encoding == HeaderEncoding::Json ? fields.m_block : QByteArrayView()),
      m_rest(fields.m_encoding == HeaderEncoding::Binary ? fields.m_block : QByteArrayView()),
      m_encoding(fields.m_encoding)
{
}

bool ExtFieldsView::Cursor::next(Entry &entry)
{
    return m_encoding == HeaderEncoding::Json ? nextJson(entry) : nextBinary(entry);
}

bool ExtFieldsView::Cursor::fail()
{
    m_failed = true;
    return false;
}

bool ExtFieldsView::Cursor::nextJson(Entry &entry)
{
    const char c = m_json.peek();
    if (m_failed || c == '\0' || c == '}')
        return false;
    if (!m_first && !m_json.take(','))
        return fail();
    m_first = false;
    if (!m_json.string(entry.key) || !m_json.take(':'))
        return fail();
    const char begin = m_json.peek();
    if (begin != '{' && begin != '[')
        return m_json.scalar(entry.value) || fail();
    entry.value = {};
    return m_json.rawValue(entry.value.raw) || fail();
}

bool ExtFieldsView::Cursor::nextBinary(Entry &entry)
{
    if (m_rest.isEmpty())
        return false;
    QByteArrayView value;
    entry = {};
    if (!takeSized<qint16>(m_rest, entry.key.raw) || !takeSized<qint32>(m_rest, value)) {
        m_rest = {};
        return fail();
    }
    if (!value.isEmpty())
        entry.value.raw = value;
    return true;
}

TextView ExtFieldsView::value(QByteArrayView name) const
{
    Cursor cursor(*this);
    Entry entry;
    TextView found;
    while (cursor.next(entry)) {
        if (entry.key.equals(name))
            found = entry.value;
    }
    return found;
}

ExtFields::ExtFields(const ExtFieldsView &view)
{
    ExtFieldsView::Cursor cursor(view);
    ExtFieldsView::Entry entry;
    while (cursor.next(entry)) {
        if (!entry.value.isNull())
            m_entries.push_back({entry.key.toUtf8(), entry.value.toUtf8()});
    }
}

void ExtFields::field(QByteArrayView name, QByteArrayView utf8)
{
    m_entries.push_back({name.toByteArray(), utf8.toByteArray()});
}

void ExtFields::field(QByteArrayView name, QStringView text)
{
    m_entries.push_back({name.toByteArray(), text.toUtf8()});
}

void ExtFields::field(QByteArrayView name, qint64 number)
{
    m_entries.push_back({name.toByteArray(), QByteArray::number(number)});
}

void ExtFields::field(QByteArrayView name, bool value)
{
    field(name, value ? QByteArrayView("true") : QByteArrayView("false"));
}

void ExtFields::set(QByteArrayView name, QByteArrayView utf8)
{
    for (Entry &entry : m_entries) {
        if (entry.name == name) {
            entry.value = utf8.toByteArray();
            return;
        }
    }
    field(name, utf8);
}

void ExtFields::remove(QByteArrayView name)
{
    std::erase_if(m_entries, [name](const Entry &entry) { return entry.name == name; });
}

QByteArrayView ExtFields::value(QByteArrayView name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [name](const Entry &e) { return e.name == name; });
    return found == m_entries.end() ? QByteArrayView() : QByteArrayView(found->value);
}

} // namespace rocketdesk::protocol
