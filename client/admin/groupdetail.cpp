// SPDX-License-Identifier: Apache-2.0
#include "client/admin/groupdetail.h"

#include <algorithm>
#include <map>
#include <set>

namespace rocketdesk {

namespace {

constexpr int NotOnline = 206;

/// An expression in a form in which equal ones are equal.
QString normalised(const protocol::SubscriptionData &subscription)
{
    if (!subscription.isTag())
        return subscription.expressionType + QStringLiteral(": ") + subscription.subString;
    QStringList tags = subscription.tagsSet;
    tags.sort();
    return tags.isEmpty() ? QStringLiteral("*") : tags.join(QStringLiteral(" || "));
}

} // namespace

QString versionName(int version)
{
    // Every x.y.z has two numbers, a snapshot's and then its release's; ten z an y, ten y an x.
    constexpr int firstOf4 = 213;
    if (version < firstOf4)
        return QString::number(version);
    const int patches = (version - firstOf4 + 1) / 2; // 4.0.0 is 0; a snapshot goes before its release
    const QString name = QStringLiteral("%1.%2.%3").arg(4 + patches / 100).arg(patches / 10 % 10).arg(patches % 10);
    return (version - firstOf4) % 2 == 0 ? name : name + QStringLiteral("-SNAPSHOT");
}

GroupClients mergeClients(const ConsumerGroup &group, const std::vector<ConnectionAnswer> &answers)
{
    GroupClients merged{.group = group};
    std::map<ClientId, GroupClient> clients;
    for (const ConnectionAnswer &answer : answers) {
        if (!answer.reply) {
            if (answer.reply.error().code != NotOnline)
                merged.failures.push_back({.broker = answer.broker, .error = answer.reply.error()});
            continue;
        }
        const commands::ConsumerConnection &told = *answer.reply;
        for (const commands::ClientConnection &connection : told.connectionSet) {
            GroupClient &client = clients[connection.clientId];
            if (client.brokers.empty())
                client = {.id = connection.clientId, .address = connection.clientAddr, .language = connection.language, .version = connection.version};
            client.brokers.push_back(answer.broker);
        }
        merged.type = told.consumeType;
        merged.model = told.messageModel;
        merged.from = told.consumeFromWhere;
        merged.subscriptions.insert(told.subscriptionTable);
    }
    for (auto &client : clients)
        merged.clients.push_back(std::move(client.second));
    return merged;
}

std::vector<Disagreement> disagreementsOf(const std::vector<GroupClient> &clients)
{
    std::set<TopicName> topics;
    for (const GroupClient &client : clients) {
        for (const protocol::SubscriptionData &subscription : client.running ? client.running->subscriptionSet : QList<protocol::SubscriptionData>())
            topics.insert(subscription.topic);
    }
    std::vector<Disagreement> found;
    for (const TopicName &topic : topics) {
        Disagreement candidate{.topic = topic};
        for (const GroupClient &client : clients) {
            if (!client.running)
                continue;
            const auto &all = client.running->subscriptionSet;
            const auto own = std::find_if(all.cbegin(), all.cend(), [&](const protocol::SubscriptionData &s) { return s.topic == topic; });
            candidate.expressions[own == all.cend() ? QString() : normalised(*own)].push_back(client.id);
        }
        if (candidate.expressions.size() > 1)
            found.push_back(std::move(candidate));
    }
    return found;
}

qint64 GroupDetail::lag() const
{
    qint64 all = 0;
    for (const QueueProgress &queue : queues)
        all += queue.lag();
    return all;
}

} // namespace rocketdesk
