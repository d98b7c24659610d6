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

} // namespace

class CommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeAndNameIsThereOnce();
    void everyCommandReadsBackWhatItWrites();
    void everyReplyReadsBackWhatItWrites();
    void whatDependsAsksTheGroup();
    void aCallThatIsWrappedWritesTheSameBytes();
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

void CommandsTest::aCallThatIsWrappedWritesTheSameBytes()
{
    const GetTopicsByCluster command{.cluster = ClusterName(QStringLiteral("c"))};
    const EncodedCall call = encodedCall(command);
    QByteArray direct;
    QByteArray wrapped;
    QVERIFY(encodeRequest(direct, {.opaque = 9}, command));
    QVERIFY(call.encode(wrapped, {.opaque = 9}, nullptr));
    QCOMPARE(wrapped, direct);
    QVERIFY(!call.writes(Known()));
    QCOMPARE(call.request.code, 224);
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
