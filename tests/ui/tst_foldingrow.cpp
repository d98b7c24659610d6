// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/pagefixture.h"
#include "ui/pages/live/livebars.h"
#include "ui/pages/live/topicpill.h"
#include "ui/widgets/chipbar.h"

#include <QAbstractButton>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace rocketdesk::ui;

namespace {

const QStringList chipNames = {QStringLiteral("All"), QStringLiteral("Normal"), QStringLiteral("Transaction"), QStringLiteral("System")};

QStringList namesOf(const QList<QAbstractButton *> &buttons)
{
    QStringList names;
    for (const QAbstractButton *each : buttons)
        names << each->text();
    return names;
}

} // namespace

/// What gives way where a bar is short.
class FoldingRowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsFromTheRight()
    {
        ChipBar bar(m_theme);
        for (const QString &name : chipNames)
            bar.addChip(name, name);
        bar.show();
        bar.resize(bar.sizeHint());
        QCOMPARE(bar.folded().size(), 0);
        bar.resize(bar.sizeHint().width() - 1, bar.height());
        QVERIFY(!bar.folded().isEmpty());
        QCOMPARE(namesOf(bar.folded()).last(), QStringLiteral("System"));
        auto *more = bar.findChild<QToolButton *>();
        QVERIFY(more->isVisible() && more->geometry().right() < bar.width());
        Q_EMIT more->menu()->aboutToShow();
        QCOMPARE(more->menu()->actions().size(), bar.folded().size());
    }

    void whatIsOnStaysInSight()
    {
        ChipBar bar(m_theme);
        for (const QString &name : chipNames)
            bar.addChip(name, name);
        bar.show();
        bar.resize(bar.sizeHint().width() / 2, bar.sizeHint().height());
        auto *more = bar.findChild<QToolButton *>();
        QCOMPARE(more->text(), QStringLiteral("More"));
        Q_EMIT more->menu()->aboutToShow();
        more->menu()->actions().constLast()->trigger();
        QCOMPARE(bar.current(), QStringLiteral("System"));
        QCOMPARE(more->text(), QStringLiteral("System"));
        QVERIFY(more->geometry().right() < bar.width());
    }

    void pillsKeepNameAndRateWhileThereIsRoom_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<bool>("folds");
        QTest::newRow("1440 beside the dock") << 828 << true << false;
        QTest::newRow("1024 beside the dock") << 528 << false << true;
    }
    void pillsKeepNameAndRateWhileThereIsRoom()
    {
        QFETCH(int, width);
        QFETCH(bool, whole);
        QFETCH(bool, folds);
        TopicsBar bar(m_theme);
        bar.addTopics({QStringLiteral("order-created"), QStringLiteral("payment-authorised"), QStringLiteral("shipment-dispatched")});
        for (TopicPill *pill : bar.pills())
            pill->setRate(QStringLiteral("236/s"));
        bar.resize(width, bar.height());
        bar.show();
        bool anyFolded = false;
        for (const TopicPill *pill : bar.pills()) {
            anyFolded |= !pill->isVisible();
            QVERIFY(!pill->isVisible() || pill->width() >= (whole ? pill->sizeHint() : pill->minimumSizeHint()).width());
        }
        QCOMPARE(anyFolded, folds);
        for (const QWidget *part : bar.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
            QVERIFY2(!part->isVisible() || part->geometry().right() < width, part->metaObject()->className());
    }

private:
    GivenAppearance m_appearance;
    Theme m_theme{m_appearance};
};

ROCKETDESK_TEST(FoldingRowTest)

#include "tst_foldingrow.moc"
