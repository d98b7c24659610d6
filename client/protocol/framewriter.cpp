// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/framewriter.h"

#include <QtEndian>

#include <algorithm>
#include <charconv>

namespace rocketdesk::protocol {

namespace {

constexpr qsizetype prefixSize = 8; // length word and header word
constexpr qsizetype usualHeader = 640; // bytes; a longer one makes the buffer grow on the way
constexpr qsizetype longestDecimal = 20;

} // namespace

void FrameWriter::reserve(qsizetype bytes)
{
    if (m_end - m_to >= bytes)
        return;
    const qsizetype used = size();
    m_out.resize(used + std::max(bytes, usualHeader));
    m_to = m_out.data() + used;
    m_end = m_out.data() + m_out.size();
}

void FrameWriter::put(QByteArrayView bytes)
{
    reserve(bytes.size());
    m_to = std::copy(bytes.begin(), bytes.end(), m_to);
}

void FrameWriter::putDecimal(qint64 number)
{
    reserve(longestDecimal);
    m_to = std::to_chars(m_to, m_end, number).ptr;
}

template <typename T>
void FrameWriter::putInteger(T value)
{
    reserve(sizeof(T));
    qToBigEndian(value, m_to);
    m_to += sizeof(T);
}

template <typename T>
void FrameWriter::patch(qsizetype at, T value)
{
    qToBigEndian(value, m_out.data() + at);
}

void FrameWriter::putSized(QStringView text)
{
    const qsizetype lengthAt = size();
    putInteger(qint32(0));
    reserve(text.size() * 3);
    m_to = putUtf8(m_to, text);
    patch(lengthAt, qint32(size() - lengthAt - 4));
}

FrameWriter::FrameWriter(QByteArray &out, const FrameHead &head) : m_out(out), m_head(head), m_begin(out.size())
{
    m_out.resize(m_begin + usualHeader);
    m_to = m_out.data() + m_begin + prefixSize;
    m_end = m_out.data() + m_out.size();
    if (head.encoding == HeaderEncoding::Json) {
        put("{\"code\":");
        putDecimal(head.code);
        return;
    }
    putInteger(qint16(head.code));
    putInteger(quint8(head.language));
    putInteger(qint16(head.version));
    putInteger(head.opaque);
    putInteger(head.flag);
    putSized(head.remark);
    putInteger(qint32(0));
    m_fields = size();
}

void FrameWriter::openFields()
{
    if (m_fields >= 0)
        return;
    put(",\"extFields\":{");
    m_fields = size();
}

void FrameWriter::key(QByteArrayView name)
{
    if (m_head.encoding == HeaderEncoding::Binary) {
        m_keyTooLong = m_keyTooLong || name.size() > 0x7fff;
        putInteger(qint16(name.size()));
        put(name);
        return;
    }
    openFields();
    reserve(mostJsonBytes(name.size()) + 2);
    if (!m_first)
        *m_to++ = ',';
    m_first = false;
    m_to = putJsonText(m_to, name);
    *m_to++ = ':';
}

void FrameWriter::field(QByteArrayView name, QByteArrayView utf8)
{
    key(name);
    if (m_head.encoding == HeaderEncoding::Json) {
        reserve(mostJsonBytes(utf8.size()));
        m_to = putJsonText(m_to, utf8);
        return;
    }
    putInteger(qint32(utf8.size()));
    put(utf8);
}

void FrameWriter::field(QByteArrayView name, QStringView text)
{
    key(name);
    if (m_head.encoding == HeaderEncoding::Json) {
        reserve(mostJsonBytes(text.size()));
        m_to = putJsonText(m_to, text);
        return;
    }
    putSized(text);
}

void FrameWriter::field(QByteArrayView name, qint64 number)
{
    char digits[longestDecimal];
    const char *const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    field(name, QByteArrayView(digits, end - digits));
}

void FrameWriter::field(QByteArrayView name, bool value)
{
    field(name, value ? QByteArrayView("true") : QByteArrayView("false"));
}

void FrameWriter::putTail()
{
    if (m_head.encoding == HeaderEncoding::Binary) {
        patch(m_fields - 4, qint32(size() - m_fields));
        return;
    }
    if (m_fields >= 0)
        put("}");
    put(",\"flag\":");
    putDecimal(m_head.flag);
    put(",\"language\":\"");
    put(wireName(m_head.language));
    put("\",\"opaque\":");
    putDecimal(m_head.opaque);
    if (!m_head.remark.isNull()) {
        put(",\"remark\":");
        reserve(mostJsonBytes(m_head.remark.size()));
        m_to = putJsonText(m_to, QStringView(m_head.remark));
    }
    put(",\"serializeTypeCurrentRPC\":\"JSON\",\"version\":");
    putDecimal(m_head.version);
    put("}");
}

Failure FrameWriter::undo(Error::Kind kind, const QString &remark)
{
    m_out.truncate(m_begin);
    return failed(kind, remark);
}

Result<void> FrameWriter::finish(QByteArrayView body)
{
    putTail();
    const qsizetype headerLength = size() - m_begin - prefixSize;
    const qsizetype whole = size() - m_begin + body.size();
    if (const Result<void> fits = checkWrittenSize(whole); !fits)
        return undo(fits.error().kind, fits.error().remark);
    if (m_head.encoding == HeaderEncoding::Binary && (m_keyTooLong || m_head.code != qint16(m_head.code)))
        return undo(Error::Kind::InvalidArgument, QStringLiteral("does not fit a binary header"));
    patch(m_begin, qint32(whole - lengthWordSize));
    patch(m_begin + lengthWordSize, headerWord(m_head.encoding, qint32(headerLength)));
    put(body);
    m_out.truncate(size());
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
