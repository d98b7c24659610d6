// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/clientdata.h"
#include "client/protocol/properties.h"

#include <QRandomGenerator>

#include <vector>

namespace rocketdesk::sandbox {

/// What a message of the shop says.
struct DemoMessage {
    QString tag;
    QStringList keys;
    QString shardingKey; ///< empty: any queue
    protocol::Properties user;
    QByteArray body;
};

/// A topic of the shop.
struct DemoTopic {
    const char *name;
    int queues;
    int perm;
    const char *type; ///< message.type
    int weight; ///< share of the traffic; 0 = written once, long ago
    const char *producers; ///< producer group
    DemoMessage (*make)(QRandomGenerator &random, qint64 nowMs);
};

/// A consumer group of the shop, on one topic. Groups on several topics have several lines.
struct DemoSubscription {
    const char *group;
    const char *topic;
    const char *expression;
    int lag; ///< messages a queue that it stays behind
    int clients; ///< 0 = offline
};

[[nodiscard]] const std::vector<DemoTopic> &demoTopics();
[[nodiscard]] const std::vector<DemoSubscription> &demoSubscriptions();
/// What a topic or a group of the shop is called where names are long; most keep theirs.
[[nodiscard]] QString demoName(const char *name, bool longNames);

} // namespace rocketdesk::sandbox
