// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/clusters.h"
#include "tests/interop/goprogram.h"
#include "tests/support/caller.h"
#include "tests/support/longtests.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

/// What ours send is what RocketMQ's Go client reads, and the other way round. `./dev test --long` only: it needs Go.
class GoClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOursSendGoConsumes_data() { addClusterRows(); }
    void whatOursSendGoConsumes()
    {
        QFETCH(const QString, cluster);
        const TopicName topic(u"interop-ours-go"_qs);
        QVERIFY(createTopic(cluster, topic.text(), 4));
        Caller caller(*nameServerOf(cluster));
        QMap<QString, QByteArray> bodies;
        QMap<QString, QString> ids;
        for (const Sending &sending : everyKind(topic)) {
            const auto receipt = Caller::result(caller.client().send(sending.message, sending.options));
            QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : wordsFor(receipt.error()).line()));
            const QString name = *sending.message.properties.value(u"case");
            bodies.insert(name, sending.message.body);
            ids.insert(name, receipt->messageId);
        }
        GoProgram reader(u"receive"_qs, *nameServerOf(cluster), {u"--topic"_qs, topic.text(), u"--group"_qs, u"interop-go-group"_qs, u"--max"_qs, QString::number(bodies.size())});
        QVERIFY2(reader.finish() == 0, qPrintable(reader.transcript()));
        QMap<QString, QByteArray> came;
        for (const ProgramLine &line : reader.lines(u"message"_qs)) {
            const QString name = line.value("p.case");
            came.insert(name, QByteArray::fromBase64(line.value("body").toLatin1()));
            QCOMPARE(line.value("p.UNIQ_KEY"), ids.value(name));
            if (name == u"full"_qs) {
                QCOMPARE(line.value("flag"), u"7"_qs);
                QCOMPARE(line.value("p.TAGS"), u"标签"_qs);
                QCOMPARE(line.value("p.text"), u"größe 大小"_qs);
            }
        }
        QCOMPARE(came, bodies);
    }

    void whatGoSendsOursRead_data() { addClusterRows(); }
    void whatGoSendsOursRead()
    {
        QFETCH(const QString, cluster);
        const TopicName topic(u"interop-go"_qs);
        QVERIFY(createTopic(cluster, topic.text(), 4));
        GoProgram writer(u"send"_qs, *nameServerOf(cluster), {u"--topic"_qs, topic.text()});
        QVERIFY2(writer.finish() == 0, qPrintable(writer.transcript()));
        Caller caller(*nameServerOf(cluster));
        QMap<QString, QByteArray> came;
        int count = 0;
        const auto watch = caller.client().watch({.topics = {topic}, .from = WatchFrom::oldest()});
        connect(watch.get(), &Watch::filled, watch.get(), [&] {
            for (const auto &batch : watch->drain()) {
                for (const auto &message : batch->messages) {
                    ++count;
                    const auto body = protocol::decodedBody(message);
                    came.insert(message.propertyText(QLatin1StringView("case")), body ? body->view().toByteArray() : "unreadable");
                }
            }
        });
        QTRY_COMPARE(count, 8); // two in the batch
        QCOMPARE(came.value(u"plain"_qs), QByteArray("p"));
        QCOMPARE(came.value(u"full"_qs), QByteArray("größe 大小"));
        QCOMPARE(came.value(u"large"_qs), QByteArray("abcdefghij").repeated(2000));
        QCOMPARE(came.keys(), (QStringList{u"batch"_qs, u"delayed"_qs, u"full"_qs, u"large"_qs, u"oneway"_qs, u"plain"_qs, u"sharded"_qs}));
    }

private:
    struct Sending {
        OutgoingMessage message;
        SendOptions options;
    };
    /// It reads no compression but ZLIB. [T-22]
    static std::vector<Sending> everyKind(const TopicName &topic)
    {
        const auto named = [&topic](const char *name, const QByteArray &body) {
            return OutgoingMessage{.topic = topic, .properties = {{u"case"_qs, QString::fromLatin1(name)}}, .body = body};
        };
        OutgoingMessage full = named("full", "größe 大小");
        full.flag = 7;
        full.properties.set(u"TAGS"_qs, u"标签"_qs);
        full.properties.set(u"KEYS"_qs, u"key-1 key-2"_qs);
        full.properties.set(u"text"_qs, u"größe 大小"_qs);
        return {{full, {}}, {named("large", QByteArray(20'000, 'c')), {.compression = protocol::CompressionOptions{.type = protocol::Compression::Zlib}}},
            {named("delayed", "d"), {.delayLevel = 1}}, {named("sharded", "s"), {.shardingKey = u"客户-7"_qs}}, {named("oneway", "o"), {.oneway = true}}};
    }
};

ROCKETDESK_LONG_TEST(GoClientTest)

#include "tst_goclient.moc"
