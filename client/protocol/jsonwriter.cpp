// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/jsonwriter.h"

#include <QLocale>

#include <cmath>

namespace rocketdesk::protocol {

void JsonWriter::item()
{
    if (m_comma)
        m_out.append(',');
    m_comma = true;
}

void JsonWriter::begin(char bracket)
{
    item();
    m_out.append(bracket);
    m_comma = false;
}

void JsonWriter::end(char bracket)
{
    m_out.append(bracket);
    m_comma = true;
}

void JsonWriter::word(QByteArrayView text)
{
    item();
    m_out.append(text.data(), text.size());
}

void JsonWriter::key(QByteArrayView name)
{
    text(name);
    colon();
}

void JsonWriter::key(qint64 number)
{
    if (m_keys == JsonKeys::Standard) {
        key(QByteArrayView(QByteArray::number(number)));
        return;
    }
    this->number(number);
    colon();
}

void JsonWriter::colon()
{
    m_out.append(':');
    m_comma = false;
}

void JsonWriter::text(QStringView text)
{
    item();
    appendJsonText(m_out, text);
}

void JsonWriter::text(QByteArrayView utf8)
{
    item();
    appendJsonText(m_out, utf8);
}

void JsonWriter::number(qint64 number)
{
    word(QByteArray::number(number));
}

void JsonWriter::real(double number)
{
    QByteArray digits = std::isfinite(number) ? QByteArray::number(number, 'g', QLocale::FloatingPointShortest)
                                              : QByteArrayLiteral("0");
    if (!digits.contains('.') && !digits.contains('e'))
        digits += ".0"; // Java's way of telling a double
    word(digits);
}

void JsonWriter::truth(bool value)
{
    word(value ? QByteArrayView("true") : QByteArrayView("false"));
}

void JsonWriter::null()
{
    word("null");
}

} // namespace rocketdesk::protocol
