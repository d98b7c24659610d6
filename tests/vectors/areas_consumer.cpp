// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorvalues.h"

#include "client/consumer/allocation.h"
#include "client/consumer/offsetfile.h"
#include "client/consumer/processqueue.h"
#include "client/consumer/retrypolicy.h"
#include "client/consumer/startoffset.h"
#include "client/consumer/subscriptiontable.h"
#include "client/protocol/names.h"

#include <QSet>

#include <memory>

namespace rocketdesk::tests {

namespace {

using namespace Qt::Literals::StringLiterals;

std::vector<QueueRef> queuesOf(const QJsonValue &value)
{
    std::vector<QueueRef> queues;
    for (const QJsonValue &queue : value.toArray())
        queues.push_back({BrokerName(queue[0].toString()), QueueId(queue[1].toInt())});
    return queues;
}

QJsonArray queuesValue(const std::vector<QueueRef> &queues)
{
    QJsonArray array;
    for (const QueueRef &queue : queues)
        array.append(QJsonArray{queue.broker.text(), queue.id.value()});
    return array;
}

QJsonObject allocate(const QJsonObject &input, const Allocate &strategy)
{
    QJsonObject assignments;
    const auto ask = input.contains(u"ask"_s) ? textsOf(input[u"ask"_s]) : textsOf(input[u"consumers"_s]);
    for (const QString &client : ask)
        assignments.insert(client, queuesValue(strategy(client, queuesOf(input[u"queues"_s]), textsOf(input[u"consumers"_s]))));
    return {{u"assignments"_s, assignments}};
}

VectorArea allocator(std::function<Allocate(const QJsonObject &)> make)
{
    return [make = std::move(make)](const QJsonObject &input) { return allocate(input, make(input)); };
}

QJsonObject consistentHash(const QJsonObject &input)
{
    const int nodes = input[u"virtualNodes"_s].toInt();
    if (nodes < 0)
        return failure();
    const Allocate strategy = allocateByConsistentHash(TopicName(input[u"topic"_s].toString()), nodes);
    QJsonObject result = allocate(input, strategy);
    auto queues = queuesOf(input[u"queues"_s]);
    std::sort(queues.begin(), queues.end());
    QJsonArray owners;
    for (const QueueRef &queue : queues) {
        for (const QString &client : textsOf(input[u"consumers"_s])) {
            const auto mine = strategy(client, queues, textsOf(input[u"consumers"_s]));
            if (std::find(mine.begin(), mine.end(), queue) != mine.end()) {
                owners.append(client);
                break;
            }
        }
    }
    result.insert(u"ownerOfQueue"_s, owners);
    return result;
}

Allocate innerOf(const QJsonObject &input)
{
    return input[u"inner"_s].toString() == u"circle"_s ? Allocate(allocateByCircle) : Allocate(allocateAverage);
}

commands::MessageQueue queueOf(const QJsonValue &value)
{
    return {TopicName(value[0].toString()), BrokerName(value[1].toString()), QueueId(value[2].toInt())};
}

QJsonArray offsetsValue(const OffsetMap &offsets)
{
    QJsonArray array;
    for (auto entry = offsets.cbegin(); entry != offsets.cend(); ++entry)
        array.append(QJsonArray{entry.key().topic.text(), entry.key().broker.text(), entry.key().queue.value(), entry.value().value()});
    return array;
}

/// An offset store with what it persists to: a file's text, or a broker that answers what the case says.
struct Store {
    OffsetTable table;
    QByteArray file;
    OffsetMap broker;
    std::optional<Error> answer;
    bool local = false;

    void persist(const commands::MessageQueue &queue)
    {
        const qint64 offset = table.value(queue);
        if (offset < 0)
            return;
        if (!local) {
            broker.insert(queue, QueueOffset(offset));
            return;
        }
        OffsetMap kept = loadOffsetFile(file, {}).offsets;
        kept.insert(queue, QueueOffset(offset));
        file = writeOffsetFile(ConsumerGroup(u"G"_s), kept, 0);
    }
    qint64 stored(const commands::MessageQueue &queue) const
    {
        const OffsetMap &offsets = local ? loadOffsetFile(file, {}).offsets : broker;
        if (!local && answer)
            return storedOffset(failed(*answer));
        return offsets.contains(queue) ? offsets.value(queue).value() : OffsetTable::None;
    }
    QJsonValue run(const QJsonObject &op)
    {
        const QString name = op[u"op"_s].toString();
        const auto queue = queueOf(op[u"queue"_s]);
        if (name == u"update"_s)
            table.update(queue, QueueOffset(longOf(op[u"offset"_s])), op[u"increaseOnly"_s].toBool());
        else if (name == u"freeze"_s)
            table.freeze(queue, QueueOffset(longOf(op[u"offset"_s])));
        else if (name == u"remove"_s)
            table.remove(queue);
        else if (name == u"readMemory"_s)
            return table.value(queue);
        else if (name == u"readStore"_s)
            return stored(queue);
        else if (name == u"persist"_s)
            persist(queue);
        else if (name == u"persistAll"_s)
            (void)mapped(op[u"queues"_s], [&](const QJsonValue &each) { persist(queueOf(each)); return QJsonValue(); });
        else if (name == u"clone"_s)
            return offsetsValue(table.ofTopic(TopicName(op[u"topic"_s].toString())));
        else if (name == u"answer"_s)
            setAnswer(op);
        return {};
    }
    void setAnswer(const QJsonObject &op)
    {
        if (op.contains(u"connection"_s))
            answer = Error{.kind = Error::Kind::Unreachable};
        else if (const int code = op[u"code"_s].toInt(); code != 0)
            answer = Error{.kind = Error::Kind::Refused, .code = code};
        else
            answer.reset();
    }
};

VectorArea offsetStore(bool local)
{
    return [local](const QJsonObject &input) -> QJsonObject {
        Store store{.local = local};
        return {{u"results"_s, mapped(input[u"ops"_s], [&](const QJsonValue &op) { return store.run(op.toObject()); })}};
    };
}

QJsonObject offsetJson(const QJsonObject &input)
{
    const auto offsets = parseOffsetFile(input[u"fileText"_s].toString().toUtf8());
    return offsets ? QJsonObject{{u"offsets"_s, offsetsValue(*offsets)}} : failure(offsets.error());
}

QByteArray textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().toUtf8() : QByteArray();
}

QJsonObject offsetFile(const QJsonObject &input)
{
    const OffsetFile loaded = loadOffsetFile(textOf(input[u"fileText"_s]), textOf(input[u"backupText"_s]));
    return {{u"offsets"_s, offsetsValue(loaded.offsets)}, {u"warnings"_s, loaded.warnings}};
}

protocol::StoredMessage messageAt(qint64 offset, qint64 bytes)
{
    protocol::StoredMessage message;
    message.queueOffset = QueueOffset(offset);
    message.body = protocol::Bytes(QByteArray(bytes, 'x'));
    return message;
}

std::vector<QueueOffset> offsetsIn(const QJsonValue &value)
{
    std::vector<QueueOffset> offsets;
    for (const QJsonValue &offset : value.toArray())
        offsets.emplace_back(longOf(offset));
    return offsets;
}

QJsonValue orNull(const std::optional<QueueOffset> &offset)
{
    return offset ? QJsonValue(offset->value()) : QJsonValue();
}

QJsonValue putRange(ProcessQueue &queue, const QJsonObject &op)
{
    int accepted = 0;
    const qint64 from = longOf(op[u"from"_s]);
    for (qint64 i = 0; i < longOf(op[u"count"_s]); ++i)
        accepted += queue.put(messageAt(from + i, longOf(op[u"bodyBytes"_s])));
    return accepted;
}

QJsonValue expired(ProcessQueue &queue, const QJsonObject &op)
{
    QJsonArray array;
    for (const auto &each : queue.giveUpExpired(longOf(op[u"nowMs"_s]), longOf(op[u"timeoutMs"_s]))) {
        array.append(QJsonObject{{u"offset"_s, each.offset.value()}, {u"delayLevel"_s, each.delayLevel}});
        queue.remove({each.offset}); // sent back
    }
    return array;
}

using QueueOp = QJsonValue (*)(ProcessQueue &, const QJsonObject &);

const QMap<QString, QueueOp> &queueOps()
{
    static const QMap<QString, QueueOp> ops = {
        {u"put"_s, [](ProcessQueue &q, const QJsonObject &op) -> QJsonValue {
             return mapped(op[u"offsets"_s], [&](const QJsonValue &offset) { return q.put(messageAt(longOf(offset), longOf(op[u"bodyBytes"_s]))); });
         }},
        {u"putRange"_s, putRange},
        {u"take"_s, [](ProcessQueue &q, const QJsonObject &op) -> QJsonValue { return qint64(q.take(op[u"count"_s].toInt()).size()); }},
        {u"commit"_s, [](ProcessQueue &q, const QJsonObject &) -> QJsonValue { return q.commit(); }},
        {u"remove"_s, [](ProcessQueue &q, const QJsonObject &op) -> QJsonValue { return q.remove(offsetsIn(op[u"offsets"_s])); }},
        {u"contains"_s, [](ProcessQueue &q, const QJsonObject &op) -> QJsonValue { return q.contains(QueueOffset(longOf(op[u"offset"_s]))); }},
        {u"get"_s, [](ProcessQueue &q, const QJsonObject &op) -> QJsonValue {
             const auto *message = q.find(QueueOffset(longOf(op[u"offset"_s])));
             return message ? QJsonValue(message->queueOffset.value()) : QJsonValue();
         }},
        {u"count"_s, [](ProcessQueue &q, const QJsonObject &) -> QJsonValue { return q.count(); }},
        {u"bytes"_s, [](ProcessQueue &q, const QJsonObject &) -> QJsonValue { return q.bytes(); }},
        {u"cachedMiB"_s, [](ProcessQueue &q, const QJsonObject &) -> QJsonValue { return q.cachedMiB(); }},
        {u"min"_s, [](ProcessQueue &q, const QJsonObject &) -> QJsonValue { return orNull(q.min()); }},
        {u"max"_s, [](ProcessQueue &q, const QJsonObject &) -> QJsonValue { return orNull(q.max()); }},
        {u"clear"_s, [](ProcessQueue &q, const QJsonObject &) -> QJsonValue { return q.clear(); }},
        {u"startConsume"_s, [](ProcessQueue &q, const QJsonObject &op) -> QJsonValue {
             q.startConsume(QueueOffset(longOf(op[u"offset"_s])), longOf(op[u"atMs"_s]));
             return {};
         }},
        {u"cleanExpired"_s, expired},
    };
    return ops;
}

QJsonObject processQueue(const QJsonObject &input)
{
    ProcessQueue queue(input[u"maxCount"_s].isNull() ? std::nullopt : std::optional(input[u"maxCount"_s].toInt()));
    return {{u"results"_s, mapped(input[u"ops"_s], [&](const QJsonValue &op) { return queueOps().value(op[u"op"_s].toString())(queue, op.toObject()); })}};
}

QJsonObject queueSpan(const QJsonObject &input)
{
    constexpr int pause = 50;
    const auto held = offsetsIn(input[u"offsetsHeld"_s]);
    const bool tooMuch = !held.empty() && ProcessQueue::spansTooMuch(*std::min_element(held.begin(), held.end()), *std::max_element(held.begin(), held.end()), longOf(input[u"maxSpan"_s]));
    return {{u"pullNow"_s, !tooMuch}, {u"delayMs"_s, tooMuch ? pause : 0}};
}

QJsonObject queueMemory(const QJsonObject &input)
{
    return {{u"perQueueLimit"_s, ProcessQueue::limitPerQueue(longOf(input[u"pullThresholdForQueue"_s]), longOf(input[u"pullThresholdForTopic"_s]), input[u"queues"_s].toInt())}};
}

QJsonArray numbers(const std::vector<int> &values)
{
    QJsonArray array;
    for (const int value : values)
        array.append(value);
    return array;
}

QJsonObject ackIndex(const QJsonObject &input)
{
    const auto outcome = batchOutcome(input[u"model"_s].toString() == u"BROADCASTING"_s, input[u"batch"_s].toInt(), input[u"status"_s].toString() == u"CONSUME_SUCCESS"_s, input[u"ackIndex"_s].toInt());
    return {{u"acked"_s, numbers(outcome.acked)}, {u"sentBack"_s, numbers(outcome.sentBack)}, {u"dropped"_s, numbers(outcome.dropped)}};
}

QJsonObject topicRestore(const QJsonObject &input)
{
    const QString topic = input[u"messageTopic"_s].toString();
    const QString original = input[u"properties"_s][u"RETRY_TOPIC"_s].toString();
    return {{u"topicSeenByListener"_s, protocol::isRetryTopic(topic) && !original.isEmpty() ? original : topic}};
}

QJsonObject whereToStart(const QJsonObject &input)
{
    static const QMap<QString, ConsumeFromWhere> strategies = {{u"CONSUME_FROM_LAST_OFFSET"_s, ConsumeFromWhere::LastOffset},
        {u"CONSUME_FROM_FIRST_OFFSET"_s, ConsumeFromWhere::FirstOffset}, {u"CONSUME_FROM_TIMESTAMP"_s, ConsumeFromWhere::Timestamp}};
    GroupStart queue{.topic = TopicName(input[u"topic"_s].toString()), .stored = longOf(input[u"storedOffset"_s])};
    if (!input[u"maxOffset"_s].isNull())
        queue.max = QueueOffset(longOf(input[u"maxOffset"_s]));
    if (!input[u"searchOffset"_s].isNull())
        queue.searched = QueueOffset(longOf(input[u"searchOffset"_s]));
    const auto offset = startOffset(strategies.value(input[u"strategy"_s].toString()), queue);
    return offset ? QJsonObject{{u"offset"_s, offset->value()}} : failure(offset.error());
}

QJsonObject consumeTimestamp(const QJsonObject &input)
{
    const auto time = parseConsumeTimestamp(input[u"text"_s].toString(), QTimeZone(input[u"zone"_s].toString().toUtf8()));
    return time ? QJsonObject{{u"unixSeconds"_s, *time / 1000}} : failure(time.error());
}

QJsonValue resultValue(const Result<void> &result)
{
    return result ? QJsonValue() : QJsonValue(QJsonObject{{u"error"_s, kindName(result.error().kind)}});
}

QJsonObject subscriptionManager(const QJsonObject &input)
{
    SubscriptionTable table(input[u"limit"_s].toInt());
    const auto run = [&](const QJsonValue &op) -> QJsonValue {
        const TopicName topic(op[u"topic"_s].toString());
        const QString expression = op[u"expression"_s].toString();
        const QString name = op[u"op"_s].toString();
        if (name == u"subscribe"_s)
            return resultValue(table.subscribe(topic, expression));
        if (name == u"updateSelector"_s)
            return resultValue(table.updateSelector(topic, expression));
        if (name == u"unsubscribe"_s)
            return table.unsubscribe(topic);
        return table.conflicts().size();
    };
    return {{u"results"_s, mapped(input[u"ops"_s], run)}};
}

QJsonObject delayLevels(const QJsonObject &input)
{
    return {{u"seconds"_s, mapped(input[u"levels"_s], [](const QJsonValue &level) { return qint64(delayOfLevel(level.toInt()).count()); })}};
}

QJsonObject sendBack(const QJsonObject &input)
{
    return {{u"delayLevel"_s, mapped(input[u"reconsumeTimes"_s], [&](const QJsonValue &times) { return sendBackLevel(times.toInt(), input[u"contextDelayLevel"_s].toInt()); })}};
}

const VectorAreaEntry entries[] = {
    {"allocate.average", allocator([](const QJsonObject &) { return Allocate(allocateAverage); })},
    {"allocate.invalid", allocator([](const QJsonObject &) { return Allocate(allocateAverage); })},
    {"allocate.circle", allocator([](const QJsonObject &) { return Allocate(allocateByCircle); })},
    {"allocate.config", allocator([](const QJsonObject &input) { return allocateByConfig(queuesOf(input[u"configured"_s])); })},
    {"allocate.machine-room", allocator([](const QJsonObject &input) { return allocateByMachineRoom(textsOf(input[u"consumerRooms"_s])); })},
    {"allocate.machine-room-nearby", allocator([](const QJsonObject &input) { return allocateNearby(innerOf(input)); })},
    {"allocate.consistent-hash", consistentHash},
    {"offset.update", offsetStore(false)},
    {"offset.freeze", offsetStore(false)},
    {"offset.remove", offsetStore(false)},
    {"offset.clone", offsetStore(false)},
    {"offset.remote", offsetStore(false)},
    {"offset.local", offsetStore(true)},
    {"offset.json", offsetJson},
    {"offset.file", offsetFile},
    {"offset.file-name", [](const QJsonObject &input) { return QJsonObject{{u"fileName"_s, offsetFileName(ConsumerGroup(input[u"group"_s].toString()))}}; }},
    {"process-queue", processQueue},
    {"process-queue.commit-offset", processQueue},
    {"process-queue.span", queueSpan},
    {"process-queue.memory", queueMemory},
    {"retry.ack-index", ackIndex},
    {"retry.broadcast", ackIndex},
    {"retry.customized", [](const QJsonObject &input) { return QJsonObject{{u"delayMs"_s, qint64(customizedRetryDelay(input[u"reconsumeTimes"_s].toInt()).count())}}; }},
    {"retry.exponential", [](const QJsonObject &input) { return QJsonObject{{u"delayMs"_s, qint64(exponentialRetryDelay(input[u"reconsumeTimes"_s].toInt()).count())}}; }},
    {"retry.delay-levels", delayLevels},
    {"retry.send-back", sendBack},
    {"retry.maximum", [](const QJsonObject &input) { return QJsonObject{{u"effective"_s, effectiveMaxReconsumeTimes(input[u"model"_s].toString() == u"orderly"_s, input[u"maxReconsumeTimes"_s].toInt())}}; }},
    {"retry.suspend", [](const QJsonObject &input) { return QJsonObject{{u"usedMs"_s, mapped(input[u"suspendCurrentQueueTimeMillis"_s], [](const QJsonValue &ms) { return qint64(suspendTime(longOf(ms)).count()); })}}; }},
    {"retry.topic-restore", topicRestore},
    {"consume-from-where", whereToStart},
    {"consume-timestamp", consumeTimestamp},
    {"subscription.manager", subscriptionManager},
};

} // namespace

} // namespace rocketdesk::tests
