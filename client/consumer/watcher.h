// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/wakeup.h"
#include "client/consumer/filtercheck.h"
#include "client/consumer/lastmessages.h"
#include "client/consumer/queuewatch.h"

#include <functional>
#include <map>
#include <set>

namespace rocketdesk {

/// One watch on the network thread: finds the queues of its topics, begins in each where it was told to, and reads them all
/// at once. A broker that is silent is named, tried again, and holds up nobody.
class Watcher final : public QObject, private QueueHost
{
    Q_OBJECT
public:
    /// Queues and brokers that are new are found this often.
    static constexpr std::chrono::seconds LookForQueuesEvery{30};
    static constexpr milliseconds ReportEvery{500};

    using Tell = std::function<void(const WatchNews &)>;

    Watcher(Cluster &cluster, WatchOptions options, std::shared_ptr<MessageFeed> feed, Tell tell, QObject *parent = nullptr);
    ~Watcher() override;

    /// Paused, it asks for nothing; what was asked for still comes.
    void setPaused(bool paused);
    /// The reader has made room in its feed.
    void roomMade() { letGo(); }

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    struct Broker {
        std::vector<TopicQueue> queues; ///< that wait until the broker is ready
        std::set<TopicQueue> failing;
        bool inTrouble = false;
        bool answered = false; ///< at least once
        bool beginning = false; ///< a flow is at work on `queues`
    };
    using Routes = std::vector<Result<RoutePtr>>;
    using Starts = std::vector<QueueStart>;

    Pending<void> mayPull() override;
    void deliver(std::shared_ptr<const protocol::MessageBatch> batch) override;
    void skipped(qint64 offsets) override { m_progress.skipped += offsets; }
    void unreadable(const TopicQueue &queue, const Error &error) override;
    void queueFailed(const TopicQueue &queue, const Error &error) override;
    void queueAnswered(const TopicQueue &queue) override;

    Pending<void> run();
    /// Finds the queues and where to begin in them; fails where the watch can't be.
    [[nodiscard]] Pending<void> beginAll();
    /// All brokers at once; one that does not answer is in trouble, and left out.
    [[nodiscard]] Pending<Starts> beginBrokers();
    /// Where to begin in the queues of a broker that wait, after asking whether it can serve this watch at all. Those of a topic
    /// that it refuses go on waiting.
    [[nodiscard]] Pending<Starts> begin(BrokerName broker, WatchFrom from);
    [[nodiscard]] Pending<Starts> beginTopic(BrokerName broker, std::vector<TopicQueue> queues, WatchFrom from);
    /// The same, and reads what is ready at once, not to be held up by other brokers. Last waits for them: it compares their messages.
    [[nodiscard]] Pending<Starts> beginAndRead(BrokerName broker);
    /// By 201: a group that is not there would be created by the pull.
    [[nodiscard]] Pending<void> checkGroup(BrokerName broker);
    /// Begins with a broker's waiting queues, again and again until it is ready.
    Pending<void> beginLate(BrokerName broker, WatchFrom from);
    [[nodiscard]] Pending<void> readLast(Starts starts);
    Pending<void> lookForQueues();
    Pending<void> reportProgress();

    /// The routes of all topics, asked anew.
    [[nodiscard]] Pending<Routes> routes();
    void addQueues(const Routes &routes);
    void forgetGone(const Routes &routes);
    /// Queues that were here before begin where they were left.
    void goOn(Starts &starts) const;
    /// Tells which topics are missing now and were not before, and the other way round.
    void tellMissing(const Routes &routes);
    /// Nobody may read the topic: told once, and the end of the watch where nothing else is left.
    void refuse(const TopicName &topic, const Error &error);
    [[nodiscard]] bool isRefusalOfTopic(const Error &error) const;
    [[nodiscard]] bool nothingIsLeft() const;
    void start(const Starts &starts);
    void tellPositions();
    void brokerFailed(const BrokerName &name, const Error &error);
    void brokerAnswered(const BrokerName &name);
    void letGo();
    [[nodiscard]] WatchProgress progress() const;

    Cluster &m_cluster;
    const WatchOptions m_options;
    const std::shared_ptr<MessageFeed> m_feed;
    const Tell m_tell;
    FilterCheck m_filters;
    Puller m_puller;
    StartPositions m_positions;
    std::optional<WatchFilter> m_filter;
    std::unique_ptr<LastMessages> m_last;
    std::map<BrokerName, Broker> m_brokers;
    std::set<TopicQueue> m_known;
    std::map<TopicQueue, std::optional<QueueOffset>> m_left; ///< queues that went out of the routes; nothing where none was read yet
    std::set<TopicName> m_missing;
    std::map<TopicName, Error> m_refusedTopics; ///< none of them has answered a pull
    std::set<TopicName> m_answeredTopics; ///< a pull, at least once
    Wakeup m_mayPull; ///< loops that are paused, or wait for room
    Promise<Error> m_refused; ///< nothing may be read at all
    WatchProgress m_progress;
    WatchProgress m_told;
    std::chrono::nanoseconds m_due{0}; ///< where a rate is set: not to ask before
    bool m_paused = false;
    std::map<TopicQueue, std::unique_ptr<QueueWatch>> m_queues;
    Scope m_scope;
};

} // namespace rocketdesk
