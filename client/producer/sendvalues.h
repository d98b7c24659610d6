// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/base/origin.h"
#include "client/base/wording.h"
#include "client/cluster/route.h"
#include "client/commands/messages.h"
#include "client/protocol/compression.h"
#include "client/protocol/message.h"
#include "client/protocol/validation.h"

#include <functional>

namespace rocketdesk {

using protocol::OutgoingMessage;

/// Chooses one of the queues (there is at least one) by its index; any other number is taken modulo their number. Called on the
/// network thread for every try, so it is quick and touches only what is its own.
using QueueSelector = std::function<std::size_t(const std::vector<QueueRef> &queues, const OutgoingMessage &message)>;

/// How a queue is chosen where nothing else is said.
enum class Routing {
    RoundRobin,
    Random,
    MessageHash, ///< by the sharding key in the properties, else the first key, else at random
};

/// How to send a message.
struct SendOptions {
    milliseconds limit{0}; ///< for the whole send, every try included; 0 = the profile's own time-out
    int retries = 2; ///< further tries, on another broker where there is one; a busy broker is asked again until the limit, unless this is 0
    bool retryWhenNotStoreOk = false; ///< a status other than SendOk is a reason to store it at another broker as well
    std::optional<QueueRef> queue; ///< exactly there, every try; else by selector; else by sharding key; else by routing
    QueueSelector selector;
    Routing routing = Routing::RoundRobin;
    QString shardingKey; ///< messages with one key go to one queue, and say so in __SHARDINGKEY
    int delayLevel = 0; ///< 1 to 18; 0 = at once
    std::optional<qint64> deliverAt; ///< epoch ms, at most 3 days away; refused by brokers before 5.0
    bool oneway = false; ///< the broker is not asked to answer: a receipt says that it is on its way, no more
    bool createTopic = true; ///< a topic that does not exist is sent to by the route of TBW102, whose broker creates it
    std::optional<protocol::CompressionOptions> compression; ///< nothing = bodies go as they are; batches always do
    qsizetype maxBodySize = protocol::maxMessageSize; ///< bytes, before compression
    Origin origin = Origin::Send;
};

/// What the broker answered: the message is stored in each of its states.
struct SendReceipt {
    QString messageId; ///< the unique id, which stays when the message is delivered later
    QString offsetMessageId; ///< where it lies; empty where it was sent one-way
    QueueRef queue;
    QueueOffset queueOffset{-1}; ///< -1 where it was sent one-way; of delayed messages in an internal topic
    commands::SendStatus status = commands::SendStatus::SendOk;
    QString transactionId; ///< empty where the broker gave none
    QString recallHandle; ///< of a timer message, where the broker is 5.3 or newer: takes it back
    QString region; ///< as the broker names its own; empty where it does not
    bool traceOn = true; ///< the broker wants its messages traced
    std::chrono::nanoseconds cost{0}; ///< from the call to the answer, every try included
    int tries = 1;
    bool createdTopic = false; ///< the topic had no route: the broker was to create it
};

/// Every message's own end, in the order of the messages.
using BatchReceipts = std::vector<Result<SendReceipt>>;

/// Messages a request where a batch is asked for.
inline constexpr int defaultBatchCount = 32;

/// Many messages alike.
struct SeriesPlan {
    OutgoingMessage message; ///< "${index}" in the body becomes 0, 1, 2 ...
    SendOptions options;
    qint64 count = 1;
    double perSecond = 0; ///< 0 = as fast as it goes
    int inFlight = 64; ///< requests that may wait for answers
    int perRequest = 1; ///< above 1: batches of so many messages
    bool keepReceipts = false; ///< progress brings every receipt
};

/// How a series stands.
struct SeriesProgress {
    enum class State { Running, Finished, Stopped };
    struct Failures {
        Error first; ///< the first of its kind and code
        qint64 count = 0;
    };

    State state = State::Running;
    qint64 wanted = 0;
    qint64 sent = 0; ///< stored, or on their way where one-way
    qint64 failed = 0;
    qint64 waiting = 0; ///< in flight; where Stopped: given up unanswered, so they may or may not be stored
    std::vector<Failures> failures; ///< by kind and code
    double perSecond = 0; ///< sent since the last progress
    double perSecondOverall = 0;
    std::chrono::nanoseconds elapsed{0};
    std::chrono::nanoseconds p50{0}; ///< of the answers so far, within an eighth
    std::chrono::nanoseconds p99{0};
    bool createdTopic = false; ///< the topic had no route when it began
    std::vector<Result<SendReceipt>> fresh; ///< ended since the last progress, where they are kept
};

/// Something that keeps a message from being sent.
struct SendProblem {
    enum class Field { Topic, Body, Property, Size, Queue, ShardingKey, DelayLevel, DeliverAt };

    Field field;
    QString property; ///< its name, where Field::Property
    Wording words; ///< one sentence
};

} // namespace rocketdesk

Q_DECLARE_METATYPE(rocketdesk::SeriesProgress)
