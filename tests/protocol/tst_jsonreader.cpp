// SPDX-License-Identifier: Apache-2.0
#include "client/commands/routedata.h"
#include "client/commands/runninginfo.h"
#include "client/protocol/json.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::commands;
using namespace rocketdesk::protocol;

class JsonReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNumbersAndObjectsAsKeys();
    void anObjectAsKeyInQuotesIsReadToo();
    void longNumbersKeepEveryDigit();
    void textsAndNumbersStandForEachOther();
    void unknownMembersNullAndOrderDoNotMatter();
    void aReferenceInPlaceOfAnObjectIsHarmless();
    void theErrorNamesThePath();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void manyEmptyObjectsCostNoMoreThanTheirBudget();
    void writesKeysAsJavaDoesOrAsTheStandardWantsThem();
};

void JsonReaderTest::readsNumbersAndObjectsAsKeys()
{
    const auto offsets = readJson<ResetOffsetBody>(
        R"({"offsetTable":{{"queueId":3,"topic":"T","brokerName":"b"}:7, {"brokerName":"b","topic":"T"} : 8}})");
    QVERIFY(offsets);
    const MessageQueue queue{TopicName(QStringLiteral("T")), BrokerName(QStringLiteral("b")), QueueId(3)};
    QCOMPARE(offsets->offsetTable.table.value(queue).value(), 7);
    QCOMPARE(offsets->offsetTable.table.size(), 2);
    const auto broker = readJson<BrokerData>(R"({"brokerAddrs":{0:"a",1:"b","2":"c"}})");
    QVERIFY(broker);
    QCOMPARE(broker->brokerAddrs.value(BrokerId(2)), QStringLiteral("c"));
    QCOMPARE(broker->brokerAddrs.size(), 3);
}

void JsonReaderTest::anObjectAsKeyInQuotesIsReadToo()
{
    const auto queues = readJson<QMap<MessageQueue, int>>(R"({{"topic":"T"}:1})");
    QVERIFY(queues);
    QCOMPARE(queues->size(), 1);
}

void JsonReaderTest::longNumbersKeepEveryDigit()
{
    const auto numbers = readJson<QList<qint64>>("[9223372036854775807,-9223372036854775808,9007199254740993]");
    QVERIFY(numbers);
    QCOMPARE(*numbers, (QList<qint64>{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min(), 9007199254740993}));
    QVERIFY(!readJson<QList<qint64>>("[9223372036854775808]"));
    QVERIFY(!readJson<QList<int>>("[2147483648]"));
}

void JsonReaderTest::textsAndNumbersStandForEachOther()
{
    const auto data = readJson<QueueData>(R"({"brokerName":12,"perm":"6","readQueueNums":4.0})");
    QVERIFY(data);
    QCOMPARE(data->brokerName.text(), QStringLiteral("12"));
    QCOMPARE(data->perm, 6);
    QCOMPARE(data->readQueueNums, 4);
    const auto flags = readJson<QList<bool>>(R"([true,"TRUE","no",false])");
    QVERIFY(flags);
    QCOMPARE(*flags, (QList<bool>{true, true, false, false}));
}

void JsonReaderTest::unknownMembersNullAndOrderDoNotMatter()
{
    const auto data = readJson<QueueData>(
        R"( {"x":{"y":[1,{}]},"writeQueueNums":3,"perm":null,"topicSynFlag":2,"brokerName":"a\u4f60\ud83d\ude80\n"} )");
    QVERIFY(data);
    QCOMPARE(data->writeQueueNums, 3);
    QCOMPARE(data->perm, 0);
    QCOMPARE(data->topicSysFlag, 2);
    QCOMPARE(data->brokerName.text(), QStringLiteral("a你🚀\n"));
}

void JsonReaderTest::aReferenceInPlaceOfAnObjectIsHarmless()
{
    const auto route = readJson<TopicRouteData>(R"({"queueDatas":[{"brokerName":"b"},{"$ref":"$.queueDatas[0]"}]})");
    QVERIFY(route);
    QCOMPARE(route->queueDatas.size(), 2);
}

void JsonReaderTest::theErrorNamesThePath()
{
    const auto route = readJson<TopicRouteData>(R"({"queueDatas":[{"perm":"x"}]})");
    QVERIFY(!route);
    QCOMPARE(route.error().kind, Error::Kind::Malformed);
    QCOMPARE(route.error().remark, QStringLiteral("queueDatas.perm: \"x\" is not what it should be"));
}

void JsonReaderTest::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a text") << QByteArray("\"x\"");
    QTest::newRow("open") << QByteArray(R"({"queueDatas":[)");
    QTest::newRow("no comma") << QByteArray(R"({"queueDatas":[] "brokerDatas":[]})");
    QTest::newRow("rest") << QByteArray("{}{}");
    QTest::newRow("wrong bracket") << QByteArray(R"({"x":[}])");
    QTest::newRow("cut escape") << QByteArray("{\"x\":\"\\");
    QTest::newRow("deep") << QByteArray("{\"x\":" + QByteArray(1000, '['));
    QTest::newRow("deep objects") << QByteArray("{\"x\":").repeated(1000);
    QTest::newRow("object for a list") << QByteArray(R"({"queueDatas":{}})");
}

void JsonReaderTest::refusesWhatIsNoJson()
{
    QFETCH(QByteArray, text);
    const auto route = readJson<TopicRouteData>(text);
    QVERIFY(!route);
    QCOMPARE(route.error().kind, Error::Kind::Malformed);
}

void JsonReaderTest::manyEmptyObjectsCostNoMoreThanTheirBudget()
{
    const QByteArray text = "[" + QByteArray("{},").repeated(1000000) + "{}]";
    const auto brokers = readJson<QList<BrokerData>>(text);
    QVERIFY(!brokers);
    QCOMPARE(brokers.error().kind, Error::Kind::TooLarge);
}

void JsonReaderTest::writesKeysAsJavaDoesOrAsTheStandardWantsThem()
{
    const QMap<QueueId, int> numbers{{QueueId(1), 2}};
    QCOMPARE(writeJson(numbers), QByteArray("{1:2}"));
    QCOMPARE(writeJson(numbers, JsonKeys::Standard), QByteArray(R"({"1":2})"));
    const QMap<MessageQueue, int> queues{{{TopicName(QStringLiteral("T")), BrokerName(QStringLiteral("b")), QueueId(0)}, 5}};
    QCOMPARE(writeJson(queues), QByteArray(R"({{"brokerName":"b","queueId":0,"topic":"T"}:5})"));
    QCOMPARE(writeJson(queues, JsonKeys::Standard),
             QByteArray(R"([{"key":{"brokerName":"b","queueId":0,"topic":"T"},"value":5}])"));
    QCOMPARE(writeJson(QList<double>{1, 0.5}), QByteArray("[1.0,0.5]"));
}

ROCKETDESK_TEST(JsonReaderTest)
#include "tst_jsonreader.moc"
