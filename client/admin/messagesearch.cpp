// SPDX-License-Identifier: Apache-2.0
#include "client/admin/messagesearch.h"

#include "client/protocol/messageids.h"

namespace rocketdesk {

bool hasKey(const protocol::StoredMessage &message, const TopicName &topic, const QString &key)
{
    return message.topic == topic && message.keys().contains(key);
}

bool hasUniqueId(const protocol::StoredMessage &message, const QString &id)
{
    return message.propertyText(protocol::property::UniqueKey).compare(id, Qt::CaseInsensitive) == 0;
}

std::optional<IdFacts> readId(const QString &id, qint64 nowMs)
{
    const auto place = protocol::parseOffsetId(id);
    const auto unique = protocol::UniqueId::parse(id);
    if (!place || !unique)
        return std::nullopt;
    IdFacts facts{.storeAddress = place->storeHost.toString(), .offset = place->offset, .senderHost = {}, .processId = unique->processId, .madeMs = unique->timeNear(nowMs)};
    if (const auto host = protocol::PackedEndpoint::ofBytes(unique->address, 0))
        facts.senderHost = host->host();
    return facts;
}

} // namespace rocketdesk
