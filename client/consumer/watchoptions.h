// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/error.h"
#include "client/cluster/target.h"
#include "client/consumer/messagefeed.h"

#include <variant>

namespace rocketdesk {

/// Where a watch begins.
struct WatchFrom {
    enum class Kind {
        Newest, ///< what comes after the start
        Oldest, ///< everything that is still there
        Time, ///< stored at this time or later
        Last, ///< the n newest by store time over all queues, then what comes
    };

    Kind kind = Kind::Newest;
    qint64 number = 0; ///< Time: epoch ms. Last: n

    [[nodiscard]] static WatchFrom newest() { return {}; }
    [[nodiscard]] static WatchFrom oldest() { return {Kind::Oldest}; }
    [[nodiscard]] static WatchFrom time(qint64 epochMs) { return {Kind::Time, epochMs}; }
    [[nodiscard]] static WatchFrom last(qint64 n) { return {Kind::Last, n}; }
};

/// What to watch. Nothing on the brokers is changed by a watch: no group, no offset, no heartbeat.
struct WatchOptions {
    std::vector<TopicName> topics;
    WatchFrom from;
    QString tags; ///< "A || B"; empty or "*" = all
    QString sql; ///< SQL92 over properties, instead of tags
    std::optional<ConsumerGroup> asGroup; ///< read under this existing group's rights; still no commit, no heartbeat
    int perSecond = 0; ///< messages read at most, so that old ones can be followed; 0 = as fast as brokers give them
    qint64 feedBytes = 64 << 20; ///< of messages that wait for the reader
    MessageFeed::WhenFull whenFull = MessageFeed::WhenFull::DropOldest;
};

/// Where a watch stands.
struct WatchProgress {
    quint64 received = 0; ///< messages handed to the feed
    quint64 dropped = 0; ///< of these, lost because the reader was slow
    qint64 skipped = 0; ///< messages that the brokers had deleted before they could be read, or that can't be read
    qint64 behind = 0; ///< offsets that are still to be read
    qint64 behindMs = 0; ///< age of the newest message read, where there is more to read; else 0
    friend bool operator==(const WatchProgress &, const WatchProgress &) = default;
};

/// What a watch tells while it runs.
namespace watchnews {

/// It knows where to begin in this many queues; told again when a broker that was silent has answered.
struct Positioned {
    int queues = 0;
};
/// A broker does not answer, or refuses; it is tried again, the others go on.
struct Trouble {
    BrokerRef broker;
    Error error;
    bool answeredBefore = false;
};
struct Recovered {
    BrokerName broker;
};
/// No route leads to this topic, or nobody lets it be read; it is looked for again, the others go on. Where all are so the watch ends instead.
struct TopicMissing {
    TopicName topic;
    Error error;
};
/// A topic that was missing is there, and read from its oldest message; or may be read now, from where the watch began or what is new.
struct TopicFound {
    TopicName topic;
};
/// The watch is over; nothing comes after it.
struct Ended {
    Error error;
};

} // namespace watchnews

using WatchNews = std::variant<watchnews::Positioned, watchnews::Trouble, watchnews::Recovered, watchnews::TopicMissing, watchnews::TopicFound,
    WatchProgress, watchnews::Ended>;

} // namespace rocketdesk
