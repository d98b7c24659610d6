// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/pull.h"
#include "client/cluster/tracedispatcher.h"
#include "client/consumer/litepuller.h"
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;
using protocol::TraceKind;
using protocol::TraceRecord;

namespace {

/// Keeps what consumers tell.
struct Told final : TraceSink {
    void add(std::vector<TraceRecord> more) override { records.insert(records.end(), more.begin(), more.end()); }
    [[nodiscard]] int count(TraceKind kind) const
    {
        return static_cast<int>(std::count_if(records.cbegin(), records.cend(), [kind](const TraceRecord &record) { return record.kind == kind; }));
    }
    [[nodiscard]] TraceRecord first(TraceKind kind) const
    {
        const auto found = std::find_if(records.cbegin(), records.cend(), [kind](const TraceRecord &record) { return record.kind == kind; });
        return found == records.cend() ? TraceRecord() : *found;
    }
    std::vector<TraceRecord> records;
};

Pending<ConsumeOutcome> answer(const QString &how)
{
    if (how == QLatin1StringView("throws"))
        return readyFailed<ConsumeOutcome>({.kind = Error::Kind::Malformed, .remark = QStringLiteral("the listener could not read it")});
    return ready<ConsumeOutcome>(how == QLatin1StringView("later") ? ConsumeOutcome::later() : ConsumeOutcome::success());
}

} // namespace

/// What consumers tell a trace, on a sandbox whose time the test moves.
class ConsumeTracerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsAreStoredAsTheJavaClientWritesThem()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        TraceDispatcher dispatcher(f.link->cluster, {});
        auto member = f.member();
        member->trace = &dispatcher;
        member->start();
        f.send(QStringLiteral("x"), {}, {}, T, {{QString(protocol::property::Keys), QStringLiteral("k1 k2")}});
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        const auto stored = [&] {
            f.tick(5s); // so long a record waits for others
            Puller puller(f.link->cluster);
            const auto pulled = f.result(puller.pull({.topic = dispatcher.topic(), .queue = {BrokerName(QStringLiteral("broker-a")), QueueId(0)}, .offset = QueueOffset(0)}, {}));
            QList<QByteArray> lines;
            for (const auto &message : pulled ? pulled->messages : std::vector<protocol::StoredMessage>())
                lines << message.body.toByteArray().replace('\x01', '|').split('\x02');
            lines.removeAll(QByteArray());
            return lines;
        };
        QList<QByteArray> lines;
        QTRY_VERIFY((lines = stored()).size() == 2);
        const QList<QByteArray> before = lines.front().split('|');
        const QList<QByteArray> after = lines.back().split('|');
        const QByteArray id = member->messages.front().messageId().toUtf8();
        QCOMPARE(before.size(), 8);
        QCOMPARE(before.at(0), QByteArray("SubBefore"));
        QCOMPARE(before.mid(2, 2), (QList<QByteArray>{"DefaultRegion", "g"}));
        QCOMPARE(before.mid(5), (QList<QByteArray>{id, "0", "k1 k2"}));
        QCOMPARE(after.size(), 9);
        QCOMPARE(after.mid(0, 3), (QList<QByteArray>{"SubAfter", before.at(4), id}));
        QCOMPARE(after.mid(4, 3), (QList<QByteArray>{"true", "k1 k2", "0"}));
        QCOMPARE(after.at(8), QByteArray("g"));
    }

    void theEndSaysWhatTheListenerAnswered_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<bool>("orderly");
        QTest::addColumn<ConsumeEnd>("end");
        for (const bool orderly : {false, true}) {
            const QByteArray kind = orderly ? "orderly, " : "concurrent, ";
            QTest::newRow(kind + "success") << QStringLiteral("success") << orderly << ConsumeEnd::Success;
            QTest::newRow(kind + "later") << QStringLiteral("later") << orderly << ConsumeEnd::Failed;
            QTest::newRow(kind + "throws") << QStringLiteral("throws") << orderly << ConsumeEnd::Threw;
        }
    }

    void theEndSaysWhatTheListenerAnswered()
    {
        QFETCH(const QString, how);
        QFETCH(const bool, orderly);
        QFETCH(const ConsumeEnd, end);
        ConsumeFixture f;
        f.createTopic(T, 1);
        Told told;
        auto member = f.member();
        member->trace = &told;
        member->kind = orderly ? MessageListener::Kind::Orderly : MessageListener::Kind::Concurrently;
        member->answers = [&how](const protocol::StoredMessage &, const ConsumeContext &) { return answer(how); };
        member->start();
        f.send(QStringLiteral("x"));
        QTRY_VERIFY(f.tick() && told.count(TraceKind::SubAfter) > 0);
        const TraceRecord after = told.first(TraceKind::SubAfter);
        QCOMPARE(after.contextCode, static_cast<int>(end));
        QCOMPARE(after.success, end == ConsumeEnd::Success);
        QCOMPARE(after.requestId, told.first(TraceKind::SubBefore).requestId);
    }

    void aListenerThatTookTooLongHasTimedOut()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        Told told;
        auto member = f.member();
        member->trace = &told;
        member->options.consumeTimeoutMinutes = 1;
        Promise<ConsumeOutcome> late;
        member->answers = [&late](const protocol::StoredMessage &, const ConsumeContext &) { return late.pending(); };
        member->start();
        f.send(QStringLiteral("x"));
        QTRY_VERIFY(f.tick() && member->running == 1);
        f.tick(1min);
        late.finish(ConsumeOutcome::success());
        QTRY_COMPARE(told.count(TraceKind::SubAfter), 1);
        QCOMPARE(told.first(TraceKind::SubAfter).contextCode, static_cast<int>(ConsumeEnd::TimedOut));
    }

    void whatComesFromTheTraceTopicIsNotTraced()
    {
        ConsumeFixture f;
        Told told;
        auto member = f.member();
        member->trace = &told;
        const QString topic = protocol::traceTopic(protocol::TraceAccess::Local).text();
        member->start(topic);
        f.send(QStringLiteral("records"), {}, {}, topic);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        QVERIFY(told.records.empty());
    }

    void aPolledMessageIsConsumedWhenItIsGivenOut()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.send(QStringLiteral("x"));
        Told told;
        LitePullOptions options;
        options.consumerGroup = G.text();
        options.consumeFromWhere = QStringLiteral("CONSUME_FROM_FIRST_OFFSET");
        const auto puller = LitePuller::make(f.link->cluster, f.link->membership, options, &told);
        QVERIFY(puller.has_value());
        QVERIFY((*puller)->assign({{TopicName(T), BrokerName(QStringLiteral("broker-a")), QueueId(0)}}, QStringLiteral("*")).has_value());
        std::size_t got = 0;
        QTRY_VERIFY(f.tick() && (got += f.result((*puller)->poll(0ms)).value_or(LiteBatch()).messages.size()) > 0);
        QCOMPARE(told.count(TraceKind::SubBefore), 1);
        QCOMPARE(told.count(TraceKind::SubAfter), 1);
        QVERIFY(told.first(TraceKind::SubAfter).success);
    }
};

ROCKETDESK_TEST(ConsumeTracerTest)

#include "tst_consumetracer.moc"
