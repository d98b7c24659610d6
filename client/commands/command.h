// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/fields.h"
#include "client/protocol/request.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <array>

namespace rocketdesk::commands {

using protocol::alias;
using protocol::defaulted;
using protocol::Effect;
using protocol::field;
using protocol::Known;
using protocol::NoReply;
using protocol::Request;

/// One queue of a topic on a broker; key of many tables. [MessageQueue]
struct MessageQueue {
    TopicName topic;
    BrokerName broker;
    QueueId queue;

    friend auto operator<=>(const MessageQueue &, const MessageQueue &) = default;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("brokerName", &MessageQueue::broker), field("queueId", &MessageQueue::queue),
                                field("topic", &MessageQueue::topic));
    }
};

/// Version of a table of a broker. [DataVersion]
struct DataVersion {
    qint64 counter = 0;
    std::optional<qint64> stateVersion; ///< since 5.0
    qint64 timestamp = 0; ///< ms

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("counter", &DataVersion::counter), field("stateVersion", &DataVersion::stateVersion),
                                field("timestamp", &DataVersion::timestamp));
    }
};

/// A reply whose body is text: "key=value" lines.
struct TextReply {
    QString body;
};

} // namespace rocketdesk::commands
