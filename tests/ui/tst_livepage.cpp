// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "tests/ui/pagefixture.h"
#include "ui/pages/live/livebars.h"
#include "ui/pages/live/livepage.h"
#include "ui/pages/send/sendpage.h"

#include <QSignalSpy>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::ui;
using tests::PageFixture;

/// The Live and the Send page together, against a sandbox cluster.
class LivePageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSentShows()
    {
        PageFixture fixture(1, 3);
        qputenv("ROCKETDESK_HOME", fixture.folder.path().toLocal8Bit());
        LivePage live(fixture.context());
        live.resize(1200, 800);
        live.show();
        live.setActive(true);
        QCOMPARE(live.state(), PageState::Idle);
        SendPage send(fixture.context());
        send.resize(1200, 800);
        send.show();
        send.setActive(true);
        SendDraft draft;
        draft.topic = QStringLiteral("live-page-test");
        draft.body = QByteArrayLiteral("{\"n\":1}");
        send.setDraft(draft);
        send.sendOnce();
        QTRY_COMPARE_WITH_TIMEOUT(send.store().history().size(), 1U, 10'000);
        QVERIFY2(send.store().history().front().offset >= 0, qPrintable(send.store().history().front().result));
        live.topicsBar().setFrom(WatchFrom::oldest());
        live.openTarget({QStringLiteral("live"), draft.topic, {}, false});
        QVERIFY(live.isWatching());
        QTRY_COMPARE_WITH_TIMEOUT(live.model().rowCount(), 1, 10'000);
        QCOMPARE(live.state(), PageState::Ready);
        live.stop();
        QVERIFY(!live.isWatching());
        QCOMPARE(live.model().rowCount(), 1);
    }

    void aReadOnlyProfileSendsNothing()
    {
        PageFixture fixture(1, 1, true);
        qputenv("ROCKETDESK_HOME", fixture.folder.path().toLocal8Bit());
        SendPage send(fixture.context());
        SendDraft draft;
        draft.topic = QStringLiteral("never");
        draft.body = QByteArrayLiteral("x");
        send.setDraft(draft);
        send.sendOnce();
        QVERIFY(!send.hasRunning());
        QVERIFY(send.store().history().empty());
    }
};

ROCKETDESK_TEST(LivePageTest)
#include "tst_livepage.moc"
