// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/batch.h"

#include "client/protocol/bytereader.h"

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

/// A record with neither body nor properties: size, magic, crc, flag, two lengths.
constexpr qsizetype emptyMember = 4 + 4 + 4 + 4 + 4 + 2;
constexpr qsizetype longestBatchTopic = 127;

Failure refused(const QString &why)
{
    return failed(Error::Kind::InvalidArgument, why);
}

bool isDelayed(const Properties &properties)
{
    const QString level = properties.value(property::Delay, QStringLiteral("0"));
    return level != QLatin1StringView("0") || properties.contains(property::TimerDelaySeconds)
        || properties.contains(property::TimerDelayMs) || properties.contains(property::TimerDeliverMs);
}

Failure brokenAt(qsizetype offset)
{
    return failed(Error::Kind::Malformed, QStringLiteral("the batch breaks off in the record at byte %1").arg(offset));
}

} // namespace

Result<void> validateBatch(std::span<const OutgoingMessage> messages)
{
    if (messages.empty())
        return refused(QStringLiteral("a batch has at least one message"));
    const OutgoingMessage &first = messages.front();
    if (first.topic.text().startsWith(QLatin1StringView("%RETRY%")))
        return refused(QStringLiteral("a batch cannot go to a retry topic"));
    if (first.topic.text().toUtf8().size() > longestBatchTopic)
        return refused(QStringLiteral("the topic of a batch has at most %1 bytes").arg(longestBatchTopic));
    const bool waits = waitsForStore(first.properties);
    for (const OutgoingMessage &message : messages) {
        if (message.topic != first.topic)
            return refused(QStringLiteral("the messages of a batch have one topic"));
        if (waitsForStore(message.properties) != waits)
            return refused(QStringLiteral("the messages of a batch have the same %1").arg(property::Wait));
        if (isDelayed(message.properties))
            return refused(QStringLiteral("a delayed message cannot go in a batch"));
        if (sysFlagOf(message.properties) != 0)
            return refused(QStringLiteral("a message of a transaction cannot go in a batch"));
    }
    return {};
}

qsizetype batchMemberSize(const OutgoingMessage &message)
{
    return emptyMember + message.body.size() + message.properties.blockSize();
}

Result<QByteArray> encodeBatch(std::span<const OutgoingMessage> messages)
{
    QByteArray body;
    for (const OutgoingMessage &message : messages) {
        const auto block = message.properties.toBlock();
        if (!block)
            return failed(block.error());
        const qsizetype size = emptyMember + message.body.size() + block->size();
        if (size > std::numeric_limits<qint32>::max() - body.size())
            return failed(Error::Kind::TooLarge, QStringLiteral("the batch is over 2 GiB"));
        appendNumber<qint32>(body, static_cast<qint32>(size));
        appendNumber<qint64>(body, 0); // magic and checksum, which nobody reads
        appendNumber<qint32>(body, message.flag);
        appendNumber<qint32>(body, static_cast<qint32>(message.body.size()));
        body.append(message.body);
        appendNumber<qint16>(body, static_cast<qint16>(block->size()));
        body.append(*block);
    }
    return body;
}

Result<std::vector<BatchMember>> decodeBatch(const Bytes &body, size_t most)
{
    std::vector<BatchMember> members;
    qsizetype start = 0;
    while (start < body.size()) {
        if (members.size() == most)
            return failed(Error::Kind::TooLarge, QStringLiteral("the batch has more than %1 messages").arg(most));
        ByteReader reader(body.view().sliced(start));
        if (!reader.has(emptyMember))
            return brokenAt(start);
        BatchMember member;
        member.size = reader.number<qint32>();
        (void)reader.bytes(8);
        member.flag = reader.number<qint32>();
        const qsizetype bodySize = reader.number<qint32>();
        if (bodySize < 0 || !reader.has(bodySize + 2))
            return brokenAt(start);
        member.body = body.sliced(start + reader.position(), bodySize);
        (void)reader.bytes(bodySize);
        const qsizetype blockSize = reader.number<qint16>();
        if (!reader.has(blockSize) || member.size != emptyMember + bodySize + blockSize)
            return brokenAt(start);
        member.properties = body.sliced(start + reader.position(), blockSize);
        start += member.size;
        members.push_back(std::move(member));
    }
    return members;
}

std::vector<std::span<const OutgoingMessage>> splitBatch(std::span<const OutgoingMessage> messages, qsizetype maxBytes, qsizetype maxCount)
{
    std::vector<std::span<const OutgoingMessage>> runs;
    size_t from = 0;
    qsizetype bytes = 0;
    for (size_t i = 0; i < messages.size(); ++i) {
        const qsizetype size = batchMemberSize(messages[i]);
        if (i > from && (bytes + size > maxBytes || static_cast<qsizetype>(i - from) >= std::max<qsizetype>(maxCount, 1))) {
            runs.push_back(messages.subspan(from, i - from));
            from = i;
            bytes = 0;
        }
        bytes += size;
    }
    if (from < messages.size())
        runs.push_back(messages.subspan(from));
    return runs;
}

} // namespace rocketdesk::protocol
