// SPDX-License-Identifier: Apache-2.0
#include "client/producer/producer.h"

#include "client/producer/sendrules.h"
#include "client/protocol/batch.h"

namespace rocketdesk {

namespace {

/// One receipt of a batch becomes one for each of its messages.
void spread(std::span<const OutgoingMessage> messages, const Result<SendReceipt> &whole, BatchReceipts &receipts)
{
    const QStringList ids = whole ? whole->offsetMessageId.split(u',') : QStringList();
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (!whole) {
            receipts.push_back(failed(whole.error()));
            continue;
        }
        SendReceipt receipt = *whole;
        receipt.messageId = messages[i].properties.value(protocol::property::UniqueKey, QString());
        receipt.offsetMessageId = ids.value(ids.size() == 1 ? 0 : static_cast<qsizetype>(i));
        if (whole->queueOffset.value() >= 0) // -1 where it was sent one-way
            receipt.queueOffset = QueueOffset(whole->queueOffset.value() + static_cast<qint64>(i));
        receipts.push_back(std::move(receipt));
    }
}

QString idsOf(std::span<const OutgoingMessage> messages)
{
    QStringList ids;
    for (const OutgoingMessage &message : messages)
        ids << message.properties.value(protocol::property::UniqueKey, QString());
    return ids.join(u',');
}

} // namespace

Pending<BatchReceipts> Producer::sendBatch(std::vector<OutgoingMessage> messages, SendOptions options, int perRequest)
{
    for (OutgoingMessage &message : messages) {
        message.topic = m_names.wire(message.topic);
        if (auto sendable = requireSendable(message, options, clock().wallMs()); !sendable)
            co_return failed(std::move(sendable.error()));
        addOptionProperties(message.properties, options);
        addNamespaceProperty(message.properties, m_names);
    }
    if (const auto valid = protocol::validateBatch(messages); !valid)
        co_return failed(valid.error());
    bindRouting(options, m_names.shown(messages.front())); // a selector sees the topic as its program knows it
    for (OutgoingMessage &message : messages)
        message.properties.set(protocol::property::UniqueKey, m_ids.next(clock().wallMs()));
    const auto most = std::clamp<qsizetype>(perRequest, 1, protocol::maxBatchCount);
    const auto runs = protocol::splitBatch(messages, protocol::maxMessageBody, most);
    BatchReceipts receipts;
    for (const auto &run : runs) {
        auto sending = sendRun(run, options);
        const auto receipt = co_await sending;
        spread(run, receipt, receipts);
    }
    co_return receipts;
}

Pending<SendReceipt> Producer::sendRun(std::span<const OutgoingMessage> messages, const SendOptions &options)
{
    const OutgoingMessage &first = messages.front();
    commands::SendBatchMessage command;
    command.producerGroup = m_group;
    command.topic = first.topic;
    command.bornTimestamp = clock().wallMs();
    // The header's properties are the batch's own: 4.9 would add them to every message, so only what says something is there.
    if (!protocol::waitsForStore(first.properties))
        command.properties = QByteArrayLiteral("WAIT\x01" "false\x02");
    const bool alone = messages.size() == 1; // may be too large for the frame around batches
    command.batch = !alone;
    if (alone) {
        auto block = first.properties.toBlock();
        if (!block)
            return readyFailed<SendReceipt>(block.error());
        command.properties = *block;
        command.flag = first.flag;
        command.body = first.body;
    } else {
        auto body = protocol::encodeBatch(messages);
        if (!body)
            return readyFailed<SendReceipt>(body.error());
        command.body = std::move(*body);
    }
    About about{m_hooks.empty() ? QString() : idsOf(messages), command.body.size()};
    return options.oneway ? tell(std::move(command), std::move(about), options) : deliver(std::move(command), std::move(about), options);
}

} // namespace rocketdesk
