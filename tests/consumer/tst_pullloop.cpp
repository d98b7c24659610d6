// SPDX-License-Identifier: Apache-2.0
#include "tests/consumer/consumefixture.h"
#include "tests/support/rawserver.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>

using namespace rocketdesk;
using tests::Member;
using tests::RawServer;

namespace {

/// A broker and name server in one, with the topic "t" of one queue, whose pulls the test answers.
struct OddBroker {
    OddBroker() : server([this](QTcpSocket &socket, QByteArray &received) { serve(socket, received); }) {}

    void serve(QTcpSocket &socket, QByteArray &received)
    {
        for (QByteArray bytes = RawServer::takeFrame(received); !bytes.isEmpty(); bytes = RawServer::takeFrame(received)) {
            const auto frame = protocol::parseFrame(bytes);
            if (!frame)
                qFatal("no frame");
            const auto say = [&](int code, const QByteArray &body = {}, const QByteArray &fields = "{}") { socket.write(RawServer::answer(frame->opaque, code, body, fields)); };
            if (frame->code == 105) {
                const auto asked = protocol::decodeRequest<commands::GetRouteInfoByTopic>(*frame);
                asked && asked->topic.text() == QLatin1StringView("t") ? say(0, route()) : say(17);
            } else if (frame->code == 34) {
                client = protocol::decodeRequest<commands::HeartBeat>(*frame)->body.clientId.text().toUtf8();
                say(0);
            } else if (frame->code == 38) {
                say(0, "{\"consumerIdList\":[\"" + client + "\"]}");
            } else if (frame->code == 203) {
                say(0, R"({"connectionSet":[{"clientAddr":"10.0.0.9:4711","clientId":"other","language":"GO","version":317}]})");
            } else if (frame->code == 14) {
                say(0, {}, "{\"offset\":\"" + QByteArray::number(stored) + "\"}");
            } else if (frame->code == 15) {
                stored = protocol::decodeRequest<commands::UpdateConsumerOffset>(*frame)->commitOffset.value();
                say(0);
            } else if (frame->code == 11) {
                const auto asked = protocol::decodeRequest<commands::PullMessage>(*frame);
                pulls << asked->queueOffset.value();
                answer(socket, *asked, frame->opaque);
            } else {
                say(0);
            }
        }
    }
    void answer(QTcpSocket &socket, const commands::PullMessage &asked, int opaque)
    {
        const qint64 offset = asked.queueOffset.value();
        qint64 next = says.contains(offset) ? says.value(offset) : offset;
        QByteArray body;
        int records = 0;
        for (qint64 at = offset; at < std::max(next, has.value(offset, -1)); ++at) {
            if (filtered.contains(at))
                continue;
            if (records++ == asked.maxMsgNums) {
                next = at;
                break;
            }
            protocol::StoredMessage message{.topic = asked.topic, .queueId = asked.queueId, .queueOffset = QueueOffset(at), .body = protocol::Bytes(QByteArray::number(at))};
            if (!protocol::appendStored(body, message))
                qFatal("no record");
            if (broken.contains(at))
                body[body.size() - protocol::storedSize(message) + 4] = 'x'; // its magic number
        }
        const int code = illegal.contains(offset) ? 21 : body.isEmpty() ? 19 : 0;
        if (code == 19 && !says.contains(offset))
            return; // held for ever
        const QByteArray fields = QStringLiteral(R"({"suggestWhichBrokerId":"0","nextBeginOffset":"%1","minOffset":"0","maxOffset":"100"})").arg(illegal.value(offset, next)).toUtf8();
        socket.write(RawServer::answer(opaque, code, code == 0 ? body : QByteArray(), fields));
    }
    QByteArray route() const
    {
        return QByteArray(R"({"brokerDatas":[{"brokerAddrs":{"0":"$A"},"brokerName":"a","cluster":"C"}],"queueDatas":[{"brokerName":"a","perm":6,"readQueueNums":1,"writeQueueNums":1,"topicSysFlag":0}],"filterServerTable":{}})")
            .replace("$A", server.endpoint().toString().toUtf8());
    }

    QByteArray client;
    qint64 stored = 0;
    QMap<qint64, qint64> says; ///< offset asked -> next offset answered; what is between is delivered. Others are held
    QMap<qint64, qint64> has; ///< offset asked -> messages are delivered up to before this, whatever `says` says
    QSet<qint64> broken; ///< records that are none
    QSet<qint64> filtered; ///< records that the subscription does not ask for
    QMap<qint64, qint64> illegal; ///< offset asked -> where the queue goes on
    QList<qint64> pulls;
    RawServer server;
};

struct PullFixture {
    bool tick(milliseconds time = milliseconds(200))
    {
        clock.advance(time);
        return true;
    }
    ManualClock clock;
    OddBroker broker;
    Member member{broker.server.endpoint(), clock};
};

} // namespace

/// Brokers that answer pulls strangely.
class PullLoopTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOnFromWhatTheBrokerSays()
    {
        PullFixture f;
        f.broker.stored = 3;
        f.broker.says = {{3, 5}, {5, 9}};
        f.member.start();
        QTRY_VERIFY(f.tick() && f.member.bodies.size() == 6);
        QCOMPARE(f.member.bodies.front(), QStringLiteral("3"));
        QTRY_VERIFY(f.tick() && f.broker.stored == 9);
        QCOMPARE(f.broker.pulls, (QList<qint64>{3, 5, 9}));
    }

    void T_48_anOffsetBeforeTheOneAskedForMakesNoEndlessLoop()
    {
        PullFixture f;
        f.broker.stored = 5;
        f.broker.says = {{5, 2}};
        QTest::ignoreMessage(QtWarningMsg, "a goes on at 2, before 5 that was asked for"); // once
        f.member.start();
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() > std::chrono::seconds(20));
        QCOMPARE(f.member.bodies.size(), 0);
        QVERIFY2(f.broker.pulls.size() < 40, qPrintable(QString::number(f.broker.pulls.size())));
        QVERIFY(std::all_of(f.broker.pulls.cbegin(), f.broker.pulls.cend(), [](qint64 offset) { return offset == 5; }));
    }

    void T_48_messagesThatComeWithItAreConsumedOnce()
    {
        PullFixture f;
        f.broker.stored = 5;
        f.broker.says = {{5, 2}};
        f.broker.has = {{5, 8}};
        f.member.start();
        QTRY_VERIFY(f.tick() && f.member.bodies.size() == 3);
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.broker.stored == 8);
        QCOMPARE(f.member.bodies, (QStringList{QStringLiteral("5"), QStringLiteral("6"), QStringLiteral("7")}));
    }

    void aRecordThatCanNotBeReadSpoilsOnlyItself()
    {
        PullFixture f;
        f.broker.says = {{0, 6}, {2, 6}, {3, 6}};
        f.broker.broken = {2};
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^t a 0: a message at offset 2 or later can't be read, it is left out: "))); // once
        f.member.start();
        QTRY_VERIFY(f.tick() && f.broker.stored == 6);
        QCOMPARE(f.member.bodies, (QStringList{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("5")}));
        QCOMPARE(f.broker.pulls, (QList<qint64>{0, 2, 2, 3, 6})); // once more by itself, since the others of its answer may be whole
    }

    void whatIsBehindFilteredMessagesAndCanNotBeReadIsNamedOnce()
    {
        PullFixture f;
        f.broker.says = {{0, 3}};
        f.broker.filtered = {0, 1};
        f.broker.broken = {2};
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("^t a 0: a message at offset 0 or later can't be read, it is left out: ")));
        f.member.start({{QStringLiteral("t"), QStringLiteral("x")}});
        QTRY_VERIFY(f.tick() && f.broker.stored == 3);
        QCOMPARE(f.broker.pulls, (QList<qint64>{0, 0, 3}));
    }

    void T_59_anIllegalOffsetIsLeftWithinThreeSeconds()
    {
        PullFixture f;
        f.broker.stored = 500;
        f.broker.illegal = {{500, 40}};
        f.broker.says = {{40, 42}};
        f.member.start();
        QTRY_VERIFY(f.tick() && !f.broker.pulls.isEmpty());
        const auto began = f.clock.now();
        QTRY_VERIFY(f.tick() && f.member.bodies.size() == 2);
        QVERIFY(f.clock.now() - began < std::chrono::seconds(3));
        QTRY_VERIFY(f.tick() && f.broker.stored == 42);
    }

    void T_27_aMemberWithAnotherHashIsNamed()
    {
        PullFixture f;
        f.member.options.allocateStrategy = QStringLiteral("CONSISTENT_HASH");
        f.broker.says = {{0, 2}};
        QTest::ignoreMessage(QtWarningMsg, "other shares queues by another hash: it must not be in one group with CONSISTENT_HASH"); // once
        f.member.start();
        QTRY_VERIFY(f.tick() && f.member.bodies.size() == 2);
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() > std::chrono::seconds(45));
    }

    void aBrokerThatDoesNotHoldPullsIsNotAskedAllTheTime()
    {
        PullFixture f;
        f.broker.says = {{0, 0}};
        f.member.start();
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() > std::chrono::seconds(30));
        QVERIFY2(f.broker.pulls.size() < 50, qPrintable(QString::number(f.broker.pulls.size())));
    }
};

ROCKETDESK_TEST(PullLoopTest)

#include "tst_pullloop.moc"
