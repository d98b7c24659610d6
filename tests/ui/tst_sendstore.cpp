// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "ui/pages/send/sendstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::ui;

namespace {

SendDraft someDraft()
{
    SendDraft draft;
    draft.topic = QStringLiteral("order-created");
    draft.tag = QStringLiteral("created");
    draft.keys = QStringLiteral("SO-1  40021877");
    draft.properties = {{true, QStringLiteral("tenant"), QStringLiteral("cn-east")}, {false, QStringLiteral("unused"), QStringLiteral("x")}};
    draft.body = QByteArray("\x00\xff\x10 body", 8);
    draft.how = SendDraft::How::Batch;
    draft.queue = QueueRef{BrokerName(QStringLiteral("broker-a")), QueueId(3)};
    draft.when = SendDraft::When::Level;
    draft.count = 5000;
    draft.perSecond = 200;
    return draft;
}

} // namespace

class SendStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftBecomesAMessage()
    {
        const SendDraft draft = someDraft();
        const OutgoingMessage message = draft.message();
        QCOMPARE(message.properties.value(u"KEYS"), QStringLiteral("SO-1 40021877"));
        QCOMPARE(message.properties.value(u"TAGS"), QStringLiteral("created"));
        QVERIFY(message.properties.contains(u"tenant"));
        QVERIFY(!message.properties.contains(u"unused"));
        QCOMPARE(draft.options().delayLevel, draft.delayLevel);
        QVERIFY(!draft.options().deliverAt);
        QCOMPARE(draft.plan().perRequest, defaultBatchCount);
    }

    void draftSurvivesItsMaker()
    {
        const QTemporaryDir folder;
        QVERIFY(SendStore(folder.path(), QStringLiteral("prod / shanghai")).saveDraft(someDraft()));
        QCOMPARE(SendStore(folder.path(), QStringLiteral("prod / shanghai")).loadDraft(), someDraft());
        QCOMPARE(SendStore(folder.path(), QStringLiteral("other")).loadDraft(), SendDraft());
    }

    void damagedFilesAreEmptyOnes()
    {
        const QTemporaryDir folder;
        QVERIFY(SendStore(folder.path(), QStringLiteral("a")).saveDraft(someDraft()));
        QFile file(folder.filePath(QStringLiteral("send/a.draft.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ broken");
        file.close();
        QCOMPARE(SendStore(folder.path(), QStringLiteral("a")).loadDraft(), SendDraft());
    }

    void historyIsBoundedInRecordsAndBytes()
    {
        const QTemporaryDir folder;
        SendStore store(folder.path(), QStringLiteral("a"));
        SendRecord record;
        record.draft.topic = QStringLiteral("t");
        for (int i = 0; i < 1100; ++i) {
            record.at = i;
            store.add(record);
        }
        QCOMPARE(store.history().size(), SendStore::mostRecords);
        QCOMPARE(store.history().front().at, 1099);
        record.draft.body = QByteArray(4 << 20, 'x');
        for (int i = 0; i < 20; ++i)
            store.add(record);
        QVERIFY(store.history().size() <= 16);
        store.clearHistory();
        record.draft = someDraft();
        record.queue = record.draft.queue;
        record.offset = 12;
        store.add(record);
        QVERIFY(store.saveHistory());
        const SendStore again(folder.path(), QStringLiteral("a"));
        QCOMPARE(again.history().size(), 1U);
        QCOMPARE(again.history().front().draft, someDraft());
        QCOMPARE(again.history().front().offset, 12);
    }
};

ROCKETDESK_TEST(SendStoreTest)
#include "tst_sendstore.moc"
