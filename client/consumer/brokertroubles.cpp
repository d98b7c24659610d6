// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/brokertroubles.h"

#include "client/base/logcategories.h"

namespace rocketdesk {

void BrokerTroubles::failed(const commands::MessageQueue &queue, const Error &error)
{
    Broker &broker = m_brokers[queue.broker];
    const bool first = broker.failing.empty();
    broker.failing.insert(queue);
    if (!first)
        return;
    qCWarning(logConsumer, "%s of %s fails: %s", qUtf8Printable(queue.topic.text()), qUtf8Printable(queue.broker.text()), qUtf8Printable(error.remark));
    m_tell(consumernews::Trouble{queue.broker, error, broker.answered});
}

void BrokerTroubles::answered(const commands::MessageQueue &queue)
{
    Broker &broker = m_brokers[queue.broker];
    broker.answered = true;
    settle(queue.broker, broker, queue);
}

void BrokerTroubles::forget(const commands::MessageQueue &queue)
{
    if (const auto broker = m_brokers.find(queue.broker); broker != m_brokers.end())
        broker->second.failing.erase(queue);
}

void BrokerTroubles::settle(const BrokerName &name, Broker &broker, const commands::MessageQueue &queue)
{
    if (broker.failing.erase(queue) > 0 && broker.failing.empty())
        m_tell(consumernews::Recovered{name});
}

} // namespace rocketdesk
