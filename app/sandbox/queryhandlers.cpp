// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "client/commands/messages.h"
#include "client/commands/offsets.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;
namespace property = protocol::property;

Answer<OffsetReply> searchOffset(BrokerState &broker, const SearchOffsetByTimestamp &command, const Ticket &)
{
    const QueueLog *const log = broker.store.queue(command.topic, command.queueId);
    return OffsetReply{QueueOffset(log ? log->search(command.timestamp, command.boundaryType.value_or(BoundaryType::Lower)) : 0)};
}

Answer<OffsetReply> maxOffset(BrokerState &broker, const GetMaxOffset &command, const Ticket &)
{
    return OffsetReply{QueueOffset(broker.maxOffset(command.topic, command.queueId))};
}

Answer<OffsetReply> minOffset(BrokerState &broker, const GetMinOffset &command, const Ticket &)
{
    return OffsetReply{QueueOffset(broker.minOffset(command.topic, command.queueId))};
}

Answer<GetEarliestMsgStoretime::Reply> earliest(BrokerState &broker, const GetEarliestMsgStoretime &command, const Ticket &)
{
    const QueueLog *const log = broker.store.queue(command.topic, command.queueId);
    const Record *const record = log ? log->oldest() : nullptr;
    return GetEarliestMsgStoretime::Reply{record ? record->storedAt : -1};
}

Answer<ViewMessageById::Reply> view(BrokerState &broker, const ViewMessageById &command, const Ticket &)
{
    const Record *const record = broker.store.atPosition(command.offset);
    if (!record)
        return refused(AnswerCode::SystemError, QStringLiteral("can not find message by the offset, %1").arg(command.offset.value()));
    return ViewMessageById::Reply{record->bytes};
}

/// Is the key one of the words of KEYS, the unique id, or (where asked for) the tag?
bool hasKey(const Record &record, const QueryMessage &command)
{
    if (command.indexType == QStringLiteral("T"))
        return protocol::findProperty(record.properties(), property::Tags) == QByteArrayView(command.key.toUtf8());
    const auto text = [&record](QLatin1StringView name) {
        return QString::fromUtf8(protocol::findProperty(record.properties(), name).value_or(QByteArrayView()));
    };
    return text(property::UniqueKey) == command.key || protocol::splitKeys(text(property::Keys)).contains(command.key);
}

/// There is no index: the topic's messages are looked through, the newest first.
Answer<QueryMessage::Reply> query(BrokerState &broker, const QueryMessage &command, const Ticket &)
{
    QueryMessage::Reply reply;
    int missing = command.maxNum;
    const auto *const topic = broker.topics.find(command.topic);
    for (int id = 0; topic && id < std::max(topic->readQueueNums, topic->writeQueueNums); ++id) {
        const QueueLog *const log = broker.store.queue(command.topic, QueueId(id));
        for (qint64 offset = log ? log->maxOffset() - 1 : -1; log && offset >= log->minOffset() && missing > 0; --offset) {
            const Record &record = *log->at(offset);
            if (record.storedAt < command.beginTimestamp || record.storedAt > command.endTimestamp || !hasKey(record, command))
                continue;
            reply.body += record.bytes;
            reply.indexLastUpdateTimestamp = std::max(reply.indexLastUpdateTimestamp, record.storedAt);
            --missing;
        }
    }
    if (reply.body.isEmpty())
        return refused(AnswerCode::QueryNotFound, QStringLiteral("can not find message, maybe time range not correct"));
    reply.indexLastUpdatePhyoffset = CommitLogOffset(broker.store.endPosition());
    return reply;
}

} // namespace

void addQueryHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, searchOffset);
    table.on(broker, maxOffset);
    table.on(broker, minOffset);
    table.on(broker, earliest);
    table.on(broker, view);
    table.on(broker, query);
}

} // namespace rocketdesk::sandbox
