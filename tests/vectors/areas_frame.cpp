// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorvalues.h"

#include "client/protocol/framewriter.h"

#include <QtEndian>

namespace rocketdesk::tests {

namespace {

using namespace protocol;

QJsonValue at(const QJsonObject &input, const char *key)
{
    return input.value(QLatin1StringView(key));
}

QString encodingName(HeaderEncoding encoding)
{
    return encoding == HeaderEncoding::Json ? QStringLiteral("JSON") : QStringLiteral("ROCKETMQ");
}

HeaderEncoding encodingOf(const QJsonValue &name)
{
    return name.toString() == u"ROCKETMQ" ? HeaderEncoding::Binary : HeaderEncoding::Json;
}

QJsonObject described(const FrameView &frame)
{
    const QByteArrayView language = wireName(frame.language);
    return {{QStringLiteral("serializeType"), encodingName(frame.encoding)},
            {QStringLiteral("headerLength"), frame.headerLength},
            {QStringLiteral("code"), frame.code},
            {QStringLiteral("language"), language.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(language))},
            {QStringLiteral("version"), frame.version},
            {QStringLiteral("opaque"), frame.opaque},
            {QStringLiteral("flag"), frame.flag},
            {QStringLiteral("remark"), textOrNull(frame.remark.toString())},
            {QStringLiteral("isResponse"), frame.isResponse()},
            {QStringLiteral("isOneway"), frame.isOneway()},
            {QStringLiteral("extFields"), fieldsObject(frame.extFields)},
            {QStringLiteral("bodyHex"), toHex(frame.body)}};
}

QJsonObject decodeFrame(const QByteArray &bytes)
{
    const Split split = splitFrame(bytes);
    if (split.status != SplitStatus::Complete)
        return failure();
    const auto frame = parseFrame(split.payload);
    if (!frame)
        return failure(frame.error());
    QJsonObject out = described(*frame);
    out.insert(QStringLiteral("totalLength"), split.payload.size());
    return out;
}

QJsonObject decode(const QJsonObject &input)
{
    return decodeFrame(hexOf(at(input, "frameHex")));
}

FrameHead headOf(const QJsonObject &input)
{
    const QString language = at(input, "language").toString();
    return {.code = at(input, "code").toInt(),
            .opaque = at(input, "opaque").toInt(),
            .flag = at(input, "flag").toInt(),
            .language = wireValue<Language>(language.toLatin1()).value_or(Language::Unknown),
            .version = at(input, "version").toInt(),
            .encoding = encodingOf(at(input, "serialize")),
            .remark = at(input, "remark").toString()};
}

void writeFields(FrameWriter &writer, const QJsonObject &fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        writer.field(name, QStringView(it.value().toString()));
    }
}

QJsonObject binaryHeader(const QJsonObject &input)
{
    QByteArray out;
    FrameHead head = headOf(input);
    head.encoding = HeaderEncoding::Binary;
    FrameWriter writer(out, head);
    writeFields(writer, at(input, "extFields").toObject());
    if (const auto written = writer.finish({}); !written)
        return failure(written.error());
    const QByteArray header = out.mid(8);
    return {{QStringLiteral("headerHex"), toHex(header)}, {QStringLiteral("length"), header.size()}};
}

QJsonObject readBinaryHeader(const QJsonObject &input)
{
    const QByteArray header = hexOf(at(input, "headerHex"));
    const auto frame = parseBinaryHeader(header);
    return frame ? described(*frame) : failure(frame.error());
}

QJsonObject flag(const QJsonObject &input)
{
    FrameView frame;
    frame.flag = at(input, "start").toInt();
    for (const QString &mark : textsOf(at(input, "apply")))
        frame.flag |= mark == u"markOneway" ? onewayFlag : responseFlag;
    return described(frame);
}

QJsonObject language(const QJsonObject &input)
{
    const auto name = [](const QJsonValue &code) {
        return QString::fromLatin1(wireName(languageOf(quint8(code.toInt()))));
    };
    return {{QStringLiteral("names"), mapped(at(input, "codes"), name)}};
}

QJsonObject protocolType(const QJsonObject &input)
{
    char bytes[4];
    qToBigEndian(headerWord(encodingOf(at(input, "serializeType")), at(input, "headerLength").toInt()), bytes);
    return {{QStringLiteral("markHex"), toHex(QByteArrayView(bytes, sizeof bytes))}};
}

QJsonObject readProtocolType(const QJsonObject &input)
{
    const quint32 word = hexOf(at(input, "markHex")).toHex().toUInt(nullptr, 16);
    return {{QStringLiteral("serializeType"), encodingName(HeaderEncoding(word >> 24))},
            {QStringLiteral("headerLength"), headerLengthOf(word)}};
}

QJsonObject readLimit(const QJsonObject &input)
{
    const FrameLimits limits{at(input, "maxFrameLength").toInt(), at(input, "maxHeaderLength").toInt()};
    const Split split = splitFrame(hexOf(at(input, "prefixHex")), limits);
    return split.status == SplitStatus::Refused ? failure(Error{.kind = split.reason}) : QJsonObject();
}

QJsonObject writeLimit(const QJsonObject &input)
{
    const auto fits = checkWrittenSize(at(input, "frameLength").toInt());
    return fits ? QJsonObject() : failure(fits.error());
}

QJsonObject reassembly(const QJsonObject &input)
{
    const FrameLimits limits{at(input, "maxFrameLength").toInt(), 0xffffff}; // payloads here need not be frames
    QByteArray buffer;
    QJsonArray payloads;
    QJsonObject out;
    for (const QJsonValue &chunk : at(input, "chunks").toArray()) {
        buffer += hexOf(chunk[QLatin1StringView("hex")]).repeated(chunk[QLatin1StringView("times")].toInt());
        Split split = splitFrame(buffer, limits);
        for (; split.status == SplitStatus::Complete; split = splitFrame(buffer, limits)) {
            payloads.append(bytesValue(split.payload));
            buffer.remove(0, split.consumed);
        }
        if (split.status == SplitStatus::Refused)
            out = failure(Error{.kind = split.reason});
    }
    out.insert(QStringLiteral("frames"), payloads.size());
    out.insert(QStringLiteral("payloads"), payloads);
    return out;
}

const VectorAreaEntry entries[] = {
    {"frame.flag", flag},
    {"frame.full", decode},
    {"frame.json-header", decode},
    {"frame.language", language},
    {"frame.limits", decode},
    {"frame.protocol-type", protocolType},
    {"frame.protocol-type-read", readProtocolType},
    {"frame.read-limit", readLimit},
    {"frame.reassembly", reassembly},
    {"frame.rocketmq-header", binaryHeader},
    {"frame.rocketmq-header-read", readBinaryHeader},
    {"frame.write-limit", writeLimit},
};

} // namespace

} // namespace rocketdesk::tests
