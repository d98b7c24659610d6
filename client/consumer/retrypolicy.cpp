// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/retrypolicy.h"

#include <algorithm>
#include <array>
#include <limits>

namespace rocketdesk {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::array<int, highestDelayLevel> levelSeconds = {1, 5, 10, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 1200, 1800, 3600, 7200};
constexpr int firstRetryLevel = 3;
constexpr int defaultTries = 16;

} // namespace

seconds delayOfLevel(int level)
{
    if (level <= 0)
        return seconds(0);
    return seconds(levelSeconds[static_cast<std::size_t>(std::min(level, highestDelayLevel) - 1)]);
}

int sendBackLevel(int reconsumeTimes, int contextDelayLevel)
{
    if (contextDelayLevel != 0)
        return std::min(contextDelayLevel, highestDelayLevel);
    return std::min(firstRetryLevel + std::max(reconsumeTimes, 0), highestDelayLevel);
}

milliseconds customizedRetryDelay(int reconsumeTimes)
{
    return delayOfLevel(sendBackLevel(reconsumeTimes, 0));
}

milliseconds exponentialRetryDelay(int reconsumeTimes)
{
    constexpr milliseconds first = seconds(5);
    constexpr milliseconds most = std::chrono::hours(2);
    const int doublings = std::clamp(reconsumeTimes, 0, 32);
    return std::min<milliseconds>(first * (qint64(1) << doublings), most);
}

int effectiveMaxReconsumeTimes(bool orderly, int maxReconsumeTimes)
{
    if (maxReconsumeTimes != -1)
        return maxReconsumeTimes;
    return orderly ? std::numeric_limits<int>::max() : defaultTries;
}

milliseconds suspendTime(qint64 suspendCurrentQueueTimeMillis)
{
    constexpr qint64 byDefault = 1000;
    return milliseconds(std::clamp<qint64>(suspendCurrentQueueTimeMillis == -1 ? byDefault : suspendCurrentQueueTimeMillis, 10, 30'000));
}

BatchOutcome batchOutcome(bool broadcasting, int batch, bool success, int ackIndex)
{
    BatchOutcome outcome;
    const int lastAcked = success ? std::min(ackIndex, batch - 1) : -1;
    for (int i = 0; i < batch; ++i) {
        if (i <= lastAcked)
            outcome.acked.push_back(i);
        else
            (broadcasting ? outcome.dropped : outcome.sentBack).push_back(i);
    }
    return outcome;
}

} // namespace rocketdesk
