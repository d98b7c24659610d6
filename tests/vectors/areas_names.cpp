// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorvalues.h"

#include "client/base/endpoint.h"
#include "client/profile/nameservers.h"
#include "client/protocol/call.h"
#include "client/protocol/names.h"
#include "client/protocol/validation.h"

namespace rocketdesk::tests {

namespace {

using namespace protocol;

QJsonValue at(const QJsonObject &input, const char *key)
{
    return input.value(QLatin1StringView(key));
}

/// Null stays a null text.
QString textOf(const QJsonValue &value)
{
    return value.isNull() ? QString() : value.toString();
}

QJsonObject wrap(const QJsonObject &input)
{
    return {{QStringLiteral("result"), wrapNamespace(textOf(at(input, "namespace")), at(input, "resource").toString())}};
}

QJsonObject unwrap(const QJsonObject &input)
{
    return {{QStringLiteral("result"), unwrapNamespace(textOf(at(input, "namespace")), at(input, "resource").toString())}};
}

QJsonObject extract(const QJsonObject &input)
{
    const auto each = [](const QJsonValue &name) { return namespaceOf(name.toString()); };
    return {{QStringLiteral("namespaces"), mapped(at(input, "resources"), each)}};
}

QJsonObject instances(const QJsonObject &input)
{
    const auto each = [](const QJsonValue &url) { return instanceOf(url.toString()); };
    return {{QStringLiteral("namespaces"), mapped(at(input, "urls"), each)}};
}

QJsonObject retry(const QJsonObject &input)
{
    return {{QStringLiteral("retryTopic"), retryTopic(ConsumerGroup(at(input, "group").toString())).text()}};
}

QJsonObject light(const QJsonObject &input)
{
    const auto each = [](const QJsonValue &topic) { return isLightTopic(topic.toString()); };
    return {{QStringLiteral("isLmq"), mapped(at(input, "topics"), each)}};
}

QJsonObject permission(const QJsonObject &input)
{
    const int perm = at(input, "perm").toInt();
    return {{QStringLiteral("text"), permissionText(perm)}, {QStringLiteral("valid"), checkPermission(perm).has_value()}};
}

QJsonObject clientId(const QJsonObject &input)
{
    const ClientId id = makeClientId({.ip = at(input, "ip").toString(),
                                      .pid = at(input, "pid").toInteger(),
                                      .instanceName = at(input, "instanceName").toString(),
                                      .unitName = at(input, "unitName").toString(),
                                      .nanos = at(input, "nanos").toInteger()});
    return {{QStringLiteral("clientId"), id.text()}};
}

QJsonObject topic(const QJsonObject &input)
{
    return {{QStringLiteral("ok"), checkTopicName(TopicName(at(input, "topic").toString())).has_value()}};
}

QJsonObject newTopics(const QJsonObject &input)
{
    const auto each = [](const QJsonValue &name) { return checkNewTopic(TopicName(name.toString())).has_value(); };
    return {{QStringLiteral("createAllowed"), mapped(at(input, "topics"), each)}};
}

QJsonObject sendableTopics(const QJsonObject &input)
{
    const auto each = [](const QJsonValue &name) { return checkSendable(TopicName(name.toString())).has_value(); };
    return {{QStringLiteral("sendAllowed"), mapped(at(input, "topics"), each)}};
}

QJsonObject groups(const QJsonObject &input)
{
    const auto any = [](const QJsonValue &name) { return checkGroupName(name.toString()).has_value(); };
    const auto consumer = [](const QJsonValue &name) {
        return checkConsumerGroup(ConsumerGroup(name.toString())).has_value();
    };
    return {{QStringLiteral("ok"), mapped(at(input, "groups"), any)},
            {QStringLiteral("okForConsumer"), mapped(at(input, "groups"), consumer)}};
}

QJsonObject bodySizes(const QJsonObject &input)
{
    const qint64 limit = at(input, "maxMessageSize").toInteger();
    const auto each = [limit](const QJsonValue &size) { return checkBodySize(size.toInteger(), limit).has_value(); };
    return {{QStringLiteral("ok"), mapped(at(input, "bodySizes"), each)}};
}

QJsonObject permissions(const QJsonObject &input)
{
    const auto each = [](const QJsonValue &perm) { return checkPermission(perm.toInt()).has_value(); };
    return {{QStringLiteral("ok"), mapped(at(input, "perms"), each)}};
}

QJsonObject verifyAddress(const QJsonObject &input)
{
    return {{QStringLiteral("ok"), Endpoint::parse(at(input, "item").toString()).has_value()}};
}

QJsonObject addressList(const QJsonObject &input)
{
    QJsonArray addresses;
    for (const Endpoint &endpoint : parseNameServers(at(input, "text").toString()).endpoints)
        addresses.append(endpoint.toString());
    return {{QStringLiteral("addresses"), addresses}};
}

QJsonObject splitAddresses(const QJsonObject &input)
{
    const auto each = [](const QJsonValue &text) -> QJsonValue {
        const auto endpoint = Endpoint::parse(text.toString());
        return endpoint ? QJsonObject{{QStringLiteral("host"), endpoint->host}, {QStringLiteral("port"), endpoint->port}}
                        : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("results"), mapped(at(input, "texts"), each)}};
}

/// What a client without a processor answers, and one with an answer.
QJsonObject serverRequest(const QJsonObject &input)
{
    FrameView request;
    request.code = at(input, "code").toInt();
    request.opaque = at(input, "opaque").toInt();
    request.flag = at(input, "oneway").toBool() ? onewayFlag : 0;
    const QJsonValue processor = at(input, "processor");
    const QJsonValue answer = processor[QLatin1StringView("answer")];
    if (request.isOneway() || (processor.isObject() && answer.isNull()))
        return {{QStringLiteral("answer"), QJsonValue()}};
    const int code = processor.isNull() ? int(AnswerCode::NotSupported) : answer[QLatin1StringView("code")].toInt();
    const FrameHead head = answerHead(request, code);
    return {{QStringLiteral("answer"),
             QJsonObject{{QStringLiteral("code"), head.code}, {QStringLiteral("opaque"), head.opaque},
                         {QStringLiteral("flag"), head.flag}}}};
}

const VectorAreaEntry entries[] = {
    {"address.list", addressList},
    {"address.split", splitAddresses},
    {"address.verify", verifyAddress},
    {"config.client-id", clientId},
    {"lmq", light},
    {"namespace.endpoint", instances},
    {"namespace.extract", extract},
    {"namespace.unwrap", unwrap},
    {"namespace.wrap", wrap},
    {"perm.text", permission},
    {"remoting.server-request", serverRequest},
    {"retry-topic", retry},
    {"validate.group", groups},
    {"validate.message", bodySizes},
    {"validate.perm", permissions},
    {"validate.topic", topic},
    {"validate.topic-create", newTopics},
    {"validate.topic-send", sendableTopics},
};

} // namespace

} // namespace rocketdesk::tests
