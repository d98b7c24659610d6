// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/frame.h"

#include "client/protocol/wirevalue.h"

#include <QtEndian>

namespace rocketdesk::protocol {

namespace {

constexpr qsizetype headerWordSize = 4;

Failure malformed(const char *what)
{
    return failed(Error::Kind::Malformed, QLatin1StringView(what));
}

Split refused(Error::Kind reason)
{
    return {.status = SplitStatus::Refused, .reason = reason};
}

/// A number as the Java reader takes it: bare, or as text; null leaves it as it is.
bool takeNumber(JsonScanner &json, qint32 &out)
{
    TextView text;
    return json.scalar(text) && (text.isNull() || parseValue(text, out));
}

bool takeLanguage(JsonScanner &json, Language &out)
{
    TextView text;
    if (!json.scalar(text))
        return false;
    out = wireValue<Language>(text.escaped ? QByteArrayView() : text.raw).value_or(Language::Unknown);
    return true;
}

/// Steps through the object once, so that every later walk is known to fit.
bool takeExtFields(JsonScanner &json, FrameView &frame)
{
    if (json.peek() != '{') {
        QByteArrayView ignored;
        return json.bare(ignored) && ignored == "null";
    }
    const char *const begin = json.position() + 1;
    json.moveTo(begin);
    ExtFieldsView::Cursor cursor(ExtFieldsView(HeaderEncoding::Json, json.rest()));
    ExtFieldsView::Entry entry;
    while (cursor.next(entry)) { }
    json.moveTo(cursor.position());
    frame.extFields = ExtFieldsView(HeaderEncoding::Json, QByteArrayView(begin, json.position() - begin));
    return !cursor.failed() && json.take('}');
}

bool takeMember(JsonScanner &json, const TextView &key, FrameView &frame)
{
    if (key.equals("code"))
        return takeNumber(json, frame.code);
    if (key.equals("opaque"))
        return takeNumber(json, frame.opaque);
    if (key.equals("flag"))
        return takeNumber(json, frame.flag);
    if (key.equals("version"))
        return takeNumber(json, frame.version);
    if (key.equals("language"))
        return takeLanguage(json, frame.language);
    if (key.equals("remark"))
        return json.scalar(frame.remark);
    if (key.equals("extFields"))
        return takeExtFields(json, frame);
    QByteArrayView ignored;
    return json.rawValue(ignored);
}

bool parseJsonHeader(QByteArrayView header, FrameView &frame)
{
    JsonScanner json(header);
    if (!json.take('{'))
        return false;
    bool first = true;
    while (!json.take('}')) {
        TextView key;
        if ((!first && !json.take(',')) || !json.string(key) || !json.take(':') || !takeMember(json, key, frame))
            return false;
        first = false;
    }
    return json.peek() == '\0' && json.position() == header.data() + header.size();
}

} // namespace

Split splitFrame(QByteArrayView bytes, const FrameLimits &limits)
{
    if (bytes.size() < lengthWordSize)
        return {};
    const qint32 length = qFromBigEndian<qint32>(bytes.data());
    if (length < 0)
        return refused(Error::Kind::Malformed);
    if (length > limits.frame)
        return refused(Error::Kind::TooLarge);
    if (length >= headerWordSize && bytes.size() >= lengthWordSize + headerWordSize
        && headerLengthOf(qFromBigEndian<quint32>(bytes.data() + lengthWordSize)) > limits.header)
        return refused(Error::Kind::TooLarge);
    const qsizetype wanted = lengthWordSize + length;
    if (bytes.size() < wanted)
        return {.wanted = wanted};
    return {.status = SplitStatus::Complete,
            .payload = bytes.sliced(lengthWordSize, length),
            .consumed = wanted,
            .wanted = wanted};
}

Result<FrameView> parseFrame(QByteArrayView payload, const FrameLimits &limits)
{
    if (payload.size() < headerWordSize)
        return malformed("a frame shorter than its header word");
    const quint32 word = qFromBigEndian<quint32>(payload.data());
    const qint32 length = headerLengthOf(word);
    if (length > payload.size() - headerWordSize)
        return malformed("a header longer than its frame");
    if (length > limits.header)
        return failed(Error::Kind::TooLarge, QStringLiteral("a header of %1 bytes").arg(length));
    const QByteArrayView header = payload.sliced(headerWordSize, length);
    Result<FrameView> frame;
    switch (word >> 24) {
    case quint32(HeaderEncoding::Json):
        if (!parseJsonHeader(header, *frame))
            return malformed("a header that is not JSON");
        break;
    case quint32(HeaderEncoding::Binary):
        frame = parseBinaryHeader(header);
        if (!frame)
            return frame;
        break;
    default: return malformed("an unknown header encoding");
    }
    frame->headerLength = length;
    frame->body = payload.sliced(headerWordSize + length);
    return frame;
}

Result<FrameView> parseBinaryHeader(QByteArrayView header)
{
    constexpr qsizetype fixedSize = 21; // with the lengths of remark and fields
    if (header.size() < fixedSize)
        return malformed("a binary header that is too short");
    const char *at = header.data();
    FrameView frame;
    frame.encoding = HeaderEncoding::Binary;
    frame.headerLength = qint32(header.size());
    frame.code = qFromBigEndian<qint16>(at);
    frame.language = languageOf(quint8(at[2]));
    frame.version = qFromBigEndian<qint16>(at + 3);
    frame.opaque = qFromBigEndian<qint32>(at + 5);
    frame.flag = qFromBigEndian<qint32>(at + 9);
    const qint32 remark = qFromBigEndian<qint32>(at + 13);
    if (remark < 0 || remark > header.size() - fixedSize)
        return malformed("a remark longer than its header");
    if (remark > 0)
        frame.remark.raw = header.sliced(17, remark);
    const qint32 fields = qFromBigEndian<qint32>(at + 17 + remark);
    if (fields < 0 || fields > header.size() - fixedSize - remark)
        return malformed("fields longer than their header");
    frame.extFields = ExtFieldsView(HeaderEncoding::Binary, header.sliced(fixedSize + remark, fields));
    ExtFieldsView::Cursor cursor(frame.extFields);
    ExtFieldsView::Entry entry;
    while (cursor.next(entry)) { }
    if (cursor.failed())
        return malformed("a field longer than its header");
    return frame;
}

} // namespace rocketdesk::protocol
