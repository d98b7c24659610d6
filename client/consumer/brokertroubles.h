// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"
#include "client/consumer/consumernews.h"

#include <functional>
#include <map>
#include <set>

namespace rocketdesk {

/// Which brokers fail a consumer at the moment. Told once when one begins to fail, and once when all of its queues work again.
class BrokerTroubles final
{
public:
    explicit BrokerTroubles(std::function<void(const ConsumerNews &)> tell) : m_tell(std::move(tell)) {}

    void failed(const commands::MessageQueue &queue, const Error &error);
    void answered(const commands::MessageQueue &queue);
    /// The queue is of no interest any more, which is no recovery.
    void forget(const commands::MessageQueue &queue);

private:
    struct Broker {
        std::set<commands::MessageQueue> failing;
        bool answered = false; ///< at least once
    };
    void settle(const BrokerName &name, Broker &broker, const commands::MessageQueue &queue);

    std::function<void(const ConsumerNews &)> m_tell;
    std::map<BrokerName, Broker> m_brokers;
};

} // namespace rocketdesk
