// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/trace.h"
#include "tests/support/samples.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::protocol;

/// Trace messages of the Java clients.
class TraceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsOfJavaClientsReadAndWriteBack_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("kinds");
        for (const char *version : {"4.9.7", "5.5.0"}) {
            const QJsonArray samples = tests::jsonArrayFile(QStringLiteral("samples/%1/trace.json").arg(QLatin1StringView(version)));
            QVERIFY(!samples.isEmpty());
            for (qsizetype i = 0; i < samples.size(); ++i) {
                QTest::addRow("%s %d", version, int(i)) << QByteArray::fromHex(samples[i][u"bodyHex"].toString().toLatin1())
                                                        << samples[i][u"kinds"].toVariant().toStringList();
            }
        }
    }

    void recordsOfJavaClientsReadAndWriteBack()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QStringList, kinds);
        const auto records = decodeTrace(body);
        QCOMPARE(qsizetype(records.size()), body.count('\x02'));
        for (const TraceRecord &record : records) {
            QVERIFY(kinds.contains(traceKindName(record.kind)));
            QVERIFY(record.timeStamp > 0);
            QVERIFY(!record.messageId.isEmpty());
        }
        QByteArray plain = body; // Java prints a missing text, ours leaves it out
        for (int i = 0; i < 2; ++i) // neighbours share a separator
            plain.replace(QByteArray("\x01null\x01"), QByteArray("\x01\x01"));
        plain.replace(QByteArray("\x01null\x02"), QByteArray("\x01\x02"));
        QCOMPARE(encodeTrace(records).toHex(), plain.toHex());
    }

    void noCutOrChangedBodyDoesHarm()
    {
        const QByteArray body = QByteArray::fromHex(tests::jsonArrayFile(QStringLiteral("samples/5.5.0/trace.json")).at(2)[u"bodyHex"].toString().toLatin1());
        for (qsizetype at = 0; at < body.size(); ++at) {
            (void)decodeTrace(body.first(at));
            for (const char value : {'\x01', '\x02', char(0xFF)}) {
                QByteArray changed = body;
                changed[at] = value;
                (void)decodeTrace(changed);
            }
        }
    }
};

ROCKETDESK_TEST(TraceTest)

#include "tst_trace.moc"
