// SPDX-License-Identifier: Apache-2.0
#include "client/admin/topicreader.h"

#include "client/commands/nameserver.h"
#include "client/protocol/json.h"

#include <algorithm>
#include <set>

namespace rocketdesk {

Pending<TopicsOverview> TopicReader::readAll(Ask how, AnswersSeen seen)
{
    const auto began = m_cluster.clock().now();
    const qint64 beganMs = m_cluster.clock().wallMs();
    auto naming = m_cluster.ask(commands::GetAllTopicListFromNameserver(), Target::nameServer(), how);
    auto listing = m_directory.masters(how);
    const auto brokers = co_await listing;
    if (!brokers)
        co_return failed(brokers.error());
    const auto asked = static_cast<int>(brokers->size());
    const auto tell = [seen, asked, answered = std::make_shared<int>(0)](int more) {
        *answered += more;
        if (seen)
            seen(*answered, asked);
    };
    tell(0);
    std::vector<Pending<Table>> tables;
    for (const BrokerRef &broker : *brokers)
        tables.push_back(tableSeen(broker, how, [tell] { tell(1); }));
    auto reading = whenAll(std::move(tables));
    auto answers = co_await reading;
    const auto names = co_await naming;

    std::vector<BrokerTopics> told;
    for (std::size_t i = 0; answers && i < brokers->size(); ++i)
        told.push_back({.broker = brokers->at(i), .topics = std::move(answers->at(i))});
    TopicsOverview overview = mergeTopics(names ? names->body.topicList : QList<TopicName>(), told);
    if (!names)
        overview.namesFailed = names.error();
    if (!names && overview.failures.size() == brokers->size())
        co_return failed(names.error());
    overview.cost = m_cluster.clock().now() - began;
    overview.readMs = beganMs;
    co_return overview;
}

Pending<TopicReader::Table> TopicReader::tableSeen(BrokerRef broker, Ask how, std::function<void()> seen)
{
    auto reading = table(std::move(broker), how);
    auto answer = co_await reading;
    seen();
    if (!answer)
        co_return failed(std::move(answer.error()));
    co_return std::move(*answer);
}

Pending<TopicReader::Table> TopicReader::table(BrokerRef broker, Ask how)
{
    auto asking = m_cluster.ask(commands::GetAllTopicConfig(), Target::at(broker.address), how);
    auto reply = co_await asking;
    if (reply)
        co_return std::move(reply->body.topicConfigTable);
    if (reply.error().kind == Error::Kind::TooLarge) {
        auto paging = tableByPages(broker, how);
        co_return co_await paging;
    }
    reply.error().where = broker.label();
    co_return failed(std::move(reply.error()));
}

Pending<TopicReader::Table> TopicReader::tableByPages(BrokerRef broker, Ask how)
{
    Table table;
    QString version = QStringLiteral("");
    int total = 1;
    for (int next = 0; next < total;) {
        const commands::GetAllTopicConfig page{.topicSeq = next, .dataVersion = version, .maxTopicNum = PageSize};
        auto asking = m_cluster.ask(page, Target::at(broker.address), how);
        auto reply = co_await asking;
        if (!reply) {
            reply.error().where = broker.label();
            co_return failed(std::move(reply.error()));
        }
        const QString told = QString::fromUtf8(protocol::writeJson(reply->body.dataVersion));
        if (next > 0 && told != version) { // something was changed meanwhile, so the broker has begun from 0 again
            table.clear();
            next = 0;
        }
        version = told;
        total = reply->totalTopicNum.value_or(0);
        if (reply->body.topicConfigTable.isEmpty())
            break;
        next += static_cast<int>(reply->body.topicConfigTable.size());
        table.insert(reply->body.topicConfigTable);
    }
    co_return table;
}

Pending<std::optional<commands::TopicConfig>> TopicReader::config(TopicName topic, BrokerRef broker, Ask how)
{
    auto asking = m_cluster.ask(commands::GetTopicConfig{.topic = topic, .lo = {}}, Target::at(broker.address), how);
    auto reply = co_await asking;
    if (reply)
        co_return std::optional(std::move(reply->body));
    if (reply.error().code == static_cast<int>(protocol::AnswerCode::TopicNotExist))
        co_return std::nullopt;
    reply.error().where = broker.label();
    if (reply.error().kind != Error::Kind::Unsupported)
        co_return failed(std::move(reply.error()));
    auto reading = table(broker, how); // before 5.0 there is only the whole table
    const auto all = co_await reading;
    if (!all)
        co_return failed(all.error());
    const auto found = all->constFind(topic);
    co_return found == all->cend() ? std::nullopt : std::optional(*found);
}

Pending<std::vector<TopicConfigAnswer>> TopicReader::readConfigs(TopicName topic, std::vector<BrokerRef> brokers, Ask how)
{
    std::vector<Pending<std::optional<commands::TopicConfig>>> asked;
    for (const BrokerRef &broker : brokers)
        asked.push_back(config(topic, broker, how));
    auto reading = whenAll(std::move(asked));
    auto replies = co_await reading;
    if (!replies)
        co_return failed(replies.error());
    std::vector<TopicConfigAnswer> answers;
    for (std::size_t i = 0; i < brokers.size(); ++i)
        answers.push_back({.broker = brokers.at(i), .reply = std::move(replies->at(i))});
    co_return answers;
}

namespace {

using RouteReply = BrokerAnswer<commands::GetRouteInfoByTopic::Reply>;
using StatsReply = BrokerAnswer<commands::GetTopicStatsInfo::Reply>;
using GroupsReply = BrokerAnswer<commands::QueryTopicConsumeByWho::Reply>;

void takeRoutes(TopicDetail &detail, const std::vector<RouteReply> &answers)
{
    for (const RouteReply &answer : answers) {
        RouteAnswer told{.nameServer = answer.broker.address, .route = commands::TopicRouteData()};
        if (answer.reply) {
            told.route = answer.reply->body;
        } else {
            Error error = answer.reply.error();
            error.where = told.nameServer.toString(); // a name server has no name beside its address
            told.route = failed(std::move(error));
        }
        detail.routes.push_back(std::move(told));
    }
    if (const auto *const route = detail.route())
        detail.brokers = makeRoute(detail.topic, *route, {})->brokers;
}

void takeQueues(TopicDetail &detail, const std::vector<StatsReply> &answers)
{
    for (const StatsReply &answer : answers) {
        if (!answer.reply) {
            detail.failures.push_back({.broker = answer.broker, .error = answer.reply.error()});
            continue;
        }
        const commands::TopicStats &stats = answer.reply->body;
        for (auto queue = stats.offsetTable.cbegin(); queue != stats.offsetTable.cend(); ++queue) {
            detail.queues.push_back({.broker = queue.key().broker, .id = queue.key().queue, .min = queue->minOffset, .max = queue->maxOffset,
                .lastWriteMs = queue->lastUpdateTimestamp});
        }
        if (stats.topicPutTps)
            detail.inTps = detail.inTps.value_or(0) + *stats.topicPutTps;
    }
    std::sort(detail.queues.begin(), detail.queues.end(),
        [](const QueueStatus &a, const QueueStatus &b) { return std::tie(a.broker, a.id) < std::tie(b.broker, b.id); });
}

void takeConfigs(TopicDetail &detail, std::vector<TopicConfigAnswer> answers)
{
    for (const TopicConfigAnswer &answer : answers) {
        if (!answer.reply)
            detail.failures.push_back({.broker = answer.broker, .error = answer.reply.error()});
    }
    detail.configs = std::move(answers);
}

void takeGroups(TopicDetail &detail, const std::vector<GroupsReply> &answers)
{
    std::set<ConsumerGroup> groups;
    for (const GroupsReply &answer : answers) {
        if (answer.reply)
            groups.insert(answer.reply->body.groupList.cbegin(), answer.reply->body.groupList.cend());
        else
            detail.failures.push_back({.broker = answer.broker, .error = answer.reply.error()});
    }
    detail.groups.assign(groups.begin(), groups.end());
}

} // namespace

Pending<TopicDetail> TopicReader::readDetail(TopicName topic, Ask how, TopicDetailSeen seen)
{
    const auto began = m_cluster.clock().now();
    TopicDetail detail{.topic = topic, .readMs = m_cluster.clock().wallMs()};
    const auto show = [&] {
        detail.cost = m_cluster.clock().now() - began;
        if (seen)
            seen(detail);
    };
    auto routing = m_cluster.askEachNameServer(commands::GetRouteInfoByTopic{.topic = topic, .acceptStandardJsonOnly = {}}, how);
    const auto routes = co_await routing;
    if (!routes)
        co_return failed(routes.error());
    takeRoutes(detail, *routes);
    if (!detail.route())
        co_return failed(detail.routes.empty() ? Error{.kind = Error::Kind::NoRoute, .remark = QStringLiteral("no name server knows the topic %1").arg(topic.text())} : detail.routes.front().route.error());
    show();

    auto counting = m_cluster.askEach(commands::GetTopicStatsInfo{topic}, BrokerSet::these(detail.brokers), how);
    auto reading = readConfigs(topic, detail.brokers, how);
    auto grouping = m_cluster.askEach(commands::QueryTopicConsumeByWho{topic}, BrokerSet::these(detail.brokers), how);
    const auto stats = co_await counting;
    if (stats)
        takeQueues(detail, *stats);
    show();
    auto configs = co_await reading;
    if (configs)
        takeConfigs(detail, std::move(*configs));
    show();
    const auto groups = co_await grouping;
    if (groups)
        takeGroups(detail, *groups);
    detail.complete = true;
    show();
    co_return detail;
}

} // namespace rocketdesk
