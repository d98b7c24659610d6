// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorvalues.h"

#include "client/protocol/acladdress.h"
#include "client/protocol/compression.h"
#include "client/protocol/json.h"
#include "client/protocol/selectorhash.h"
#include "client/protocol/signature.h"
#include "client/protocol/tags.h"

namespace rocketdesk::tests {

namespace {

using namespace protocol;

QJsonObject signText(const QJsonObject &input)
{
    const auto value = sign(input[u"secretKey"].toString().toUtf8(), input[u"data"].toString().toUtf8());
    return value ? QJsonObject{{QStringLiteral("signature"), QString::fromLatin1(*value)}} : failure(value.error());
}

QJsonObject signCall(const QJsonObject &input)
{
    const QJsonObject fields = input[u"extFields"].toObject();
    std::vector<std::pair<QByteArray, QByteArray>> held;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        held.emplace_back(it.key().toUtf8(), it.value().toString().toUtf8());
    const std::vector<SignedField> views(held.begin(), held.end());
    const QByteArray body = hexOf(input[u"bodyHex"]);
    const auto value = signRequest(input[u"secretKey"].toString().toUtf8(), views, body);
    if (!value)
        return failure(value.error());
    QJsonArray keys;
    QByteArray content;
    for (const SignedField &field : signedOrder(views)) {
        keys.append(QString::fromUtf8(field.first));
        content += field.second.toByteArray();
    }
    return {{QStringLiteral("sortedKeys"), keys}, {QStringLiteral("contentHex"), toHex(content + body)}, {QStringLiteral("signature"), QString::fromLatin1(*value)}};
}

QJsonObject aclAddresses(const QJsonObject &input)
{
    const auto addresses = expandAclAddresses(input[u"pattern"].toString());
    return addresses ? QJsonObject{{QStringLiteral("addresses"), QJsonArray::fromStringList(*addresses)}} : failure(addresses.error());
}

QJsonObject fullIpv6(const QJsonObject &input)
{
    const auto full = expandIpv6(input[u"address"].toString(), input[u"parts"].toInt());
    return full ? QJsonObject{{QStringLiteral("expanded"), *full}} : failure(full.error());
}

QJsonObject compressionTypes(const QJsonObject &input)
{
    const auto name = [](const QJsonValue &code) {
        const auto type = compressionOfCode(code.toInt(-1));
        return type ? QJsonValue(compressionName(*type)) : QJsonValue();
    };
    const auto code = [](const QJsonValue &text) {
        const auto type = compressionNamed(text.toString());
        return type ? QJsonValue(int(*type)) : QJsonValue();
    };
    return {{QStringLiteral("names"), mapped(input[u"codes"], name)}, {QStringLiteral("codes"), mapped(input[u"names"], code)}};
}

QJsonObject threshold(const QJsonObject &input)
{
    const auto compressed = [&](const QJsonValue &size) { return isCompressedOnSend(size.toInt(), input[u"threshold"].toInt()); };
    return {{QStringLiteral("compressed"), mapped(input[u"bodySizes"], compressed)}};
}

QJsonObject batchCompression(const QJsonObject &input)
{
    return {{QStringLiteral("compressed"), isCompressedOnSend(input[u"batchBodySize"].toInt(), input[u"threshold"].toInt(), true)}};
}

QJsonObject decompressed(const QJsonObject &input)
{
    const auto type = compressionNamed(input[u"type"].toString());
    const auto body = type ? decompress(*type, hexOf(input[u"hex"])) : Result<QByteArray>(failed(Error::Kind::InvalidArgument));
    if (!body)
        return failure(body.error());
    QJsonObject out = bytesValue(*body);
    out.insert(QStringLiteral("bodyHex"), toHex(*body));
    return out;
}

QJsonObject compressTwice(const QJsonObject &input)
{
    const QByteArray body = hexOf(input[u"bodyByteHex"]).repeated(input[u"bodySize"].toInt());
    QJsonArray compressed;
    QJsonArray bodies;
    for (int i = 0; i < input[u"attempts"].toInt(); ++i) {
        const WireBody wire = wireBody(body, {.threshold = input[u"threshold"].toInt()});
        const auto type = compressionOfSysFlag(wire.sysFlag);
        const bool small = (wire.sysFlag & 1) != 0 && type;
        compressed.append(small);
        bodies.append(bytesValue(small ? decompress(*type, wire.bytes).value_or(QByteArray()) : wire.bytes));
    }
    return {{QStringLiteral("userBody"), bytesValue(body)}, {QStringLiteral("wireCompressed"), compressed}, {QStringLiteral("wireBodyDecompressed"), bodies}};
}

QJsonObject zlib(const QJsonObject &input)
{
    const QByteArray text = input[u"text"].toString().toUtf8();
    const auto small = compress(Compression::Zlib, text);
    return {{QStringLiteral("roundTrip"), small && decompress(Compression::Zlib, *small) == Result<QByteArray>(text)}};
}

QJsonObject tagCode(const QJsonObject &input)
{
    return {{QStringLiteral("code"), javaHashCode(input[u"tag"].toString())}};
}

QJsonObject filterTags(const QJsonObject &input)
{
    SubscriptionData subscription;
    subscription.tagsSet = textsOf(input[u"tagsSet"]);
    const TagFilter filter(subscription);
    const auto delivered = [&filter](const QJsonValue &tag) {
        const QByteArray text = tag.toString().toUtf8();
        return filter.accepts(tag.isNull() ? std::nullopt : std::optional(QByteArrayView(text)));
    };
    return {{QStringLiteral("delivered"), mapped(input[u"tags"], delivered)}};
}

QJsonObject subscription(const QJsonObject &input)
{
    const auto data = makeSubscription(TopicName(input[u"topic"].toString()), input[u"expression"].toString(), input[u"type"].toString(), longOf(input[u"subVersion"]));
    if (!data)
        return failure(data.error());
    QJsonObject out = parsedJson(writeJson(*data)).toObject();
    out.insert(QStringLiteral("json"), parsedJson(writeJson(*data)));
    return out;
}

const VectorAreaEntry entries[] = {
    {"acl.addresses", aclAddresses},
    {"acl.expand-ipv6", fullIpv6},
    {"acl.request", signCall},
    {"acl.sign", signText},
    {"compression.batch", batchCompression},
    {"compression.decompress", decompressed},
    {"compression.retry", compressTwice},
    {"compression.threshold", threshold},
    {"compression.type", compressionTypes},
    {"compression.zlib", zlib},
    {"subscription.default", subscription},
    {"subscription.json", subscription},
    {"subscription.parse", subscription},
    {"tag.filter", filterTags},
    {"tag.hashcode", tagCode},
};

} // namespace

} // namespace rocketdesk::tests
