// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/allocation.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <map>

namespace rocketdesk {

namespace {

using Queues = std::vector<QueueRef>;

/// Sorts both, as every client must see them; the own place among the clients, -1 where it is not there.
qsizetype sortAndFind(const QString &me, Queues &queues, QStringList &clients)
{
    std::sort(queues.begin(), queues.end());
    clients.sort();
    return me.isEmpty() ? -1 : clients.indexOf(me);
}

/// First 4 bytes of the MD5 of the text as an unsigned number.
quint32 ringHash(const QString &text)
{
    return qFromBigEndian<quint32>(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5).constData());
}

QString roomOf(const QString &name)
{
    return name.section(u'-', 0, 0);
}

} // namespace

Queues allocateAverage(const QString &me, Queues queues, QStringList clients)
{
    const auto index = sortAndFind(me, queues, clients);
    if (index < 0 || queues.empty())
        return {};
    const auto count = static_cast<qsizetype>(queues.size());
    const qsizetype left = count % clients.size();
    const qsizetype size = count <= clients.size() ? 1 : count / clients.size() + (index < left ? 1 : 0);
    const qsizetype start = left > 0 && index < left ? index * size : index * size + left;
    if (start >= count)
        return {};
    return {queues.begin() + start, queues.begin() + std::min(start + size, count)};
}

Queues allocateByCircle(const QString &me, Queues queues, QStringList clients)
{
    const auto index = sortAndFind(me, queues, clients);
    Queues mine;
    for (qsizetype i = index; index >= 0 && i < static_cast<qsizetype>(queues.size()); i += clients.size())
        mine.push_back(queues[static_cast<std::size_t>(i)]);
    return mine;
}

Allocate allocateByConfig(Queues configured)
{
    return [configured = std::move(configured)](const QString &, const Queues &, const QStringList &) { return configured; };
}

Allocate allocateByMachineRoom(QStringList rooms)
{
    return [rooms = std::move(rooms)](const QString &me, Queues queues, QStringList clients) -> Queues {
        const auto index = sortAndFind(me, queues, clients);
        if (index < 0)
            return {};
        std::erase_if(queues, [&](const QueueRef &queue) {
            const QStringList parts = queue.broker.text().split(u'@');
            return parts.size() != 2 || !rooms.contains(parts.first());
        });
        const auto count = static_cast<qsizetype>(queues.size());
        const qsizetype share = count / clients.size();
        Queues mine(queues.begin() + index * share, queues.begin() + (index + 1) * share);
        if (index < count % clients.size())
            mine.push_back(queues[static_cast<std::size_t>(index + share * clients.size())]);
        return mine;
    };
}

Allocate allocateNearby(Allocate inner)
{
    return [inner = std::move(inner)](const QString &me, const Queues &queues, const QStringList &clients) -> Queues {
        if (!clients.contains(me))
            return {};
        std::map<QString, Queues> queuesOfRoom;
        for (const QueueRef &queue : queues)
            queuesOfRoom[roomOf(queue.broker.text())].push_back(queue);
        std::map<QString, QStringList> clientsOfRoom;
        for (const QString &client : clients)
            clientsOfRoom[roomOf(client)] << client;
        Queues mine;
        const auto take = [&](const Queues &part) { mine.insert(mine.end(), part.begin(), part.end()); };
        if (const auto own = queuesOfRoom.find(roomOf(me)); own != queuesOfRoom.end())
            take(inner(me, own->second, clientsOfRoom[roomOf(me)]));
        for (const auto &[room, orphans] : queuesOfRoom) {
            if (!clientsOfRoom.contains(room))
                take(inner(me, orphans, clients));
        }
        return mine;
    };
}

Allocate allocateByConsistentHash(const TopicName &topic, int virtualNodes)
{
    return [topic, virtualNodes](const QString &me, Queues queues, QStringList clients) -> Queues {
        if (sortAndFind(me, queues, clients) < 0)
            return {};
        std::map<quint32, QString> ring;
        for (const QString &client : clients) {
            for (int node = 0; node < virtualNodes; ++node)
                ring.insert_or_assign(ringHash(QStringLiteral("%1-%2").arg(client).arg(node)), client);
        }
        std::erase_if(queues, [&](const QueueRef &queue) {
            // The text of MessageQueue.toString(): Java hashes exactly this.
            const QString key = QStringLiteral("MessageQueue [topic=%1, brokerName=%2, queueId=%3]").arg(topic.text(), queue.broker.text()).arg(queue.id.value());
            const auto owner = ring.lower_bound(ringHash(key));
            return ring.empty() || (owner == ring.end() ? ring.begin() : owner)->second != me;
        });
        return queues;
    };
}

} // namespace rocketdesk
