// SPDX-License-Identifier: Apache-2.0
#include "client/commands/all.h"
#include "client/protocol/call.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::commands;
using namespace rocketdesk::protocol;

namespace {

template <typename C, typename T>
QString explained(const Result<T> &result)
{
    return QString::fromLatin1(C::request.name) + (result ? QString() : QStringLiteral(": ") + result.error().remark);
}

/// Every request code of 5.5.0, and 50 to 54 of 4.9.7, that has a handler and that a client or an operator sends, or a
/// broker sends to a client. Left out: codes without a handler in both (13, 22, 23, 27, 47, 209-214, 301, 302), and what
/// servers say among themselves (103, 104, 322, 904-906, 1001, 1003, 1008, 1012-1018, 200056).
constexpr int codesOfTheProtocol[] = {
    10, 11, 12, 14, 15, 17, 18, 21, 25, 26, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 45, 46, 50, 51, 52, 53, 54, 60, 61,
    100, 101, 102, 105, 106, 200, 201, 202, 203, 204, 205, 206, 207, 208, 215, 216, 217, 219, 220, 221, 222, 223, 224, 225,
    300, 303, 304, 305, 306, 307, 308, 309, 310, 311, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 323, 324, 325, 326, 327, 328, 329,
    343, 345, 351, 352, 353, 354, 355, 361, 370, 400, 401, 402, 513, 901, 902, 903, 907, 908, 1002, 1004, 1005, 1006, 1007, 1009, 1010, 1011,
    2001, 2002, 2003, 2004, 3001, 3002, 3003, 3004, 3005, 3006, 3007, 3008, 3009, 3010, 5001,
    200050, 200051, 200052, 200053, 200054, 200055, 200070, 200071, 200072, 200073, 200074, 200075, 200076, 200077, 200078, 200079, 200151};

} // namespace

class CommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeAndNameIsThereOnce();
    void everyCodeOfTheProtocolHasACommand();
    void everyCommandReadsBackWhatItWrites();
    void everyReplyReadsBackWhatItWrites();
    void whatDependsAsksTheGroup();
    void resetsAreAskedForInAnotherLanguageThanOurs();
    void batchesOfAcknowledgementsAreWrittenAsBrokersReadThem();
    void aSignerSeesEveryFieldAndTheBody();
};

void CommandsTest::everyCodeAndNameIsThereOnce()
{
    QSet<int> codes;
    QSet<QByteArray> names;
    eachCommand([&]<typename C>(std::type_identity<C>) {
        codes.insert(C::request.code);
        names.insert(C::request.name);
    });
    QCOMPARE(codes.size(), qsizetype(AllCommands::size));
    QCOMPARE(names.size(), qsizetype(AllCommands::size));
}

void CommandsTest::everyCodeOfTheProtocolHasACommand()
{
    QSet<int> there;
    eachCommand([&]<typename C>(std::type_identity<C>) { there.insert(C::request.code); });
    const QSet<int> wanted(std::begin(codesOfTheProtocol), std::end(codesOfTheProtocol));
    QCOMPARE((wanted - there).values(), QList<int>()); // a command more is no fault
}

void CommandsTest::everyCommandReadsBackWhatItWrites()
{
    eachCommand([]<typename C>(std::type_identity<C>) {
        for (const HeaderEncoding encoding : {HeaderEncoding::Json, HeaderEncoding::Binary}) {
            QByteArray bytes;
            QVERIFY2(encodeRequest(bytes, {.encoding = encoding}, C()), C::request.name);
            const auto frame = parseFrame(splitFrame(bytes).payload);
            QVERIFY2(frame, C::request.name);
            QCOMPARE(frame->code, C::request.code);
            const auto command = decodeRequest<C>(*frame);
            if (encoding == HeaderEncoding::Binary)
                continue; // an empty text is absent there
            QVERIFY2(command, qPrintable(explained<C>(command)));
            QByteArray again;
            QVERIFY(encodeRequest(again, {.encoding = encoding}, *command));
            QCOMPARE(again, bytes);
        }
    });
}

void CommandsTest::everyReplyReadsBackWhatItWrites()
{
    eachCommand([]<typename C>(std::type_identity<C>) {
        QByteArray bytes;
        QVERIFY2(encodeReply(bytes, {.language = Language::Java}, typename C::Reply()), C::request.name);
        const auto frame = parseFrame(splitFrame(bytes).payload);
        QVERIFY2(frame, C::request.name);
        const auto reply = decodeReply<C>(*frame);
        QVERIFY2(reply, qPrintable(explained<C>(reply)));
        QByteArray again;
        QVERIFY(encodeReply(again, {.language = Language::Java}, *reply));
        QCOMPARE(again, bytes);
    });
}

void CommandsTest::whatDependsAsksTheGroup()
{
    PullMessage pull;
    pull.consumerGroup = ConsumerGroup(QStringLiteral("g"));
    QVERIFY(writesAnything(pull, Known()));
    QVERIFY(!writesAnything(pull, Known{{QStringLiteral("g")}}));
    pull.consumerGroup = ConsumerGroup(QStringLiteral("TOOLS_CONSUMER"));
    QVERIFY(!writesAnything(pull, Known()));
    pull.sysFlag = pullflag::commitOffset;
    QVERIFY(writesAnything(pull, Known()));
    HeartBeat heartBeat;
    QVERIFY(!writesAnything(heartBeat, Known()));
    heartBeat.body.consumerDataSet.emplaceBack();
    QVERIFY(writesAnything(heartBeat, Known()));
    QVERIFY(!writesAnything(UpdateAndGetGroupForbidden(), Known()));
    QVERIFY(writesAnything(GetSubscriptionGroupConfig(), Known()));
}

void CommandsTest::resetsAreAskedForInAnotherLanguageThanOurs()
{
    QByteArray bytes;
    QVERIFY(encodeRequest(bytes, {.language = Language::Cpp}, InvokeBrokerToResetOffset()));
    QCOMPARE(parseFrame(splitFrame(bytes).payload)->language, Language::Java);
    bytes.clear();
    QVERIFY(encodeRequest(bytes, {.language = Language::Cpp}, GetConsumeStats()));
    QCOMPARE(parseFrame(splitFrame(bytes).payload)->language, Language::Cpp);
}

void CommandsTest::batchesOfAcknowledgementsAreWrittenAsBrokersReadThem()
{
    BatchAckMessage command;
    command.body.brokerName = BrokerName(QStringLiteral("broker-a"));
    command.body.acks << AckBatch{.bits = QStringLiteral("BQ=="), .consumerGroup = ConsumerGroup(QStringLiteral("g")), .invisibleTime = 60000, .popTime = 7,
        .queueId = QueueId(1), .retry = QStringLiteral("0"), .reviveQueueId = 2, .startOffset = QueueOffset(10), .topic = TopicName(QStringLiteral("t"))};
    QByteArray bytes;
    QVERIFY(encodeRequest(bytes, {}, command));
    QCOMPARE(parseFrame(splitFrame(bytes).payload)->body.toByteArray(),
        QByteArray(R"({"acks":[{"b":"BQ==","c":"g","it":60000,"pt":7,"q":1,"r":"0","rq":2,"so":10,"t":"t"}],"brokerName":"broker-a"})"));
}

void CommandsTest::aSignerSeesEveryFieldAndTheBody()
{
    SendMessageV2 command;
    command.topic = TopicName(QStringLiteral("T"));
    command.body = "payload";
    QByteArray seen;
    const Signer signer = [&seen](int code, ExtFields &fields, QByteArrayView body) {
        seen = QByteArray::number(code) + fields.value("b").toByteArray() + body.toByteArray();
        fields.set("Signature", "s");
    };
    QByteArray bytes;
    QVERIFY(encodeRequest(bytes, {}, command, &signer));
    QCOMPARE(seen, QByteArray("310Tpayload"));
    const auto frame = parseFrame(splitFrame(bytes).payload);
    QVERIFY(frame);
    QCOMPARE(frame->extFields.value("Signature").toUtf8(), QByteArray("s"));
    QCOMPARE(frame->body, QByteArrayView("payload"));
}

ROCKETDESK_TEST(CommandsTest)
#include "tst_commands.moc"
