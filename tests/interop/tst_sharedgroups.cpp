// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/clusters.h"
#include "tests/interop/javaprogram.h"
#include "tests/support/caller.h"
#include "tests/support/consuming.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

/// The broker-side order of what Java's member was given.
bool isOrdered(const QList<JavaLine> &lines)
{
    QHash<QString, qint64> last;
    for (const JavaLine &line : lines) {
        const qint64 offset = line.value("offset").toLongLong();
        const QString queue = line.value("queue");
        if (last.contains(queue) && last.value(queue) >= offset)
            return false;
        last.insert(queue, offset);
    }
    return true;
}

} // namespace

/// One group, half of its members Java's and half ours: every message once, queues divided alike, orderly order kept.
class SharedGroupsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void javaAndOursDivideTheQueues_data()
    {
        QTest::addColumn<QString>("cluster");
        QTest::addColumn<bool>("orderly");
        for (const char *cluster : {"sandbox", "5.5.0", "4.9.7"}) {
            QTest::addRow("%s", cluster) << QString::fromLatin1(cluster) << false;
            QTest::addRow("%s orderly", cluster) << QString::fromLatin1(cluster) << true;
        }
    }

    void javaAndOursDivideTheQueues()
    {
        QFETCH(const QString, cluster);
        QFETCH(const bool, orderly);
        const QString topic = orderly ? QStringLiteral("interop-shared-orderly") : QStringLiteral("interop-shared");
        const QString group = topic + QStringLiteral("-group");
        QVERIFY(createTopic(cluster, topic, 4));
        const Endpoint nameServer = *nameServerOf(cluster);
        JavaProgram java(ServerVersion::V5_5_0, QStringLiteral("PushConsumer"), nameServer,
            {QStringLiteral("--topic"), topic, QStringLiteral("--group"), group, QStringLiteral("--listener"), orderly ? QStringLiteral("orderly") : QStringLiteral("concurrent"),
                QStringLiteral("--max"), QStringLiteral("1000"), QStringLiteral("--for"), QStringLiteral("300")});
        QVERIFY2(java.next(QStringLiteral("ready")).has_value(), qPrintable(java.transcript()));
        Consuming ours(nameServer, group, orderly ? Consuming::Kind::Orderly : Consuming::Kind::Concurrently);
        QCOMPARE(ours.start(topic), QString());
        QTRY_COMPARE(ours.queues(), 2);

        // Until Java has given two queues up, messages of those may come to it alone: they are warm-up.
        Caller caller(nameServer);
        int sent = 0;
        const auto bothAnswer = [&] {
            sendRound(caller, topic, sent);
            sent += 4;
            return QTest::qWaitFor([&] { return unique(java, ours).size() == sent; }, 15'000) && !ours.came.empty() && !java.lines(QStringLiteral("message")).isEmpty();
        };
        QVERIFY2(eventually(bothAnswer), qPrintable(java.transcript()));
        const int before = sent;
        for (int round = 0; round < 10; ++round, sent += 4)
            sendRound(caller, topic, sent);
        QTRY_VERIFY(unique(java, ours).size() == sent);

        QSet<QString> javasQueues;
        int deliveries = 0;
        for (const JavaLine &line : java.lines(QStringLiteral("message"))) {
            if (numberOf(line) < before)
                continue;
            javasQueues << line.value("queue");
            ++deliveries;
        }
        for (const auto &one : ours.came)
            deliveries += one.body.toInt() >= before ? 1 : 0;
        QCOMPARE(javasQueues.size(), 2);
        QCOMPARE(deliveries, sent - before); // every message once
        if (orderly) {
            QVERIFY(ours.isOrdered());
            QVERIFY(isOrdered(java.lines(QStringLiteral("message"))));
        }
        QCOMPARE(ours.stop(), QString());
        sendRound(caller, topic, sent);
        sent += 4;
        QTRY_VERIFY(unique(java, ours).size() == sent);
    }

private:
    static int numberOf(const JavaLine &line) { return QByteArray::fromBase64(line.value("body").toLatin1()).toInt(); }
    /// One message to each queue.
    static void sendRound(Caller &caller, const QString &topic, int from)
    {
        for (int queue = 0; queue < 4; ++queue) {
            const auto receipt = Caller::result(caller.client().send({.topic = TopicName(topic), .body = QByteArray::number(from + queue)},
                {.queue = QueueRef{BrokerName(QStringLiteral("broker-a")), QueueId(queue)}}));
            QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : receipt.error().remark));
        }
    }
    static QSet<QString> unique(JavaProgram &java, const Consuming &ours)
    {
        (void)java.transcript();
        QSet<QString> bodies;
        for (const JavaLine &line : java.lines(QStringLiteral("message")))
            bodies << QString::number(numberOf(line));
        for (const auto &one : ours.came)
            bodies << one.body;
        return bodies;
    }
};

ROCKETDESK_TEST(SharedGroupsTest)

#include "tst_sharedgroups.moc"
