// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/consumeroptions.h"

#include "client/cluster/environment.h"

#include <algorithm>
#include <array>

namespace rocketdesk {

ConsumerOptions ConsumerOptions::fromEnvironment(const QMap<QString, QString> &environment, QStringList *warnings)
{
    ConsumerOptions options;
    EnvironmentReader reader(environment, warnings);
    reader.read("CONSUME_THREAD_MIN", options.consumeThreadMin);
    reader.read("CONSUME_THREAD_MAX", options.consumeThreadMax);
    reader.read("CONSUME_BATCH_SIZE", options.consumeBatchSize);
    reader.read("PULL_BATCH_SIZE", options.pullBatchSize);
    reader.read("CONSUME_TIMEOUT", options.consumeTimeoutMinutes);
    reader.read("MESSAGE_MODEL", options.messageModel);
    reader.read("CONSUME_FROM_WHERE", options.consumeFromWhere);
    reader.read("ALLOCATE_STRATEGY", options.allocateStrategy);
    reader.read("PERSIST_INTERVAL", options.persistInterval);
    reader.read("OFFSET_STORE_PATH", options.offsetStorePath);
    reader.read("MAX_CACHE_COUNT_PER_QUEUE", options.maxCacheCountPerQueue);
    reader.read("MAX_CACHE_SIZE_PER_QUEUE", options.maxCacheSizePerQueue);
    reader.read("MAX_RETRY_TIMES", options.maxReconsumeTimes);
    reader.read("SUSPEND_CURRENT_QUEUE_TIME_MILLIS", options.suspendCurrentQueueTimeMillis);
    reader.read("LOCK_EXPIRE_TIME", options.lockExpireTime);
    return options;
}

bool ConsumerOptions::isAllowed(QStringView option, qint64 value)
{
    struct Range {
        QLatin1StringView option;
        qint64 from;
        qint64 to;
    };
    static constexpr std::array ranges = {
        Range{QLatin1StringView("consumeThreadMin"), 1, 1000},
        Range{QLatin1StringView("consumeThreadMax"), 1, 1000},
        Range{QLatin1StringView("consumeBatchSize"), 1, 1024},
        Range{QLatin1StringView("pullBatchSize"), 1, 1024},
        Range{QLatin1StringView("pullInterval"), 0, 65'535},
        Range{QLatin1StringView("maxCacheCountPerQueue"), 1, 65'535},
        Range{QLatin1StringView("maxCacheSizePerQueue"), 1, 1024},
        Range{QLatin1StringView("consumeTimeoutMinutes"), 1, 1440},
    };
    const auto range = std::find_if(ranges.begin(), ranges.end(), [&](const Range &r) { return option == r.option; });
    return range == ranges.end() || (value >= range->from && value <= range->to);
}

} // namespace rocketdesk
