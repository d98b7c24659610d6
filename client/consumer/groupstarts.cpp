// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/groupstarts.h"

#include "client/commands/offsets.h"

namespace rocketdesk {

Pending<QueueOffset> GroupStarts::find(commands::MessageQueue queue)
{
    const ConsumeFromWhere from = m_parts.settings.from;
    auto reading = m_parts.offsets.stored(queue);
    const auto stored = co_await reading;
    GroupStart start{.topic = queue.topic, .stored = stored.value_or(OffsetTable::Unknown)};
    const StartQuestion question = startQuestion(from, start);
    if (question == StartQuestion::MaxOffset) {
        auto asking = m_parts.cluster.ask(commands::GetMaxOffset{.topic = queue.topic, .queueId = queue.queue}, Target::of(queue.broker), AsConsumer);
        const auto reply = co_await asking;
        if (!reply)
            co_return failed(reply.error());
        start.max = reply->offset;
    } else if (question == StartQuestion::SearchByTime) {
        const commands::SearchOffsetByTimestamp search{.topic = queue.topic, .queueId = queue.queue, .timestamp = m_parts.settings.fromMs};
        auto asking = m_parts.cluster.ask(search, Target::of(queue.broker), AsConsumer);
        const auto reply = co_await asking;
        if (!reply)
            co_return failed(reply.error());
        start.searched = reply->offset;
    }
    co_return startOffset(from, start);
}

} // namespace rocketdesk
