// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/producer/sendgate.h"
#include "client/producer/sendvalues.h"
#include "client/protocol/json.h"
#include "client/protocol/namespace.h"

#include <QMap>

namespace rocketdesk {

using Environment = QMap<QString, QString>;

/// What a producer can be told. Times in ms, sizes in bytes. Values set in code win over the environment.
struct ProducerOptions {
    QString producerGroup = QStringLiteral("DEFAULT_PRODUCER");
    QString namesrvAddr = QStringLiteral("localhost:9876");
    qint64 sendMsgTimeout = 3000; ///< of all attempts of one send together
    int retryTimes = 2;
    bool retryAnotherBrokerWhenNotStoreOk = false;
    int compressMsgBodyOverHowmuch = 4096;
    int maxMessageSize = 4 << 20;
    int defaultTopicQueueNums = 4; ///< of a topic that the broker creates on the way
    qint64 pollNameServerInterval = 30'000;
    qint64 updateTopicRouteInfoInterval = 30'000;
    qint64 heartbeatBrokerInterval = 30'000;
    /// No effect: a producer stores no offsets, and each consumer goes by its own persistInterval. Read and kept because the seed's
    /// options have it, as Java's have, where one ClientConfig serves both.
    qint64 persistAllConsumerInterval = 5'000;
    int batchSize = 32; ///< messages
    QString batchSplitType = QStringLiteral("by_size");
    int asyncSendSemaphore = 10'000; ///< sends in flight
    bool sendLatencyEnable = false;
    QString routingStrategy = QStringLiteral("round_robin"); ///< or "random", "message_hash"

    // Not of the seed: neither in JSON nor in the environment.
    qint64 asyncSendBytes = SendGate::Limits().bytes; ///< of the bodies in flight
    protocol::Compression compressType = protocol::Compression::Zlib;
    int compressLevel = protocol::defaultCompressionLevel;
    bool enableTrace = false; ///< every send is told to the trace topic
    QString nameSpace; ///< of the group and the topics; empty = none

    static constexpr auto jsonFields()
    {
        using T = ProducerOptions;
        using protocol::field;
        return protocol::fields(field("producerGroup", &T::producerGroup), field("namesrvAddr", &T::namesrvAddr), field("sendMsgTimeout", &T::sendMsgTimeout),
            field("retryTimes", &T::retryTimes), field("retryAnotherBrokerWhenNotStoreOk", &T::retryAnotherBrokerWhenNotStoreOk),
            field("compressMsgBodyOverHowmuch", &T::compressMsgBodyOverHowmuch), field("maxMessageSize", &T::maxMessageSize),
            field("defaultTopicQueueNums", &T::defaultTopicQueueNums), field("pollNameServerInterval", &T::pollNameServerInterval),
            field("updateTopicRouteInfoInterval", &T::updateTopicRouteInfoInterval), field("heartbeatBrokerInterval", &T::heartbeatBrokerInterval),
            field("persistAllConsumerInterval", &T::persistAllConsumerInterval), field("batchSize", &T::batchSize), field("batchSplitType", &T::batchSplitType),
            field("asyncSendSemaphore", &T::asyncSendSemaphore), field("sendLatencyEnable", &T::sendLatencyEnable), field("routingStrategy", &T::routingStrategy));
    }

    /// InvalidArgument for a group that may not be named so, a strategy or way to split that is not there, and numbers that make no sense.
    [[nodiscard]] Result<void> check() const;
    /// The group as brokers know it.
    [[nodiscard]] ProducerGroup groupOnWire() const { return protocol::NameSpace(nameSpace).wire(ProducerGroup(producerGroup)); }
    /// How each message is sent.
    [[nodiscard]] SendOptions sendOptions() const;
    [[nodiscard]] SendGate::Limits limits() const { return {.sends = asyncSendSemaphore, .bytes = asyncSendBytes}; }
    /// Messages of one request at most.
    [[nodiscard]] int messagesPerRequest() const;

    /// development, production, highPerformance, testing, orderSequenced; the defaults for any other name.
    [[nodiscard]] static ProducerOptions preset(QStringView name);
    /// ROCKETDESK_PRODUCER_GROUP, _NAMESRV_ADDR, _SEND_MSG_TIMEOUT, _RETRY_TIMES, _MAX_MESSAGE_SIZE, _ROUTING_STRATEGY. A value
    /// that is no number leaves the default and is named in `warnings`.
    [[nodiscard]] static ProducerOptions fromEnvironment(const Environment &environment, QStringList *warnings = nullptr);
};

} // namespace rocketdesk
