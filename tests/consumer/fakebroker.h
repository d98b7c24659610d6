// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/all.h"
#include "client/protocol/messagelist.h"
#include "tests/support/rawserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

namespace rocketdesk::tests {

/// A broker with one topic, as far as reading goes: 29, 30, 31, 46, 201 and pulls, which it holds.
class FakeBroker final
{
public:
    using Record = protocol::StoredMessage;

    explicit FakeBroker(QString name, int queues)
        : name(std::move(name))
        , records(static_cast<std::size_t>(queues))
        , minimum(static_cast<std::size_t>(queues))
        , server([this](QTcpSocket &socket, QByteArray &received) { serve(socket, received); })
    {
    }

    void add(int queue, qint64 storeTimestamp, const QByteArray &body, const QByteArray &tag = {})
    {
        auto &list = records[static_cast<std::size_t>(queue)];
        Record record;
        record.topic = TopicName(QStringLiteral("t"));
        record.queueId = QueueId(queue);
        record.queueOffset = QueueOffset(static_cast<qint64>(list.size()));
        record.storeTimestamp = storeTimestamp;
        record.body = protocol::Bytes(body);
        if (!tag.isEmpty())
            record.properties = protocol::Bytes(QByteArray("TAGS\x01") + tag + '\x02');
        list.push_back(record);
        for (auto held = m_held.begin(); held != m_held.end();) {
            if (held->second.queueId.value() == queue && held->first && held->first->isOpen())
                pull(*held->first, held->second, held->opaque);
            held = held->second.queueId.value() == queue ? m_held.erase(held) : std::next(held);
        }
    }

    QString name;
    std::vector<std::vector<Record>> records;
    std::vector<qint64> minimum;
    qint64 mostAtOnce = 32; ///< messages an answer
    std::set<qint64> unreadable; ///< offsets of queue 0 whose records are of a kind that nobody knows
    std::size_t cutAtPull = 0; ///< the retention takes the oldest of queue 0 before this pull
    qint64 cutTo = 0;
    std::size_t shortenAtPull = 0; ///< queue 0 loses its newest before this pull, as a broker that fell back on an older store
    std::size_t shortenTo = 0;
    bool silent = false;
    bool busy = false; ///< fails whatever it is asked
    int failingPulls = 0; ///< so many fail
    bool routed = true; ///< name servers know it
    bool refusesOffsets = false; ///< as an account without the right Get is refused
    bool refusesGroup = false;
    std::set<QString> refused; ///< topics that may not be read
    bool tellsOffsetsOfRefused = false;
    std::vector<int> codes; ///< of every request
    std::vector<commands::PullMessage> pulls;
    RawServer server;

private:
    struct Held {
        QPointer<QTcpSocket> first;
        commands::PullMessage second;
        int opaque;
    };

    void serve(QTcpSocket &socket, QByteArray &received)
    {
        for (QByteArray frame = RawServer::takeFrame(received); !frame.isEmpty(); frame = RawServer::takeFrame(received)) {
            if (silent)
                continue;
            const auto view = protocol::parseFrame(frame);
            codes.push_back(view->code);
            answer(socket, *view);
        }
    }

    void answer(QTcpSocket &socket, const protocol::FrameView &frame)
    {
        if (busy)
            return say(socket, frame.opaque, 1, "not now");
        if (frame.code == 11) {
            const auto request = protocol::decodeRequest<commands::PullMessage>(frame);
            pulls.push_back(*request);
            if (cutAtPull == pulls.size())
                minimum[0] = cutTo;
            if (shortenAtPull == pulls.size())
                records[0].resize(shortenTo);
            if (failingPulls > 0) {
                --failingPulls;
                return say(socket, frame.opaque, 1, "not now");
            }
            if (refusesGroup)
                return say(socket, frame.opaque, 16, "User:u has no permission to access Group:TOOLS_CONSUMER from 127.0.0.1, no matched policies.");
            if (refused.contains(request->topic.text()))
                return refuse(socket, frame.opaque, request->topic);
            return pull(socket, *request, frame.opaque);
        }
        if (frame.code == 46)
            return say(socket, frame.opaque, 0, {});
        if (frame.code == 201) {
            socket.write(RawServer::answer(frame.opaque, 0, R"({"dataVersion":{"counter":1},"subscriptionGroupTable":{"g1":{"groupName":"g1"}}})"));
            return;
        }
        if (refusesOffsets)
            return say(socket, frame.opaque, 16, "User:u has no permission to access Topic:t from 127.0.0.1, no matched policies.");
        offset(socket, frame);
    }

    void offset(QTcpSocket &socket, const protocol::FrameView &frame)
    {
        const auto request = protocol::decodeRequest<commands::GetMaxOffset>(frame);
        if (refused.contains(request->topic.text()) && !tellsOffsetsOfRefused)
            return refuse(socket, frame.opaque, request->topic);
        const auto queue = static_cast<std::size_t>(request->queueId.value());
        qint64 value = frame.code == 31 ? minimum[queue] : static_cast<qint64>(records[queue].size());
        if (frame.code == 29) {
            const auto search = protocol::decodeRequest<commands::SearchOffsetByTimestamp>(frame);
            value = 0;
            for (const Record &record : records[queue]) // as 4.9.7: the nearest that is not younger
                value = record.storeTimestamp <= search->timestamp ? record.queueOffset.value() : value;
        }
        socket.write(RawServer::answer(frame.opaque, 0, {}, "{\"offset\":\"" + QByteArray::number(value) + "\"}"));
    }

    void pull(QTcpSocket &socket, const commands::PullMessage &request, int opaque)
    {
        const auto queue = static_cast<std::size_t>(request.queueId.value());
        const auto end = static_cast<qint64>(records[queue].size());
        qint64 next = request.queueOffset.value();
        if (next < minimum[queue] || next > end)
            return found(socket, opaque, 21, queue, next < minimum[queue] ? minimum[queue] : end, {});
        QByteArray body;
        for (; next < end && next < request.queueOffset.value() + std::min<qint64>(request.maxMsgNums, mostAtOnce); ++next) {
            const qsizetype magic = body.size() + 4;
            (void)protocol::appendStored(body, records[queue][static_cast<std::size_t>(next)]);
            if (queue == 0 && unreadable.contains(next))
                body[magic] = 0;
        }
        if (body.isEmpty() && (request.sysFlag & commands::pullflag::suspend)) {
            m_held.push_back({&socket, request, opaque});
            return;
        }
        found(socket, opaque, body.isEmpty() ? 19 : 0, queue, next, body);
    }

    void found(QTcpSocket &socket, int opaque, int code, std::size_t queue, qint64 next, const QByteArray &body)
    {
        const QByteArray fields = QStringLiteral(R"({"suggestWhichBrokerId":"0","nextBeginOffset":"%1","minOffset":"%2","maxOffset":"%3"})")
                                      .arg(next).arg(minimum[queue]).arg(records[queue].size()).toUtf8();
        socket.write(RawServer::answer(opaque, code, body, fields));
    }

    static void refuse(QTcpSocket &socket, int opaque, const TopicName &topic)
    {
        say(socket, opaque, 16, "User:u has no permission to access Topic:" + topic.text().toUtf8() + " from 127.0.0.1, no matched policies.");
    }

    static void say(QTcpSocket &socket, int opaque, int code, const QByteArray &remark)
    {
        socket.write(RawServer::answer(opaque, code, {}, "{}", remark));
    }

    std::vector<Held> m_held;
};

/// A name server that knows the topic "t" on these brokers.
class FakeNameServer final
{
public:
    explicit FakeNameServer(std::vector<FakeBroker *> brokers)
        : m_brokers(std::move(brokers))
        , server([this](QTcpSocket &socket, QByteArray &received) {
            for (QByteArray frame = RawServer::takeFrame(received); !frame.isEmpty(); frame = RawServer::takeFrame(received))
                socket.write(RawServer::answer(RawServer::opaqueOf(frame), 0, route()));
        })
    {
    }

    [[nodiscard]] QByteArray route() const
    {
        QJsonArray queues;
        QJsonArray brokers;
        for (const FakeBroker *broker : m_brokers) {
            if (!broker->routed)
                continue;
            const int count = static_cast<int>(broker->records.size());
            queues << QJsonObject{{QStringLiteral("brokerName"), broker->name}, {QStringLiteral("perm"), 6}, {QStringLiteral("readQueueNums"), count},
                {QStringLiteral("writeQueueNums"), count}, {QStringLiteral("topicSysFlag"), 0}};
            brokers << QJsonObject{{QStringLiteral("brokerName"), broker->name}, {QStringLiteral("cluster"), QStringLiteral("c")},
                {QStringLiteral("brokerAddrs"), QJsonObject{{QStringLiteral("0"), broker->server.endpoint().toString()}}}};
        }
        return QJsonDocument(QJsonObject{{QStringLiteral("queueDatas"), queues}, {QStringLiteral("brokerDatas"), brokers}, {QStringLiteral("filterServerTable"), QJsonObject()}}).toJson(QJsonDocument::Compact);
    }

private:
    std::vector<FakeBroker *> m_brokers;

public:
    RawServer server;
};

} // namespace rocketdesk::tests
