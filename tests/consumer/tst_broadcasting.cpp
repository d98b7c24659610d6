// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/localoffsetstore.h"
#include "client/consumer/offsetfile.h"
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

std::unique_ptr<Member> broadcasting(ConsumeFixture &f, const QTemporaryDir &folder)
{
    auto member = f.member();
    member->options.messageModel = QStringLiteral("BROADCASTING");
    member->options.offsetStorePath = folder.path();
    return member;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Broadcasting consumers, and the files that keep their offsets.
class BroadcastingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void L_05_everyConsumerGetsAll()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        const QTemporaryDir one;
        const QTemporaryDir two;
        const auto first = broadcasting(f, one);
        const auto second = broadcasting(f, two);
        first->start();
        second->start();
        QTRY_VERIFY(f.tick() && first->queues == 2 && second->queues == 2);
        const QStringList sent = f.sendMany(10);
        QTRY_VERIFY(f.tick() && first->bodies.size() == 10 && second->bodies.size() == 10);
        QCOMPARE(first->sorted(), sent);
        QCOMPARE(second->sorted(), sent);
        second->stop(); // L-08
        QTRY_VERIFY(second->stopped);
        f.sendMany(2, std::nullopt, 10);
        QTRY_VERIFY(f.tick() && first->bodies.size() == 12);
    }

    void L_06_T_65_whatFailsIsDropped()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const QTemporaryDir folder;
        const auto member = broadcasting(f, folder);
        member->answers = [](const auto &, const auto &) { return ready<ConsumeOutcome>(ConsumeOutcome::later()); };
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 1);
        f.sendMany(2);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 2);
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() > std::chrono::seconds(40));
        QCOMPARE(member->bodies.size(), 2);
        QCOMPARE(member->consumer->runningInfo().statusTable.value(TopicName(T)).consumeFailedMsgs, 2);
    }

    void L_07_aConsumerThatStartsLaterDoesNotGetOldMessages()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(3);
        const QTemporaryDir folder;
        const auto member = broadcasting(f, folder);
        member->options.consumeFromWhere = QStringLiteral("CONSUME_FROM_LAST_OFFSET");
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 1);
        f.sendMany(1, std::nullopt, 3);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        QCOMPARE(member->bodies, QStringList{QStringLiteral("0003")});
    }

    void L_09_inOrderToo()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const QTemporaryDir folder;
        const auto member = broadcasting(f, folder);
        member->kind = MessageListener::Kind::Orderly;
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 1);
        const QStringList sent = f.sendMany(10);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 10);
        QCOMPARE(member->bodies, sent);
    }

    void goesOnWhereItsFileSays()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const QTemporaryDir folder;
        {
            const auto first = broadcasting(f, folder);
            first->start();
            QTRY_VERIFY(f.tick() && first->queues == 1);
            f.sendMany(3);
            QTRY_VERIFY(f.tick() && first->bodies.size() == 3);
            first->stop();
            QTRY_VERIFY(first->stopped);
        }
        f.sendMany(2, std::nullopt, 3);
        const auto second = broadcasting(f, folder);
        second->start();
        QTRY_VERIFY(f.tick() && second->bodies.size() == 2);
        QCOMPARE(second->sorted(), (QStringList{QStringLiteral("0003"), QStringLiteral("0004")}));
        QCOMPARE(f.stored(0), -1); // the broker knows nothing of it
    }

    void T_53_eightThreadsStoreAtOnce()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("g.offsets.json"));
        std::atomic<int> failures = 0;
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 8; ++thread) {
            threads.emplace_back([&, thread] {
                ManualClock clock;
                LocalOffsetStore store(clock, folder.path(), ConsumerGroup(QStringLiteral("g")));
                for (int i = 0; i < 100; ++i) {
                    store.table().update(queue(thread), QueueOffset(i), true);
                    (void)store.persist({queue(thread)});
                    if (!parseOffsetFile(contentOf(path)))
                        ++failures;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
    }

    void theFileBeforeIsKeptAndReadWhereTheFileIsBroken()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("g.offsets.json"));
        ManualClock clock;
        for (const qint64 offset : {5, 6}) {
            LocalOffsetStore store(clock, folder.path(), ConsumerGroup(QStringLiteral("g")));
            store.table().update(queue(0), QueueOffset(offset), true);
            (void)store.persist({queue(0), queue(1)});
        }
        QVERIFY(!QFile::permissions(path).testAnyFlag(QFileDevice::ReadGroup));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ half");
        file.close();
        ConsumeFixture f;
        LocalOffsetStore store(clock, folder.path(), ConsumerGroup(QStringLiteral("g")));
        QCOMPARE(f.result(store.stored(queue(0))), Result<qint64>(5));
        QCOMPARE(f.result(store.stored(queue(1))), Result<qint64>(OffsetTable::None)); // never known, never written
    }

    void javasFileIsRead()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("g.offsets.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"t"}:42}})");
        file.close();
        ManualClock clock;
        ConsumeFixture f;
        LocalOffsetStore store(clock, folder.path(), ConsumerGroup(QStringLiteral("g")));
        QCOMPARE(f.result(store.stored(queue(0))), Result<qint64>(42));
        store.table().update(queue(1), QueueOffset(7), true);
        QVERIFY(f.result(store.persist({queue(1)})).has_value());
        const auto kept = parseOffsetFile(contentOf(file.fileName()));
        QVERIFY(kept.has_value());
        QCOMPARE(kept->value(queue(0)), QueueOffset(42)); // queues of others stay
        QCOMPARE(kept->value(queue(1)), QueueOffset(7));
    }

    void aFolderThatCanNotBeWrittenIsAnError()
    {
        ManualClock clock;
        ConsumeFixture f;
        LocalOffsetStore store(clock, QStringLiteral("/proc/none"), ConsumerGroup(QStringLiteral("g")));
        store.table().update(queue(0), QueueOffset(1), true);
        const auto stored = f.result(store.persist({queue(0)}));
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, Error::Kind::Local);
    }
};

ROCKETDESK_TEST(BroadcastingTest)

#include "tst_broadcasting.moc"
