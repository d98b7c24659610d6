// SPDX-License-Identifier: Apache-2.0
#include "client/transactionproducer.h"
#include "tests/interop/clustertest.h"
#include "tests/interop/javaprogram.h"
#include "tests/interop/mqadmin.h"
#include "tests/support/testregistry.h"
#include "tests/support/undecided.h"

#include <QDateTime>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

constexpr ServerVersion newestClient = ServerVersion::V5_5_0; // reads every compression, and talks to every broker

/// One kind of message that ours send, told apart by its property "case".
struct Sent {
    OutgoingMessage message;
    SendOptions options;
};

OutgoingMessage messageOf(const TopicName &topic, const QString &name, const QByteArray &body)
{
    return {.topic = topic, .properties = {{QStringLiteral("case"), name}}, .body = body};
}

Sent compressed(const TopicName &topic, const char *name, protocol::Compression type)
{
    Sent sent{.message = messageOf(topic, QString::fromLatin1(name), QByteArray(20'000, 'c') + name)};
    sent.options.compression = protocol::CompressionOptions{.type = type};
    return sent;
}

std::map<QString, Sent> everyKind(const TopicName &topic, bool withTimers)
{
    std::map<QString, Sent> all;
    Sent full{.message = messageOf(topic, QStringLiteral("full"), "größe 大小")};
    full.message.flag = 7;
    full.message.properties.set(QStringLiteral("TAGS"), QStringLiteral("标签"));
    full.message.properties.set(QStringLiteral("KEYS"), QStringLiteral("key-1 key-2"));
    full.message.properties.set(QStringLiteral("text"), QStringLiteral("größe 大小 🚆"));
    full.message.properties.set(QStringLiteral("equal"), QStringLiteral("a=b"));
    all.emplace(QStringLiteral("full"), full);
    all.emplace(QStringLiteral("zlib"), compressed(topic, "zlib", protocol::Compression::Zlib));
    all.emplace(QStringLiteral("lz4"), compressed(topic, "lz4", protocol::Compression::Lz4));
    all.emplace(QStringLiteral("zstd"), compressed(topic, "zstd", protocol::Compression::Zstd));
    all.emplace(QStringLiteral("sharded"), Sent{messageOf(topic, QStringLiteral("sharded"), "s"), {.shardingKey = QStringLiteral("客户-7")}});
    all.emplace(QStringLiteral("delayed"), Sent{messageOf(topic, QStringLiteral("delayed"), "d"), {.delayLevel = 1}});
    all.emplace(QStringLiteral("oneway"), Sent{messageOf(topic, QStringLiteral("oneway"), "o"), {.oneway = true}});
    if (withTimers) {
        const qint64 at = QDateTime::currentMSecsSinceEpoch() + 3'000;
        all.emplace(QStringLiteral("timed"), Sent{messageOf(topic, QStringLiteral("timed"), "t"), {.deliverAt = at}});
    }
    return all;
}

} // namespace

/// What ours send is what Java clients and mqadmin read, and the other way round, on every cluster.
class CrossingTest final : public ClusterTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatOursSendJavaConsumes_data() { addClusterRows(); }
    void whatOursSendJavaConsumes()
    {
        const TopicName topic(QStringLiteral("interop-ours"));
        QVERIFY(createTopic(cluster(), topic.text(), 4));
        const auto all = everyKind(topic, versionOf(cluster()) == ServerVersion::V5_5_0);
        constexpr int batch = 3;
        JavaProgram consumer(newestClient, QStringLiteral("PushConsumer"), nameServer(),
            {QStringLiteral("--topic"), topic.text(), QStringLiteral("--group"), QStringLiteral("interop-ours-group"), QStringLiteral("--max"),
                QString::number(all.size() + batch)});
        QHash<QString, QString> ids;
        for (const auto &[name, sent] : all) {
            const auto receipt = Caller::result(client().send(sent.message, sent.options));
            QVERIFY2(receipt.has_value(), qPrintable(name + u' ' + (receipt ? QString() : wordsFor(receipt.error()).line())));
            ids.insert(name, receipt->messageId);
        }
        const std::vector<OutgoingMessage> many(batch, messageOf(topic, QStringLiteral("batch"), "b"));
        const auto receipts = Caller::result(client().sendBatch(many));
        QVERIFY(receipts && std::all_of(receipts->cbegin(), receipts->cend(), [](const auto &one) { return one.has_value(); }));

        QVERIFY2(consumer.finish() == 0, qPrintable(consumer.transcript()));
        QMap<QString, int> counts;
        for (const JavaLine &line : consumer.lines(QStringLiteral("message"))) {
            const QString name = line.value("p.case");
            ++counts[name];
            if (const auto sent = all.find(name); sent != all.cend())
                compare(line, sent->second.message, ids.value(name));
        }
        QCOMPARE(counts.size(), static_cast<qsizetype>(all.size()) + 1);
        QCOMPARE(counts.value(QStringLiteral("batch")), batch);
    }

    void whatJavaSendsOursRead_data() { addClusterRows(); }
    void whatJavaSendsOursRead()
    {
        const TopicName topic(QStringLiteral("interop-java"));
        QVERIFY(createTopic(cluster(), topic.text(), 4));
        JavaProgram producer(newestClient, QStringLiteral("Producer"), nameServer(),
            {QStringLiteral("--topic"), topic.text(), QStringLiteral("--kind"), QStringLiteral("full,async,batch,orderly,oneway,delay,timer,transaction"),
                QStringLiteral("--count"), QStringLiteral("2"), QStringLiteral("--size"), QStringLiteral("6000")});
        Places came;
        const auto watch = client().watch({.topics = {topic}, .from = WatchFrom::oldest()});
        connect(watch.get(), &Watch::filled, this, [&] {
            for (const auto &batch : watch->drain()) {
                for (const auto &message : batch->messages)
                    came.insert({message.queueId.value(), message.queueOffset.value()}, message.detached());
            }
        });
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));
        QTRY_VERIFY_WITH_TIMEOUT(came.size() >= 16, 90'000);
        QSet<QString> ids;
        for (const auto &message : came)
            ids << message.messageId();
        for (const JavaLine &line : producer.lines(QStringLiteral("sent"))) {
            const QStringList sent = line.value("id").split(u','); // a batch's receipt names all
            // 4.9.7 gives the messages of a batch the batch's own id, which no receipt names; Java's consumer sees that one too.
            const bool kept = sent.size() == 1 || versionOf(cluster()) == ServerVersion::V5_5_0;
            for (const QString &id : sent)
                QVERIFY2(ids.contains(id) == kept, qPrintable(id));
        }
        JavaProgram consumer(newestClient, QStringLiteral("PushConsumer"), nameServer(),
            {QStringLiteral("--topic"), topic.text(), QStringLiteral("--group"), QStringLiteral("interop-java-group"), QStringLiteral("--max"), QStringLiteral("16")});
        QVERIFY2(consumer.finish() == 0, qPrintable(consumer.transcript()));
        QSet<QString> idsOfJava;
        for (const JavaLine &line : consumer.lines(QStringLiteral("message")))
            idsOfJava << line.value("p.UNIQ_KEY");
        QCOMPARE(ids, idsOfJava);
        compareWithJava(came);
    }

    void mqadminReadsWhatOursWrote_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<QStringList>("command");
        for (const char *cluster : {"sandbox", "5.5.0", "4.9.7"}) {
            const auto row = [cluster](const QStringList &command) { QTest::addRow("%s: %s", cluster, qPrintable(command.constFirst())) << QString::fromLatin1(cluster) << command; };
            row({QStringLiteral("queryMsgByKey"), QStringLiteral("-t"), QStringLiteral("interop-written"), QStringLiteral("-k"), QStringLiteral("$key")});
            row({QStringLiteral("queryMsgByUniqueKey"), QStringLiteral("-t"), QStringLiteral("interop-written"), QStringLiteral("-i"), QStringLiteral("$id")});
            row({QStringLiteral("printMsg"), QStringLiteral("-t"), QStringLiteral("interop-written")});
        }
    }
    void mqadminReadsWhatOursWrote()
    {
        QFETCH(QStringList, command);
        const TopicName topic(QStringLiteral("interop-written"));
        if (!m_written.contains(cluster())) {
            QVERIFY(createTopic(cluster(), topic.text(), 1));
            OutgoingMessage message{.topic = topic, .body = "written by ours"};
            message.properties.set(QStringLiteral("KEYS"), QStringLiteral("key-of-ours"));
            const auto receipt = Caller::result(client().send(message));
            QVERIFY(receipt.has_value());
            m_written.insert(cluster(), receipt->messageId);
        }
        command.replaceInStrings(QStringLiteral("$key"), QStringLiteral("key-of-ours")).replaceInStrings(QStringLiteral("$id"), m_written.value(cluster()));
        const auto output = MqAdmin::run(versionOf(cluster()), command, nameServer());
        QVERIFY2(output.text.contains(m_written.value(cluster())), qPrintable(output.text + output.errors));
    }

    void aTransactionOfOursThatIsGoneIsCheckedAtJava_data() { addClusterRows(); }
    void aTransactionOfOursThatIsGoneIsCheckedAtJava()
    {
        const TopicName topic(QStringLiteral("interop-orphan-of-ours"));
        QVERIFY(createTopic(cluster(), topic.text(), 1));
        QString id;
        {
            Caller gone(nameServer());
            const auto producer = gone.client().transactionProducer(transactions(QStringLiteral("interop-orphans")), std::make_shared<Undecided>());
            const auto half = Caller::result(producer->send({.topic = topic, .body = "half"}));
            QVERIFY2(half.has_value(), qPrintable(half ? QString() : wordsFor(half.error()).line()));
            QCOMPARE(half->state, TransactionState::Unknown);
            id = half->messageId;
        }
        // Its own two make it wait for as many checks; the oldest half message is checked first.
        JavaProgram java(newestClient, QStringLiteral("Producer"), nameServer(),
            {QStringLiteral("--topic"), topic.text(), QStringLiteral("--group"), QStringLiteral("interop-orphans"), QStringLiteral("--kind"), QStringLiteral("transaction"),
                QStringLiteral("--count"), QStringLiteral("2"), QStringLiteral("--end"), QStringLiteral("unknown")});
        QVERIFY2(java.finish() == 0, qPrintable(java.transcript()));
        QStringList checked;
        for (const JavaLine &line : java.lines(QStringLiteral("checked")))
            checked << line.value("id");
        QVERIFY2(checked.contains(id), qPrintable(java.transcript()));
        QVERIFY(arrives(topic, id));
        QStringList open; // one of Java's
        for (const JavaLine &line : java.lines(QStringLiteral("sent")))
            open << line.value("id");
        open.removeIf([&checked](const QString &one) { return checked.contains(one); });
        endWhatIsOpen(QStringLiteral("interop-orphans"), topic, open);
    }

    void aTransactionOfJavaThatIsKilledIsCheckedAtOurs_data() { addClusterRows(); }
    void aTransactionOfJavaThatIsKilledIsCheckedAtOurs()
    {
        const TopicName topic(QStringLiteral("interop-orphan-of-java"));
        QVERIFY(createTopic(cluster(), topic.text(), 1));
        QString id;
        {
            JavaProgram killed(newestClient, QStringLiteral("Producer"), nameServer(),
                {QStringLiteral("--topic"), topic.text(), QStringLiteral("--group"), QStringLiteral("interop-heirs"), QStringLiteral("--kind"), QStringLiteral("transaction"),
                    QStringLiteral("--end"), QStringLiteral("unknown")});
            const auto sent = killed.next(QStringLiteral("sent"));
            QVERIFY2(sent.has_value(), qPrintable(killed.transcript()));
            id = sent->value("id");
        }
        endWhatIsOpen(QStringLiteral("interop-heirs"), topic, {id});
    }

private:
    using Places = QMap<std::pair<int, qint64>, protocol::StoredMessage>; ///< by queue and offset

    /// Commits these transactions of the group: a broker with one that nobody ends keeps a core busy.
    void endWhatIsOpen(const QString &group, const TopicName &topic, QStringList open)
    {
        const auto heir = std::make_shared<Undecided>();
        const auto producer = client().transactionProducer(transactions(group), heir);
        const auto own = Caller::result(producer->send({.topic = topic, .body = "own"})); // brokers hear of a member with its first message
        QVERIFY2(own.has_value(), qPrintable(own ? QString() : wordsFor(own.error()).line()));
        open << own->messageId;
        const auto isOver = [&] { return std::all_of(open.cbegin(), open.cend(), [&heir](const QString &id) { return heir->checked.contains(id); }); };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), 90'000);
        for (const QString &id : open)
            QVERIFY2(arrives(topic, id), qPrintable(id));
    }

    /// Every kind that Producer.java sends.
    static void compareWithJava(const Places &came)
    {
        QMap<QString, int> kinds;
        for (const auto &message : came) {
            const auto body = protocol::decodedBody(message);
            QVERIFY(body.has_value());
            QCOMPARE(body->size(), qsizetype(6000));
            QVERIFY(body->view().startsWith("abcdefghijklmnopqrstuvwxyzab"));
            ++kinds[message.propertyText(QLatin1StringView("kind"))];
            if (message.propertyText(QLatin1StringView("kind")) == QLatin1StringView("full")) {
                QCOMPARE(message.flag, 7);
                QCOMPARE(message.propertyText(QLatin1StringView("text")), QStringLiteral("größe 大小"));
                QCOMPARE(message.keys().size(), 2);
                QVERIFY(message.isCompressed());
            }
        }
        QCOMPARE(kinds.size(), 8);
    }
    static TransactionOptions transactions(const QString &group)
    {
        TransactionOptions options;
        options.producer.producerGroup = group;
        return options;
    }
    /// Whether a message with this id is delivered.
    bool arrives(const TopicName &topic, const QString &id)
    {
        bool came = false;
        const auto watch = client().watch({.topics = {topic}, .from = WatchFrom::oldest()});
        connect(watch.get(), &Watch::filled, watch.get(), [&] {
            for (const auto &batch : watch->drain())
                came = came || std::any_of(batch->messages.cbegin(), batch->messages.cend(), [&id](const auto &one) { return one.messageId() == id; });
        });
        return eventually([&came] { return came; });
    }
    static void compare(const JavaLine &line, const OutgoingMessage &message, const QString &id)
    {
        QCOMPARE(QByteArray::fromBase64(line.value("body").toLatin1()), message.body);
        QCOMPARE(line.value("flag").toInt(), message.flag);
        QCOMPARE(line.value("p.UNIQ_KEY"), id);
        for (const auto &[name, value] : message.properties)
            QCOMPARE(line.fields.value(QStringLiteral("p.") + name), value);
    }

    QHash<QString, QString> m_written; ///< ids by cluster
};

ROCKETDESK_TEST(CrossingTest)

#include "tst_crossing.moc"
