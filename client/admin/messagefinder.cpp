// SPDX-License-Identifier: Apache-2.0
#include "client/admin/messagefinder.h"

#include "client/commands/messages.h"
#include "client/protocol/messageids.h"
#include "client/protocol/names.h"

#include <algorithm>
#include <set>

namespace rocketdesk {

namespace {

using commands::QueryMessage;

constexpr auto NoMessage = static_cast<int>(protocol::AnswerCode::QueryNotFound);

protocol::MessageList messagesIn(const QByteArray &body, const BrokerRef &broker, const protocol::Request &request)
{
    protocol::MessageList list = protocol::decodeMessageList(protocol::Bytes(body));
    for (protocol::StoredMessage &message : list.messages)
        message.brokerName = broker.name;
    if (list.error) {
        list.error->error.where = broker.label();
        list.error->error.operation = QString::fromLatin1(request.name);
    }
    return list;
}

void sortByTime(FoundMessages &found)
{
    std::sort(found.messages.begin(), found.messages.end(), [](const protocol::StoredMessage &a, const protocol::StoredMessage &b) {
        return std::tie(a.storeTimestamp, a.brokerName, a.commitLogOffset) < std::tie(b.storeTimestamp, b.brokerName, b.commitLogOffset);
    });
}

Error nothingFound(const QString &id)
{
    return {.kind = Error::Kind::NotFound, .remark = QStringLiteral("no broker has a message %1 (any more)").arg(id), .where = {}, .operation = QStringLiteral("QUERY_MESSAGE")};
}

} // namespace

Pending<FoundMessages> MessageFinder::byKey(KeySearch search, Ask how)
{
    auto finding = m_cluster.routes().refresh(search.topic, how);
    const auto route = co_await finding;
    if (!route)
        co_return failed(route.error());
    const auto found = std::make_shared<FoundMessages>();
    std::vector<Pending<void>> asked;
    for (const BrokerRef &broker : (*route)->brokers)
        asked.push_back(keysAt(broker, search, how, found));
    auto asking = whenAll(std::move(asked));
    (void)co_await asking;
    sortByTime(*found);
    if (found->messages.size() > static_cast<std::size_t>(search.most)) {
        found->messages.erase(found->messages.begin(), found->messages.end() - search.most);
        found->more = true;
    }
    co_return std::move(*found);
}

Pending<void> MessageFinder::keysAt(BrokerRef broker, KeySearch search, Ask how, FoundPtr found)
{
    std::set<CommitLogOffset> seen;
    qint64 until = search.toMs;
    while (true) {
        QueryMessage command;
        command.topic = search.topic;
        command.key = search.key;
        command.maxNum = PageSize;
        command.beginTimestamp = search.fromMs;
        command.endTimestamp = until;
        command.uniqueKeyQuery = false;
        auto asking = m_cluster.ask(command, Target::at(broker.address), how);
        const auto reply = co_await asking;
        if (!reply && reply.error().code == NoMessage)
            co_return {};
        if (!reply) {
            noteFailure(found->failures, broker, reply.error());
            co_return {};
        }
        const protocol::MessageList page = messagesIn(reply->body, broker, QueryMessage::request);
        if (page.error)
            noteFailure(found->failures, broker, page.error->error);
        const std::size_t before = seen.size();
        for (const protocol::StoredMessage &message : page.messages) {
            until = std::min(until, message.storeTimestamp);
            if (!seen.insert(message.commitLogOffset).second || !hasKey(message, search.topic, search.key))
                continue;
            if (message.storeTimestamp >= search.fromMs && message.storeTimestamp <= search.toMs) // the index knows whole seconds
                found->messages.push_back(message.detached());
        }
        if (page.messages.size() < PageSize && !page.error) // behind what can't be read there may be older ones
            co_return {};
        if (seen.size() == before || seen.size() >= static_cast<std::size_t>(search.most)) {
            found->more = true;
            co_return {};
        }
    }
}

Pending<FoundMessages> MessageFinder::byId(IdSearch search, Ask how)
{
    auto placing = atPlace(search, how);
    auto placed = co_await placing;
    FoundMessages found;
    if (placed) {
        found.messages.push_back(std::move(*placed));
        co_return found;
    }
    if (placed.error().kind != Error::Kind::NotFound)
        co_return failed(placed.error());
    if (search.topic) {
        auto finding = m_cluster.routes().refresh(*search.topic, how);
        const auto route = co_await finding;
        if (!route)
            co_return failed(route.error());
        std::vector<TopicPlace> places = {{.topic = *search.topic, .brokers = (*route)->brokers}};
        auto asking = byUniqueId(search.id, places, how);
        co_return co_await asking;
    }
    for (const bool retries : {false, true}) {
        auto listing = allTopics(retries, how);
        const auto places = co_await listing;
        if (!places)
            co_return failed(places.error());
        auto asking = byUniqueId(search.id, *places, how);
        auto there = co_await asking;
        if (there || there.error().kind != Error::Kind::NotFound)
            co_return there;
    }
    co_return failed(nothingFound(search.id));
}

Pending<protocol::StoredMessage> MessageFinder::atPlace(IdSearch search, Ask how)
{
    const auto place = protocol::parseOffsetId(search.id);
    if (!place)
        co_return failed(nothingFound(search.id));
    auto listing = m_directory.all(how);
    const auto brokers = co_await listing;
    if (!brokers)
        co_return failed(brokers.error());
    const Endpoint address = place->storeHost.toEndpoint();
    const auto broker = std::find_if(brokers->cbegin(), brokers->cend(), [&](const BrokerRef &b) { return b.address == address; });
    if (broker == brokers->cend())
        co_return failed(nothingFound(search.id));
    auto asking = m_cluster.ask(commands::ViewMessageById{.topic = search.topic, .offset = place->offset}, Target::at(address), how);
    auto reply = co_await asking;
    if (!reply) {
        reply.error().where = broker->label();
        const bool gone = reply.error().code == static_cast<int>(protocol::AnswerCode::SystemError);
        co_return failed(gone ? nothingFound(search.id) : reply.error());
    }
    const protocol::MessageList list = messagesIn(reply->body, *broker, commands::ViewMessageById::request);
    for (const protocol::StoredMessage &message : list.messages) {
        if (message.commitLogOffset == place->offset)
            co_return message.detached();
    }
    co_return failed(list.error ? list.error->error : nothingFound(search.id));
}

Pending<FoundMessages> MessageFinder::byUniqueId(QString id, std::vector<TopicPlace> places, Ask how)
{
    const auto job = std::make_shared<Hunt>();
    job->id = id;
    job->how = how;
    job->places.assign(places.begin(), places.end());
    std::vector<Pending<void>> workers;
    for (std::size_t i = 0; i < std::min<std::size_t>(MostCalls, places.size()); ++i)
        workers.push_back(hunt(job));
    auto working = whenAll(std::move(workers));
    (void)co_await working;
    sortByTime(job->found);
    if (job->found.messages.empty() && !job->found.failures.empty())
        co_return failed(job->found.failures.front().error);
    if (job->found.messages.empty())
        co_return failed(nothingFound(id));
    co_return std::move(job->found);
}

Pending<void> MessageFinder::hunt(HuntPtr hunt)
{
    while (!hunt->places.empty() && hunt->found.messages.empty()) {
        const TopicPlace place = hunt->places.front();
        hunt->places.pop_front();
        QueryMessage command;
        command.topic = place.topic;
        command.key = hunt->id;
        command.maxNum = PageSize;
        command.endTimestamp = std::numeric_limits<qint64>::max();
        command.uniqueKeyQuery = true;
        auto entering = m_limit.enter(false);
        const auto permit = co_await entering;
        if (!permit)
            co_return failed(permit.error());
        auto asking = m_cluster.askEach(command, BrokerSet::these(place.brokers), hunt->how);
        const auto answers = co_await asking;
        for (const auto &answer : answers ? *answers : std::vector<BrokerAnswer<QueryMessage::Reply>>())
            take(answer, *hunt);
    }
    co_return {};
}

void MessageFinder::take(const BrokerAnswer<QueryMessage::Reply> &answer, Hunt &hunt)
{
    if (!answer.reply) {
        if (answer.reply.error().code != NoMessage)
            noteFailure(hunt.found.failures, answer.broker, answer.reply.error());
        return;
    }
    const protocol::MessageList list = messagesIn(answer.reply->body, answer.broker, QueryMessage::request);
    if (list.error)
        noteFailure(hunt.found.failures, answer.broker, list.error->error);
    for (const protocol::StoredMessage &message : list.messages) {
        if (hasUniqueId(message, hunt.id))
            hunt.found.messages.push_back(message.detached());
    }
}

Pending<std::vector<TopicPlace>> MessageFinder::allTopics(bool retries, Ask how)
{
    auto listing = m_topics.readAll(how);
    const auto overview = co_await listing;
    if (!overview)
        co_return failed(overview.error());
    std::vector<TopicPlace> places;
    for (const TopicRow &row : overview->topics) {
        const bool isRetry = row.type == TopicType::Retry || row.type == TopicType::DeadLetter;
        if (row.type != TopicType::System && isRetry == retries && !row.brokers.empty())
            places.push_back(placeOf(row));
    }
    co_return places;
}

} // namespace rocketdesk
