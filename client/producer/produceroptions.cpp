// SPDX-License-Identifier: Apache-2.0
#include "client/producer/produceroptions.h"

#include "client/cluster/environment.h"
#include "client/protocol/batch.h"

namespace rocketdesk {

namespace {

constexpr QLatin1StringView bySize("by_size");
constexpr QLatin1StringView byCount("by_count");

std::optional<Routing> routingNamed(QStringView name)
{
    struct Named {
        QLatin1StringView name;
        Routing routing;
    };
    static constexpr Named strategies[] = {{QLatin1StringView("round_robin"), Routing::RoundRobin}, {QLatin1StringView("random"), Routing::Random}, {QLatin1StringView("message_hash"), Routing::MessageHash}};
    const auto found = std::find_if(std::begin(strategies), std::end(strategies), [name](const Named &entry) { return name == entry.name; });
    return found == std::end(strategies) ? std::nullopt : std::optional(found->routing);
}

} // namespace

Result<void> ProducerOptions::check() const
{
    if (auto valid = protocol::checkGroupName(groupOnWire().text()); !valid)
        return valid;
    if (!routingNamed(routingStrategy))
        return failed(Error::Kind::InvalidArgument, QStringLiteral("there is no routing strategy \"%1\"").arg(routingStrategy));
    if (batchSplitType != bySize && batchSplitType != byCount)
        return failed(Error::Kind::InvalidArgument, QStringLiteral("batches are split by_size or by_count, not \"%1\"").arg(batchSplitType));
    const std::pair<const char *, qint64> positive[] = {{"sendMsgTimeout", sendMsgTimeout}, {"maxMessageSize", maxMessageSize}, {"defaultTopicQueueNums", defaultTopicQueueNums},
        {"pollNameServerInterval", pollNameServerInterval}, {"updateTopicRouteInfoInterval", updateTopicRouteInfoInterval}, {"heartbeatBrokerInterval", heartbeatBrokerInterval},
        {"batchSize", batchSize}, {"asyncSendSemaphore", asyncSendSemaphore}, {"asyncSendBytes", asyncSendBytes}};
    for (const auto &[name, value] : positive) {
        if (value <= 0)
            return failed(Error::Kind::InvalidArgument, QStringLiteral("%1 is %2, it has to be above 0").arg(QLatin1StringView(name)).arg(value));
    }
    return {};
}

SendOptions ProducerOptions::sendOptions() const
{
    SendOptions options;
    options.limit = milliseconds(sendMsgTimeout);
    options.retries = std::max(retryTimes, 0);
    options.retryWhenNotStoreOk = retryAnotherBrokerWhenNotStoreOk;
    options.routing = routingNamed(routingStrategy).value_or(Routing::RoundRobin);
    options.compression = protocol::CompressionOptions{.threshold = compressMsgBodyOverHowmuch, .level = compressLevel, .type = compressType};
    options.maxBodySize = maxMessageSize;
    return options;
}

int ProducerOptions::messagesPerRequest() const
{
    return batchSplitType == byCount ? batchSize : static_cast<int>(protocol::maxBatchCount);
}

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
