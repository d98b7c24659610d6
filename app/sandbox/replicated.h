// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/grouptable.h"
#include "app/sandbox/messagestore.h"
#include "app/sandbox/offsettable.h"
#include "app/sandbox/topictable.h"

namespace rocketdesk::sandbox {

/// What a master and its replicas have in common; they are always in sync.
struct Replicated {
    Replicated(const ClusterName &cluster, const BrokerName &broker, const protocol::PackedEndpoint &host, MessageStore::Limits limits, qint64 nowMs)
        : topics(cluster, broker, nowMs), groups(nowMs), store(host, limits) {}

    TopicTable topics;
    GroupTable groups;
    OffsetTable offsets;
    MessageStore store;
};

} // namespace rocketdesk::sandbox
