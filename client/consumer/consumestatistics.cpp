// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/consumestatistics.h"

namespace rocketdesk {

void ConsumeStatistics::pulled(const TopicName &topic, qint64 tookMs, qsizetype messages)
{
    Counters &counters = m_topics[topic];
    counters.pullTime.add(tookMs);
    counters.pulled.add(messages);
}

void ConsumeStatistics::consumed(const TopicName &topic, qint64 tookMs, qsizetype messages, bool success)
{
    Counters &counters = m_topics[topic];
    counters.consumeTime.add(tookMs);
    (success ? counters.succeeded : counters.failed).add(messages);
}

void ConsumeStatistics::sample(qint64 nowMs)
{
    for (auto &[topic, counters] : m_topics) {
        for (SampleWindow *window : {&counters.pullTime, &counters.pulled, &counters.consumeTime, &counters.succeeded, &counters.failed})
            window->sample(nowMs);
    }
}

QMap<TopicName, commands::ConsumeStatus> ConsumeStatistics::status() const
{
    QMap<TopicName, commands::ConsumeStatus> all;
    for (const auto &[topic, counters] : m_topics) {
        all.insert(topic, {.consumeFailedMsgs = counters.failed.value(), .consumeFailedTPS = counters.failed.rates().tps,
                              .consumeOKTPS = counters.succeeded.rates().tps, .consumeRT = counters.consumeTime.rates().avgpt,
                              .pullRT = counters.pullTime.rates().avgpt, .pullTPS = counters.pulled.rates().tps});
    }
    return all;
}

} // namespace rocketdesk
