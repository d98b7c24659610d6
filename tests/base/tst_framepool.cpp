// SPDX-License-Identifier: Apache-2.0
#include "client/base/framepool.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <cstring>
#include <vector>

using namespace rocketdesk;

class FramePoolTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsGivenBackIsTakenAgain()
    {
        void *const first = FramePool::take(1500);
        QVERIFY(first);
        FramePool::give(first, 1500);
        void *const second = FramePool::take(1400); // of the same size class
        QVERIFY(second);
#if !defined(__SANITIZE_ADDRESS__) // a sanitizer gets plain memory, so that it sees what is used after its end
        QCOMPARE(second, first);
#endif
        FramePool::give(second, 1400);
    }

    void framesOfAllSizesAreTheirOwn_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 1024, 1025, 1280, 1281, 4095, 4096, 4097, 100'000})
            QTest::addRow("%d", size) << size;
    }
    void framesOfAllSizesAreTheirOwn()
    {
        QFETCH(int, size);
        const auto bytes = static_cast<std::size_t>(size);
        for (int round = 0; round < 2; ++round) {
            std::vector<unsigned char *> frames;
            for (int i = 0; i < 100; ++i) { // more than are kept
                frames.push_back(static_cast<unsigned char *>(FramePool::take(bytes)));
                std::memset(frames.back(), i, bytes);
            }
            for (int i = 0; i < 100; ++i) {
                QCOMPARE(frames[static_cast<std::size_t>(i)][0], i);
                QCOMPARE(frames[static_cast<std::size_t>(i)][bytes - 1], i);
                FramePool::give(frames[static_cast<std::size_t>(i)], bytes);
            }
        }
    }
};

ROCKETDESK_TEST(FramePoolTest)
#include "tst_framepool.moc"
