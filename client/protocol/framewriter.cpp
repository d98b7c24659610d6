// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/framewriter.h"

#include <QtEndian>

#include <charconv>

namespace rocketdesk::protocol {

namespace {

constexpr qsizetype prefixSize = 8; // length word and header word

void appendDecimal(QByteArray &out, qint64 number)
{
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
    Q_UNUSED(error)
    out.append(digits, end - digits);
}

void append(QByteArray &out, QByteArrayView text)
{
    out.append(text.data(), text.size());
}

} // namespace

template <typename T>
void FrameWriter::putInteger(T value)
{
    char bytes[sizeof(T)];
    qToBigEndian(value, bytes);
    m_out.append(bytes, sizeof bytes);
}

template <typename T>
void FrameWriter::patch(qsizetype at, T value)
{
    qToBigEndian(value, m_out.data() + at);
}

FrameWriter::FrameWriter(QByteArray &out, const FrameHead &head) : m_out(out), m_head(head), m_begin(out.size())
{
    m_out.append("\0\0\0\0\0\0\0\0", prefixSize);
    if (head.encoding == HeaderEncoding::Json) {
        append(m_out, "{\"code\":");
        appendDecimal(m_out, head.code);
        return;
    }
    putInteger(qint16(head.code));
    putInteger(quint8(head.language));
    putInteger(qint16(head.version));
    putInteger(head.opaque);
    putInteger(head.flag);
    const qsizetype lengthAt = m_out.size();
    putInteger(qint32(0));
    appendUtf8(m_out, head.remark);
    patch(lengthAt, qint32(m_out.size() - lengthAt - 4));
    putInteger(qint32(0));
    m_fields = m_out.size();
}

void FrameWriter::openFields()
{
    if (m_fields >= 0)
        return;
    append(m_out, ",\"extFields\":{");
    m_fields = m_out.size();
}

void FrameWriter::key(QByteArrayView name)
{
    if (m_head.encoding == HeaderEncoding::Binary) {
        m_keyTooLong = m_keyTooLong || name.size() > 0x7fff;
        putInteger(qint16(name.size()));
        append(m_out, name);
        return;
    }
    openFields();
    if (!m_first)
        m_out.append(',');
    m_first = false;
    appendJsonText(m_out, name);
    m_out.append(':');
}

void FrameWriter::field(QByteArrayView name, QByteArrayView utf8)
{
    key(name);
    if (m_head.encoding == HeaderEncoding::Json) {
        appendJsonText(m_out, utf8);
        return;
    }
    putInteger(qint32(utf8.size()));
    append(m_out, utf8);
}

void FrameWriter::field(QByteArrayView name, QStringView text)
{
    key(name);
    if (m_head.encoding == HeaderEncoding::Json) {
        appendJsonText(m_out, text);
        return;
    }
    const qsizetype lengthAt = m_out.size();
    putInteger(qint32(0));
    appendUtf8(m_out, text);
    patch(lengthAt, qint32(m_out.size() - lengthAt - 4));
}

void FrameWriter::field(QByteArrayView name, qint64 number)
{
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
    Q_UNUSED(error)
    field(name, QByteArrayView(digits, end - digits));
}

void FrameWriter::field(QByteArrayView name, bool value)
{
    field(name, value ? QByteArrayView("true") : QByteArrayView("false"));
}

void FrameWriter::putTail()
{
    if (m_head.encoding == HeaderEncoding::Binary) {
        patch(m_fields - 4, qint32(m_out.size() - m_fields));
        return;
    }
    if (m_fields >= 0)
        m_out.append('}');
    append(m_out, ",\"flag\":");
    appendDecimal(m_out, m_head.flag);
    append(m_out, ",\"language\":\"");
    append(m_out, wireName(m_head.language));
    append(m_out, "\",\"opaque\":");
    appendDecimal(m_out, m_head.opaque);
    if (!m_head.remark.isNull()) {
        append(m_out, ",\"remark\":");
        appendJsonText(m_out, QStringView(m_head.remark));
    }
    append(m_out, ",\"serializeTypeCurrentRPC\":\"JSON\",\"version\":");
    appendDecimal(m_out, m_head.version);
    m_out.append('}');
}

Failure FrameWriter::undo(Error::Kind kind, const QString &remark)
{
    m_out.truncate(m_begin);
    return failed(kind, remark);
}

Result<void> FrameWriter::finish(QByteArrayView body)
{
    putTail();
    const qsizetype headerLength = m_out.size() - m_begin - prefixSize;
    const qsizetype size = m_out.size() - m_begin + body.size();
    if (const Result<void> fits = checkWrittenSize(size); !fits)
        return undo(fits.error().kind, fits.error().remark);
    if (m_head.encoding == HeaderEncoding::Binary && (m_keyTooLong || m_head.code != qint16(m_head.code)))
        return undo(Error::Kind::InvalidArgument, QStringLiteral("does not fit a binary header"));
    patch(m_begin, qint32(size - lengthWordSize));
    patch(m_begin + lengthWordSize, headerWord(m_head.encoding, qint32(headerLength)));
    append(m_out, body);
    return {};
}

Result<void> appendFrame(QByteArray &out, const FrameHead &head, const ExtFields &fields, QByteArrayView body)
{
    FrameWriter writer(out, head);
    writer.openFields();
    for (const ExtFields::Entry &entry : fields.entries())
        writer.field(entry.name, QByteArrayView(entry.value));
    return writer.finish(body);
}

Result<void> checkWrittenSize(qsizetype size)
{
    if (size <= maxWrittenFrame)
        return {};
    return failed(Error::Kind::TooLarge,
                  QStringLiteral("a frame of %1 bytes, %2 are allowed").arg(size).arg(maxWrittenFrame));
}

} // namespace rocketdesk::protocol
