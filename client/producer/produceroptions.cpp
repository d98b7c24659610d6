// SPDX-License-Identifier: Apache-2.0
#include "client/producer/produceroptions.h"

#include "client/cluster/environment.h"

namespace rocketdesk {

ProducerOptions ProducerOptions::preset(QStringView name)
{
    ProducerOptions options;
    if (name == QLatin1StringView("development"))
        options.sendMsgTimeout = 5000, options.retryTimes = 1, options.batchSize = 16;
    else if (name == QLatin1StringView("production"))
        options.retryTimes = 3;
    else if (name == QLatin1StringView("highPerformance"))
        options.sendMsgTimeout = 1000, options.retryTimes = 1, options.batchSize = 64, options.asyncSendSemaphore = 50'000;
    else if (name == QLatin1StringView("testing"))
        options.sendMsgTimeout = 10'000, options.retryTimes = 0, options.batchSize = 8;
    else if (name == QLatin1StringView("orderSequenced"))
        options.sendMsgTimeout = 5000, options.retryTimes = 5, options.batchSize = 1;
    return options;
}

ProducerOptions ProducerOptions::fromEnvironment(const Environment &environment, QStringList *warnings)
{
    ProducerOptions options;
    EnvironmentReader reader(environment, warnings);
    reader.read("PRODUCER_GROUP", options.producerGroup);
    reader.read("NAMESRV_ADDR", options.namesrvAddr);
    reader.read("SEND_MSG_TIMEOUT", options.sendMsgTimeout);
    reader.read("RETRY_TIMES", options.retryTimes);
    reader.read("MAX_MESSAGE_SIZE", options.maxMessageSize);
    reader.read("ROUTING_STRATEGY", options.routingStrategy);
    return options;
}

} // namespace rocketdesk
