// SPDX-License-Identifier: Apache-2.0
#include "client/admin/topicdetail.h"

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr double NoteworthyMedian = 100;

/// What a route says of one broker, in a form that can be compared.
using BrokerPart = QStringList;

QMap<BrokerName, BrokerPart> partsOf(const commands::TopicRouteData &route)
{
    QMap<BrokerName, BrokerPart> parts;
    for (const auto &broker : route.brokerDatas) {
        for (auto address = broker.brokerAddrs.cbegin(); address != broker.brokerAddrs.cend(); ++address)
            parts[broker.brokerName] << QStringLiteral("%1=%2").arg(address.key().value()).arg(address.value());
    }
    for (const auto &queues : route.queueDatas)
        parts[queues.brokerName] << QStringLiteral("%1/%2/%3").arg(queues.readQueueNums).arg(queues.writeQueueNums).arg(queues.perm);
    return parts;
}

RouteDifference difference(const RouteAnswer &answer, const QMap<BrokerName, BrokerPart> &first, const QMap<BrokerName, BrokerPart> &own)
{
    RouteDifference found{.nameServer = answer.nameServer};
    for (auto part = first.cbegin(); part != first.cend(); ++part) {
        if (!own.contains(part.key()))
            found.missing.push_back(part.key());
        else if (own.value(part.key()) != part.value())
            found.other.push_back(part.key());
    }
    for (auto part = own.cbegin(); part != own.cend(); ++part) {
        if (!first.contains(part.key()))
            found.additional.push_back(part.key());
    }
    return found;
}

} // namespace

const commands::TopicRouteData *TopicDetail::route() const
{
    const auto told = std::find_if(routes.cbegin(), routes.cend(), [](const RouteAnswer &answer) { return answer.route.has_value(); });
    return told == routes.cend() ? nullptr : &*told->route;
}

std::vector<RouteDifference> compareRoutes(const std::vector<RouteAnswer> &routes)
{
    const auto first = std::find_if(routes.cbegin(), routes.cend(), [](const RouteAnswer &answer) { return answer.route.has_value(); });
    if (first == routes.cend())
        return {};
    const auto expected = partsOf(*first->route);
    std::vector<RouteDifference> differences;
    for (const RouteAnswer &answer : routes) {
        if (&answer == &*first)
            continue;
        if (!answer.route && answer.route.error().kind == Error::Kind::NoRoute)
            differences.push_back({.nameServer = answer.nameServer, .unknown = true});
        if (!answer.route)
            continue;
        if (auto found = difference(answer, expected, partsOf(*answer.route)); !found.isEmpty())
            differences.push_back(std::move(found));
    }
    return differences;
}

QMap<QString, QString> settingsOf(const commands::TopicConfig &config)
{
    QMap<QString, QString> settings = config.attributes.value_or(QMap<QString, QString>());
    settings.insert(QStringLiteral("readQueueNums"), QString::number(config.readQueueNums));
    settings.insert(QStringLiteral("writeQueueNums"), QString::number(config.writeQueueNums));
    settings.insert(QStringLiteral("perm"), permissionName(config.perm));
    settings.insert(QStringLiteral("order"), config.order ? QStringLiteral("true") : QStringLiteral("false"));
    settings.insert(QStringLiteral("topicFilterType"), config.topicFilterType);
    settings.insert(QStringLiteral("topicSysFlag"), QString::number(config.topicSysFlag));
    return settings;
}

std::vector<ConfigRow> compareConfigs(const std::vector<TopicConfigAnswer> &configs)
{
    std::vector<QMap<QString, QString>> settings;
    QMap<QString, QString> all;
    for (const TopicConfigAnswer &answer : configs) {
        if (!answer.reply)
            continue;
        settings.push_back(*answer.reply ? settingsOf(**answer.reply) : QMap<QString, QString>());
        all.insert(settings.back());
    }
    std::vector<ConfigRow> rows;
    for (auto setting = all.cbegin(); setting != all.cend(); ++setting) {
        ConfigRow row{.key = setting.key()};
        for (const auto &one : settings)
            row.values << one.value(setting.key());
        row.differs = std::any_of(row.values.cbegin(), row.values.cend(), [&](const QString &value) { return value != row.values.first(); });
        rows.push_back(std::move(row));
    }
    return rows;
}

Skew skewOf(const std::vector<QueueStatus> &queues)
{
    Skew skew;
    if (queues.empty())
        return skew;
    std::vector<qint64> sorted;
    for (const QueueStatus &queue : queues)
        sorted.push_back(queue.messages());
    std::sort(sorted.begin(), sorted.end());
    const double median = static_cast<double>(sorted.at(sorted.size() / 2) + sorted.at((sorted.size() - 1) / 2)) / 2;
    for (std::size_t i = 0; i < queues.size(); ++i) {
        const auto messages = static_cast<double>(queues.at(i).messages());
        skew.messages += queues.at(i).messages();
        if (median >= NoteworthyMedian && messages <= median / 2)
            skew.low.push_back(i);
        else if (median >= NoteworthyMedian && messages >= median * 2)
            skew.high.push_back(i);
    }
    skew.average = static_cast<double>(skew.messages) / static_cast<double>(queues.size());
    return skew;
}

} // namespace rocketdesk
