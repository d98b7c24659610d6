// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/messagefeed.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace rocketdesk;

namespace {

MessageFeed::Batch batchOf(int messages, qint64 cost)
{
    auto batch = std::make_shared<protocol::MessageBatch>();
    batch->messages.resize(static_cast<std::size_t>(messages));
    batch->cost = cost;
    return batch;
}

} // namespace

class MessageFeedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceForEachChangeFromEmpty()
    {
        MessageFeed feed(1000, MessageFeed::WhenFull::DropOldest);
        int letters = 0;
        feed.onFilled(Mailbox::ofThisThread(), [&] { ++letters; });
        feed.put(batchOf(1, 1));
        feed.put(batchOf(1, 1));
        feed.put(batchOf(0, 1));
        QTRY_COMPARE(letters, 1);
        QCOMPARE(feed.drain().size(), std::size_t(2));
        feed.put(batchOf(1, 1));
        QTRY_COMPARE(letters, 2);
    }

    void dropsTheOldestAboveItsBoundAndKeepsTheNewestWhateverItsSize()
    {
        MessageFeed feed(100, MessageFeed::WhenFull::DropOldest);
        feed.put(batchOf(3, 60));
        feed.put(batchOf(4, 40));
        QCOMPARE(feed.counts().dropped, quint64(0));
        feed.put(batchOf(5, 500));
        QCOMPARE(feed.counts().dropped, quint64(7));
        QCOMPARE(feed.counts().bytes, 500);
        QVERIFY(!feed.isFull());
        QCOMPARE(feed.drain().front()->messages.size(), std::size_t(5));
    }

    void waitingDropsNothingAndSaysWhenThereIsRoom()
    {
        MessageFeed feed(100, MessageFeed::WhenFull::Wait);
        int room = 0;
        feed.onRoom(Mailbox::ofThisThread(), [&] { ++room; });
        feed.put(batchOf(1, 60));
        QCOMPARE(feed.drain().size(), std::size_t(1)); // was not full: nobody waits
        feed.put(batchOf(1, 60));
        feed.put(batchOf(1, 60));
        QVERIFY(feed.isFull());
        QCOMPARE(feed.drain().size(), std::size_t(2));
        QTRY_COMPARE(room, 1);
        QCOMPARE(feed.counts().dropped, quint64(0));
    }

    void everyMessageIsReadOrCountedWithTwoThreads()
    {
        MessageFeed feed(500, MessageFeed::WhenFull::DropOldest);
        std::atomic<bool> done = false;
        std::thread writer([&] {
            for (int i = 0; i < 20'000; ++i)
                feed.put(batchOf(1 + i % 3, 10));
            done = true;
        });
        quint64 read = 0;
        for (bool last = false; !last;) {
            last = done;
            for (const auto &batch : feed.drain())
                read += batch->messages.size();
        }
        writer.join();
        QCOMPARE(read + feed.counts().dropped, feed.counts().put);
    }
};

ROCKETDESK_TEST(MessageFeedTest)

#include "tst_messagefeed.moc"
