// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/clusters.h"
#include "tests/interop/javaprogram.h"
#include "tests/interop/mqadmin.h"
#include "tests/support/caller.h"
#include "tests/support/testregistry.h"

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
class CrossingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFETCH(const QString, cluster);
        const auto nameServer = nameServerOf(cluster);
        QVERIFY2(nameServer.has_value(), qPrintable(nameServer ? QString() : nameServer.error().remark));
        m_nameServer = *nameServer;
        m_cluster = cluster;
        m_caller = std::make_unique<Caller>(m_nameServer);
    }
    void cleanup() { m_caller.reset(); }

    void whatOursSendJavaConsumes_data() { addClusterRows(); }
    void whatOursSendJavaConsumes()
    {
        const TopicName topic(QStringLiteral("interop-ours"));
        QVERIFY(createTopic(m_cluster, topic.text(), 4));
        const auto all = everyKind(topic, versionOf(m_cluster) == ServerVersion::V5_5_0);
        constexpr int batch = 3;
        JavaProgram consumer(newestClient, QStringLiteral("PushConsumer"), m_nameServer,
            {QStringLiteral("--topic"), topic.text(), QStringLiteral("--group"), QStringLiteral("interop-ours-group"), QStringLiteral("--max"),
                QString::number(all.size() + batch)});
        QHash<QString, QString> ids;
        for (const auto &[name, sent] : all) {
            const auto receipt = Caller::result(m_caller->client().send(sent.message, sent.options));
            QVERIFY2(receipt.has_value(), qPrintable(name + u' ' + (receipt ? QString() : wordsFor(receipt.error()).line())));
            ids.insert(name, receipt->messageId);
        }
        const std::vector<OutgoingMessage> many(batch, messageOf(topic, QStringLiteral("batch"), "b"));
        const auto receipts = Caller::result(m_caller->client().sendBatch(many));
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

    void whatJavaSendsOursRead_data()
    {
        QTest::addColumn<QString>("cluster");
        for (const char *cluster : {"sandbox", "5.5.0"})
            QTest::newRow(cluster) << QString::fromLatin1(cluster);
    }
    void whatJavaSendsOursRead()
    {
        const TopicName topic(QStringLiteral("interop-java"));
        QVERIFY(createTopic(m_cluster, topic.text(), 4));
        JavaProgram producer(newestClient, QStringLiteral("Producer"), m_nameServer,
            {QStringLiteral("--topic"), topic.text(), QStringLiteral("--kind"), QStringLiteral("full,async,batch,orderly,oneway,delay,timer,transaction"),
                QStringLiteral("--count"), QStringLiteral("2"), QStringLiteral("--size"), QStringLiteral("6000")});
        QHash<QString, protocol::StoredMessage> came; // by unique id
        const auto watch = m_caller->client().watch({.topics = {topic}, .from = WatchFrom::oldest()});
        connect(watch.get(), &Watch::filled, this, [&] {
            for (const auto &batch : watch->drain()) {
                for (const auto &message : batch->messages)
                    came.insert(message.messageId(), message.detached());
            }
        });
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));
        QStringList sent;
        for (const JavaLine &line : producer.lines(QStringLiteral("sent")))
            sent << line.value("id").split(u','); // a batch's receipt names all
        QCOMPARE(sent.size(), 16);
        const auto missing = [&] {
            QStringList lines;
            for (const JavaLine &line : producer.lines(QStringLiteral("sent"))) {
                for (const QString &id : line.value("id").split(u',')) {
                    if (!came.contains(id))
                        lines << line.value("kind") + u' ' + id;
                }
            }
            return lines;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(missing().isEmpty(), qPrintable(missing().join(u'\n')), 90'000);
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
        if (!m_written.contains(m_cluster)) {
            QVERIFY(createTopic(m_cluster, topic.text(), 1));
            OutgoingMessage message{.topic = topic, .body = "written by ours"};
            message.properties.set(QStringLiteral("KEYS"), QStringLiteral("key-of-ours"));
            const auto receipt = Caller::result(m_caller->client().send(message));
            QVERIFY(receipt.has_value());
            m_written.insert(m_cluster, receipt->messageId);
        }
        command.replaceInStrings(QStringLiteral("$key"), QStringLiteral("key-of-ours")).replaceInStrings(QStringLiteral("$id"), m_written.value(m_cluster));
        const auto output = MqAdmin::run(versionOf(m_cluster), command, m_nameServer);
        QVERIFY2(output.text.contains(m_written.value(m_cluster)), qPrintable(output.text + output.errors));
    }

private:
    static void compare(const JavaLine &line, const OutgoingMessage &message, const QString &id)
    {
        QCOMPARE(QByteArray::fromBase64(line.value("body").toLatin1()), message.body);
        QCOMPARE(line.value("flag").toInt(), message.flag);
        QCOMPARE(line.value("p.UNIQ_KEY"), id);
        for (const auto &[name, value] : message.properties)
            QCOMPARE(line.fields.value(QStringLiteral("p.") + name), value);
    }

    QString m_cluster;
    Endpoint m_nameServer;
    std::unique_ptr<Caller> m_caller;
    QHash<QString, QString> m_written;
};

ROCKETDESK_TEST(CrossingTest)

#include "tst_crossing.moc"
