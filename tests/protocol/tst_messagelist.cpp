// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/batch.h"
#include "client/protocol/compression.h"
#include "client/protocol/crc.h"
#include "client/protocol/messagelist.h"
#include "client/protocol/sysflag.h"
#include "tests/support/samples.h"
#include "tests/support/testregistry.h"

#include <QJsonObject>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::protocol;
using namespace rocketdesk::tests;

namespace {

StoredMessage simpleMessage(const QString &topic, const QByteArray &body)
{
    StoredMessage message;
    message.topic = TopicName(topic);
    message.queueId = QueueId(3);
    message.queueOffset = QueueOffset(7);
    message.commitLogOffset = CommitLogOffset(700);
    message.bornTimestamp = 1'700'000'000'000;
    message.bornHost = *PackedEndpoint::of(u"127.0.0.1", 5000);
    message.storeHost = *PackedEndpoint::of(u"127.0.0.1", 10911);
    message.body = Bytes(body);
    message.properties = Bytes(QByteArray("TAGS\x01" "a\x02"));
    return message;
}

QByteArray record(const StoredMessage &message)
{
    QByteArray bytes;
    (void)appendStored(bytes, message);
    return bytes;
}

/// Uses all there is to use of a list, so that a sanitizer sees every byte that may be touched.
void readAll(const MessageList &list)
{
    for (const StoredMessage &message : list.messages) {
        (void)decodedBody(message, 1024 * 1024);
        (void)message.allProperties();
        (void)message.messageId();
        (void)bodyMatchesCrc(message);
    }
}

} // namespace

/// Records of real servers, our own records, and bytes that are neither.
class MessageListTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsOfServersReadAndWriteBackUnchanged_data()
    {
        QTest::addColumn<QJsonObject>("sample");
        for (const char *version : {"4.9.7", "5.5.0"}) {
            const QString folder = QStringLiteral("samples/%1/messages.json").arg(QLatin1StringView(version));
            const QJsonArray samples = jsonArrayFile(folder);
            QVERIFY(!samples.isEmpty());
            for (const QJsonValue &sample : samples)
                QTest::addRow("%s %s", version, qPrintable(sample[u"name"].toString())) << sample.toObject();
        }
    }

    void recordsOfServersReadAndWriteBackUnchanged()
    {
        QFETCH(const QJsonObject, sample);
        const QByteArray raw = QByteArray::fromHex(sample[u"hex"].toString().toLatin1());
        const QJsonObject expected = sample[u"expect"].toObject();
        // The wrapper of an inner batch as it is, without taking it apart: cleared bits keep it whole.
        QByteArray whole = raw;
        const bool batch = sysflag::isInnerBatch(expected[u"sysFlag"].toInt());
        if (batch)
            whole[39] = char(0);
        const MessageList list = decodeMessageList(Bytes(whole));
        QVERIFY(!list.error);
        QCOMPARE(list.messages.size(), size_t{1});
        const StoredMessage &message = list.messages.front();
        QCOMPARE(message.storeSize, expected[u"totalSize"].toInt());
        QCOMPARE(message.bodyCrc, expected[u"bodyCRC"].toInt());
        QVERIFY(bodyMatchesCrc(message));
        QCOMPARE(message.queueId.value(), expected[u"queueId"].toInt());
        QCOMPARE(message.flag, expected[u"flag"].toInt());
        QCOMPARE(message.queueOffset.value(), expected[u"queueOffset"].toInteger());
        QCOMPARE(message.commitLogOffset.value(), expected[u"physicalOffset"].toInteger());
        QCOMPARE(message.sysFlag, batch ? 0 : expected[u"sysFlag"].toInt());
        QCOMPARE(message.bornTimestamp, expected[u"born"].toInteger());
        QCOMPARE(message.storeTimestamp, expected[u"store"].toInteger());
        QCOMPARE(message.bornHost.toString(), expected[u"bornHost"].toString());
        QCOMPARE(message.storeHost.toString(), expected[u"storeHost"].toString());
        QCOMPARE(message.reconsumeTimes, expected[u"reconsume"].toInt());
        QCOMPARE(message.preparedTransactionOffset.value(), expected[u"prepared"].toInteger());
        QCOMPARE(message.topic.text(), expected[u"topic"].toString());
        QCOMPARE(QString::fromLatin1(message.body.toByteArray().toHex()), expected[u"bodyHex"].toString());
        const QJsonObject wanted = expected[u"props"].toObject();
        const Properties properties = message.allProperties();
        QCOMPARE(properties.size(), wanted.size());
        for (const Property &property : properties)
            QCOMPARE(property.value, wanted[property.name].toString());
        QCOMPARE(record(message).toHex(), whole.toHex());
    }

    void compressedBodiesOfServersInflate()
    {
        QByteArray rows;
        for (int i = 0; i < 600; ++i)
            rows += "row " + QByteArray::number(i) + ';';
        int seen = 0;
        for (const QJsonValue &sample : jsonArrayFile(QStringLiteral("samples/5.5.0/messages.json"))) {
            if (!sample[u"note"].toString().contains(QLatin1StringView("inflates")))
                continue;
            const MessageList list = decodeMessageList(Bytes(QByteArray::fromHex(sample[u"hex"].toString().toLatin1())));
            const auto body = decodedBody(list.messages.at(0));
            QVERIFY(body);
            QCOMPARE(body->toByteArray(), rows);
            QCOMPARE(decodedBody(list.messages.at(0), rows.size())->size(), rows.size());
            QCOMPARE(decodedBody(list.messages.at(0), rows.size() - 1).error().kind, Error::Kind::TooLarge);
            ++seen;
        }
        QCOMPARE(seen, 3);
    }

    void innerBatchOfAServerComesApart()
    {
        for (const QJsonValue &sample : jsonArrayFile(QStringLiteral("samples/5.5.0/messages.json"))) {
            if (sample[u"name"].toString() != QLatin1StringView("inner-batch"))
                continue;
            const MessageList list = decodeMessageList(Bytes(QByteArray::fromHex(sample[u"hex"].toString().toLatin1())));
            QCOMPARE(list.messages.size(), size_t{2});
            QCOMPARE(list.messages[0].body.toByteArray(), QByteArray("in1"));
            QCOMPARE(list.messages[1].body.toByteArray(), QByteArray("in2"));
            QCOMPARE(list.messages[1].queueOffset, QueueOffset(1));
            QCOMPARE(list.messages[1].commitLogOffset, list.messages[0].commitLogOffset);
            return;
        }
        QFAIL("the sample is missing");
    }

    void pullAndPopRepliesAreReadToTheirEnd_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"4.9.7/pull-11-found", "5.5.0/pull-11-found", "5.5.0/pop-200050", "5.5.0/pop-200050-redelivered"})
            QTest::newRow(file) << QStringLiteral("samples/%1.hex").arg(QLatin1StringView(file));
    }

    void pullAndPopRepliesAreReadToTheirEnd()
    {
        QFETCH(const QString, file);
        const QByteArray raw = hexFile(file);
        const MessageList list = decodeMessageList(Bytes(raw));
        QVERIFY(!list.error);
        QVERIFY(!list.messages.empty());
        QByteArray again;
        for (const StoredMessage &message : list.messages)
            QVERIFY(appendStored(again, message));
        QCOMPARE(again.toHex(), raw.toHex());
    }

    void everyCutEndsInAnError()
    {
        const QByteArray raw = hexFile(QStringLiteral("samples/5.5.0/pull-11-found.hex"));
        const size_t whole = decodeMessageList(Bytes(raw)).messages.size();
        for (qsizetype size = 1; size < raw.size(); ++size) {
            const MessageList list = decodeMessageList(Bytes(raw.first(size)));
            readAll(list);
            const bool between = !list.error;
            QVERIFY(list.messages.size() < whole);
            if (!between)
                QCOMPARE(list.error->error.kind, Error::Kind::Malformed);
        }
    }

    void noFlippedByteDoesHarm()
    {
        QByteArray raw = hexFile(QStringLiteral("samples/5.5.0/pull-11-found.hex"));
        for (const QJsonValue &sample : jsonArrayFile(QStringLiteral("samples/5.5.0/messages.json"))) {
            if (raw.size() < 8000)
                raw += QByteArray::fromHex(sample[u"hex"].toString().toLatin1());
        }
        for (qsizetype at = 0; at < raw.size(); ++at) {
            for (const char value : {char(0), char(0x7F), char(0x80), char(0xFF), char(raw[at] ^ 1)}) {
                QByteArray changed = raw;
                changed[at] = value;
                readAll(decodeMessageList(Bytes(changed), 1024 * 1024));
            }
        }
    }

    void longTopicsGetTheSecondFormat()
    {
        for (const int length : {1, 127, 128, 255}) {
            StoredMessage message = simpleMessage(QString(length, u't'), "x");
            message.bornHost = *PackedEndpoint::of(u"2001:db8::3", 1);
            const QByteArray raw = record(message);
            QCOMPARE(raw.size(), storedSize(message));
            const MessageList list = decodeMessageList(Bytes(raw));
            QVERIFY(!list.error);
            QCOMPARE(list.messages.at(0).topic, message.topic);
            QCOMPARE(list.messages.at(0).sysFlag, sysflag::BornHostV6);
            QCOMPARE(list.messages.at(0).bornHost.host(), QStringLiteral("2001:db8::3"));
        }
    }

    void neighboursShareTheTextOfTheirTopic()
    {
        const QByteArray one = record(simpleMessage(QStringLiteral("orders"), "x"));
        const MessageList list = decodeMessageList(Bytes(one + one));
        QCOMPARE(list.messages.at(0).topic.text().constData(), list.messages.at(1).topic.text().constData());
    }

    void batchesInsideAreTakenApartToABoundedSize_data()
    {
        QTest::addColumn<qsizetype>("limit");
        QTest::addColumn<size_t>("messages");
        const qsizetype taken = 1000 * qsizetype(sizeof(StoredMessage)) + 1000 * 22;
        QTest::newRow("none fits") << taken - 1 << size_t{2};
        QTest::newRow("one fits") << taken << size_t{1001};
        QTest::newRow("both fit") << 2 * taken << size_t{2000};
    }
    void batchesInsideAreTakenApartToABoundedSize()
    {
        QFETCH(qsizetype, limit);
        QFETCH(size_t, messages);
        const std::vector<OutgoingMessage> members(1000, OutgoingMessage{.topic = TopicName(QStringLiteral("orders"))});
        StoredMessage wrapper = simpleMessage(QStringLiteral("orders"), *compress(Compression::Zlib, *encodeBatch(members)));
        wrapper.sysFlag = sysflag::NeedUnwrap | sysflag::InnerBatch | sysflag::Compressed | (int(Compression::Zlib) << sysflag::CompressionShift);
        const MessageList list = decodeMessageList(Bytes(record(wrapper) + record(wrapper)), limit);
        QVERIFY(!list.error);
        QCOMPARE(list.messages.size(), messages);
        QCOMPARE(list.inflated, qint64((messages - messages % 1000) * 22));
        QCOMPARE(list.messages.back().fault, messages == 2000 ? MessageFault::None : MessageFault::Body);
    }

    void aDetachedMessageNeedsNoFrame()
    {
        QByteArray raw = record(simpleMessage(QStringLiteral("orders"), "body"));
        const MessageList list = decodeMessageList(Bytes(QByteArray::fromRawData(raw.constData(), raw.size())));
        const StoredMessage kept = list.messages.at(0).detached();
        raw.fill('\0');
        QCOMPARE(kept.body.toByteArray(), QByteArray("body"));
        QCOMPARE(kept.tags(), QStringLiteral("a"));
    }

    void aFalseChecksumShows()
    {
        QByteArray raw = record(simpleMessage(QStringLiteral("orders"), "body"));
        QVERIFY(bodyMatchesCrc(decodeMessageList(Bytes(raw)).messages.at(0)));
        raw[8] = char(raw[8] ^ 1);
        QVERIFY(!bodyMatchesCrc(decodeMessageList(Bytes(raw)).messages.at(0)));
    }

    void benchmarkReplyOf32()
    {
        QByteArray raw;
        for (int i = 0; i < 32; ++i)
            raw += record(simpleMessage(QStringLiteral("orders"), QByteArray(1024, 'x')));
        const Bytes frame(raw);
        size_t count = 0;
        QBENCHMARK { count += decodeMessageList(frame).messages.size(); }
        QVERIFY(count >= 32);
    }
};

ROCKETDESK_TEST(MessageListTest)

#include "tst_messagelist.moc"
