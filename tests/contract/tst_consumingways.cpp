// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/grouptest.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

/// What a group was given in its order over all its members, each place once.
class Journal final
{
public:
    [[nodiscard]] Consuming::Answerer answerer()
    {
        return [this](const protocol::StoredMessage &message) {
            const std::pair place(message.queueId.value(), message.queueOffset.value());
            if (!m_seen.contains(place)) {
                m_seen.insert(place);
                m_inOrder = m_inOrder && m_last.value(place.first, -1) < place.second;
                m_last.insert(place.first, place.second);
            }
            return ConsumeOutcome::success();
        };
    }
    /// Whether no message of a queue came before one that is older.
    [[nodiscard]] bool isInOrder() const { return m_inOrder; }

private:
    QSet<std::pair<int, qint64>> m_seen;
    QMap<int, qint64> m_last;
    bool m_inOrder = true;
};

ConsumerOptions broadcasting(const QString &group)
{
    auto options = Consuming::optionsFor(group);
    options.messageModel = u"BROADCASTING"_qs;
    options.consumeFromWhere = u"CONSUME_FROM_LAST_OFFSET"_qs;
    return options;
}

} // namespace

/// Broadcasting, filters, orderly consumption and what fails.
class ConsumingWaysTest final : public GroupTest
{
    Q_OBJECT

private Q_SLOTS:
    void L05_L06_L07_L08_broadcastReachesEveryMember_data() { addTargetRows(); }
    void L05_L06_L07_L08_broadcastReachesEveryMember()
    {
        send(0, 3); // L-07: before anybody was there
        Consuming first(m_nameServer, broadcasting(group()));
        Consuming second(m_nameServer, broadcasting(group()));
        first.answers = [](const auto &) { return ConsumeOutcome::later(1); }; // L-06: and yet nothing comes again
        QCOMPARE(first.start(m_topic), QString());
        QCOMPARE(second.start(m_topic), QString());
        QTRY_VERIFY(first.queues() == 4 && second.queues() == 4);
        send(3, 10);
        QTRY_VERIFY(first.came.size() >= 10 && second.came.size() >= 10);
        second.vanish(); // L-08
        send(13, 4);
        QTRY_VERIFY(first.came.size() >= 14);
        QCOMPARE(first.bodies(), numbered(3, 14));
        QCOMPARE(second.bodies(), numbered(3, 10));
        QCOMPARE(first.stop(), QString());
    }

    void L09_broadcastKeepsTheOrderOfEachQueue_data() { addTargetRows(); }
    void L09_broadcastKeepsTheOrderOfEachQueue()
    {
        auto options = broadcasting(group());
        options.consumeFromWhere = u"CONSUME_FROM_FIRST_OFFSET"_qs;
        Consuming first(m_nameServer, options, Consuming::Kind::Orderly);
        Consuming second(m_nameServer, options, Consuming::Kind::Orderly);
        QCOMPARE(first.start(m_topic), QString());
        QCOMPARE(second.start(m_topic), QString());
        send(0, 40);
        QTRY_COMPARE(first.bodies(), numbered(0, 40));
        QTRY_COMPARE(second.bodies(), numbered(0, 40));
        QVERIFY(first.isOrdered());
        QVERIFY(second.isOrdered());
        QCOMPARE(first.stop(), QString());
        QCOMPARE(second.stop(), QString());
    }

    void L10_tagsChooseWhatComes_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QStringList>("expected");
        for (const auto &target : tests::TargetCluster::all()) {
            const auto row = [&](const char *expression, const QStringList &expected) {
                QTest::addRow("%s: %s", qPrintable(target.name()), expression) << target.name() << QString::fromLatin1(expression) << expected;
            };
            row("A", {u"A"_qs});
            row("A || B", {u"A"_qs, u"B"_qs});
            row("*", {u"A"_qs, u"B"_qs, u"a"_qs, u"none"_qs});
            row("a", {u"a"_qs});
        }
    }
    void L10_tagsChooseWhatComes()
    {
        QFETCH(const QString, expression);
        QFETCH(const QStringList, expected);
        for (const QString &tag : {u"none"_qs, u"A"_qs, u"B"_qs, u"a"_qs, u"last"_qs})
            sendOne(tag, to(0), tag == u"none"_qs ? protocol::Properties() : protocol::Properties{{u"TAGS"_qs, tag == u"last"_qs ? firstTagOf(expression) : tag}});
        Consuming member(m_nameServer, group());
        QCOMPARE(member.start(m_topic, expression), QString());
        // The last one comes whatever the expression is: then all before it have come too.
        QStringList all = expected + QStringList{u"last"_qs};
        all.sort();
        QTRY_VERIFY(member.bodies().contains(u"last"_qs));
        QTRY_COMPARE(member.bodies(), all);
        QCOMPARE(member.stop(), QString());
    }

    void L11_T25_sqlChoosesWhatComes_data() { addTargetRows(); }
    void L11_T25_sqlChoosesWhatComes()
    {
        for (const QString &n : {u"1"_qs, u"2"_qs, u"3"_qs})
            sendOne(n, to(0), {{u"n"_qs, n}});
        Consuming member(m_nameServer, group());
        QVERIFY(member.consumer().subscribeBySql(TopicName(m_topic), u"n > 1 AND n IS NOT NULL"_qs));
        QCOMPARE(member.start(), QString());
        QTRY_COMPARE(member.bodies(), (QStringList{u"2"_qs, u"3"_qs}));
        QCOMPARE(member.stop(), QString());
    }

    void L19_orderlyMembersKeepTheOrderOfEachQueue_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("queues");
        QTest::addColumn<QString>("tags");
        for (const auto &target : tests::TargetCluster::all()) {
            QTest::addRow("%s: one queue", qPrintable(target.name())) << target.name() << 1 << u"*"_qs;
            QTest::addRow("%s: many queues", qPrintable(target.name())) << target.name() << 4 << u"*"_qs;
            QTest::addRow("%s: with tags", qPrintable(target.name())) << target.name() << 4 << u"even"_qs;
        }
    }
    void L19_orderlyMembersKeepTheOrderOfEachQueue()
    {
        QFETCH(const int, queues);
        QFETCH(const QString, tags);
        QStringList expected;
        for (int i = 0; i < 40; ++i) {
            const QString body = numbered(i, 1).constFirst();
            const QString tag = i / queues % 2 == 0 ? u"even"_qs : u"odd"_qs;
            sendOne(body, to(i % queues), {{u"TAGS"_qs, tag}});
            if (tags != u"even"_qs || tag == tags)
                expected << body;
        }
        Consuming first(m_nameServer, group(), Consuming::Kind::Orderly);
        bool failedOnce = false;
        first.answers = [&failedOnce](const protocol::StoredMessage &) {
            return std::exchange(failedOnce, true) ? ConsumeOutcome::success() : ConsumeOutcome::suspend(100);
        };
        QCOMPARE(first.start(m_topic, tags), QString());
        QTRY_COMPARE(unique({&first}), expected);
        QCOMPARE(first.came.size(), static_cast<std::size_t>(expected.size()) + 1); // what was suspended came again, before what follows it
        first.came.erase(first.came.begin());
        QVERIFY(first.isOrdered());
        QCOMPARE(first.stop(), QString());
    }

    void L19_theOrderHoldsWhileQueuesMove_data() { addTargetRows(); }
    void L19_theOrderHoldsWhileQueuesMove()
    {
        Journal journal;
        Consuming first(m_nameServer, group(), Consuming::Kind::Orderly);
        Consuming second(m_nameServer, group(), Consuming::Kind::Orderly);
        first.answers = second.answers = journal.answerer();
        QCOMPARE(first.start(m_topic), QString());
        QTRY_COMPARE(first.queues(), 4);
        send(0, 40);
        QCOMPARE(second.start(m_topic), QString());
        send(40, 40);
        QTRY_VERIFY(first.queues() == 2 && second.queues() == 2);
        send(80, 40);
        QTRY_COMPARE(unique({&first, &second}), numbered(0, 120));
        QVERIFY(!second.came.empty());
        QCOMPARE(first.stop(), QString());
        send(120, 20);
        // Its locks are given back: nobody waits the minute until a broker forgets them. [T-50]
        QTRY_COMPARE(unique({&first, &second}), numbered(0, 140));
        QVERIFY(journal.isInOrder());
        QCOMPARE(second.stop(), QString());
    }

    void L25_whatFailsComesAgainAndThenGoesToTheDeadLetters_data() { addTargetRows(); }
    void L25_whatFailsComesAgainAndThenGoesToTheDeadLetters()
    {
        auto options = Consuming::optionsFor(group());
        options.maxReconsumeTimes = 1;
        Consuming member(m_nameServer, options);
        member.answers = [](const protocol::StoredMessage &message) { return message.body.view() == "bad" ? ConsumeOutcome::later(1) : ConsumeOutcome::success(); };
        QCOMPARE(member.start(m_topic), QString());
        sendOne(u"bad"_qs);
        sendOne(u"good"_qs);
        QTRY_COMPARE(member.bodies(), (QStringList{u"bad"_qs, u"bad"_qs, u"good"_qs}));
        QCOMPARE(member.came.back().reconsumeTimes, 1);
        const TopicName dead(u"%DLQ%"_qs + options.consumerGroup);
        const auto letter = [&] { return Caller::result(m_caller->client().openMessage(dead, *to(0).queue, QueueOffset(0))); };
        QTRY_VERIFY(letter().has_value());
        QCOMPARE(letter()->body.toByteArray(), QByteArray("bad"));
        QCOMPARE(member.stop(), QString());
    }

private:
    static QString firstTagOf(const QString &expression) { return expression == u"*"_qs ? u"Z"_qs : expression.section(u"||"_qs, 0, 0).trimmed(); }
};

ROCKETDESK_TEST(ConsumingWaysTest)

#include "tst_consumingways.moc"
