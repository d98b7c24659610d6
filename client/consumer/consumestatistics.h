// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/samplewindow.h"
#include "client/commands/runninginfo.h"

#include <chrono>
#include <map>

namespace rocketdesk {

/// Counters of one consumer by topic, with rates over the last minute. [ConsumerStatsManager]
class ConsumeStatistics final
{
public:
    static constexpr std::chrono::seconds SampleEvery{10};

    /// A pull has brought this many messages.
    void pulled(const TopicName &topic, qint64 tookMs, qsizetype messages);
    /// The listener has answered.
    void consumed(const TopicName &topic, qint64 tookMs, qsizetype messages, bool success);
    void sample(qint64 nowMs);

    [[nodiscard]] QMap<TopicName, commands::ConsumeStatus> status() const;

private:
    struct Counters {
        SampleWindow pullTime;
        SampleWindow pulled;
        SampleWindow consumeTime;
        SampleWindow succeeded;
        SampleWindow failed;
    };
    std::map<TopicName, Counters> m_topics;
};

} // namespace rocketdesk
