// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/messageids.h"
#include "client/search.h"
#include "tests/admin/fakecluster.h"
#include "tests/support/heard.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace rocketdesk;
using tests::FakeCluster;
using tests::awaited;

namespace {

qint64 fieldOf(const QByteArray &frame, const char *name)
{
    const QRegularExpression field(QStringLiteral("\"%1\":\"(-?\\d+)\"").arg(QLatin1StringView(name)));
    return field.match(QString::fromUtf8(frame)).captured(1).toLongLong();
}

struct Stored {
    qint64 time = 0;
    int queue = 0;
    qint64 offset = 0;
    QString keys = {};
    QString id = {};
    QString topic = QStringLiteral("t");
    qsizetype size = 1; ///< of the body
};

QByteArray recordOf(const Stored &stored)
{
    protocol::StoredMessage message;
    message.topic = TopicName(stored.topic);
    message.queueId = QueueId(stored.queue);
    message.queueOffset = QueueOffset(stored.offset);
    message.commitLogOffset = CommitLogOffset(stored.time * 1000 + stored.queue);
    message.storeTimestamp = stored.time;
    message.bornTimestamp = stored.time;
    message.bornHost = message.storeHost = *protocol::PackedEndpoint::of(u"127.0.0.1", 10911);
    protocol::Properties properties;
    if (!stored.keys.isEmpty())
        properties.set(protocol::property::Keys, stored.keys);
    if (!stored.id.isEmpty())
        properties.set(protocol::property::UniqueKey, stored.id);
    message.properties = protocol::Bytes(properties.toBlock().value_or(QByteArray()));
    message.body = protocol::Bytes(QByteArray(stored.size, 'x'));
    QByteArray bytes;
    (void)protocol::appendStored(bytes, message);
    return bytes;
}

/// A record of a kind that nobody knows.
QByteArray damaged(QByteArray record)
{
    record[4] = 0;
    return record;
}

/// One broker with a topic "t" of two queues; a message every 10 ms from 1,000 on, by turns.
struct SearchedCluster {
    explicit SearchedCluster(int messages, bool old = false) : cluster(1), count(messages)
    {
        cluster.nameServersAnswer(105, {.body = QByteArray(R"({"brokerDatas":[{"brokerAddrs":{"0":"$A"},"brokerName":"broker-a","cluster":"DefaultCluster"}],"filterServerTable":{},)"
                                                           R"("queueDatas":[{"brokerName":"broker-a","perm":6,"readQueueNums":2,"topicSysFlag":0,"writeQueueNums":2}]})")
                                                    .replace("$A", cluster.broker(0).toString().toUtf8())});
        const QByteArray each = QByteArray::number(count / 2);
        const QByteArray last = QByteArray::number(timeOf(count - 1));
        cluster.brokersAnswer(202, {.body = QByteArray(R"({"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"t"}:{"lastUpdateTimestamp":$L,"maxOffset":$M,"minOffset":0},)"
                                                       R"({"brokerName":"broker-a","queueId":1,"topic":"t"}:{"lastUpdateTimestamp":$L,"maxOffset":$M,"minOffset":0}}})")
                                                .replace("$M", each).replace("$L", last)});
        cluster.brokersAnswer(29, [this, old](int, const QByteArray &frame) {
            const qint64 wanted = fieldOf(frame, "timestamp");
            qint64 found = 0;
            while (found < count / 2 && timeOf(2 * found + fieldOf(frame, "queueId")) < wanted)
                ++found;
            if (old && found > 0 && (found == count / 2 || timeOf(2 * found + fieldOf(frame, "queueId")) != wanted))
                --found; // the older neighbour, as before 5.0
            return FakeCluster::Answer{.fields = R"({"offset":")" + QByteArray::number(found) + R"("})"};
        });
        cluster.brokersAnswer(11, [this](int, const QByteArray &frame) { return pull(fieldOf(frame, "queueId"), fieldOf(frame, "queueOffset"), fieldOf(frame, "maxMsgNums")); });
    }

    static qint64 timeOf(qint64 index) { return 1000 + 10 * index; }
    FakeCluster::Answer pull(qint64 queue, qint64 offset, qint64 most) const
    {
        QByteArray body;
        const qint64 end = std::min<qint64>(offset + std::min<qint64>(most, 5), count / 2); // few at a time, so that there is something to merge
        for (qint64 at = offset; at < end; ++at) {
            const QByteArray record = recordOf({.time = timeOf(2 * at + queue), .queue = int(queue), .offset = at, .size = size});
            body += queue == 0 && unreadable.contains(at) ? damaged(record) : record;
        }
        return {.code = body.isEmpty() ? 19 : 0, .body = body,
            .fields = R"({"suggestWhichBrokerId":"0","minOffset":"0","maxOffset":")" + QByteArray::number(count / 2) + R"(","nextBeginOffset":")" + QByteArray::number(end) + "\"}"};
    }

    FakeCluster cluster;
    int count;
    QList<qint64> unreadable = {}; ///< offsets of queue 0
    qsizetype size = 1; ///< of a body
};

/// Runs a search to its end and takes all it finds.
struct Found {
    enum class Reading { AtOnce, Later };
    explicit Found(std::unique_ptr<RunningSearch> made, Reading reading = Reading::AtOnce)
        : search(std::move(made)), finished(search.get(), &RunningSearch::finished), failed(search.get(), &RunningSearch::failed)
    {
        if (reading == Reading::AtOnce)
            read();
    }
    void read()
    {
        QObject::connect(search.get(), &RunningSearch::filled, search.get(), [this] { drain(); });
        drain();
    }
    void drain()
    {
        for (const auto &batch : search->drain()) {
            for (const auto &message : batch->messages)
                times << message.storeTimestamp;
        }
    }
    bool isOver()
    {
        return tests::eventually([&] {
            drain();
            return !finished.isEmpty() || !failed.isEmpty();
        });
    }

    std::unique_ptr<RunningSearch> search;
    QSignalSpy finished;
    QSignalSpy failed;
    QList<qint64> times;
};

} // namespace

class SearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesAreExactOnBothGenerations_data()
    {
        QTest::addColumn<bool>("old");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<qint64>("first"); // index of the first message in it
        QTest::addColumn<int>("number");
        for (const bool old : {false, true}) {
            const char *name = old ? "before 5.0" : "5.0";
            QTest::addRow("%s all", name) << old << qint64(0) << qint64(99'999) << qint64(0) << 200;
            QTest::addRow("%s edges included", name) << old << qint64(1100) << qint64(1200) << qint64(10) << 11;
            QTest::addRow("%s between messages", name) << old << qint64(1101) << qint64(1199) << qint64(11) << 9;
            QTest::addRow("%s one", name) << old << qint64(1100) << qint64(1100) << qint64(10) << 1;
            QTest::addRow("%s none between two", name) << old << qint64(1101) << qint64(1109) << qint64(11) << 0;
            QTest::addRow("%s after the end", name) << old << qint64(50'000) << qint64(60'000) << qint64(0) << 0;
            QTest::addRow("%s before the beginning", name) << old << qint64(0) << qint64(999) << qint64(0) << 0;
            QTest::addRow("%s later one first", name) << old << qint64(1200) << qint64(1100) << qint64(10) << 11;
        }
    }
    void rangesAreExactOnBothGenerations()
    {
        QFETCH(bool, old);
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(qint64, first);
        QFETCH(int, number);
        SearchedCluster fake(200, old);
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        Found found(client.search().between({.topic = TopicName(QStringLiteral("t")), .fromMs = from, .toMs = to}));
        QVERIFY(found.isOver());
        QCOMPARE(found.failed.size(), 0);
        QList<qint64> expected;
        for (int i = 0; i < number; ++i)
            expected << SearchedCluster::timeOf(first + i);
        QCOMPARE(found.times, expected); // merged by time
        QCOMPARE(found.search->progress().found, number);
        QVERIFY(fake.cluster.asked(29) <= 4);
    }

    void anUnreadableRecordSpoilsOnlyItselfAndIsTold()
    {
        SearchedCluster fake(40);
        fake.unreadable = {0, 7, 8, 19};
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        Found found(client.search().between({.topic = TopicName(QStringLiteral("t")), .fromMs = 0, .toMs = 99'999}));
        QVERIFY(found.isOver());
        QCOMPARE(found.times.size(), 36);
        QCOMPARE(found.search->progress().failures.size(), std::size_t(1));
        QCOMPARE(found.search->progress().failures[0].broker.name.text(), QStringLiteral("broker-a"));
        QCOMPARE(found.search->progress().failures[0].error.kind, Error::Kind::Malformed);
    }

    void slowReaderHoldsTheSearchUp()
    {
        SearchedCluster fake(600);
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        Found found(client.search().between({.topic = TopicName(QStringLiteral("t")), .fromMs = 0, .toMs = 999'999'999, .feedBytes = 1}), Found::Reading::Later);
        QSignalSpy filled(found.search.get(), &RunningSearch::filled);
        QTRY_COMPARE(filled.size(), 1);
        QTRY_COMPARE(fake.cluster.asked(11), 4); // a pull ahead for each of the two queues
        for (int i = 0; i < 2; ++i) // one more would be asked before the second of these
            (void)awaited(client.ask(commands::GetBrokerRuntimeInfo(), Target::at(fake.cluster.broker(0))));
        QCOMPARE(fake.cluster.asked(11), 4);
        QVERIFY(found.finished.isEmpty());
        found.read();
        QVERIFY(found.isOver());
        QCOMPARE(found.times.size(), 600);
    }

    void largeMessagesAreNotPulledAhead()
    {
        SearchedCluster fake(20);
        fake.size = 1'100'000;
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        Found found(client.search().between({.topic = TopicName(QStringLiteral("t")), .fromMs = 0, .toMs = 99'999, .feedBytes = 1}), Found::Reading::Later);
        QSignalSpy filled(found.search.get(), &RunningSearch::filled);
        QTRY_COMPARE(filled.size(), 1);
        QVERIFY(!awaited(client.ask(commands::GetBrokerRuntimeInfo(), Target::at(fake.cluster.broker(0))))); // pulls before it are counted when it is answered
        QCOMPARE(fake.cluster.asked(11), 2); // one for each queue
        found.read();
        QVERIFY(found.isOver());
        QCOMPARE(found.times.size(), 20);
    }

    void searchThatDiesAsksNothingMore()
    {
        SearchedCluster fake(4000);
        fake.cluster.hold();
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        auto search = client.search().between({.topic = TopicName(QStringLiteral("t")), .fromMs = 0, .toMs = 999'999'999});
        QTRY_COMPARE(fake.cluster.waiting(), 1); // 202
        search.reset();
        QVERIFY(tests::heard(network.address()));
        for (int i = 1; i <= 2; ++i) { // what the search would go on with is asked before the second of these
            auto behind = client.ask(commands::GetBrokerRuntimeInfo(), Target::at(fake.cluster.broker(0)));
            QTRY_COMPARE(fake.cluster.asked(28), i);
            fake.cluster.release();
            (void)awaited(std::move(behind));
        }
        QCOMPARE(fake.cluster.asked(29), 0);
        QCOMPARE(fake.cluster.asked(11), 0);
    }

    void unknownTopicFailsTheSearch()
    {
        SearchedCluster fake(2);
        fake.cluster.nameServersAnswer(105, {.code = 17, .remark = "No topic route info"});
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        Found found(client.search().between({.topic = TopicName(QStringLiteral("t")), .fromMs = 0, .toMs = 1}));
        QVERIFY(found.isOver());
        QCOMPARE(found.failed.first().first().value<Error>().kind, Error::Kind::NoRoute);
    }

    void keysAreCheckedAfterTheQuery() // T-72
    {
        SearchedCluster fake(2);
        fake.cluster.brokersAnswer(12, {.body = recordOf({.time = 5, .keys = QStringLiteral("k1 k2")}) + recordOf({.time = 6, .keys = QStringLiteral("k1x")})
                                            + recordOf({.time = 7, .keys = QStringLiteral("k1"), .topic = QStringLiteral("other")}) + recordOf({.time = 3, .keys = QStringLiteral("k1")}),
                                        .fields = R"({"indexLastUpdateTimestamp":"1","indexLastUpdatePhyoffset":"1"})"});
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto found = awaited(client.search().byKey({.topic = TopicName(QStringLiteral("t")), .key = QStringLiteral("k1")}));
        QVERIFY(found);
        QCOMPARE(found->messages.size(), std::size_t(2));
        QCOMPARE(found->messages[0].storeTimestamp, 3);
        QCOMPARE(found->messages[1].storeTimestamp, 5);
        QCOMPARE(found->messages[0].brokerName.text(), QStringLiteral("broker-a"));
        QVERIFY(!found->more);
        const auto narrow = awaited(client.search().byKey({.topic = TopicName(QStringLiteral("t")), .key = QStringLiteral("k1"), .fromMs = 4, .toMs = 5}));
        QCOMPARE(narrow->messages.size(), std::size_t(1)); // the index knows whole seconds only
    }

    void keysBehindAnUnreadableRecordAreSaidToBeMissing()
    {
        SearchedCluster fake(2);
        fake.cluster.brokersAnswer(12, {.body = recordOf({.time = 5, .keys = QStringLiteral("k1")}) + damaged(recordOf({.time = 4, .keys = QStringLiteral("k1")}))
                                            + recordOf({.time = 3, .keys = QStringLiteral("k1")}),
                                        .fields = R"({"indexLastUpdateTimestamp":"1","indexLastUpdatePhyoffset":"1"})"});
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto found = awaited(client.search().byKey({.topic = TopicName(QStringLiteral("t")), .key = QStringLiteral("k1")}));
        QVERIFY(found);
        QCOMPARE(found->messages.size(), std::size_t(1));
        QCOMPARE(found->failures.size(), std::size_t(1));
        QCOMPARE(found->failures[0].error.kind, Error::Kind::Malformed);
        QCOMPARE(found->failures[0].error.operation, QStringLiteral("QUERY_MESSAGE"));
        QVERIFY(found->more);
    }

    void anIdWhoseRecordIsUnreadableIsNotSaidToBeNowhere_data()
    {
        QTest::addColumn<bool>("place");
        QTest::newRow("by its place") << true;
        QTest::newRow("by its unique id") << false;
    }
    void anIdWhoseRecordIsUnreadableIsNotSaidToBeNowhere()
    {
        QFETCH(const bool, place);
        SearchedCluster fake(2);
        const QString unique = QStringLiteral("C0A8000A1F9018B4AAC20102030400FF");
        fake.cluster.brokersAnswer(33, {.body = damaged(recordOf({.time = 1000}))});
        fake.cluster.brokersAnswer(12, {.body = damaged(recordOf({.time = 9, .id = unique})), .fields = R"({"indexLastUpdateTimestamp":"1","indexLastUpdatePhyoffset":"1"})"});
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto host = protocol::PackedEndpoint::of(u"127.0.0.1", fake.cluster.broker(0).port);
        const QString id = place ? protocol::offsetIdText(host->bytes(), host->port, CommitLogOffset(1'000'000)) : unique;
        const auto found = awaited(client.search().byId({.id = id, .topic = TopicName(QStringLiteral("t"))}));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Malformed);
        QVERIFY2(found.error().where.contains(QLatin1StringView("broker-a")), qPrintable(found.error().where));
    }

    void olderMessagesOfAKeyAreAskedForPageByPage()
    {
        SearchedCluster fake(2);
        fake.cluster.brokersAnswer(12, [](int, const QByteArray &frame) {
            QByteArray body;
            qint64 time = std::min<qint64>(fieldOf(frame, "endTimestamp"), 100'000);
            for (int i = 0; i < 64 && time > 99'850; ++i, --time)
                body += recordOf({.time = time, .keys = QStringLiteral("k")});
            return FakeCluster::Answer{.body = body, .fields = R"({"indexLastUpdateTimestamp":"1","indexLastUpdatePhyoffset":"1"})"};
        });
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto found = awaited(client.search().byKey({.topic = TopicName(QStringLiteral("t")), .key = QStringLiteral("k")}));
        QVERIFY(found);
        QCOMPARE(found->messages.size(), std::size_t(150));
        QVERIFY(!found->more);
        const auto some = awaited(client.search().byKey({.topic = TopicName(QStringLiteral("t")), .key = QStringLiteral("k"), .most = 10}));
        QCOMPARE(some->messages.size(), std::size_t(10));
        QCOMPARE(some->messages.back().storeTimestamp, 100'000);
        QVERIFY(some->more);
    }

    void placesAreReadOffTheIdAndAskedAtTheirBroker()
    {
        SearchedCluster fake(2);
        const qint64 place = 1000 * 1000;
        fake.cluster.brokersAnswer(33, {.body = recordOf({.time = 1000})});
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto host = protocol::PackedEndpoint::of(u"127.0.0.1", fake.cluster.broker(0).port);
        const QString id = protocol::offsetIdText(host->bytes(), host->port, CommitLogOffset(place));
        const auto found = awaited(client.search().byId({.id = id, .topic = {}}));
        QVERIFY(found);
        QCOMPARE(found->messages.size(), std::size_t(1));
        QCOMPARE(fake.cluster.asked(33), 1);
        QCOMPARE(fake.cluster.asked(12), 0);
    }

    void uniqueIdsAreLookedForInEveryTopicUntilOneHasIt()
    {
        SearchedCluster fake(2);
        const QString id = QStringLiteral("C0A8000A1F9018B4AAC20102030400FF");
        fake.cluster.nameServersAnswer(206, {.body = R"({"topicList":["a","t","TBW102","%RETRY%g"]})"});
        fake.cluster.brokersAnswer(21, {.body = R"({"dataVersion":{"counter":1,"timestamp":1},"topicConfigTable":{"a":{"topicName":"a"},"t":{"topicName":"t"},"TBW102":{"topicName":"TBW102"},"%RETRY%g":{"topicName":"%RETRY%g"}}})"});
        fake.cluster.brokersAnswer(12, [id](int, const QByteArray &frame) {
            return frame.contains(R"("topic":"t")") ? FakeCluster::Answer{.body = recordOf({.time = 9, .id = id}), .fields = R"({"indexLastUpdateTimestamp":"1","indexLastUpdatePhyoffset":"1"})"}
                                                    : FakeCluster::Answer{.code = 22, .remark = "can not find message"};
        });
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto found = awaited(client.search().byId({.id = id, .topic = {}}));
        QVERIFY(found);
        QCOMPARE(found->messages.size(), std::size_t(1));
        QCOMPARE(fake.cluster.asked(12), 2); // neither the system's topic nor, since it is found, the retry topic
        fake.cluster.forgetAsked();
        const auto named = awaited(client.search().byId({.id = id, .topic = TopicName(QStringLiteral("t"))}));
        QVERIFY(named);
        QCOMPARE(fake.cluster.asked(12), 1);
        const auto missing = awaited(client.search().byId({.id = QString(id).replace(QStringLiteral("FF"), QStringLiteral("EE")), .topic = {}}));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    }

    void idsTellWhatIsInThem()
    {
        const auto facts = readId(QStringLiteral("0A00000200002A9F0000000000000400"), 1'700'000'000'000);
        QVERIFY(facts);
        QCOMPARE(facts->storeAddress, QStringLiteral("10.0.0.2:10911"));
        QCOMPARE(facts->offset.value(), 1024);
        QVERIFY(!readId(QStringLiteral("order-4711"), 0));
    }
};

ROCKETDESK_TEST(SearchTest)

#include "tst_search.moc"
