// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/cluster.h"
#include "client/producer/producer.h"
#include "client/producer/sendrules.h"
#include "client/protocol/batch.h"
#include "tests/support/awaited.h"
#include "tests/support/rawserver.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>

namespace rocketdesk::tests {

/// One request as a fake server got it.
struct Asked {
    int code = 0;
    int opaque = 0;
    bool oneway = false;
    QJsonObject fields;
    QByteArray body;

    [[nodiscard]] static Asked of(const QByteArray &frame)
    {
        const int length = (static_cast<quint8>(frame[1]) << 16) | (static_cast<quint8>(frame[2]) << 8) | static_cast<quint8>(frame[3]);
        const QJsonObject header = QJsonDocument::fromJson(frame.mid(4, length)).object();
        return {header[QStringLiteral("code")].toInt(), header[QStringLiteral("opaque")].toInt(), (header[QStringLiteral("flag")].toInt() & 2) != 0,
            header[QStringLiteral("extFields")].toObject(), frame.mid(4 + length)};
    }
    [[nodiscard]] QString field(const char *name) const { return fields[QLatin1String(name)].toVariant().toString(); }
    [[nodiscard]] QByteArray id() const { return protocol::findProperty(field("i").toUtf8(), protocol::property::UniqueKey).value_or(QByteArrayView()).toByteArray(); }
};

/// What a fake broker does with the next sends: answers with this code, or is silent, or hangs up.
constexpr int Silent = -1;
constexpr int HangUp = -2;

/// A name server and two brokers, `a` and `b`, with two queues each, on a clock that the test moves.
struct FakeCluster {
    FakeCluster() : cluster(remoting, {.nameServers = {nameServer.endpoint()}}), producer(cluster) { remoting.log().countRunningIn(&running); }

    struct Broker {
        Broker() : server([this](QTcpSocket &socket, QByteArray &received) { serve(socket, received); }) {}

        void serve(QTcpSocket &socket, QByteArray &received)
        {
            for (QByteArray frame = RawServer::takeFrame(received); !frame.isEmpty(); frame = RawServer::takeFrame(received)) {
                const Asked asked = Asked::of(frame);
                got << asked;
                const int code = answers.isEmpty() ? always : answers.takeFirst();
                if (code == HangUp)
                    socket.abort();
                else if (code == Silent)
                    ++silenced;
                else if (!asked.oneway)
                    socket.write(RawServer::answer(asked.opaque, code, {}, fields(asked, code), code == 0 ? QByteArray() : QByteArray("no")));
            }
        }
        QByteArray fields(const Asked &asked, int code)
        {
            if (code != 0 && (code < 10 || code > 12))
                return "{}";
            return "{\"msgId\":\"7F00000100002A9F0000000000000001\",\"queueId\":\"" + asked.field("e").toUtf8() + "\",\"queueOffset\":\"" + QByteArray::number(offset++) + "\"}";
        }

        QList<Asked> got;
        QList<int> answers; ///< codes in turn, then always `always`
        int always = 0;
        int silenced = 0; ///< requests that were left without an answer
        int offset = 100;
        RawServer server;
    };

    void serveRoutes(QTcpSocket &socket, QByteArray &received)
    {
        for (QByteArray frame = RawServer::takeFrame(received); !frame.isEmpty(); frame = RawServer::takeFrame(received)) {
            const Asked asked = Asked::of(frame);
            routesAsked << asked;
            if (topics.contains(asked.field("topic")))
                socket.write(RawServer::answer(asked.opaque, 0, route()));
            else
                socket.write(RawServer::answer(asked.opaque, 17, {}, "{}", "No topic route info"));
        }
    }
    QByteArray route() const
    {
        QByteArray text = R"({"brokerDatas":[{"brokerAddrs":{"0":"$A"},"brokerName":"a","cluster":"C"},{"brokerAddrs":{"0":"$B"},"brokerName":"b","cluster":"C"}],)"
                          R"("queueDatas":[{"brokerName":"a","perm":6,"readQueueNums":2,"writeQueueNums":2,"topicSysFlag":0},)"
                          R"({"brokerName":"b","perm":6,"readQueueNums":2,"writeQueueNums":2,"topicSysFlag":0}],"filterServerTable":{}})";
        return text.replace("$A", a.server.endpoint().toString().toUtf8()).replace("$B", b.server.endpoint().toString().toUtf8());
    }
    [[nodiscard]] qsizetype sends() const { return a.got.size() + b.got.size(); }
    /// Whether any server was asked, even where it does not know yet.
    [[nodiscard]] bool hasAsked() { return !remoting.log().since(0, 1).empty(); }
    /// What was written to the brokers before this has come to them.
    void settle()
    {
        for (const Broker *broker : {&a, &b})
            (void)awaited(remoting.ask(broker->server.endpoint(), commands::GetBrokerClusterInfo(), Deadline::never(), Origin::Unknown));
    }
    /// Every call has its answer, but those that get none.
    [[nodiscard]] bool isQuiet() const { return running <= a.silenced + b.silenced; }
    /// Moves the clock on by `step` whenever all is quiet, until `over`; false where that never comes.
    template <typename Over>
    bool passUntil(milliseconds step, Over over)
    {
        return eventually([&] {
            if (!over() && isQuiet())
                clock.advance(step);
            return over();
        });
    }

    std::atomic<int> running = 0;
    QList<Asked> routesAsked; ///< what the name server got
    QStringList topics{QStringLiteral("t")};
    Broker a;
    Broker b;
    RawServer nameServer{[this](QTcpSocket &socket, QByteArray &received) { serveRoutes(socket, received); }};
    ManualClock clock;
    Remoting remoting{{}, clock};
    Cluster cluster;
    Producer producer;
};

[[nodiscard]] inline OutgoingMessage message(const QByteArray &body = "hello")
{
    return {.topic = TopicName(QStringLiteral("t")), .body = body};
}

/// The one end of a call.
template <typename T>
struct End {
    explicit End(Pending<T> pending)
    {
        call = whenDone(std::move(pending), &context, [this](Result<T> result) {
            ++times;
            answer = std::move(result);
        });
    }
    std::optional<Result<T>> answer;
    int times = 0;
    QObject context;
    Call call;
};

} // namespace rocketdesk::tests
