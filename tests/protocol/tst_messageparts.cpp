// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/batch.h"
#include "client/protocol/compression.h"
#include "client/protocol/messageids.h"
#include "client/protocol/pop.h"
#include "client/protocol/recall.h"
#include "client/protocol/tags.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

#include <thread>

using namespace rocketdesk;
using namespace rocketdesk::protocol;

namespace {

OutgoingMessage message(const QByteArray &body, const Properties &properties = {})
{
    return {.topic = TopicName(QStringLiteral("orders")), .properties = properties, .body = body};
}

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, char(0));
    quint32 state = 1;
    for (char &byte : bytes)
        byte = char((state = state * 1664525U + 1013904223U) >> 24);
    return bytes;
}

} // namespace

/// Properties, batches, ids, compression and receipts: their edges.
class MessagePartsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void separatorsInPropertiesAreRefused()
    {
        QCOMPARE(Properties({{QStringLiteral("a\x01"), QStringLiteral("b")}}).toBlock().error().kind, Error::Kind::InvalidArgument);
        QCOMPARE(Properties({{QStringLiteral("a"), QStringLiteral("b\x02")}}).toBlock().error().kind, Error::Kind::InvalidArgument);
        QCOMPARE(Properties({{QString(), QStringLiteral("b")}}).toBlock().error().kind, Error::Kind::InvalidArgument);
    }

    void lookingUpAgreesWithReadingAll()
    {
        const QByteArray letters("\x01\x02" "ab");
        for (int code = 0; code < 4 * 4 * 4 * 4 * 4 * 4 * 4; ++code) {
            QByteArray block;
            for (int rest = code, i = 0; i < 7; ++i, rest /= 4)
                block += letters[rest % 4];
            const Properties all = Properties::fromBlock(block);
            for (const char *name : {"a", "b", "ab"}) {
                const auto found = findProperty(block, QLatin1StringView(name));
                const auto value = all.value(QLatin1StringView(name));
                QCOMPARE(found.has_value(), value.has_value());
                QVERIFY(!found || QString::fromUtf8(*found) == *value);
            }
        }
    }

    void everyReservedNameHasAMeaning()
    {
        QSet<QString> names;
        for (const PropertyMeaning &entry : propertyMeanings()) {
            names.insert(QString(entry.name));
            QVERIFY(qstrlen(entry.meaning) > 0);
        }
        QCOMPARE(names.size(), propertyMeanings().size());
        QVERIFY(isReservedProperty(u"UNIQ_KEY"));
        QVERIFY(isReservedProperty(u"__RMQ.TRANSIENT.x"));
        QVERIFY(!isReservedProperty(u"colour"));
    }

    void batchesSplitByBytesAndCount()
    {
        const std::vector<OutgoingMessage> messages(2500, message("x"));
        QCOMPARE(splitBatch(messages).size(), size_t{3});
        const qsizetype each = batchMemberSize(messages.front());
        const auto runs = splitBatch(messages, each * 10);
        QCOMPARE(runs.size(), size_t{250});
        for (const auto &run : runs)
            QVERIFY(encodeBatch(run)->size() <= each * 10);
        QCOMPARE(splitBatch(messages, 1).size(), size_t{2500});
        QVERIFY(splitBatch({}).empty());
    }

    void noCutBatchIsRead()
    {
        const std::vector<OutgoingMessage> messages{message("one", {{QStringLiteral("TAGS"), QStringLiteral("t")}}), message("two")};
        const QByteArray body = *encodeBatch(messages);
        QCOMPARE(decodeBatch(Bytes(body))->size(), size_t{2});
        for (qsizetype size = 1; size < body.size(); ++size) {
            const auto read = decodeBatch(Bytes(body.first(size)));
            QVERIFY(!read || read->size() == 1);
        }
        for (qsizetype at = 0; at < body.size(); ++at) {
            for (const char value : {char(0), char(0x7F), char(0xFF)}) {
                QByteArray changed = body;
                changed[at] = value;
                (void)decodeBatch(Bytes(changed));
            }
        }
    }

    void delaysAndTransactionsStayOutOfBatches()
    {
        for (const Property &property : {Property{QStringLiteral("DELAY"), QStringLiteral("3")}, Property{QStringLiteral("TIMER_DELAY_SEC"), QStringLiteral("3")},
                                         Property{QStringLiteral("TRAN_MSG"), QStringLiteral("true")}})
            QVERIFY(!validateBatch(std::vector{message("x"), message("y", {property})}));
        QVERIFY(!validateBatch({}));
    }

    void bodiesSurviveEachCodec()
    {
        for (const Compression type : {Compression::Lz4, Compression::Zstd, Compression::Zlib}) {
            for (const QByteArray &body : {QByteArray("a"), QByteArray(100'000, 'a'), noise(300'000)}) {
                const QByteArray small = *compress(type, body);
                QCOMPARE(*decompress(type, small), body);
                QCOMPARE(*decompress(type, small, body.size()), body);
                QCOMPARE(decompress(type, small, body.size() - 1).error().kind, Error::Kind::TooLarge);
            }
        }
    }

    void brokenBodiesAreErrors()
    {
        const QByteArray body = noise(200) + QByteArray(2000, 'a');
        for (const Compression type : {Compression::Lz4, Compression::Zstd, Compression::Zlib}) {
            const QByteArray small = *compress(type, body);
            for (qsizetype size = 0; size < small.size(); ++size)
                QCOMPARE(decompress(type, small.first(size)).error().kind, Error::Kind::CorruptBody);
            for (qsizetype at = 0; at < small.size(); ++at) {
                QByteArray changed = small;
                changed[at] = char(changed[at] ^ 0x55);
                (void)decompress(type, changed, 1024 * 1024);
            }
        }
    }

    void whatDoesNotShrinkGoesAsItIs()
    {
        const QByteArray body = noise(5000);
        QCOMPARE(wireBody(body).sysFlag, 0);
        QCOMPARE(wireBody(body).bytes, body);
        QCOMPARE(wireBody(QByteArray(5000, 'a')).sysFlag, 0x301);
    }

    void idsNeverComeTwice()
    {
        UniqueIdGenerator generator(QByteArray::fromHex("0a000001"), 4711, 0x18B4AAC2);
        std::vector<QStringList> made(4);
        std::vector<std::thread> threads;
        for (QStringList &list : made) {
            threads.emplace_back([&generator, &list] {
                for (int i = 0; i < 30'000; ++i)
                    list << generator.next(1'767'225'600'000 - i / 1000); // one standing millisecond, and a clock set back
            });
        }
        QSet<QString> all;
        for (size_t i = 0; i < threads.size(); ++i) {
            threads[i].join();
            all.unite(QSet<QString>(made[i].cbegin(), made[i].cend()));
        }
        QCOMPARE(all.size(), 120'000);
    }

    void idsTellTheirTime()
    {
        UniqueIdGenerator generator(QByteArray::fromHex("0a000001"), 4711, 1);
        const qint64 now = 1'767'225'600'000 + 1234; // the first second of a month in UTC
        const auto id = UniqueId::parse(generator.next(now));
        QCOMPARE(id->timeNear(now), now);
        QCOMPARE(id->timeNear(now + 86'400'000), now);
        QCOMPARE(id->processId, quint16{4711});
    }

    void offsetIdsOfBothCasesAreRead()
    {
        QCOMPARE(parseOffsetId(u"0a00000200002a9f0000000000000400")->storeHost.toString(), QStringLiteral("10.0.0.2:10911"));
        for (const char16_t *text : {u"", u"0A", u"0A00000200002A9F00000000000004ZZ", u"+A00000200002A9F0000000000000400"})
            QVERIFY(!parseOffsetId(QStringView(text)));
    }

    void equalCodesAreToldApart()
    {
        const TagFilter filter(*makeSubscription(TopicName(QStringLiteral("T")), QStringLiteral("Aa")));
        QVERIFY(filter.accepts(QByteArrayView("Aa")));
        QVERIFY(!filter.accepts(QByteArrayView("BB")));
        QVERIFY(!filter.accepts(std::nullopt));
        QVERIFY(TagFilter(*makeSubscription(TopicName(), QStringLiteral("*"))).accepts(std::nullopt));
    }

    void receiptsOfStrangersAreErrors()
    {
        for (const char16_t *text : {u"", u"1 2 3", u"a 2 3 4 0 b 6 7", u"1 2 3 4 0 b x 7", u"1 2 3 4 0 b 6 "})
            QVERIFY(!PopReceipt::parse(QStringView(text)));
        for (const char *text : {"", "!!", "djE=", "djEgYSBiIGMgZA=="})
            QVERIFY(!RecallHandle::parse(QLatin1StringView(text)));
        QVERIFY(!parsePopMessageOffsets(u"0 1 1,,2"));
        QVERIFY(popAckBits(0, {-1, qint64{1} << 40}).isEmpty());
    }
};

ROCKETDESK_TEST(MessagePartsTest)

#include "tst_messageparts.moc"
