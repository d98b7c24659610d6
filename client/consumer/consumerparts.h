// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/cluster.h"
#include "client/consumer/assignedqueue.h"
#include "client/consumer/brokertroubles.h"
#include "client/consumer/consumersettings.h"
#include "client/consumer/consumestatistics.h"
#include "client/consumer/consumetracer.h"
#include "client/consumer/offsetstore.h"
#include "client/consumer/subscriptions.h"

namespace rocketdesk {

/// What the parts of one consumer share; it outlives them.
struct ConsumerParts {
    Cluster &cluster;
    const ConsumerSettings &settings;
    const ClientId clientId;
    OffsetStore &offsets;
    ConsumeStatistics &statistics;
    BrokerTroubles &troubles;
    ConsumeTracer tracer;

    [[nodiscard]] Clock &clock() const { return cluster.clock(); }
    /// The queue needs no lock, or has it.
    [[nodiscard]] bool mayConsume(const AssignedQueue &queue) const
    {
        return !settings.locks() || queue.isLocked(clock().now(), milliseconds(settings.options.lockExpireTime));
    }
};

inline constexpr Ask AsConsumer{.origin = Origin::Consumer};

} // namespace rocketdesk
