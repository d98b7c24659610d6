// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"

#include "client/clientlink.h"
#include "client/consumer/litepuller.h"
#include "client/consumer/popper.h"
#include "client/farobject.h"
#include "client/litepullconsumer.h"
#include "client/optionservers.h"
#include "client/popconsumer.h"

namespace rocketdesk {

std::unique_ptr<LitePullConsumer> Client::litePullConsumer(LitePullOptions options)
{
    std::unique_ptr<LitePullConsumer> consumer(new LitePullConsumer(m_network));
    m_network.post([link = m_link, far = consumer->m_far, servers = checkServers(m_profile, options.namesrvAddr), options = std::move(options)] {
        if (link->core)
            far->take(servers ? link->core->poll(options) : failed(servers.error()));
    });
    return consumer;
}

std::unique_ptr<PopConsumer> Client::popConsumer(PopOptions options)
{
    std::unique_ptr<PopConsumer> consumer(new PopConsumer(m_network));
    auto tell = forwarder<const ConsumerNews &>(consumer.get(), [consumer = consumer.get()](const ConsumerNews &news) { consumer->take(news); });
    m_network.post([link = m_link, far = consumer->m_far, tell = std::move(tell), options = std::move(options)] {
        if (link->core)
            far->take(link->core->pop(options, tell));
    });
    return consumer;
}

} // namespace rocketdesk
