// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/answertable.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

const QString noTopic = u"contract-nowhere"_qs;
const QString topic = u"contract-pop"_qs; ///< one queue
const QString taken = u"contract-pop-taken"_qs; ///< the same, and no call but the sequences stores into it
const QString absent = u"contract-pop-absent"_qs; ///< a group that nothing makes
const QString group = u"contract-pop-group"_qs;
const Answer unknownCode(3);

Fields with(Fields fields, const Fields &more)
{
    fields.insert(more);
    return fields;
}

Fields pop(const Fields &more = {})
{
    return with({{u"consumerGroup"_qs, group}, {u"topic"_qs, topic}, {u"queueId"_qs, u"0"_qs}, {u"maxMsgNums"_qs, u"32"_qs}, {u"invisibleTime"_qs, u"60000"_qs},
                    {u"pollTime"_qs, u"0"_qs}, {u"bornTime"_qs, u"0"_qs}, {u"initMode"_qs, u"0"_qs}},
        more);
}

Fields receipt(const Fields &more = {})
{
    return with({{u"consumerGroup"_qs, group}, {u"topic"_qs, topic}, {u"queueId"_qs, u"0"_qs}, {u"offset"_qs, u"0"_qs},
                    {u"extraInfo"_qs, u"0 1700000000000 60000 0 0 broker-a 0 0"_qs}},
        more);
}

Fields notification(const Fields &more = {})
{
    return with({{u"consumerGroup"_qs, group}, {u"topic"_qs, topic}, {u"queueId"_qs, u"0"_qs}, {u"pollTime"_qs, u"0"_qs}, {u"bornTime"_qs, u"0"_qs}}, more);
}

Fields reset(const Fields &more)
{
    return with({{u"topic"_qs, topic}, {u"group"_qs, absent}, {u"timestamp"_qs, u"0"_qs}, {u"isForce"_qs, u"true"_qs}}, more);
}

QByteArray assignmentOf(const QString &name)
{
    return QStringLiteral(R"({"clientId":"nobody","consumerGroup":"%1","messageModel":"CLUSTERING","strategyName":"AVG","topic":"%2"})").arg(group, name).toUtf8();
}

QByteArray modeOf(const QString &name)
{
    return QStringLiteral(R"({"consumerGroup":"%1","mode":"POP","popShareQueueNum":0,"topic":"%2"})").arg(group, name).toUtf8();
}

const std::vector<Question> &questions()
{
    static const std::vector<Question> table = {
        {"200050 of an unknown topic", At::Broker, 200050, pop({{u"topic"_qs, noTopic}}), {Answer(17), unknownCode}},
        {"200050 of a queue that is not there", At::Broker, 200050, pop({{u"queueId"_qs, u"7"_qs}}), {Answer(29), unknownCode}},
        {"200050 of 33 messages", At::Broker, 200050, pop({{u"maxMsgNums"_qs, u"33"_qs}}), {Answer(29, u"pop message's num is greater than 32"_qs), unknownCode}},
        {"200050 that is too old", At::Broker, 200050, pop({{u"bornTime"_qs, u"1700000000000"_qs}}), {Answer(210), unknownCode}},
        {"200050 with broken SQL", At::Broker, 200050, pop({{u"expType"_qs, u"SQL92"_qs}, {u"exp"_qs, u"n =="_qs}}), {Answer(23), unknownCode}},
        {"200051 of an unknown topic", At::Broker, 200051, receipt({{u"topic"_qs, noTopic}}), {Answer(17), unknownCode}},
        {"200051 of a queue that is not there", At::Broker, 200051, receipt({{u"queueId"_qs, u"7"_qs}}), {Answer(13), unknownCode}},
        {"200051 of an offset that is not there", At::Broker, 200051, receipt({{u"offset"_qs, u"99"_qs}}), {Answer(208, u"offset is illegal"_qs), unknownCode}},
        {"200053 of an unknown topic", At::Broker, 200053, receipt({{u"topic"_qs, noTopic}, {u"invisibleTime"_qs, u"1000"_qs}}), {Answer(17), unknownCode}},
        {"200053 of an offset that is not there", At::Broker, 200053, receipt({{u"offset"_qs, u"99"_qs}, {u"invisibleTime"_qs, u"1000"_qs}}), {Answer(208), unknownCode}},
        {"200151 of nothing", At::Broker, 200151, {}, {Answer(208), unknownCode}, QByteArrayLiteral(R"({"acks":[],"brokerName":"broker-a"})")},
        {"200054 of an unknown topic", At::Broker, 200054, notification({{u"topic"_qs, noTopic}}), {Answer(17), unknownCode}},
        {"200055 of a queue nobody waits for", At::Broker, 200055, {{u"consumerGroup"_qs, group}, {u"topic"_qs, topic}, {u"queueId"_qs, u"0"_qs}},
         {Answer(0, {}, {{u"pollingNum"_qs, u"0"_qs}}), unknownCode}},
        {"400 of an unknown topic", At::Broker, 400, {}, {Answer(0), unknownCode}, assignmentOf(noTopic)},
        {"401 of an unknown topic", At::Broker, 401, {}, {Answer(17), unknownCode}, modeOf(noTopic)},
        {"401 of a retry topic", At::Broker, 401, {}, {Answer(16, u"retry topic is not allowed to set mode"_qs), unknownCode}, modeOf(u"%RETRY%contract-pop-group"_qs)},
        {"370 of what is no handle", At::Broker, 370, {{u"topic"_qs, topic}, {u"recallHandle"_qs, u"x"_qs}, {u"producerGroup"_qs, u"p"_qs}},
         {Answer(604, u"recall handle is invalid"_qs), unknownCode}},

        {"307 of nobody", At::Broker, 307, {{u"consumerGroup"_qs, u"contract-nobody"_qs}, {u"clientId"_qs, u"me"_qs}}, Answer(1, u"The Consumer <contract-nobody> <me> not online"_qs)},
        {"309 of a message that is gone", At::Broker, 309,
         {{u"consumerGroup"_qs, u"contract-nobody"_qs}, {u"clientId"_qs, u"me"_qs}, {u"msgId"_qs, u"7F000001000051AF00000000FFFFFFFF"_qs}}, Answer(1)},
        {"223 of a group that is offline", At::Broker, 223, {{u"topic"_qs, topic}, {u"group"_qs, u"contract-nobody"_qs}}, Answer(1)},
        {"222 of an unknown topic", At::Broker, 222, reset({{u"topic"_qs, noTopic}}), {Answer(17), Answer(1)}},
        {"222 of an unknown group", At::Broker, 222, reset({}), {Answer(26), Answer(1)}},
        {"324 that answers nobody", At::Broker, 324,
         {{u"producerGroup"_qs, u"p"_qs}, {u"topic"_qs, topic}, {u"defaultTopic"_qs, u"TBW102"_qs}, {u"defaultTopicQueueNums"_qs, u"4"_qs}, {u"queueId"_qs, u"0"_qs},
          {u"sysFlag"_qs, u"0"_qs}, {u"bornTimestamp"_qs, u"1700000000000"_qs}, {u"flag"_qs, u"0"_qs}, {u"properties"_qs, u"MSG_TYPE\u0001reply\u0002"_qs}},
         Answer(1, u"reply message properties[REPLY_TO_CLIENT] is null"_qs), QByteArrayLiteral("body")},
        {"343 of an unknown group", At::Broker, 343, {{u"group"_qs, u"contract-nobody"_qs}}, {Answer(0), unknownCode}},
        {"345 of an unknown group", At::Broker, 345, {{u"group"_qs, u"contract-nobody"_qs}, {u"topic"_qs, topic}}, {Answer(0), unknownCode}},
        {"45", At::Broker, 45, {}, Answer(0)},
    };
    return table;
}

} // namespace

/// POP, assignments, resets and what is passed on to clients, asked of every target.
class PopAnswersTest final : public AnswerTableTest
{
    Q_OBJECT

public:
    PopAnswersTest() : AnswerTableTest(questions()) {}

private Q_SLOTS:
    void whatIsTakenIsAcknowledgedByItsReceipt_data() { addTargetRows(); }

    void whatIsTakenIsAcknowledgedByItsReceipt()
    {
        QFETCH(const QString, target);
        const TargetCluster &asked = TargetCluster::named(target);
        QVERIFY2(isReady(asked), qPrintable(problemOf(target)));
        RawConnection connection(*asked.broker());
        const Fields own{{u"consumerGroup"_qs, QStringLiteral("contract-pop-%1").arg(QDateTime::currentMSecsSinceEpoch())}, {u"topic"_qs, taken}};
        const auto popped = connection.ask(200050, pop(own));
        QVERIFY(popped.has_value());
        if (asked.dialect() == Dialect::As4_9_7) {
            QCOMPARE(popped->code, 3);
            return;
        }
        QCOMPARE(popped->code, 0);
        QCOMPARE(queueOffsets(popped->body), QList<int>{0});
        QCOMPARE(popped->fields.value(u"startOffsetInfo"_qs), u"0 0 0"_qs);
        QCOMPARE(popped->fields.value(u"msgOffsetInfo"_qs), u"0 0 0"_qs);
        QCOMPARE(popped->fields.value(u"invisibleTime"_qs), u"60000"_qs);
        QCOMPARE(connection.ask(200050, pop(own))->code, 210); // it is somebody's
        const QString extra = u"0 %1 60000 %2 0 broker-a 0 0"_qs.arg(popped->fields.value(u"popTime"_qs), popped->fields.value(u"reviveQid"_qs));
        const auto longer = connection.ask(200053, receipt(with(own, {{u"extraInfo"_qs, extra}, {u"invisibleTime"_qs, u"90000"_qs}})));
        QVERIFY(longer.has_value());
        QCOMPARE(longer->code, 0);
        QCOMPARE(longer->fields.value(u"invisibleTime"_qs), u"90000"_qs);
        const QString renewed = u"0 %1 90000 %2 0 broker-a 0 0"_qs.arg(longer->fields.value(u"popTime"_qs), longer->fields.value(u"reviveQid"_qs));
        for (int twice = 0; twice < 2; ++twice)
            QCOMPARE(connection.ask(200051, receipt(with(own, {{u"extraInfo"_qs, renewed}})))->code, 0);
    }

    void anOrderedQueueGivesNothingWhileABatchIsOut_data() { addTargetRows(); }

    void anOrderedQueueGivesNothingWhileABatchIsOut()
    {
        QFETCH(const QString, target);
        const TargetCluster &asked = TargetCluster::named(target);
        QVERIFY2(isReady(asked), qPrintable(problemOf(target)));
        RawConnection connection(*asked.broker());
        const Fields own{{u"consumerGroup"_qs, QStringLiteral("contract-order-%1").arg(QDateTime::currentMSecsSinceEpoch())}, {u"order"_qs, u"true"_qs}};
        const auto popped = connection.ask(200050, pop(own));
        QVERIFY(popped.has_value());
        if (asked.dialect() == Dialect::As4_9_7) {
            QCOMPARE(popped->code, 3);
            return;
        }
        QCOMPARE(popped->code, 0);
        QCOMPARE(popped->fields.value(u"reviveQid"_qs), u"999"_qs);
        QCOMPARE(popped->fields.value(u"orderCountInfo"_qs), u"0 0 0"_qs);
        QCOMPARE(connection.ask(200050, pop(own))->code, 210);
    }

private:
    /// Topics with one message each; recalls are allowed.
    QString prepare(const TargetCluster &target) override
    {
        if (!RawConnection(*target.broker()).ask(25, {}, QByteArrayLiteral("recallMessageEnable=true")))
            return QStringLiteral("its settings could not be changed");
        const bool made = target.createTopic(topic) && target.send(topic, {}) && target.createTopic(taken) && target.send(taken, {});
        return made ? QString() : QStringLiteral("its topic could not be made");
    }
};

ROCKETDESK_TEST(PopAnswersTest)

#include "tst_popanswers.moc"
