// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/message.h"

#include "client/protocol/compression.h"
#include "client/protocol/crc.h"
#include "client/protocol/messageids.h"
#include "client/protocol/sysflag.h"

namespace rocketdesk::protocol {

QString StoredMessage::propertyText(QLatin1StringView name) const
{
    const auto found = property(name);
    return found ? QString::fromUtf8(*found) : QString();
}

QString StoredMessage::messageId() const
{
    const auto unique = property(property::UniqueKey);
    return unique ? QString::fromUtf8(*unique) : offsetMessageId();
}

QString StoredMessage::offsetMessageId() const
{
    return offsetIdText(storeHost.bytes(), storeHost.port, commitLogOffset);
}

TopicName StoredMessage::topicBeforeRetries() const
{
    const QString before = topic.text().startsWith(QLatin1StringView("%RETRY%")) ? propertyText(property::RetryTopic) : QString();
    return before.isEmpty() ? topic : TopicName(before);
}

bool StoredMessage::isCompressed() const
{
    return (sysFlag & sysflag::Compressed) != 0 && !body.isEmpty();
}

StoredMessage StoredMessage::detached() const
{
    QByteArray own;
    own.reserve(body.size() + properties.size());
    own.append(body.view()).append(properties.view());
    const Bytes frame(std::move(own));
    StoredMessage copy(*this);
    copy.body = frame.sliced(0, body.size());
    copy.properties = frame.sliced(body.size(), properties.size());
    return copy;
}

Result<Bytes> decodedBody(const StoredMessage &message, qsizetype limit)
{
    if (!message.isCompressed()) {
        if (message.body.size() > limit)
            return failed(Error::Kind::TooLarge, QStringLiteral("the body has %1 bytes").arg(message.body.size()));
        return message.body;
    }
    const auto type = compressionOfSysFlag(message.sysFlag);
    if (!type)
        return failed(Error::Kind::CorruptBody, QStringLiteral("the sysFlag %1 names no known compression").arg(message.sysFlag));
    return decompress(*type, message.body.view(), limit).map([](QByteArray &&body) { return Bytes(std::move(body)); });
}

int decodedSysFlag(const StoredMessage &message)
{
    return message.sysFlag & ~sysflag::Compressed;
}

bool bodyMatchesCrc(const StoredMessage &message)
{
    return sysflag::isInnerBatch(message.sysFlag) || message.bodyCrc == bodyCrc(message.body.view());
}

} // namespace rocketdesk::protocol
