// SPDX-License-Identifier: Apache-2.0
#include "client/commands/messages.h"
#include "client/protocol/call.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <cstdlib>

#if !defined(__SANITIZE_ADDRESS__) && defined(__GLIBC__)
#define ROCKETDESK_COUNTS_ALLOCATIONS

namespace {
thread_local int allocations = 0;
}

extern "C" {
void *__libc_malloc(size_t size);
void *__libc_realloc(void *block, size_t size);

void *malloc(size_t size)
{
    ++allocations;
    return __libc_malloc(size);
}

void *realloc(void *block, size_t size)
{
    ++allocations;
    return __libc_realloc(block, size);
}
}
#endif

using namespace rocketdesk;
using namespace rocketdesk::commands;
using namespace rocketdesk::protocol;

/// The path that a producer's every message takes.
class AllocationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSendIsWrittenWithoutAllocation_data() { encodings(); }
    void aSendIsWrittenWithoutAllocation();
    void aReplyIsParsedWithoutAllocation_data() { encodings(); }
    void aReplyIsParsedWithoutAllocation();
    void aSendsReplyAllocatesItsTextsOnly();

private:
    static void encodings();
};

namespace {

template <typename F>
int counted(F function)
{
#ifdef ROCKETDESK_COUNTS_ALLOCATIONS
    const int before = allocations;
    function();
    return allocations - before;
#else
    function();
    return 0;
#endif
}

SendMessageV2 send()
{
    SendMessageV2 command;
    command.producerGroup = ProducerGroup(QStringLiteral("producers"));
    command.topic = TopicName(QStringLiteral("Orders"));
    command.bornTimestamp = 1700000000000;
    command.properties = QByteArrayLiteral("KEYS\1k1 k2\2TAGS\1TagA\2UNIQ_KEY\1AC1415116D1418B4AAC217FE1B4E0000\2");
    command.body = QByteArray(1024, 'x');
    return command;
}

QByteArray replyBytes(HeaderEncoding encoding)
{
    SendReply reply{.msgId = QStringLiteral("7F000001000051AF0000000000E09B21"), .queueId = QueueId(1)};
    reply.transactionId = QStringLiteral("7F0000014B50123456780F8CAAE312AE");
    reply.region = QStringLiteral("DefaultRegion");
    reply.traceOn = true;
    QByteArray bytes;
    (void)encodeReply(bytes, {.opaque = 7, .language = Language::Java, .version = 513, .encoding = encoding}, reply);
    return bytes;
}

} // namespace

void AllocationsTest::encodings()
{
    QTest::addColumn<int>("encoding");
    QTest::newRow("JSON") << int(HeaderEncoding::Json);
    QTest::newRow("binary") << int(HeaderEncoding::Binary);
}

void AllocationsTest::aSendIsWrittenWithoutAllocation()
{
    QFETCH(int, encoding);
    const SendMessageV2 command = send();
    const FrameHead head{.opaque = 7, .encoding = HeaderEncoding(encoding)};
    QByteArray out;
    out.reserve(64 << 10);
    bool written = true;
    const int count = counted([&] {
        for (int i = 0; i < 10; ++i)
            written = written && encodeRequest(out, head, command);
    });
    QVERIFY(written);
    QCOMPARE(count, 0);
}

void AllocationsTest::aReplyIsParsedWithoutAllocation()
{
    QFETCH(int, encoding);
    const QByteArray bytes = replyBytes(HeaderEncoding(encoding));
    qint32 opaque = 0;
    qint64 queue = -1;
    const int count = counted([&] {
        const Split split = splitFrame(bytes);
        const auto frame = parseFrame(split.payload);
        opaque = frame->opaque;
        (void)parseNumber(frame->extFields.value("queueId"), queue);
    });
    QCOMPARE(opaque, 7);
    QCOMPARE(queue, 1);
    QCOMPARE(count, 0);
}

void AllocationsTest::aSendsReplyAllocatesItsTextsOnly()
{
    const QByteArray bytes = replyBytes(HeaderEncoding::Json);
    QString msgId;
    const int count = counted([&] {
        const auto reply = decodeReply<SendMessageV2>(*parseFrame(splitFrame(bytes).payload));
        msgId = reply->msgId;
    });
    QCOMPARE(msgId.size(), 32);
    QVERIFY2(count <= 3, qPrintable(QString::number(count)));
}

ROCKETDESK_TEST(AllocationsTest)
#include "tst_allocations.moc"
