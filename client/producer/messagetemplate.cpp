// SPDX-License-Identifier: Apache-2.0
#include "client/producer/messagetemplate.h"

#include "client/producer/sendrules.h"
#include "client/protocol/selectorhash.h"
#include "client/protocol/sysflag.h"

namespace rocketdesk {

namespace {

namespace property = protocol::property;

/// Appends UNIQ_KEY to a block, which ends with a separator or is empty.
QByteArray withUniqueKey(const QByteArray &block, const QString &id)
{
    QByteArray whole;
    whole.reserve(block.size() + property::UniqueKey.size() + id.size() + 2);
    whole.append(block);
    whole.append(property::UniqueKey.data(), property::UniqueKey.size());
    whole.append('\x01');
    whole.append(id.toLatin1());
    whole.append('\x02');
    return whole;
}

} // namespace

void addOptionProperties(protocol::Properties &properties, const SendOptions &options)
{
    if (options.delayLevel > 0)
        properties.set(property::Delay, QString::number(options.delayLevel));
    if (options.deliverAt)
        properties.set(property::TimerDeliverMs, QString::number(*options.deliverAt));
    if (!options.shardingKey.isEmpty())
        properties.set(property::ShardingKey, options.shardingKey);
}

void addNamespaceProperty(protocol::Properties &properties, const protocol::NameSpace &names)
{
    if (!names.isEmpty())
        properties.set(property::InstanceId, names.text());
}

void bindRouting(SendOptions &options, const OutgoingMessage &message)
{
    if (options.selector)
        options.selector = [own = std::move(options.selector), message](const std::vector<QueueRef> &queues, const OutgoingMessage &) { return own(queues, message); };
    else if (options.routing == Routing::MessageHash && options.shardingKey.isEmpty())
        options.shardingKey = protocol::orderKey(message.properties).value_or(QString());
}

Result<MessageTemplate> MessageTemplate::of(const OutgoingMessage &message, SendOptions options, qint64 nowMs, const SendMarks &marks)
{
    const protocol::NameSpace &names = marks.names;
    if (auto sendable = names.isEmpty() ? requireSendable(message, options, nowMs) : requireSendable(names.wire(message), options, nowMs); !sendable)
        return failed(std::move(sendable.error()));
    protocol::Properties properties = message.properties;
    addOptionProperties(properties, options);
    for (const auto &[name, value] : marks.properties)
        properties.set(name, value);
    addNamespaceProperty(properties, names);
    auto block = properties.toBlock();
    if (!block)
        return failed(std::move(block.error()));
    MessageTemplate made;
    made.m_block = std::move(*block);
    auto &command = made.m_command;
    command.producerGroup = marks.group;
    command.topic = names.wire(message.topic);
    command.flag = message.flag;
    command.sysFlag = protocol::sysFlagOf(properties);
    command.body = message.body;
    if (options.compression) {
        const auto body = protocol::wireBody(message.body, *options.compression);
        command.body = body.bytes;
        command.sysFlag |= body.sysFlag;
    }
    made.m_bodySize = message.body.size();
    bindRouting(options, message);
    made.m_options = std::move(options);
    return made;
}

StampedMessage MessageTemplate::stamp(protocol::UniqueIdGenerator &ids, qint64 nowMs) const
{
    StampedMessage stamped{m_command, ids.next(nowMs), m_bodySize};
    stamped.command.bornTimestamp = nowMs;
    stamped.command.properties = withUniqueKey(m_block, stamped.id);
    return stamped;
}

} // namespace rocketdesk
