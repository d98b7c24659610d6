// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/bytereader.h"
#include "client/protocol/crc.h"
#include "client/protocol/messagelist.h"
#include "client/protocol/sysflag.h"

namespace rocketdesk::protocol {

namespace {

constexpr qsizetype longestTopicV1 = 127;
constexpr qsizetype longestTopic = 32767;
/// What a record has beside its addresses, body, topic and properties, with a topic length of one byte.
constexpr qsizetype fixedSize = 4 + 4 + 4 + 4 + 4 + 8 + 8 + 4 + 8 + 4 + 8 + 4 + 4 + 8 + 4 + 1 + 2;

qsizetype sizeWith(const StoredMessage &message, qsizetype topicSize)
{
    return fixedSize + (topicSize > longestTopicV1 ? 1 : 0) + message.bornHost.length + message.storeHost.length
        + message.body.size() + topicSize + message.properties.size();
}

int writtenSysFlag(const StoredMessage &message)
{
    const int other = message.sysFlag & ~(sysflag::BornHostV6 | sysflag::StoreHostV6);
    return other | (message.bornHost.isIpv6() ? sysflag::BornHostV6 : 0) | (message.storeHost.isIpv6() ? sysflag::StoreHostV6 : 0);
}

void appendHost(QByteArray &to, const PackedEndpoint &host)
{
    to.append(host.bytes());
    appendNumber<qint32>(to, host.port);
}

void appendHead(QByteArray &to, const StoredMessage &message)
{
    appendNumber<qint32>(to, bodyCrc(message.body.view()));
    appendNumber<qint32>(to, message.queueId.value());
    appendNumber<qint32>(to, message.flag);
    appendNumber<qint64>(to, message.queueOffset.value());
    appendNumber<qint64>(to, message.commitLogOffset.value());
    appendNumber<qint32>(to, writtenSysFlag(message));
    appendNumber<qint64>(to, message.bornTimestamp);
    appendHost(to, message.bornHost);
    appendNumber<qint64>(to, message.storeTimestamp);
    appendHost(to, message.storeHost);
    appendNumber<qint32>(to, message.reconsumeTimes);
    appendNumber<qint64>(to, message.preparedTransactionOffset.value());
}

} // namespace

qsizetype storedSize(const StoredMessage &message)
{
    return sizeWith(message, message.topic.text().toUtf8().size());
}

Result<void> appendStored(QByteArray &to, const StoredMessage &message)
{
    const QByteArray topic = message.topic.text().toUtf8();
    const qsizetype size = sizeWith(message, topic.size());
    if (topic.size() > longestTopic || message.properties.size() > maxPropertyBlock || size > std::numeric_limits<qint32>::max())
        return failed(Error::Kind::TooLarge, QStringLiteral("the topic has %1 bytes, the properties %2").arg(topic.size()).arg(message.properties.size()));
    const bool wide = topic.size() > longestTopicV1;
    to.reserve(to.size() + size);
    appendNumber<qint32>(to, static_cast<qint32>(size));
    appendNumber<qint32>(to, wide ? recordMagicV2 : recordMagicV1);
    appendHead(to, message);
    appendNumber<qint32>(to, static_cast<qint32>(message.body.size()));
    to.append(message.body.view());
    if (wide)
        appendNumber<qint16>(to, static_cast<qint16>(topic.size()));
    else
        appendNumber<qint8>(to, static_cast<qint8>(topic.size()));
    to.append(topic);
    appendNumber<qint16>(to, static_cast<qint16>(message.properties.size()));
    to.append(message.properties.view());
    return {};
}

} // namespace rocketdesk::protocol
