// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/route.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace rocketdesk {

/// How the queues of a topic are shared among the clients of a group. All members must use the same strategy. Pure: the same
/// input gives the same share on every client, whatever order it came in. [AllocateMessageQueueStrategy]
///
/// `me` gets nothing where it is not among `clients`.
using Allocate = std::function<std::vector<QueueRef>(const QString &me, std::vector<QueueRef> queues, QStringList clients)>;

/// Neighbours: sizes differ by one at most. AVG, the default.
[[nodiscard]] std::vector<QueueRef> allocateAverage(const QString &me, std::vector<QueueRef> queues, QStringList clients);
/// In turn. AVG_BY_CIRCLE
[[nodiscard]] std::vector<QueueRef> allocateByCircle(const QString &me, std::vector<QueueRef> queues, QStringList clients);
/// Everybody gets the configured queues. CONFIG
[[nodiscard]] Allocate allocateByConfig(std::vector<QueueRef> configured);
/// Only queues of brokers "room@name" in one of the rooms are shared. MACHINE_ROOM
[[nodiscard]] Allocate allocateByMachineRoom(QStringList rooms);
/// Queues stay in their room, the text before the first "-" of broker name and client id; rooms without clients are shared by all.
[[nodiscard]] Allocate allocateNearby(Allocate inner);
/// A ring of `virtualNodes` points a client: few queues move when a client comes or goes. CONSISTENT_HASH
[[nodiscard]] Allocate allocateByConsistentHash(const TopicName &topic, int virtualNodes = 10);

} // namespace rocketdesk
