// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorvalues.h"

#include "client/protocol/compression.h"
#include "client/protocol/messagelist.h"
#include "client/protocol/sysflag.h"

namespace rocketdesk::tests {

namespace {

using namespace protocol;

QJsonObject propertiesObject(const StoredMessage &message)
{
    QJsonObject out;
    for (const Property &property : message.allProperties())
        out.insert(property.name, property.value);
    return out;
}

QJsonValue tagOf(const StoredMessage &message)
{
    const auto tag = message.property(property::Tags);
    return tag ? QJsonValue(QString::fromUtf8(*tag)) : QJsonValue();
}

/// A message as a reader gets it: the body decoded, or raw with its fault.
struct Read {
    StoredMessage message;
    Bytes body;
    MessageFault fault;
};

Read readWhole(const StoredMessage &message)
{
    const auto body = decodedBody(message);
    if (!body)
        return {message, message.body, MessageFault::Body};
    return {message, *body, message.fault};
}

QJsonValue faultValue(MessageFault fault)
{
    if (fault == MessageFault::None)
        return {};
    return fault == MessageFault::Body ? QStringLiteral("body") : QStringLiteral("properties");
}

QJsonObject described(const Read &read)
{
    const StoredMessage &message = read.message;
    const QString offsetId = message.offsetMessageId();
    QJsonObject out{{QStringLiteral("topic"), message.topic.text()},
                    {QStringLiteral("topicLength"), message.topic.text().toUtf8().size()},
                    {QStringLiteral("queueId"), message.queueId.value()},
                    {QStringLiteral("queueOffset"), message.queueOffset.value()},
                    {QStringLiteral("commitLogOffset"), message.commitLogOffset.value()},
                    {QStringLiteral("bornHost"), message.bornHost.toString()},
                    {QStringLiteral("bornTimestamp"), message.bornTimestamp},
                    {QStringLiteral("storeHost"), message.storeHost.toString()},
                    {QStringLiteral("storeTimestamp"), message.storeTimestamp},
                    {QStringLiteral("properties"), propertiesObject(message)},
                    {QStringLiteral("keys"), QJsonArray::fromStringList(message.keys())},
                    {QStringLiteral("offsetMsgId"), offsetId},
                    {QStringLiteral("offsetMsgIdLength"), offsetId.size()},
                    {QStringLiteral("msgId"), message.messageId()},
                    {QStringLiteral("bodyCRC"), message.bodyCrc},
                    {QStringLiteral("size"), message.storeSize},
                    {QStringLiteral("flag"), message.flag},
                    {QStringLiteral("reconsumeTimes"), message.reconsumeTimes},
                    {QStringLiteral("preparedTransactionOffset"), message.preparedTransactionOffset.value()}};
    return out;
}

void describeBody(QJsonObject &out, const Read &read)
{
    const bool decoded = read.fault != MessageFault::Body;
    out.insert(QStringLiteral("sysFlag"), decoded ? decodedSysFlag(read.message) : read.message.sysFlag);
    out.insert(QStringLiteral("compressedFlagCleared"), decoded);
    out.insert(QStringLiteral("messageError"), faultValue(read.fault));
    out.insert(QStringLiteral("bodyText"), QString::fromUtf8(read.body.view()));
    out.insert(QStringLiteral("bodyHex"), toHex(read.body.view()));
    out.insert(QStringLiteral("bodyLength"), read.body.size());
    out.insert(QStringLiteral("bodyCrc32"), bytesValue(read.body.view())[u"crc32"]);
    const auto type = compressionOfSysFlag(read.message.sysFlag);
    if (read.message.isCompressed() && type)
        out.insert(QStringLiteral("compression"), compressionName(*type));
}

QJsonObject decode(const QJsonObject &input)
{
    const MessageList list = decodeMessageList(Bytes(hexOf(input[u"hex"])));
    if (list.error)
        return failure(list.error->error);
    if (list.messages.empty() || (input[u"checkCRC"].toBool() && !bodyMatchesCrc(list.messages.front())))
        return failure();
    Read read = readWhole(list.messages.front());
    QJsonObject out = described(read);
    if (!input[u"readBody"].toBool(true))
        read.body = Bytes();
    describeBody(out, read);
    return out;
}

template <typename F>
QJsonArray eachOf(const std::vector<Read> &messages, F value)
{
    QJsonArray out;
    for (const Read &message : messages)
        out.append(QJsonValue(value(message)));
    return out;
}

QJsonObject decodeList(const QJsonObject &input)
{
    const MessageList list = decodeMessageList(Bytes(hexOf(input[u"hex"])));
    QJsonObject out = list.error ? failure(list.error->error) : QJsonObject();
    if (list.error)
        out.insert(QStringLiteral("errorOffset"), list.error->offset);
    std::vector<Read> read;
    for (const StoredMessage &message : list.messages)
        read.push_back(readWhole(message));
    out.insert(QStringLiteral("count"), qsizetype(read.size()));
    out.insert(QStringLiteral("queueOffsets"), eachOf(read, [](const Read &each) { return each.message.queueOffset.value(); }));
    out.insert(QStringLiteral("commitLogOffsets"), eachOf(read, [](const Read &each) { return each.message.commitLogOffset.value(); }));
    out.insert(QStringLiteral("bodies"), eachOf(read, [](const Read &each) { return QString::fromUtf8(each.body.view()); }));
    out.insert(QStringLiteral("errors"), eachOf(read, [](const Read &each) { return faultValue(each.fault); }));
    out.insert(QStringLiteral("msgIds"), eachOf(read, [](const Read &each) { return each.message.messageId(); }));
    out.insert(QStringLiteral("properties"), eachOf(read, [](const Read &each) { return propertiesObject(each.message); }));
    out.insert(QStringLiteral("tags"), eachOf(read, [](const Read &each) { return tagOf(each.message); }));
    out.insert(QStringLiteral("topics"), eachOf(read, [](const Read &each) { return each.message.topic.text(); }));
    out.insert(QStringLiteral("flags"), eachOf(read, [](const Read &each) { return each.message.flag; }));
    out.insert(QStringLiteral("sysFlags"), eachOf(read, [](const Read &each) { return decodedSysFlag(each.message); }));
    return out;
}

QJsonObject innerBatch(const QJsonObject &input)
{
    QJsonObject out = decodeList(input);
    const MessageList list = decodeMessageList(Bytes(hexOf(input[u"hex"])));
    if (!list.messages.empty()) {
        out.insert(QStringLiteral("queueId"), list.messages.front().queueId.value());
        out.insert(QStringLiteral("commitLogOffset"), list.messages.front().commitLogOffset.value());
    }
    return out;
}

QJsonObject magic(const QJsonObject &input)
{
    const QMap<QString, qint32> known{{QStringLiteral("V1"), recordMagicV1}, {QStringLiteral("V2"), recordMagicV2}, {QStringLiteral("blank"), blankMagic}};
    return {{QStringLiteral("signed"), mapped(input[u"versions"], [&](const QJsonValue &name) { return known.value(name.toString()); })},
            {QStringLiteral("hex"), mapped(input[u"versions"], [&](const QJsonValue &name) { return QString::number(quint32(known.value(name.toString())), 16); })}};
}

QJsonObject sysFlag(const QJsonObject &input)
{
    const auto typeBits = [](Compression type) { return int(type) << sysflag::CompressionShift; };
    const QMap<QString, int> known{{QStringLiteral("compressed"), sysflag::Compressed},
                                   {QStringLiteral("multiTags"), sysflag::MultiTags},
                                   {QStringLiteral("prepared"), sysflag::TransactionPrepared},
                                   {QStringLiteral("commit"), sysflag::TransactionCommit},
                                   {QStringLiteral("rollback"), sysflag::TransactionRollback},
                                   {QStringLiteral("bornV6"), sysflag::BornHostV6},
                                   {QStringLiteral("storeV6"), sysflag::StoreHostV6},
                                   {QStringLiteral("needUnwrap"), sysflag::NeedUnwrap},
                                   {QStringLiteral("innerBatch"), sysflag::InnerBatch},
                                   {QStringLiteral("lz4"), typeBits(Compression::Lz4)},
                                   {QStringLiteral("zstd"), typeBits(Compression::Zstd)},
                                   {QStringLiteral("zlib"), typeBits(Compression::Zlib)}};
    return {{QStringLiteral("values"), mapped(input[u"names"], [&](const QJsonValue &name) { return known.value(name.toString(), -1); })}};
}

QJsonObject sysFlagTransaction(const QJsonObject &input)
{
    const int flag = input[u"flag"].toInt();
    const bool set = input[u"op"].toString() == u"set";
    return {{QStringLiteral("result"), set ? sysflag::withTransaction(flag, input[u"value"].toInt()) : sysflag::transactionOf(flag)}};
}

const VectorAreaEntry entries[] = {
    {"message.decode", decode},
    {"message.decode-list", decodeList},
    {"message.inner-batch", innerBatch},
    {"message.magic", magic},
    {"message.sysflag", sysFlag},
    {"message.sysflag-transaction", sysFlagTransaction},
};

} // namespace

} // namespace rocketdesk::tests
