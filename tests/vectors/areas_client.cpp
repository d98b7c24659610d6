// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorvalues.h"

#include "client/base/samplewindow.h"
#include "client/cluster/route.h"
#include "client/cluster/serveraddresses.h"
#include "client/commands/runninginfo.h"
#include "client/consumer/consumeroptions.h"
#include "client/producer/produceroptions.h"
#include "client/producer/queuepicker.h"
#include "client/producer/sendretry.h"
#include "client/protocol/names.h"
#include "client/protocol/transaction.h"

#include <QJsonDocument>
#include <QSet>

namespace rocketdesk::tests {

namespace {

using namespace Qt::Literals::StringLiterals;

QJsonArray queuesValue(const std::vector<QueueRef> &queues)
{
    QJsonArray array;
    for (const QueueRef &queue : queues)
        array.append(QJsonArray{queue.broker.text(), queue.id.value()});
    return array;
}

std::vector<QueueRef> queuesOf(const QJsonValue &value)
{
    std::vector<QueueRef> queues;
    for (const QJsonValue &queue : value.toArray())
        queues.push_back({BrokerName(queue[0].toString()), QueueId(queue[1].toInt())});
    return queues;
}

RoutePtr routeOf(const QJsonObject &input)
{
    commands::TopicRouteData data;
    for (const QJsonValue &queue : input[u"queueDatas"_s].toArray())
        data.queueDatas.append({.brokerName = BrokerName(queue[u"brokerName"_s].toString()), .perm = queue[u"perm"_s].toInt(),
            .readQueueNums = queue[u"readQueueNums"_s].toInt(), .writeQueueNums = queue[u"writeQueueNums"_s].toInt()});
    for (const QJsonValue &broker : input[u"brokerDatas"_s].toArray()) {
        commands::BrokerData addresses{.brokerName = BrokerName(broker[u"brokerName"_s].toString())};
        for (const QJsonValue &id : broker[u"brokerIds"_s].toArray())
            addresses.brokerAddrs.insert(BrokerId(id.toInt()), u"127.0.0.1:10911"_s);
        data.brokerDatas.append(addresses);
    }
    data.orderTopicConf = input[u"orderTopicConf"_s].toString();
    return makeRoute(TopicName(u"T"_s), std::move(data), std::chrono::nanoseconds(0));
}

QJsonObject publishQueues(const QJsonObject &input)
{
    const RoutePtr route = routeOf(input);
    return {{u"queues"_s, queuesValue(route->publish)}, {u"orderTopic"_s, route->ordered}};
}

QJsonObject mapping(const QJsonObject &input)
{
    QJsonArray queues;
    QJsonArray brokers;
    for (int i = 0; i < input[u"brokers"_s].toInt(); ++i) {
        const QString name = u"b%1"_s.arg(i);
        queues.append(QJsonObject{{u"brokerName"_s, name}, {u"perm"_s, 6}, {u"readQueueNums"_s, input[u"writeQueues"_s]}, {u"writeQueueNums"_s, input[u"writeQueues"_s]}});
        brokers.append(QJsonObject{{u"brokerName"_s, name}, {u"brokerIds"_s, QJsonArray{0}}});
    }
    return {{u"queueCount"_s, qint64(routeOf({{u"queueDatas"_s, queues}, {u"brokerDatas"_s, brokers}})->publish.size())}};
}

QMap<BrokerId, QString> addressesOf(const QJsonValue &value)
{
    QMap<BrokerId, QString> addresses;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        addresses.insert(BrokerId(entry.key().toLongLong()), entry.value().toString());
    return addresses;
}

QJsonObject findBrokerArea(const QJsonObject &input)
{
    const auto found = findBroker(addressesOf(input[u"addrs"_s]), BrokerId(longOf(input[u"brokerId"_s])), input[u"onlyThisBroker"_s].toBool());
    if (!found)
        return {{u"found"_s, false}};
    return {{u"found"_s, true}, {u"addr"_s, found->endpoint.toString()}, {u"slave"_s, found->slave}};
}

QJsonObject selectBrokerArea(const QJsonObject &input)
{
    const auto found = selectBroker(addressesOf(input[u"addrs"_s]));
    return {{u"addr"_s, found ? QJsonValue(found->second.toString()) : QJsonValue()}};
}

QJsonObject registerGroup(const QJsonObject &input)
{
    QSet<QString> groups;
    const auto run = [&](const QJsonValue &op) -> QJsonValue {
        const QString group = op[u"group"_s].toString(u"G"_s);
        if (op[u"op"_s].toString() == u"unregister"_s) {
            groups.remove(group);
            return {};
        }
        const bool fresh = !groups.contains(group);
        groups.insert(group);
        return fresh;
    };
    return {{u"results"_s, mapped(input[u"ops"_s], run)}};
}

Route routeWith(const QString &topic, std::vector<QueueRef> queues, int version = 0)
{
    return {.topic = TopicName(topic), .publish = std::move(queues), .fetched = std::chrono::nanoseconds(version)};
}

qint64 indexIn(const Route &route, const QueueRef *queue)
{
    return queue ? queue - route.publish.data() : -1;
}

/// Picks of a round robin that a changed route starts anew.
QJsonObject roundRobin(const QJsonObject &input)
{
    QMap<QString, Route> routes;
    quint32 start = 0;
    int version = 0;
    QMap<QString, quint32> starts;
    QueuePicker picker([&start] { return start; });
    const auto run = [&](const QJsonValue &op) -> QJsonValue {
        const QString topic = op[u"topic"_s].toString();
        if (op[u"op"_s].toString() == u"route"_s) {
            std::vector<QueueRef> queues;
            for (int i = 0; i < op[u"queues"_s].toInt(); ++i)
                queues.push_back({BrokerName(u"b"_s), QueueId(i)});
            routes[topic] = routeWith(topic, std::move(queues), ++version);
            starts[topic] = quint32(op[u"start"_s].toInt());
            return {};
        }
        start = starts[topic];
        return indexIn(routes[topic], picker.pick(routes[topic], {}));
    };
    return {{u"results"_s, mapped(input[u"ops"_s], run)}};
}

QJsonObject counter(const QJsonObject &input)
{
    QueuePicker picker([&input] { return quint32(longOf(input[u"counterBefore"_s])); });
    std::vector<QueueRef> queues;
    for (int i = 0; i < 16; ++i)
        queues.push_back({BrokerName(u"b"_s), QueueId(i)});
    const Route route = routeWith(u"t"_s, std::move(queues));
    (void)picker.pick(route, {});
    return {{u"nextIndexNonNegative"_s, indexIn(route, picker.pick(route, {})) >= 0}};
}

/// The brokers of so many picks, each once.
template <typename Pick>
QJsonObject brokersPicked(const QJsonObject &input, Pick pick)
{
    QSet<QString> names;
    for (int i = 0; i < input[u"picks"_s].toInt(); ++i)
        names.insert(pick()->broker.text());
    QStringList sorted = names.values();
    sorted.sort();
    return {{u"brokersPicked"_s, QJsonArray::fromStringList(sorted)}};
}

QJsonObject retryPick(const QJsonObject &input)
{
    const Route route = routeWith(u"t"_s, queuesOf(input[u"queues"_s]));
    const BrokerName last(input[u"lastBroker"_s].toString());
    QueuePicker picker([&input] { return quint32(input[u"startIndex"_s].toInt()); });
    return brokersPicked(input, [&] { return picker.pick(route, last); });
}

void update(FaultTable &table, const QJsonValue &fault, std::chrono::nanoseconds now)
{
    table.update(BrokerName(fault[u"broker"_s].toString()), std::chrono::milliseconds(longOf(fault[u"latencyMs"_s])),
        now + std::chrono::milliseconds(longOf(fault[u"notAvailableMs"_s])), fault[u"reachable"_s].toBool());
}

QJsonObject latencyTable(const QJsonObject &input)
{
    FaultTable table;
    std::chrono::nanoseconds now(0);
    const auto run = [&](const QJsonValue &op) -> QJsonValue {
        const BrokerName broker(op[u"broker"_s].toString());
        const QString name = op[u"op"_s].toString();
        if (name == u"isAvailable"_s)
            return table.isAvailable(broker, now);
        if (name == u"isReachable"_s)
            return table.isReachable(broker);
        if (name == u"pickOneAtLeast"_s)
            return table.pickOneAtLeast().isEmpty() ? QJsonValue() : QJsonValue(table.pickOneAtLeast().text());
        if (name == u"update"_s)
            update(table, op, now);
        else if (name == u"remove"_s)
            table.remove(broker);
        else if (name == u"wait"_s)
            now += std::chrono::milliseconds(longOf(op[u"ms"_s]));
        return {};
    };
    return {{u"results"_s, mapped(input[u"ops"_s], run)}};
}

QJsonObject latencyFallback(const QJsonObject &input)
{
    FaultTable table;
    for (const QJsonValue &fault : input[u"faults"_s].toArray())
        update(table, fault, std::chrono::nanoseconds(0));
    const Route route = routeWith(u"t"_s, queuesOf(input[u"queues"_s]));
    QueuePicker picker([] { return 0; });
    return brokersPicked(input, [&] { return picker.pick(route, {}, table, std::chrono::nanoseconds(0)); });
}

QJsonObject retryCodes(const QJsonObject &input)
{
    const auto each = [&](bool SendRetry::*member) { return mapped(input[u"codes"_s], [=](const QJsonValue &code) { return sendRetry(code.toInt()).*member; }); };
    // What an asynchronous send of Java's would not lose: the broker was busy, so the message is surely not stored.
    return {{u"retry"_s, each(&SendRetry::again)}, {u"retryAsync"_s, each(&SendRetry::backOff)}, {u"backOff"_s, each(&SendRetry::backOff)}};
}

QJsonObject retryTime(const QJsonObject &input)
{
    std::chrono::nanoseconds now(0);
    SendTries tries({std::chrono::milliseconds(longOf(input[u"sendMsgTimeout"_s]))}, {.retries = input[u"retryTimes"_s].toInt()});
    const QJsonArray failures = input[u"attemptFailsAfterMs"_s].toArray();
    QJsonArray timeouts;
    for (;;) {
        timeouts.append(qint64(std::chrono::duration_cast<std::chrono::milliseconds>(tries.until().at - now).count()));
        if (timeouts.size() > failures.size())
            break; // this one does not fail
        now += std::chrono::milliseconds(longOf(failures.at(timeouts.size() - 1)));
        if (!tries.next(failed(Error::Kind::Timeout), {}, now))
            break;
    }
    return {{u"timeoutsMs"_s, timeouts}, {u"attempts"_s, timeouts.size()}};
}

QJsonObject notStoreOk(const QJsonObject &input)
{
    static const QMap<QString, commands::SendStatus> statuses = {{u"SEND_OK"_s, commands::SendStatus::SendOk}, {u"FLUSH_DISK_TIMEOUT"_s, commands::SendStatus::FlushDiskTimeout},
        {u"FLUSH_SLAVE_TIMEOUT"_s, commands::SendStatus::FlushSlaveTimeout}, {u"SLAVE_NOT_AVAILABLE"_s, commands::SendStatus::SlaveNotAvailable}};
    SendTries tries({}, {.retries = input[u"retryTimes"_s].toInt(), .whenNotStoreOk = input[u"retryAnotherBrokerWhenNotStoreOk"_s].toBool()});
    Result<SendReceipt> ended;
    for (const QString &answer : textsOf(input[u"statuses"_s])) {
        ended = SendReceipt{.status = statuses.value(answer)};
        if (!tries.next(ended, {}, std::chrono::nanoseconds(0)))
            break;
    }
    ended = tries.outcome(std::move(ended));
    return {{u"returned"_s, statuses.key(ended->status)}, {u"attempts"_s, tries.made()}, {u"error"_s, QJsonValue()}};
}

QJsonObject statsCompute(const QJsonObject &input)
{
    SampleWindow window;
    for (const QJsonValue &sample : input[u"snapshots"_s].toArray())
        window.keep({longOf(sample[0]), longOf(sample[1]), longOf(sample[2])});
    const auto rates = window.rates();
    return {{u"sum"_s, rates.sum}, {u"tps"_s, rates.tps}, {u"avgpt"_s, rates.avgpt}};
}

QJsonObject statsSampling(const QJsonObject &input)
{
    SampleWindow window;
    for (const QJsonValue &pair : input[u"add"_s].toArray())
        window.add(longOf(pair[0]), longOf(pair[1]));
    return {{u"value"_s, window.value()}, {u"times"_s, window.times()}};
}

QJsonObject statsWindow(const QJsonObject &input)
{
    SampleWindow window;
    qint64 now = 0;
    return {{u"sumAfterEach"_s, mapped(input[u"increments"_s], [&](const QJsonValue &increment) {
                 window.add(longOf(increment));
                 window.sample(now += 10'000);
                 return window.rates().sum;
             })}};
}

template <typename Options>
QJsonObject asObject(const Options &options)
{
    return QJsonDocument::fromJson(protocol::writeJson(options)).object();
}

/// Values given in code win over what is there.
template <typename Options>
QJsonObject withOptions(const Options &base, const QJsonObject &input)
{
    QJsonObject object = asObject(base);
    const QJsonObject options = input[u"options"_s].toObject();
    for (auto entry = options.begin(); entry != options.end(); ++entry)
        object.insert(entry.key(), entry.value());
    return object;
}

QMap<QString, QString> environmentOf(const QJsonObject &input)
{
    QMap<QString, QString> environment;
    const QJsonObject object = input[u"env"_s].toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        environment.insert(entry.key(), entry.value().toString());
    return environment;
}

template <typename Options>
QJsonObject fromEnvironment(const QJsonObject &input)
{
    QStringList warnings;
    QJsonObject object = withOptions(Options::fromEnvironment(environmentOf(input), &warnings), input);
    object.insert(u"warnings"_s, warnings.size());
    return object;
}

QJsonObject presets(const QJsonObject &input)
{
    return {{u"presets"_s, mapped(input[u"names"_s], [](const QJsonValue &name) { return asObject(ProducerOptions::preset(name.toString())); })}};
}

QJsonObject range(const QJsonObject &input)
{
    return {{u"ok"_s, mapped(input[u"values"_s], [&](const QJsonValue &value) { return ConsumerOptions::isAllowed(input[u"option"_s].toString(), longOf(value)); })}};
}

QJsonObject endpoint(const QJsonObject &input)
{
    const auto parsed = parseInstanceEndpoint(input[u"endpoint"_s].toString());
    return {{u"isInstanceEndpoint"_s, parsed.isInstance}, {u"instanceId"_s, textOrNull(parsed.instanceId)}, {u"address"_s, parsed.address}};
}

QJsonObject url(const QJsonObject &input)
{
    const auto parts = parseUrl(input[u"url"_s].toString());
    return {{u"protocol"_s, parts.protocol}, {u"host"_s, parts.host}, {u"port"_s, parts.port}, {u"path"_s, parts.path}, {u"query"_s, parts.query}};
}

QJsonObject halfFailed(const QJsonObject &input)
{
    const auto run = [](const QJsonValue &status) { return status.toString() == u"SEND_OK"_s; };
    return {{u"localTransactionRun"_s, mapped(input[u"halfStatuses"_s], run)},
        {u"endStates"_s, mapped(input[u"halfStatuses"_s], [&](const QJsonValue &status) {
             return run(status) ? input[u"listener"_s].toString() : QString(protocol::transactionStateName(protocol::TransactionState::Rollback));
         })}};
}

QJsonObject listenerThrows(const QJsonObject &input)
{
    QJsonArray states;
    QJsonArray codes;
    QJsonArray remarks;
    for (const QJsonValue &listener : input[u"listeners"_s].toArray()) {
        // No answer and an exception alike leave it open: the broker asks again.
        const auto state = protocol::transactionStateNamed(listener[u"returns"_s].toString()).value_or(protocol::TransactionState::Unknown);
        states.append(QString(protocol::transactionStateName(state)));
        codes.append(int(state));
        remarks.append(listener[u"throws"_s].isString() ? listener[u"throws"_s] : QJsonValue());
    }
    return {{u"endStates"_s, states}, {u"commitOrRollback"_s, codes}, {u"remarkContains"_s, remarks}};
}

QJsonObject unlock(const QJsonObject &input)
{
    QMap<QString, QList<int>> byBroker;
    for (const QJsonValue &queue : input[u"locked"_s].toArray())
        byBroker[queue[1].toString()].append(queue[2].toInt());
    QJsonObject requests;
    for (auto entry = byBroker.begin(); entry != byBroker.end(); ++entry) {
        std::sort(entry->begin(), entry->end());
        QJsonArray numbers;
        for (const int number : *entry)
            numbers.append(number);
        requests.insert(entry.key(), numbers);
    }
    return {{u"requests"_s, requests}};
}

QJsonObject consumeResults(const QJsonObject &input)
{
    using enum commands::ConsumeResult;
    static const QMap<QString, commands::ConsumeResult> results = {{u"CONSUME_SUCCESS"_s, Success}, {u"SUCCESS"_s, Success}, {u"RECONSUME_LATER"_s, Later},
        {u"SUSPEND_CURRENT_QUEUE_A_MOMENT"_s, Later}, {u"THROWS"_s, ThrowException}, {u"NULL"_s, ReturnNull}, {u"COMMIT"_s, Commit}, {u"ROLLBACK"_s, Rollback}};
    return {{u"consumeResult"_s, mapped(input[u"listener"_s], [](const QJsonValue &answer) { return QString::fromUtf8(protocol::wireName(results.value(answer.toString()))); })}};
}

/// A consumer always names topic and expression: they are written even where they are empty.
void complete(commands::SubscriptionData &subscription)
{
    if (subscription.topic.text().isNull())
        subscription.topic = TopicName(u""_s);
    if (subscription.subString.isNull())
        subscription.subString = u""_s;
}

template <typename Entry>
QJsonObject writtenEntry(const QJsonObject &fields)
{
    auto value = protocol::readJson<Entry>(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    if (!value)
        return failure(value.error());
    if constexpr (std::same_as<Entry, commands::SubscriptionData>)
        complete(*value);
    const QJsonObject json = asObject(*value);
    return {{u"json"_s, json}, {u"keys"_s, QJsonArray::fromStringList(json.keys())}};
}

QJsonObject runningInfoEntry(const QJsonObject &input)
{
    const QJsonObject fields = input[u"fields"_s].toObject();
    const QString entry = input[u"entry"_s].toString();
    if (entry == u"mqTable"_s)
        return writtenEntry<commands::ProcessQueueInfo>(fields);
    if (entry == u"statusTable"_s)
        return writtenEntry<commands::ConsumeStatus>(fields);
    if (entry == u"subscriptionSet"_s)
        return writtenEntry<commands::SubscriptionData>(fields);
    const QStringList keys = commands::runningInfoProperties();
    QJsonObject json;
    for (const QString &key : keys)
        json.insert(key, fields.value(key).toString());
    return {{u"keys"_s, QJsonArray::fromStringList(keys)}, {u"json"_s, json}};
}

QJsonObject sendTwice(const QJsonObject &input)
{
    const QString topic = input[u"topic"_s].toString();
    QJsonArray wire;
    for (int i = 0; i < input[u"sends"_s].toInt(); ++i)
        wire.append(protocol::wrapNamespace(input[u"namespace"_s].toString(), topic));
    return {{u"wireTopics"_s, wire}, {u"userTopicAfter"_s, topic}};
}

QJsonObject traceNames(const QJsonObject &input)
{
    const auto bare = [&](const QString &key) { return protocol::unwrapNamespace({}, input[key].toString()); };
    return {{u"groupName"_s, bare(u"groupName"_s)}, {u"topic"_s, bare(u"topic"_s)}};
}

QJsonObject diff(const QJsonObject &input)
{
    return {{u"changed"_s, mapped(input[u"pairs"_s], [](const QJsonValue &pair) { return addressesChanged(textsOf(pair[0]), textsOf(pair[1])); })}};
}

const VectorAreaEntry entries[] = {
    {"route.publish-queues", publishQueues},
    {"route.subscribe-queues", [](const QJsonObject &input) { return QJsonObject{{u"queues"_s, queuesValue(routeOf(input)->read)}}; }},
    {"route.mapping", mapping},
    {"route.find-broker", findBrokerArea},
    {"route.select-broker", selectBrokerArea},
    {"route.register", registerGroup},
    {"selector.round-robin", roundRobin},
    {"selector.route-change", roundRobin},
    {"selector.retry", retryPick},
    {"selector.counter", counter},
    {"latency.table", latencyTable},
    {"latency.fallback", latencyFallback},
    {"latency.unavailable", [](const QJsonObject &input) { return QJsonObject{{u"unavailableMs"_s, qint64(unavailableFor(std::chrono::milliseconds(longOf(input[u"latencyMs"_s])), input[u"isolation"_s].toBool()).count())}}; }},
    {"send.retry-codes", retryCodes},
    {"send.retry-time", retryTime},
    {"send.not-store-ok", notStoreOk},
    {"stats.compute", statsCompute},
    {"stats.sampling", statsSampling},
    {"stats.window", statsWindow},
    {"config.producer-default", [](const QJsonObject &input) { return withOptions(ProducerOptions(), input); }},
    {"config.consumer-default", [](const QJsonObject &input) { return withOptions(ConsumerOptions(), input); }},
    {"config.producer-env", fromEnvironment<ProducerOptions>},
    {"config.consumer-env", fromEnvironment<ConsumerOptions>},
    {"config.producer-presets", presets},
    {"config.range", range},
    {"address.diff", diff},
    {"address.vip", [](const QJsonObject &input) { return QJsonObject{{u"address"_s, vipAddress(input[u"vipEnabled"_s].toBool(), input[u"address"_s].toString())}}; }},
    {"address.discovery", [](const QJsonObject &input) { return QJsonObject{{u"url"_s, discoveryUrl(input[u"endpoint"_s].toString(), input[u"unit"_s].toString())}}; }},
    {"address.env", [](const QJsonObject &input) { return QJsonObject{{u"addresses"_s, QJsonArray::fromStringList(addressesFromEnvironment(environmentOf(input)))}}; }},
    {"address.endpoint", endpoint},
    {"address.url", url},
    {"transaction.half-failed", halfFailed},
    {"transaction.listener-throws", listenerThrows},
    {"body.unlock", unlock},
    {"body.consume-result", consumeResults},
    {"body.running-info-entry", runningInfoEntry},
    {"namespace.send-twice", sendTwice},
    {"trace.names", traceNames},
};

} // namespace

} // namespace rocketdesk::tests
