// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorfields.h"
#include "tests/vectors/vectorvalues.h"

#include "client/protocol/framewriter.h"

namespace rocketdesk::tests {

namespace {

using namespace protocol;

QJsonValue at(const QJsonObject &input, const char *key)
{
    return input.value(QLatin1StringView(key));
}

FrameHead headOf(const QJsonObject &input)
{
    return {.code = at(input, "code").toInt(),
            .opaque = at(input, "opaque").toInt(),
            .flag = at(input, "flag").toInt(),
            .language = wireValue<Language>(at(input, "language").toString().toLatin1()).value_or(Language::Unknown),
            .version = at(input, "version").toInt(),
            .encoding = at(input, "serialize").toString() == u"ROCKETMQ" ? HeaderEncoding::Binary : HeaderEncoding::Json,
            .remark = at(input, "remark").toString()};
}

/// Java leaves the fields' object out where a request has neither header nor fields.
QJsonObject request(const QJsonObject &input)
{
    QByteArray out;
    const FrameHead head = headOf(input);
    FrameWriter writer(out, head);
    if (at(input, "header").isString()) {
        writer.openFields();
        encodeCommand(head.code, at(input, "fields").toObject(), writer);
    }
    const QJsonObject extra = at(input, "extFields").toObject();
    for (auto it = extra.begin(); it != extra.end(); ++it)
        writer.field(it.key().toUtf8(), QStringView(it.value().toString()));
    if (const auto written = writer.finish(hexOf(at(input, "bodyHex"))); !written)
        return failure(written.error());
    const auto frame = parseFrame(splitFrame(out).payload);
    if (!frame)
        return failure(frame.error());
    return {{QStringLiteral("frameHex"), toHex(out)},
            {QStringLiteral("length"), out.size()},
            {QStringLiteral("headerLength"), frame->headerLength},
            {QStringLiteral("extFields"), fieldsObject(frame->extFields)}};
}

template <typename T>
QJsonObject decoded(const QJsonObject &fields)
{
    const Result<T> value = structOf<T>(fields);
    return value ? typedFields(*value) : failure(value.error());
}

QJsonObject decodedHeader(const QString &header, const QJsonObject &fields)
{
    if (header == u"SendMessageResponseHeader")
        return decoded<commands::SendReply>(fields);
    if (header == u"PullMessageResponseHeader")
        return decoded<commands::PullReply>(fields);
    return header == u"QueryConsumerOffsetResponseHeader" ? decoded<commands::OffsetReply>(fields) : QJsonObject();
}

QJsonObject response(const QJsonObject &input)
{
    QJsonObject result = vectorAreas().value(QStringLiteral("frame.full"))(input);
    result.insert(QStringLiteral("decoded"),
                  decodedHeader(at(input, "header").toString(), result.value(QLatin1StringView("extFields")).toObject()));
    return result;
}

template <typename C>
QJsonObject encoded(const QJsonObject &input)
{
    ExtFields fields;
    const Result<C> command = structOf<C>(at(input, "fields").toObject());
    if (!command)
        return failure(command.error());
    encodeFields(*command, fields);
    return {{QStringLiteral("code"), C::request.code}, {QStringLiteral("extFields"), fieldsObject(fields)}};
}

QJsonObject sendV2(const QJsonObject &input)
{
    const auto sent = structOf<commands::SendMessage>(at(input, "fields").toObject());
    if (!sent)
        return failure(sent.error());
    commands::SendMessageV2 command;
    static_cast<commands::SendHeader &>(command) = *sent;
    ExtFields fields;
    encodeFields(command, fields);
    return {{QStringLiteral("code"), command.request.code}, {QStringLiteral("extFields"), fieldsObject(fields)}};
}

QStringList namesOf(auto table)
{
    QStringList names;
    table.each([&names](const auto &field) { names << QString::fromUtf8(field.name); });
    return names;
}

QJsonObject shortNames(const QJsonObject &input)
{
    const QStringList longNames = namesOf(commands::longSendFields());
    const QStringList letters = namesOf(commands::shortSendFields());
    const auto letter = [&](const QJsonValue &name) {
        const QString wire = name.toString() == u"brokerName" ? QStringLiteral("bname") : name.toString();
        return letters.value(longNames.indexOf(wire));
    };
    return {{QStringLiteral("letters"), mapped(at(input, "names"), letter)}};
}

QJsonObject requestCodes(const QJsonObject &input)
{
    QMap<QString, int> codes;
    commands::eachCommand([&]<typename C>(std::type_identity<C>) {
        codes.insert(QString::fromLatin1(C::request.name), C::request.code);
    });
    codes.insert(QStringLiteral("CREATE_TOPIC"), codes.value(QStringLiteral("UPDATE_AND_CREATE_TOPIC")));
    codes.insert(QStringLiteral("GET_ROUTE_INFO_BY_TOPIC"), codes.value(QStringLiteral("GET_ROUTEINFO_BY_TOPIC")));
    const auto code = [&](const QJsonValue &name) { return codes.value(name.toString()); };
    return {{QStringLiteral("codes"), mapped(at(input, "names"), code)}};
}

template <typename T>
QJsonObject decodedFields(const QJsonObject &input)
{
    const Result<T> value = structOf<T>(at(input, "extFields").toObject());
    return value ? QJsonObject{{QStringLiteral("fields"), typedFields(*value)}} : failure(value.error());
}

QJsonObject checkTransaction(const QJsonObject &input)
{
    QJsonObject result = decodedFields<commands::CheckTransactionState>(input);
    result.insert(QStringLiteral("code"), commands::CheckTransactionState::request.code);
    return result;
}

QJsonObject sendResponse(const QJsonObject &input)
{
    QJsonObject result = decodedFields<commands::SendReply>(input);
    result.insert(QStringLiteral("regionId"), result[QLatin1StringView("fields")][QLatin1StringView("MSG_REGION")]);
    return result;
}

QJsonObject offsetResponse(const QJsonObject &input)
{
    const auto reply = structOf<commands::OffsetReply>(at(input, "extFields").toObject());
    return reply ? QJsonObject{{QStringLiteral("offset"), reply->offset.value()}} : failure(reply.error());
}

QJsonObject resetHeader(const QJsonObject &input)
{
    const auto header = structOf<commands::ResetConsumerClientOffset>(at(input, "extFields").toObject());
    return header ? QJsonObject{{QStringLiteral("isForce"), header->isForce}} : failure(header.error());
}

const VectorAreaEntry entries[] = {
    {"frame.request", request},
    {"frame.response", response},
    {"header.check-transaction", checkTransaction},
    {"header.create-topic", encoded<commands::UpdateAndCreateTopic>},
    {"header.end-transaction", encoded<commands::EndTransaction>},
    {"header.pull", encoded<commands::PullMessage>},
    {"header.pull-response", decodedFields<commands::PullReply>},
    {"header.request-codes", requestCodes},
    {"header.send", encoded<commands::SendMessage>},
    {"header.send-back", encoded<commands::ConsumerSendMsgBack>},
    {"header.send-response", sendResponse},
    {"header.send-v2", sendV2},
    {"header.send-v2-names", shortNames},
    {"header.unregister", encoded<commands::UnregisterClient>},
    {"header.update-offset", encoded<commands::UpdateConsumerOffset>},
    {"offset.response", offsetResponse},
    {"reset-offset.header", resetHeader},
};

} // namespace

} // namespace rocketdesk::tests
