// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/topics/detailrows.h"


#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace rocketdesk::ui {

namespace {

struct Details {
    Q_DECLARE_TR_FUNCTIONS(TopicDetails)
};

QString names(const std::vector<BrokerName> &brokers)
{
    QStringList texts;
    for (const BrokerName &broker : brokers)
        texts << broker.text();
    return texts.join(QStringLiteral(", "));
}

QString differenceSentence(const RouteDifference &difference)
{
    const QString server = difference.nameServer.toString();
    if (difference.unknown)
        return Details::tr("%1 does not know the topic.").arg(server);
    if (!difference.missing.empty())
        return Details::tr("%1 does not name %2.").arg(server, names(difference.missing));
    if (!difference.additional.empty())
        return Details::tr("Only %1 names %2.").arg(server, names(difference.additional));
    return Details::tr("%1 tells other addresses or queues of %2.").arg(server, names(difference.other));
}

} // namespace

std::vector<QueueRow> queueRows(const std::vector<QueueStatus> &queues)
{
    const Skew skew = skewOf(queues);
    qint64 most = 0;
    for (const QueueStatus &queue : queues)
        most = std::max(most, queue.messages());
    std::vector<QueueRow> rows;
    for (std::size_t i = 0; i < queues.size(); ++i) {
        const auto isIn = [i](const std::vector<std::size_t> &list) { return std::find(list.cbegin(), list.cend(), i) != list.cend(); };
        const double share = most > 0 ? static_cast<double>(queues[i].messages()) / static_cast<double>(most) : 0;
        rows.push_back({queues[i], share, most > 0 ? skew.average / static_cast<double>(most) : -1, isIn(skew.low) || isIn(skew.high)});
    }
    return rows;
}

QString queueTitle(const QueueStatus &queue)
{
    return QStringLiteral("%1 / %2").arg(queue.broker.text()).arg(queue.id.value());
}

QString skewSentence(const std::vector<QueueStatus> &queues)
{
    const Skew skew = skewOf(queues);
    if (skew.low.empty() && skew.high.empty())
        return {};
    const bool low = !skew.low.empty();
    const std::vector<std::size_t> &odd = low ? skew.low : skew.high;
    if (odd.size() > 1)
        return low ? Details::tr("%n queues hold at most half as many messages as the others: the sharding key is uneven, or they were added later.", nullptr, static_cast<int>(odd.size()))
                   : Details::tr("%n queues hold at least twice as many messages as the others: the sharding key is uneven.", nullptr, static_cast<int>(odd.size()));
    const QString queue = queueTitle(queues[odd.front()]);
    return low ? Details::tr("%1 holds at most half as many messages as the others: the sharding key is uneven, or the queue was added later.").arg(queue)
               : Details::tr("%1 holds at least twice as many messages as the others: the sharding key is uneven.").arg(queue);
}

std::vector<Column<QueueRow>> queueColumns()
{
    return {
        {.id = QStringLiteral("queue"), .title = Details::tr("Queue"), .kind = ColumnKind::Name, .width = 86, .flexible = true,
            .text = [](const QueueRow &row) { return queueTitle(row.queue); }},
        {.id = QStringLiteral("min"), .title = Details::tr("Min"), .kind = ColumnKind::Number, .width = 68, .tooltip = Details::tr("Offset of the oldest message kept"),
            .value = [](const QueueRow &row) { return SortValue(row.queue.min.value()); }},
        {.id = QStringLiteral("max"), .title = Details::tr("Max"), .kind = ColumnKind::Number, .width = 68, .tooltip = Details::tr("Offset of the next message"),
            .value = [](const QueueRow &row) { return SortValue(row.queue.max.value()); }},
        {.id = QStringLiteral("messages"), .title = Details::tr("Messages"), .kind = ColumnKind::NumberBar, .width = 108, .summed = true,
            .tooltip = Details::tr("Beside the fullest queue; the line marks the average"), .sumTitle = Details::tr("messages"),
            .value = [](const QueueRow &row) { return SortValue(row.queue.messages()); },
            .tone = [](const QueueRow &row) { return row.uneven ? Tone::Warning : Tone::Normal; },
            .bar = [](const QueueRow &row) { return BarValue{row.share, row.average}; }},
        {.id = QStringLiteral("written"), .title = Details::tr("Last write"), .kind = ColumnKind::Time, .width = 99,
            .value = [](const QueueRow &row) { return row.queue.lastWriteMs > 0 ? SortValue(row.queue.lastWriteMs) : SortValue(); }},
    };
}

std::vector<RouteRow> routeRows(const commands::TopicRouteData &route)
{
    std::vector<RouteRow> rows;
    for (const commands::BrokerData &broker : route.brokerDatas) {
        RouteRow row{broker.brokerName.text()};
        for (const commands::QueueData &data : route.queueDatas) {
            if (data.brokerName != broker.brokerName)
                continue;
            row.readQueues = data.readQueueNums;
            row.writeQueues = data.writeQueueNums;
            row.perm = data.perm;
        }
        for (auto it = broker.brokerAddrs.cbegin(); it != broker.brokerAddrs.cend(); ++it) {
            row.id = it.key().value();
            row.address = it.value();
            rows.push_back(row);
        }
    }
    std::sort(rows.begin(), rows.end(), [](const RouteRow &a, const RouteRow &b) { return std::tie(a.broker, a.id) < std::tie(b.broker, b.id); });
    return rows;
}

std::vector<Column<RouteRow>> routeColumns()
{
    return {
        {.id = QStringLiteral("broker"), .title = Details::tr("Broker"), .kind = ColumnKind::Name, .width = 90, .flexible = true, .text = [](const RouteRow &row) { return row.broker; }},
        {.id = QStringLiteral("role"), .title = Details::tr("Role"), .width = 64,
            .text = [](const RouteRow &row) { return row.id == 0 ? Details::tr("Master") : Details::tr("Slave %1").arg(row.id); },
            .value = [](const RouteRow &row) { return SortValue(row.id); }},
        {.id = QStringLiteral("address"), .title = Details::tr("Address"), .kind = ColumnKind::Mono, .width = 134, .text = [](const RouteRow &row) { return row.address; }},
        {.id = QStringLiteral("read"), .title = Details::tr("Read"), .kind = ColumnKind::Number, .width = 48, .value = [](const RouteRow &row) { return SortValue(qint64(row.readQueues)); }},
        {.id = QStringLiteral("write"), .title = Details::tr("Write"), .kind = ColumnKind::Number, .width = 50, .value = [](const RouteRow &row) { return SortValue(qint64(row.writeQueues)); }},
        {.id = QStringLiteral("perm"), .title = Details::tr("Perm"), .width = 48, .text = [](const RouteRow &row) { return permissionName(row.perm); }},
    };
}

std::vector<Column<ConfigRow>> configColumns(const QStringList &brokers)
{
    std::vector<Column<ConfigRow>> columns = {
        {.id = QStringLiteral("setting"), .title = Details::tr("Setting"), .kind = ColumnKind::Mono, .width = 140, .text = [](const ConfigRow &row) { return row.key; }},
        {.id = QStringLiteral("comparison"), .title = Details::tr("Comparison"), .kind = ColumnKind::State, .width = 90, .hidden = brokers.size() < 2,
            .text = [](const ConfigRow &row) { return row.differs ? Details::tr("Differs") : Details::tr("Same"); },
            .tone = [](const ConfigRow &row) { return row.differs ? Tone::Warning : Tone::Ok; }},
    };
    for (qsizetype i = 0; i < brokers.size(); ++i) {
        columns.push_back({.id = QStringLiteral("broker/%1").arg(i), .title = brokers.at(i), .kind = ColumnKind::Mono, .width = 90, .flexible = true,
            .text = [i](const ConfigRow &row) { const QString value = row.values.value(i); return value.isNull() ? format::none() : value; },
            .tone = [](const ConfigRow &row) { return row.differs ? Tone::Warning : Tone::Normal; }});
    }
    return columns;
}

std::pair<QString, Tone> routeAgreement(const std::vector<RouteAnswer> &routes)
{
    const std::vector<RouteDifference> differences = compareRoutes(routes);
    if (!differences.empty())
        return {differenceSentence(differences.front()), Tone::Warning};
    const auto answered = std::count_if(routes.cbegin(), routes.cend(), [](const RouteAnswer &answer) { return answer.route.has_value(); });
    if (answered < static_cast<qsizetype>(routes.size()))
        return {Details::tr("%1 of %2 name servers answered").arg(answered).arg(routes.size()), Tone::Warning};
    return {routes.size() == 1 ? Details::tr("one name server") : Details::tr("all %n name servers agree", nullptr, static_cast<int>(routes.size())), Tone::Muted};
}

} // namespace rocketdesk::ui
