// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/call.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::protocol;

namespace {

struct Sample {
    static constexpr Request request{14, "QUERY_CONSUMER_OFFSET", Effect::Reads};
    ConsumerGroup group;
    TopicName topic;
    QueueId queue;
    std::optional<bool> zero;
    static constexpr auto fields()
    {
        return protocol::fields(field("consumerGroup", &Sample::group), field("topic", &Sample::topic),
                                field("queueId", &Sample::queue), field("setZeroIfNotFound", &Sample::zero));
    }
    struct Reply {
        QueueOffset offset;
        QString remark;
        static constexpr auto fields() { return protocol::fields(field("offset", &Reply::offset)); }
    };
};

Sample sample()
{
    return {.group = ConsumerGroup(QStringLiteral("g1")), .topic = TopicName(QStringLiteral("TopicTest")), .queue = QueueId(3)};
}

QByteArray frameOf(const QByteArray &header)
{
    QByteArray payload(4, '\0');
    payload[3] = char(header.size() & 0xff);
    payload[2] = char(header.size() >> 8);
    return payload + header;
}

} // namespace

class FrameTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheBinaryRequestOfTheReference();
    void readsTheBinaryReplyOfTheReference();
    void readsBackWhatItWrites_data();
    void readsBackWhatItWrites();
    void aRequestWithoutAFieldIsRefusedByName();
    void aReplyWithAWrongNumberIsRefusedByName();
    void refusesAStreamAsSoonAsItsLengthsLie();
    void refusesBrokenHeaders_data();
    void refusesBrokenHeaders();
    void escapesWithoutDigitsBecomeReplacements();
    void neverReadsPastACutFrame();
    void aFrameAboveTheLimitLeavesTheBufferAsItWas();
    void theRemarkTellsPermissionFromAuthorisation();
};

void FrameTest::writesTheBinaryRequestOfTheReference()
{
    QByteArray out;
    QVERIFY(encodeRequest(out, {.opaque = 2, .encoding = HeaderEncoding::Binary}, sample()));
    QCOMPARE(out.toHex(), QByteArray("000000500100004c000e0101df00000002000000000000000000000037000d636f6e73756d657247726f"
                                     "75700000000267310005746f70696300000009546f7069635465737400077175657565496400000001"
                                     "33"));
}

void FrameTest::readsTheBinaryReplyOfTheReference()
{
    const QByteArray bytes = QByteArray::fromHex("000000280100002400000001df0000000200000001000000000000000f00066f"
                                                 "666673657400000003313233");
    const Split split = splitFrame(bytes);
    QCOMPARE(split.status, SplitStatus::Complete);
    const auto frame = parseFrame(split.payload);
    QVERIFY(frame);
    QVERIFY(frame->isResponse());
    QCOMPARE(frame->version, 479);
    const auto reply = decodeReply<Sample>(*frame);
    QVERIFY(reply);
    QCOMPARE(reply->offset.value(), 123);
}

void FrameTest::readsBackWhatItWrites_data()
{
    QTest::addColumn<int>("encoding");
    QTest::addColumn<QString>("topic");
    for (const int encoding : {0, 1}) {
        QTest::addRow("plain %d", encoding) << encoding << QStringLiteral("TopicTest");
        QTest::addRow("escapes %d", encoding) << encoding << QStringLiteral("a\"b\\c\n\x01/\x1f");
        QTest::addRow("other planes %d", encoding) << encoding << QStringLiteral("订单🚀");
    }
}

void FrameTest::readsBackWhatItWrites()
{
    QFETCH(int, encoding);
    QFETCH(QString, topic);
    Sample command = sample();
    command.topic = TopicName(topic);
    command.zero = false;
    QByteArray out = QByteArrayLiteral("before");
    const FrameHead head{.opaque = -7, .flag = onewayFlag, .encoding = HeaderEncoding(encoding), .remark = topic};
    QVERIFY(encodeRequest(out, head, command));
    const Split split = splitFrame(QByteArrayView(out).sliced(6));
    QCOMPARE(split.status, SplitStatus::Complete);
    const auto frame = parseFrame(split.payload);
    QVERIFY(frame);
    QCOMPARE(frame->opaque, -7);
    QVERIFY(frame->isOneway());
    QCOMPARE(frame->language, Language::Cpp);
    QCOMPARE(frame->version, clientVersion);
    QCOMPARE(frame->remark.toString(), topic);
    const auto read = decodeRequest<Sample>(*frame);
    QVERIFY(read);
    QCOMPARE(read->topic.text(), topic);
    QCOMPARE(read->queue, QueueId(3));
    QCOMPARE(read->zero, std::optional(false));
}

void FrameTest::aRequestWithoutAFieldIsRefusedByName()
{
    const QByteArray bytes = frameOf(R"({"code":14,"extFields":{"consumerGroup":"g","topic":null,"queueId":1}})");
    const auto request = decodeRequest<Sample>(*parseFrame(bytes));
    QVERIFY(!request);
    QCOMPARE(request.error().kind, Error::Kind::Malformed);
    QVERIFY(request.error().remark.contains(QStringLiteral("topic")));
}

void FrameTest::aReplyWithAWrongNumberIsRefusedByName()
{
    const auto reply = decodeReply<Sample>(*parseFrame(frameOf(R"({"code":0,"extFields":{"offset":"12x"}})")));
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, Error::Kind::Malformed);
    QVERIFY(reply.error().remark.contains(QStringLiteral("offset")));
}

void FrameTest::refusesAStreamAsSoonAsItsLengthsLie()
{
    QCOMPARE(splitFrame(QByteArray::fromHex("0200000100")).reason, Error::Kind::TooLarge);
    QCOMPARE(splitFrame(QByteArrayView("HTTP/1.1 400")).status, SplitStatus::Refused);
    QCOMPARE(splitFrame(QByteArray::fromHex("ffffffff")).reason, Error::Kind::Malformed);
    QCOMPARE(splitFrame(QByteArray::fromHex("0100000000ffffff")).reason, Error::Kind::TooLarge);
    QCOMPARE(splitFrame(QByteArray::fromHex("000000")).status, SplitStatus::Incomplete);
    QCOMPARE(splitFrame(QByteArray::fromHex("00000064")).wanted, 104);
}

void FrameTest::refusesBrokenHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("cut") << QByteArray(R"({"code":1)");
    QTest::newRow("cut text") << QByteArray(R"({"code)");
    QTest::newRow("cut escape") << QByteArray("{\"code\\");
    QTest::newRow("word as number") << QByteArray(R"({"code":"x"})");
    QTest::newRow("number too large") << QByteArray(R"({"code":4294967296})");
    QTest::newRow("fields as text") << QByteArray(R"({"code":1,"extFields":"a"})");
    QTest::newRow("fields without colon") << QByteArray(R"({"code":1,"extFields":{"a" "b"}})");
    QTest::newRow("rest") << QByteArray(R"({"code":1}x)");
    QTest::newRow("deep") << QByteArray("{\"a\":" + QByteArray(100, '[') + QByteArray(100, ']') + "}");
}

void FrameTest::escapesWithoutDigitsBecomeReplacements()
{
    const QByteArray escapes = QByteArray("\\u").repeated(1000); // each is shorter than what it becomes
    const QByteArray bytes = frameOf(R"({"code":1,"remark":")" + escapes + R"("})");
    const auto frame = parseFrame(bytes);
    QVERIFY(frame);
    QCOMPARE(frame->remark.toString(), QString(1000, QChar::ReplacementCharacter));
}

void FrameTest::refusesBrokenHeaders()
{
    QFETCH(QByteArray, header);
    const auto frame = parseFrame(frameOf(header));
    QVERIFY(!frame);
    QCOMPARE(frame.error().kind, Error::Kind::Malformed);
}

void FrameTest::neverReadsPastACutFrame()
{
    for (const HeaderEncoding encoding : {HeaderEncoding::Json, HeaderEncoding::Binary}) {
        QByteArray out;
        QVERIFY(encodeRequest(out, {.encoding = encoding, .remark = QStringLiteral("r\"x")}, sample()));
        const qsizetype header = out.size() - 8;
        for (qsizetype cut = 0; cut < header; ++cut) {
            QByteArray bytes = out.sliced(8, cut); // an allocation of its own, so that sanitizers see every byte
            QByteArray payload(4, '\0');
            payload[0] = char(encoding);
            payload[2] = char(cut >> 8);
            payload[3] = char(cut & 0xff);
            QVERIFY(!parseFrame(payload + bytes));
        }
    }
}

void FrameTest::aFrameAboveTheLimitLeavesTheBufferAsItWas()
{
    QByteArray out = QByteArrayLiteral("before");
    const FrameHead head;
    FrameWriter writer(out, head);
    const auto written = writer.finish(QByteArray(maxWrittenFrame, 'x'));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::TooLarge);
    QCOMPARE(out, QByteArrayLiteral("before"));
}

void FrameTest::theRemarkTellsPermissionFromAuthorisation()
{
    QCOMPARE(errorKind(16, QStringLiteral("User:x is not found.")), Error::Kind::NotAuthorised);
    QCOMPARE(errorKind(16, QStringLiteral("the topic[T] sending message is forbidden")), Error::Kind::NoPermission);
    QCOMPARE(errorKind(1, QStringLiteral("org.apache.rocketmq.acl.common.AclException: No")), Error::Kind::NotAuthorised);
    QCOMPARE(errorKind(215, {}), Error::Kind::Throttled);
    QCOMPARE(errorKind(1, QStringLiteral("x")), Error::Kind::Refused);
}

ROCKETDESK_TEST(FrameTest)
#include "tst_frame.moc"
