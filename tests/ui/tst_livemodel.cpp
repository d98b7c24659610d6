// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/livefixture.h"
#include "ui/pages/live/livestream.h"
#include "ui/pages/live/liveview.h"
#include "ui/pages/live/messagedetail.h"
#include "ui/theme/appearance.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::ui;
using tests::makeBatch;

namespace {

const QString orders = QStringLiteral("order-created");
const QString mails = QStringLiteral("notification-email");

qint64 offsetAt(const LiveModel &model, int row)
{
    return model.row(row).message->queueOffset.value();
}

} // namespace

class LiveModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsOnceForAllThatCame()
    {
        LiveModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setTopics({orders, mails});
        model.append({makeBatch(orders, 0, 32), makeBatch(mails, 32, 8)});
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.rowCount(), 40);
        QCOMPARE(model.row(0).series, 0);
        QCOMPARE(model.row(39).series, 1);
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("created"));
    }

    void dropsTheOldestInBlocks()
    {
        LiveModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setLimits({.rows = 3200});
        for (int i = 0; i < 200; ++i)
            model.append({makeBatch(orders, i * 32, 32)});
        QVERIFY(model.rowCount() <= 3200);
        QVERIFY(model.rowCount() >= 3200 - 132);
        QCOMPARE(offsetAt(model, model.rowCount() - 1), 200 * 32 - 1);
        QCOMPARE(model.evictedCount() + static_cast<quint64>(model.rowCount()), 6400U);
        QVERIFY2(removed.count() <= 40, qPrintable(QString::number(removed.count())));
    }

    void keepsWithinItsBytes()
    {
        LiveModel model;
        model.setLimits({.rows = 1'000'000, .bytes = 1 << 20});
        for (int i = 0; i < 200; ++i)
            model.append({makeBatch(orders, i * 32, 32, 1000)});
        QVERIFY(model.keptBytes() <= 1 << 20);
        QVERIFY(model.keptCount() > 500);
    }

    void filtersWhatComesAndSearchesWhatIsThere()
    {
        LiveModel model;
        const QAbstractItemModelTester tester(&model);
        model.append({makeBatch(orders, 0, 3000), makeBatch(mails, 3000, 500)});
        model.setFilter(FilterExpression(QStringLiteral("email")));
        while (model.searchOlder(5)) { }
        QCOMPARE(model.rowCount(), 500);
        QCOMPARE(offsetAt(model, 0), 3000);
        model.append({makeBatch(orders, 3500, 10), makeBatch(mails, 3510, 5)});
        QCOMPARE(model.rowCount(), 505);
        QCOMPARE(model.keptCount(), 3515);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3515);
        model.setMuted({mails});
        while (model.searchOlder(5)) { }
        QCOMPARE(model.rowCount(), 3010);
    }

    void clearIsUndone()
    {
        LiveModel model;
        const QAbstractItemModelTester tester(&model);
        model.append({makeBatch(orders, 0, 32)});
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        model.append({makeBatch(orders, 32, 32)});
        QVERIFY(model.undoClear());
        QCOMPARE(model.rowCount(), 64);
        QCOMPARE(offsetAt(model, 0), 0);
        QVERIFY(!model.undoClear());
    }

    void coloursStayWithTheirTopics()
    {
        LiveModel model;
        model.setTopics({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        model.setTopics({QStringLiteral("b"), QStringLiteral("d"), QStringLiteral("c")});
        QCOMPARE(model.seriesOf(QStringLiteral("b")), 1);
        QCOMPARE(model.seriesOf(QStringLiteral("c")), 2);
        QCOMPARE(model.seriesOf(QStringLiteral("d")), 0);
    }

    void pausedReadsAndCounts()
    {
        LiveModel model;
        LiveStream stream(model);
        qint64 next = 0;
        stream.setDrain([&next] { return LiveStream::Batches{makeBatch(orders, std::exchange(next, next + 32), 32)}; });
        stream.tick();
        stream.setPaused(true);
        stream.tick();
        stream.tick();
        QCOMPARE(model.rowCount(), 32);
        QCOMPARE(stream.heldCount(), 64U);
        QCOMPARE(stream.received(), 96U);
        stream.setPaused(false);
        QCOMPARE(model.rowCount(), 96);
        stream.setTopics({mails});
        stream.tick();
        QCOMPARE(model.rowCount(), 96);
    }

    void aRowStandsStillWhileOthersComeAndGo()
    {
        GivenAppearance appearance;
        Theme theme(appearance);
        LiveModel model;
        model.setLimits({.rows = 3200});
        LiveView view(theme, model);
        view.resize(900, 500);
        view.show();
        for (int i = 0; i < 100; ++i)
            model.append({makeBatch(orders, i * 32, 32)});
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        QVERIFY(!view.isFollowing());
        const int y = 60;
        const qint64 before = offsetAt(model, view.rowAt(y));
        for (int i = 100; i < 130; ++i)
            model.append({makeBatch(orders, i * 32, 32)});
        QVERIFY(model.evictedCount() > 0);
        QCOMPARE(offsetAt(model, view.rowAt(y)), before);
        QCOMPARE(view.newerCount(), 960);
        view.setFollowing(true);
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QCOMPARE(view.newerCount(), 0);
    }

    void theFocusLeavesItFollowing_data()
    {
        QTest::addColumn<bool>("hidden");
        QTest::newRow("all columns") << false;
        QTest::newRow("the first one hidden") << true;
    }
    void theFocusLeavesItFollowing()
    {
        QFETCH(bool, hidden);
        GivenAppearance appearance;
        Theme theme(appearance);
        LiveModel model;
        LiveView view(theme, model);
        view.resize(900, 500);
        for (int i = 0; i < 100; ++i)
            model.append({makeBatch(orders, i * 32, 32)});
        view.show();
        view.activateWindow();
        view.setColumnHidden(0, hidden);
        view.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view.hasFocus());
        QVERIFY(!view.currentIndex().isValid());
        QVERIFY(view.isFollowing());
        QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
        QTest::keyClick(&view, Qt::Key_Up); // the first key begins at the newest row, and it stays there
        QCOMPARE(view.currentIndex().row(), model.rowCount() - 1);
        QCOMPARE(view.selectedRows(), QList<int>{model.rowCount() - 1});
        QVERIFY(!view.isFollowing());
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.currentIndex().row(), model.rowCount() - 2);
        QCOMPARE(view.selectedRows(), QList<int>{model.rowCount() - 2});
    }

    void propertiesStandUnderTheirOwners()
    {
        const auto rows = propertyRows(makeBatch(orders, 0, 1)->messages.front().allProperties());
        QCOMPARE(rows.size(), 6U);
        QVERIFY(rows[0].heading);
        QCOMPARE(rows[1].name, QStringLiteral("tenant"));
        QVERIFY(rows[2].heading);
        QVERIFY(!rows[3].meaning.isEmpty());
    }

    // Not a benchmark: the bound is wide enough for a machine that builds meanwhile. See tests/bench for figures.
    void manyRowsAFrameArePaintedAndStayBounded()
    {
        GivenAppearance appearance;
        Theme theme(appearance);
        LiveModel model;
        LiveView view(theme, model);
        view.resize(1280, 760);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view, tests::Patience));
        for (int i = 0; i < 6250; ++i)
            model.append({makeBatch(orders, i * 32, 32)});
        for (int i = 0; i < 20; ++i) {
            LiveStream::Batches frame;
            for (int b = 0; b < 50; ++b)
                frame.push_back(makeBatch(orders, 200'000 + (i * 50 + b) * 32, 32));
            model.append(frame);
            view.viewport()->repaint();
        }
        QVERIFY(model.rowCount() <= 200'000);
        QVERIFY(model.rowCount() > 190'000);
        QCOMPARE(model.row(model.rowCount() - 1).message->queueOffset.value(), 200'000 + 20 * 50 * 32 - 1);
    }
};

ROCKETDESK_TEST(LiveModelTest)
#include "tst_livemodel.moc"
