// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/messageids.h"
#include "tests/contract/target.h"
#include "tests/contract/watching.h"
#include "tests/support/caller.h"
#include "tests/support/longtests.h"
#include "tests/support/testregistry.h"

#include <QDateTime>

using namespace rocketdesk;
using tests::Caller;
using tests::Watching;

namespace {

const TopicName sendTopic(QStringLiteral("contract-sending"));
const BrokerName firstBroker(QStringLiteral("broker-a"));

OutgoingMessage message(const QByteArray &body, const protocol::Properties &properties = {})
{
    return {.topic = sendTopic, .properties = properties, .body = body};
}

SendOptions toQueue(int queue)
{
    return {.queue = QueueRef{firstBroker, QueueId(queue)}};
}

} // namespace

/// What people send, found again as they sent it, on every target.
class SendingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFETCH(const QString, target);
        m_target = &tests::TargetCluster::named(target);
        const auto nameServer = m_target->nameServer();
        QVERIFY2(nameServer.has_value(), qPrintable(nameServer ? QString() : nameServer.error().remark));
        QVERIFY(m_furnished.contains(target) || m_target->createTopic(sendTopic.text(), 4));
        m_furnished << target;
        m_caller = std::make_unique<Caller>(*nameServer);
    }
    void cleanup() { m_caller.reset(); }

    void aSendGoesToTheQueueItNames_data() { tests::addTargetRows(); }
    void aSendGoesToTheQueueItNames()
    {
        for (int queue = 0; queue < 4; ++queue) {
            const auto receipt = sent(message("to a queue"), toQueue(queue));
            QVERIFY2(receipt.has_value(), words(receipt));
            QCOMPARE(receipt->queue, (QueueRef{firstBroker, QueueId(queue)}));
            QCOMPARE(receipt->status, commands::SendStatus::SendOk);
            const auto found = opened(*receipt);
            QVERIFY2(found.has_value(), words(found));
            QCOMPARE(found->messageId(), receipt->messageId);
            QCOMPARE(found->offsetMessageId(), receipt->offsetMessageId);
            QCOMPARE(found->queueId, QueueId(queue));
        }
    }

    void withoutAWishQueuesAreTakenInTurn_data() { tests::addTargetRows(); }
    void withoutAWishQueuesAreTakenInTurn()
    {
        QMap<int, int> counts;
        for (int i = 0; i < 8; ++i) {
            const auto receipt = sent(message("round"));
            QVERIFY2(receipt.has_value(), words(receipt));
            ++counts[receipt->queue.id.value()];
        }
        QCOMPARE(counts, (QMap<int, int>{{0, 2}, {1, 2}, {2, 2}, {3, 2}}));
    }

    void oneShardingKeyIsOneQueue_data() { tests::addTargetRows(); }
    void oneShardingKeyIsOneQueue()
    {
        QSet<int> queues;
        for (int i = 0; i < 4; ++i) {
            const auto receipt = sent(message("sharded"), {.shardingKey = QStringLiteral("客户-7")});
            QVERIFY2(receipt.has_value(), words(receipt));
            queues << receipt->queue.id.value();
            const auto found = opened(*receipt);
            QVERIFY2(found.has_value(), words(found));
            QCOMPARE(found->propertyText(protocol::property::ShardingKey), QStringLiteral("客户-7"));
        }
        QCOMPARE(queues.size(), 1);
    }

    void whatCannotBeDeliveredEndsWithItsReason_data() { tests::addTargetRows(); }
    void whatCannotBeDeliveredEndsWithItsReason()
    {
        const auto noQueue = sent(message("x"), toQueue(77));
        QVERIFY(!noQueue);
        QCOMPARE(noQueue.error().kind, Error::Kind::NoRoute);
        OutgoingMessage unknown = message("x");
        unknown.topic = TopicName(QStringLiteral("contract-nobody-made-this"));
        const auto noTopic = sent(unknown, {.createTopic = false});
        QVERIFY(!noTopic);
        QCOMPARE(noTopic.error().kind, Error::Kind::NoRoute);
    }

    void aOneWaySendIsStored_data() { tests::addTargetRows(); }
    void aOneWaySendIsStored()
    {
        const TopicName oneway(QStringLiteral("contract-oneway"));
        QVERIFY(m_target->createTopic(oneway.text(), 4));
        Watching watching(m_caller->client(), {.topics = {oneway}, .from = WatchFrom::oldest()});
        for (SendOptions options : {SendOptions(), toQueue(2), SendOptions{.shardingKey = QStringLiteral("k")}}) {
            options.oneway = true;
            const auto receipt = sent({.topic = oneway, .body = "one-way"}, options);
            QVERIFY2(receipt.has_value(), words(receipt));
            QVERIFY(receipt->offsetMessageId.isEmpty());
        }
        QTRY_COMPARE(watching.bodies.size(), 3);
    }

    void aBrokerThatIsDownFailsEveryKindOfSend_data() { tests::addTargetRows(); }
    void aBrokerThatIsDownFailsEveryKindOfSend()
    {
        Profile profile;
        profile.nameServers = {*m_target->nameServer()};
        profile.mappings = {*AddressMapping::parse(m_target->broker()->toString(), QStringLiteral("127.0.0.1:1"))};
        Caller caller(profile);
        for (const bool oneway : {false, true}) {
            const auto receipt = Caller::result(caller.client().send(message("x"), {.limit = milliseconds(1500), .oneway = oneway}));
            QVERIFY(!receipt);
            QVERIFY2(receipt.error().kind == Error::Kind::Unreachable || receipt.error().kind == Error::Kind::Closed, qPrintable(kindName(receipt.error().kind)));
        }
    }

    void aBatchIsStoredInOneQueueMessageByMessage_data() { tests::addTargetRows(); }
    void aBatchIsStoredInOneQueueMessageByMessage()
    {
        std::vector<OutgoingMessage> messages;
        for (int i = 0; i < 5; ++i)
            messages.push_back(message("batch " + QByteArray::number(i), {{QStringLiteral("n"), QString::number(i)}}));
        const auto receipts = Caller::result(m_caller->client().sendBatch(messages, toQueue(1)));
        QVERIFY2(receipts.has_value(), words(receipts));
        QCOMPARE(receipts->size(), std::size_t(5));
        for (std::size_t i = 0; i < receipts->size(); ++i) {
            const auto &receipt = receipts->at(i);
            QVERIFY2(receipt.has_value(), words(receipt));
            const auto found = opened(*receipt);
            QVERIFY2(found.has_value(), words(found));
            QCOMPARE(found->body.view(), messages[i].body);
            QCOMPARE(found->messageId(), receipt->messageId);
            QCOMPARE(found->offsetMessageId(), receipt->offsetMessageId);
            QCOMPARE(found->propertyText(QLatin1StringView("n")), QString::number(i));
        }
    }

    void aBatchOverTheLimitGoesInSeveralRequests_data() { tests::addTargetRows(); }
    void aBatchOverTheLimitGoesInSeveralRequests()
    {
        const std::vector<OutgoingMessage> messages(4, message(QByteArray(1'500'000, 'b')));
        const auto receipts = Caller::result(m_caller->client().sendBatch(messages, {.limit = milliseconds(20'000)}));
        QVERIFY2(receipts.has_value(), words(receipts));
        for (const auto &receipt : *receipts) {
            QVERIFY2(receipt.has_value(), words(receipt));
            const auto found = opened(*receipt);
            QVERIFY2(found.has_value(), words(found));
            QCOMPARE(found->body.size(), qsizetype(1'500'000));
        }
    }

    void almostFourMegabytesPass_data() { tests::addTargetRows(); }
    void almostFourMegabytesPass()
    {
        const QByteArray body(3'900'000, 'm');
        const auto receipt = sent(message(body), {.limit = milliseconds(20'000)});
        QVERIFY2(receipt.has_value(), words(receipt));
        const auto found = opened(*receipt);
        QVERIFY2(found.has_value(), words(found));
        QVERIFY(found->body.view() == body);
    }

    void whatIsNoMessageIsRefusedBeforeTheSocket_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("topicName");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        for (const auto &target : tests::TargetCluster::all()) {
            const auto row = [&](const char *name, const QString &to, const QByteArray &body, Error::Kind kind) {
                QTest::addRow("%s: %s", qPrintable(target.name()), name) << target.name() << to << body << static_cast<int>(kind);
            };
            row("no topic", QString(), "x", Error::Kind::InvalidArgument);
            row("a blank in the topic", QStringLiteral("a b"), "x", Error::Kind::InvalidArgument);
            row("a topic of 128 letters", QString(128, u't'), "x", Error::Kind::InvalidArgument);
            row("a topic of the broker's own", QStringLiteral("SCHEDULE_TOPIC_XXXX"), "x", Error::Kind::InvalidArgument);
            row("no body", sendTopic.text(), QByteArray(), Error::Kind::InvalidArgument);
            row("a body over 4 MiB", sendTopic.text(), QByteArray(4 * 1024 * 1024 + 1, 'x'), Error::Kind::TooLarge);
        }
    }
    void whatIsNoMessageIsRefusedBeforeTheSocket()
    {
        QFETCH(const QString, topicName);
        QFETCH(const QByteArray, body);
        QFETCH(const int, kind);
        const auto receipt = sent({.topic = TopicName(topicName), .body = body});
        QVERIFY(!receipt);
        QCOMPARE(kindName(receipt.error().kind), kindName(static_cast<Error::Kind>(kind)));
        QCOMPARE(receipt.error().code, 0);
    }

    void propertiesOfAnyScriptAndLengthArrive_data() { tests::addTargetRows(); }
    void propertiesOfAnyScriptAndLengthArrive()
    {
        const protocol::Properties properties = {{QStringLiteral("城市"), QStringLiteral("北京 🚆")}, {QString(3'000, u'n'), QString(20'000, u'v')},
            {QStringLiteral("TAGS"), QStringLiteral("标签")}, {QStringLiteral("KEYS"), QStringLiteral("订单-1 订单-2")}, {QStringLiteral("equal"), QStringLiteral("a=b,c;d\n")}};
        const auto receipt = sent(message("properties", properties));
        QVERIFY2(receipt.has_value(), words(receipt));
        const auto found = opened(*receipt);
        QVERIFY2(found.has_value(), words(found));
        const auto arrived = found->allProperties();
        for (const auto &[name, value] : properties)
            QCOMPARE(arrived.value(name, QString()), value);
    }

    void propertiesThatWouldBreakOrMeanSomethingElseAreRefused_data() { tests::addTargetRows(); }
    void propertiesThatWouldBreakOrMeanSomethingElseAreRefused()
    {
        const auto refusal = [this](const protocol::Properties &properties) {
            const auto receipt = sent(message("x", properties));
            return receipt ? QStringLiteral("stored") : kindName(receipt.error().kind);
        };
        QCOMPARE(refusal({{QStringLiteral("REAL_TOPIC"), QStringLiteral("other")}}), QStringLiteral("InvalidArgument"));
        QCOMPARE(refusal({{QStringLiteral("a"), QStringLiteral("b\u0001c")}}), QStringLiteral("InvalidArgument"));
        QCOMPARE(refusal({{QStringLiteral("a"), QString(32'768, u'v')}}), QStringLiteral("TooLarge"));
    }

    void aMessageSentTwiceIsTheSameBothTimes_data() { tests::addTargetRows(); }
    void aMessageSentTwiceIsTheSameBothTimes()
    {
        const OutgoingMessage kept = message(QByteArray(50'000, 'z'));
        QStringList ids;
        for (int i = 0; i < 2; ++i) {
            SendOptions options;
            options.compression.emplace();
            const auto receipt = sent(kept, options);
            QVERIFY2(receipt.has_value(), words(receipt));
            ids << receipt->messageId;
            const auto found = opened(*receipt);
            QVERIFY2(found.has_value(), words(found));
            QVERIFY(found->isCompressed());
            const auto body = protocol::decodedBody(*found);
            QVERIFY2(body.has_value(), words(body));
            QVERIFY(body->view() == kept.body);
        }
        QVERIFY(ids.at(0) != ids.at(1));
    }

    void storedMessagesAreFoundByKeyAndById_data() { tests::addTargetRows(); }
    void storedMessagesAreFoundByKeyAndById()
    {
        const QString key = QStringLiteral("key-%1").arg(QDateTime::currentMSecsSinceEpoch());
        const auto receipt = sent(message("to be found", {{QStringLiteral("KEYS"), key + QStringLiteral(" other")}}));
        QVERIFY2(receipt.has_value(), words(receipt));
        QTRY_COMPARE(idsOf(key), QStringList{receipt->messageId}); // the index is a second behind
        QCOMPARE(idsOf(receipt->messageId), QStringList{receipt->messageId});
        QCOMPARE(idsOf(QStringLiteral("nobody-has-this-key")), QStringList());
        const auto place = protocol::parseOffsetId(receipt->offsetMessageId);
        QVERIFY(place.has_value());
        const auto found = m_caller->ask(commands::ViewMessageById{.topic = sendTopic, .offset = place->offset}, Target::of(firstBroker));
        QVERIFY2(found.has_value(), words(found));
        QVERIFY(found->body.contains("to be found"));
        const auto wrong = m_caller->ask(commands::ViewMessageById{.topic = sendTopic, .offset = CommitLogOffset(999'999'999)}, Target::of(firstBroker));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, 1);
    }

    void delayedMessagesComeInTheOrderOfTheirLevels_data() { tests::addTargetRows(); }
    void delayedMessagesComeInTheOrderOfTheirLevels()
    {
        const int levels = tests::longTests() ? 4 : 2; // 1 s, 5 s, 10 s, 30 s
        const TopicName delayed(QStringLiteral("contract-delayed"));
        QVERIFY(m_target->createTopic(delayed.text(), 4));
        std::vector<std::pair<QString, qint64>> came;
        auto watch = m_caller->client().watch({.topics = {delayed}});
        connect(watch.get(), &Watch::filled, this, [&] {
            for (const auto &batch : watch->drain()) {
                for (const auto &one : batch->messages)
                    came.emplace_back(QString::fromUtf8(one.body.view()), one.storeTimestamp - one.bornTimestamp);
            }
        });
        bool ready = false;
        connect(watch.get(), &Watch::positioned, this, [&ready] { ready = true; });
        QTRY_VERIFY(ready);
        for (int level = levels; level > 0; --level) {
            const auto receipt = sent({.topic = delayed, .body = QByteArray::number(level)}, {.delayLevel = level});
            QVERIFY2(receipt.has_value(), words(receipt));
        }
        QTRY_COMPARE(came.size(), std::size_t(levels));
        constexpr std::array<qint64, 4> seconds{1, 5, 10, 30};
        for (std::size_t i = 0; i < came.size(); ++i) {
            QCOMPARE(came[i].first, QString::number(i + 1));
            QVERIFY2(came[i].second >= seconds.at(i) * 1000 - 100, qPrintable(QString::number(came[i].second)));
        }
    }

    void aTopicGrowsAndItsRouteFollows_data() { tests::addTargetRows(); }
    void aTopicGrowsAndItsRouteFollows()
    {
        const TopicName grows(QStringLiteral("contract-grows"));
        QVERIFY(m_target->createTopic(grows.text(), 1));
        const auto first = sent({.topic = grows, .body = "first"}, toQueue(0));
        QVERIFY2(first.has_value(), words(first));
        const auto detail = Caller::result(m_caller->client().readTopic(grows));
        QVERIFY2(detail.has_value(), words(detail));
        QVERIFY(m_target->createTopic(grows.text(), 5));
        QTRY_VERIFY(sent({.topic = grows, .body = "later"}, toQueue(4)).has_value());
        QSet<int> queues;
        for (int i = 0; i < 10; ++i) {
            const auto receipt = sent({.topic = grows, .body = "round"});
            QVERIFY2(receipt.has_value(), words(receipt));
            queues << receipt->queue.id.value();
        }
        QCOMPARE(queues.size(), 5);
    }

    void deliveryTimesAreKeptWhereBrokersKnowThem_data() { tests::addTargetRows(); }
    void deliveryTimesAreKeptWhereBrokersKnowThem()
    {
        const qint64 at = QDateTime::currentMSecsSinceEpoch() + 2'000;
        const TopicName timed(QStringLiteral("contract-timed"));
        QVERIFY(m_target->createTopic(timed.text(), 1));
        const auto receipt = sent({.topic = timed, .body = "later"}, {.deliverAt = at});
        if (m_target->dialect() == tests::Dialect::As4_9_7) { // it would deliver at once
            QVERIFY(!receipt);
            QCOMPARE(receipt.error().kind, Error::Kind::Unsupported);
            return;
        }
        QVERIFY2(receipt.has_value(), words(receipt));
        Watching watching(m_caller->client(), {.topics = {timed}, .from = WatchFrom::oldest()});
        QTRY_COMPARE(watching.bodies, QStringList{QStringLiteral("later")});
        QVERIFY(QDateTime::currentMSecsSinceEpoch() >= at - 1'000);
    }

private:
    [[nodiscard]] Result<SendReceipt> sent(const OutgoingMessage &one, const SendOptions &options = {})
    {
        return Caller::result(m_caller->client().send(one, options));
    }
    [[nodiscard]] Result<protocol::StoredMessage> opened(const SendReceipt &receipt)
    {
        Result<protocol::StoredMessage> found = failed(Error::Kind::NotFound);
        const auto isThere = [&] {
            found = Caller::result(m_caller->client().openMessage(sendTopic, receipt.queue, receipt.queueOffset));
            return found || found.error().kind != Error::Kind::NotFound;
        };
        (void)tests::eventually(isThere); // a queue follows the log a moment later
        return found;
    }
    /// Unique ids of what a query by key finds.
    [[nodiscard]] QStringList idsOf(const QString &key)
    {
        commands::QueryMessage query{.topic = sendTopic, .key = key, .endTimestamp = QDateTime::currentMSecsSinceEpoch() + 60'000};
        if (key.size() == 32)
            query.uniqueKeyQuery = true;
        const auto reply = m_caller->ask(query, Target::of(firstBroker));
        QStringList ids;
        if (reply) {
            for (const auto &one : protocol::decodeMessageList(protocol::Bytes(reply->body)).messages)
                ids << one.messageId();
        }
        return ids;
    }
    template <typename T>
    static const char *words(const Result<T> &result)
    {
        static QByteArray text;
        text = result ? QByteArray() : wordsFor(result.error()).line().toUtf8();
        return text.constData();
    }

    const tests::TargetCluster *m_target = nullptr;
    std::unique_ptr<Caller> m_caller;
    QSet<QString> m_furnished;
};

ROCKETDESK_TEST(SendingTest)

#include "tst_sending.moc"
