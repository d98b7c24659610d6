// SPDX-License-Identifier: Apache-2.0
#include "client/admin/numbersreader.h"

#include "client/commands/brokers.h"
#include "client/commands/topics.h"

#include <algorithm>

namespace rocketdesk {

namespace {

bool isSilence(const Error &error)
{
    using enum Error::Kind;
    return error.kind == Timeout || error.kind == Unreachable || error.kind == TlsFailed;
}

void add(TopicNumbers &numbers, const commands::TopicStats &stats)
{
    for (const commands::TopicOffset &queue : stats.offsetTable) {
        numbers.messages += queue.maxOffset.value() - queue.minOffset.value();
        numbers.lastWriteMs = std::max(numbers.lastWriteMs, queue.lastUpdateTimestamp);
    }
    numbers.inTps += stats.topicPutTps.value_or(0);
}

} // namespace

Pending<int> NumbersReader::read(std::vector<TopicPlace> topics, Reading reading, Ask how, TopicNumbersSeen seen)
{
    const auto job = std::make_shared<Job>();
    job->topics = std::move(topics);
    job->reading = reading;
    job->how = how;
    job->seen = std::move(seen);
    std::vector<Pending<void>> workers;
    for (std::size_t i = 0; i < std::min<std::size_t>(MostCalls, job->topics.size()); ++i)
        workers.push_back(work(job));
    auto working = whenAll(std::move(workers));
    (void)co_await working;
    co_return job->done;
}

Pending<void> NumbersReader::work(JobPtr job)
{
    while (job->next < job->topics.size()) {
        auto reading = readOne(job, job->topics[job->next++]);
        const auto numbers = co_await reading;
        if (!numbers)
            co_return failed(numbers.error());
        ++job->done;
        if (job->seen)
            job->seen(*numbers, job->done, static_cast<int>(job->topics.size()));
    }
    co_return {};
}

Pending<TopicNumbers> NumbersReader::readOne(JobPtr job, TopicPlace place)
{
    const auto numbers = std::make_shared<TopicNumbers>();
    numbers->topic = place.topic;
    for (const BrokerRef &broker : place.brokers) {
        auto reading = readAt(job, broker, numbers);
        (void)co_await reading;
    }
    co_return std::move(*numbers);
}

Pending<void> NumbersReader::readAt(JobPtr job, BrokerRef broker, std::shared_ptr<TopicNumbers> numbers)
{
    auto entering = m_limit.enter(job->reading == Reading::InSight);
    const auto permit = co_await entering;
    if (!permit)
        co_return failed(permit.error());
    if (const auto silent = job->silent.find(broker.address); silent != job->silent.end()) {
        numbers->failures.push_back({.broker = broker, .error = silent->second});
        co_return {};
    }
    auto asking = m_cluster.ask(commands::GetTopicStatsInfo{numbers->topic}, Target::at(broker.address), job->how);
    auto stats = co_await asking;
    if (!stats) {
        stats.error().where = broker.label();
        if (isSilence(stats.error()))
            job->silent.insert_or_assign(broker.address, stats.error());
        numbers->failures.push_back({.broker = broker, .error = stats.error()});
        co_return {};
    }
    add(*numbers, stats->body);
    if (stats->body.topicPutTps)
        co_return {};
    auto rating = m_cluster.ask(commands::ViewBrokerStatsData{.statsName = QStringLiteral("TOPIC_PUT_NUMS"), .statsKey = numbers->topic.text()},
        Target::at(broker.address), job->how);
    const auto rate = co_await rating;
    if (rate) // refused where there was no traffic yet
        numbers->inTps += rate->body.statsMinute.tps;
    co_return {};
}

} // namespace rocketdesk
