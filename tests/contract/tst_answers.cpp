// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/answertable.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;

namespace {

const QString noTopic = u"contract-nowhere"_qs;
const QString topic = u"contract-answers"_qs; ///< one queue, one message
const QString emptyTopic = u"contract-empty"_qs; ///< one queue, no message

Fields inQueue(const QString &name, const QString &queue = u"0"_qs, const Fields &more = {})
{
    Fields fields = {{u"topic"_qs, name}, {u"queueId"_qs, queue}};
    fields.insert(more);
    return fields;
}

Fields offsetOf(const QString &name, const QString &queue = u"0"_qs, const Fields &more = {})
{
    Fields fields = inQueue(name, queue, more);
    fields.insert(u"consumerGroup"_qs, u"contract-group"_qs);
    return fields;
}

/// A pull as the built-in group that creates nothing, its subscription in the request, without long poll.
Fields pull(const QString &name, const QString &offset, const Fields &more = {})
{
    Fields fields = {{u"consumerGroup"_qs, u"TOOLS_CONSUMER"_qs}, {u"topic"_qs, name}, {u"queueId"_qs, u"0"_qs}, {u"queueOffset"_qs, offset},
                     {u"maxMsgNums"_qs, u"32"_qs}, {u"sysFlag"_qs, u"4"_qs}, {u"commitOffset"_qs, u"0"_qs}, {u"suspendTimeoutMillis"_qs, u"0"_qs},
                     {u"subscription"_qs, u"*"_qs}, {u"subVersion"_qs, u"0"_qs}, {u"expressionType"_qs, u"TAG"_qs}};
    fields.insert(more);
    return fields;
}

Fields send(const Fields &more)
{
    Fields fields = {{u"a"_qs, u"contract"_qs}, {u"b"_qs, topic}, {u"c"_qs, u"TBW102"_qs}, {u"d"_qs, u"4"_qs}, {u"e"_qs, u"0"_qs},
                     {u"f"_qs, u"0"_qs}, {u"g"_qs, u"1700000000000"_qs}, {u"h"_qs, u"0"_qs}};
    fields.insert(more);
    return fields;
}

Answer offset(const QString &value)
{
    return {0, {}, {{u"offset"_qs, value}}};
}

/// The table of expected answers: protocol.md's words as the servers say them. One answer where both say the same.
const std::vector<Question> &questions()
{
    static const std::vector<Question> table = {
        {"105 of an unknown topic", At::NameServer, 105, {{u"topic"_qs, noTopic}}, Answer(17, u"No topic route info in name server"_qs)},
        {"105 of a known topic", At::NameServer, 105, {{u"topic"_qs, topic}}, Answer(0)},
        {"105 of a known topic as standard JSON", At::NameServer, 105, {{u"topic"_qs, topic}, {u"acceptStandardJsonOnly"_qs, u"true"_qs}}, Answer(0)},
        {"106", At::NameServer, 106, {}, Answer(0)},
        {"206", At::NameServer, 206, {}, Answer(0)},
        {"219 as keep-alive", At::NameServer, 219, {{u"namespace"_qs, u"x"_qs}}, Answer(22)},
        {"219 at a broker", At::Broker, 219, {{u"namespace"_qs, u"x"_qs}}, Answer(3, u"request type 219 not supported"_qs)},
        {"unknown code at a name server", At::NameServer, 29999, {}, {Answer(3, u"request type 29999 not supported"_qs), Answer::silence()}},
        {"unknown code at a broker", At::Broker, 29999, {}, Answer(3, u"request type 29999 not supported"_qs)},
        {"heartbeat at a name server", At::NameServer, 34, {}, {Answer(3), Answer::silence()}},

        {"29 of an unknown topic", At::Broker, 29, inQueue(noTopic, u"0"_qs, {{u"timestamp"_qs, u"0"_qs}}), offset(u"0"_qs)},
        {"30 of an unknown topic", At::Broker, 30, inQueue(noTopic), offset(u"0"_qs)},
        {"31 of an unknown topic", At::Broker, 31, inQueue(noTopic), offset(u"0"_qs)},
        {"32 of an unknown topic", At::Broker, 32, inQueue(noTopic), Answer(0, {}, {{u"timestamp"_qs, u"-1"_qs}})},
        {"30 of a queue that is not there", At::Broker, 30, inQueue(topic, u"77"_qs), offset(u"0"_qs)},
        {"30 without a queue", At::Broker, 30, {{u"topic"_qs, topic}}, Answer(1)},
        {"30 of a topic with one message", At::Broker, 30, inQueue(topic), offset(u"1"_qs)},
        {"31 of a topic with one message", At::Broker, 31, inQueue(topic), offset(u"0"_qs)},
        {"29 before the only message", At::Broker, 29, inQueue(topic, u"0"_qs, {{u"timestamp"_qs, u"0"_qs}}), offset(u"0"_qs)},
        {"29 after the only message", At::Broker, 29, inQueue(topic, u"0"_qs, {{u"timestamp"_qs, u"32503680000000"_qs}}), {offset(u"1"_qs), offset(u"0"_qs)}},
        {"29 after the only message, UPPER", At::Broker, 29,
         inQueue(topic, u"0"_qs, {{u"timestamp"_qs, u"32503680000000"_qs}, {u"boundaryType"_qs, u"UPPER"_qs}}), offset(u"0"_qs)},

        {"14 on a young topic", At::Broker, 14, offsetOf(topic), offset(u"0"_qs)},
        {"14 on a young topic, not found wanted", At::Broker, 14, offsetOf(topic, u"0"_qs, {{u"setZeroIfNotFound"_qs, u"false"_qs}}), {Answer(22), offset(u"0"_qs)}},
        {"14 on an empty queue", At::Broker, 14, offsetOf(emptyTopic), {Answer(22, u"Not found"_qs), offset(u"0"_qs)}},
        {"14 of an unknown topic", At::Broker, 14, offsetOf(noTopic), {Answer(22), offset(u"0"_qs)}},
        {"14 of a queue that is not there", At::Broker, 14, offsetOf(topic, u"77"_qs), {Answer(22), offset(u"0"_qs)}},
        {"15 of an unknown group", At::Broker, 15, offsetOf(emptyTopic, u"0"_qs, {{u"commitOffset"_qs, u"0"_qs}}), {Answer(26), Answer(0)}},

        {"33 of an offset beyond the log", At::Broker, 33, {{u"offset"_qs, u"999999999"_qs}}, Answer(1, u"can not find message by the offset, 999999999"_qs)},
        {"12 of a key nobody has", At::Broker, 12,
         {{u"topic"_qs, topic}, {u"key"_qs, u"nobody"_qs}, {u"maxNum"_qs, u"8"_qs}, {u"beginTimestamp"_qs, u"0"_qs}, {u"endTimestamp"_qs, u"32503680000000"_qs}},
         Answer(22, u"can not find message"_qs)},

        {"11 of an unknown topic", At::Broker, 11, pull(noTopic, u"0"_qs), Answer(17)},
        {"11 of a queue that is not there", At::Broker, 11, pull(topic, u"0"_qs, {{u"queueId"_qs, u"77"_qs}}), {Answer(29), Answer(1)}},
        {"11 finds the message", At::Broker, 11, pull(topic, u"0"_qs), Answer(0, u"FOUND"_qs, {{u"nextBeginOffset"_qs, u"1"_qs}, {u"maxOffset"_qs, u"1"_qs}})},
        {"11 at the end", At::Broker, 11, pull(topic, u"1"_qs), Answer(19, u"OFFSET_OVERFLOW_ONE"_qs, {{u"nextBeginOffset"_qs, u"1"_qs}})},
        {"11 beyond the end", At::Broker, 11, pull(topic, u"50"_qs), Answer(21, u"OFFSET_OVERFLOW_BADLY"_qs, {{u"nextBeginOffset"_qs, u"1"_qs}})},
        {"11 of an empty queue", At::Broker, 11, pull(emptyTopic, u"0"_qs), Answer(19)},
        {"11 with a tag nobody has", At::Broker, 11, pull(topic, u"0"_qs, {{u"subscription"_qs, u"nobody"_qs}}), Answer(20, u"NO_MATCHED_MESSAGE"_qs, {{u"nextBeginOffset"_qs, u"1"_qs}})},
        {"11 without a subscription", At::Broker, 11, pull(topic, u"0"_qs, {{u"sysFlag"_qs, u"0"_qs}}), Answer(24)},
        {"11 with an empty alternative of tags", At::Broker, 11, pull(topic, u"0"_qs, {{u"subscription"_qs, u"||"_qs}}), Answer(23)},
        {"11 with empty SQL", At::Broker, 11, pull(topic, u"0"_qs, {{u"subscription"_qs, QString()}, {u"expressionType"_qs, u"SQL92"_qs}}), Answer(23)},
        {"11 with an unknown kind of expression", At::Broker, 11, pull(topic, u"0"_qs, {{u"subscription"_qs, u"nobody"_qs}, {u"expressionType"_qs, u"FOO"_qs}}), Answer(0)},

        {"310 to a queue that is not there", At::Broker, 310, send({{u"e"_qs, u"77"_qs}}), {Answer(29), Answer(1)}, QByteArrayLiteral("body")},
        {"310 to a bad name", At::Broker, 310, send({{u"b"_qs, u"contract bad name"_qs}}), {Answer(29), Answer(1)}, QByteArrayLiteral("body")},
        {"310 without a born time", At::Broker, 310, send({{u"g"_qs, QString()}}), Answer(1), QByteArrayLiteral("body")},
        {"310 to a name of 128 bytes", At::Broker, 310, send({{u"b"_qs, QString(128, u'x')}}), {Answer(29), Answer(1)}, QByteArrayLiteral("body")},

        {"202 of an unknown topic", At::Broker, 202, {{u"topic"_qs, noTopic}}, Answer(17)},
        {"203 of an unknown group", At::Broker, 203, {{u"consumerGroup"_qs, u"contract-nobody"_qs}}, Answer(206)},
        {"351 of an unknown topic", At::Broker, 351, {{u"topic"_qs, noTopic}}, {Answer(17), Answer(3)}},
        {"17 without a filter type", At::Broker, 17,
         {{u"topic"_qs, u"contract-refused"_qs}, {u"defaultTopic"_qs, u"TBW102"_qs}, {u"readQueueNums"_qs, u"1"_qs}, {u"writeQueueNums"_qs, u"1"_qs},
          {u"perm"_qs, u"6"_qs}, {u"order"_qs, u"false"_qs}}, Answer(1)},
    };
    return table;
}

} // namespace

/// The calls whose answers need no message but one, asked of every target.
class AnswersTest final : public AnswerTableTest
{
    Q_OBJECT

public:
    AnswersTest() : AnswerTableTest(questions()) {}

private Q_SLOTS:
    void repliesToFramesInARowCarryTheirNumbers_data() { addTargetRows(); }

    void repliesToFramesInARowCarryTheirNumbers()
    {
        QFETCH(const QString, target);
        const TargetCluster &asked = TargetCluster::named(target);
        QVERIFY2(isReady(asked), qPrintable(problemOf(target)));
        RawConnection connection(*asked.nameServer());
        for (int i = 0; i < 20; ++i) {
            const auto reply = connection.ask(i % 2 == 0 ? 106 : 206);
            QVERIFY(reply.has_value());
            QCOMPARE(reply->code, 0);
            QVERIFY(!reply->body.isEmpty());
        }
    }

    void clusterRouteAndTopicListNameWhatIsThere_data() { addTargetRows(); }

    void clusterRouteAndTopicListNameWhatIsThere()
    {
        QFETCH(const QString, target);
        const TargetCluster &asked = TargetCluster::named(target);
        QVERIFY2(isReady(asked), qPrintable(problemOf(target)));
        RawConnection connection(*asked.nameServer());
        const auto address = asked.broker()->toString().toUtf8();
        const auto route = connection.ask(105, {{u"topic"_qs, topic}});
        QVERIFY(route && route->body.contains(address));
        const auto cluster = connection.ask(106);
        QVERIFY(cluster && cluster->body.contains(address));
        const auto topics = connection.ask(206);
        QVERIFY(topics && topics->body.contains('"' + topic.toUtf8() + '"'));
    }

private:
    QString prepare(const TargetCluster &target) override
    {
        const bool made = target.createTopic(topic) && target.createTopic(emptyTopic) && target.send(topic, {});
        return made ? QString() : QStringLiteral("its topics could not be made");
    }
};

ROCKETDESK_TEST(AnswersTest)

#include "tst_answers.moc"
