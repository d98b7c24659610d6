// SPDX-License-Identifier: Apache-2.0
#include "client/messageproducer.h"
#include "tests/interop/clustertest.h"
#include "tests/interop/javaprogram.h"
#include "tests/support/consuming.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

/// Ours and Java's clients in one namespace, which neither of them shows.
class NamespacesTest final : public ClusterTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatOursSendJavaConsumes_data() { addClusterRows(); }
    void whatOursSendJavaConsumes()
    {
        const QString topic = QStringLiteral("interop-namespace");
        QVERIFY(createTopic(cluster(), QStringLiteral("NS%") + topic, 1));
        JavaProgram consumer(ServerVersion::V5_5_0, QStringLiteral("PushConsumer"), nameServer(),
            {QStringLiteral("--topic"), topic, QStringLiteral("--group"), QStringLiteral("interop-namespace-group"), QStringLiteral("--namespace"), QStringLiteral("NS"),
                QStringLiteral("--max"), QStringLiteral("3")});
        ProducerOptions options;
        options.producerGroup = QStringLiteral("interop-namespace-producer");
        options.nameSpace = QStringLiteral("NS");
        const auto producer = client().producer(options);
        const auto messageOf = [&topic](const QByteArray &body) { return OutgoingMessage{.topic = TopicName(topic), .body = body}; };
        const auto receipt = Caller::result(producer->send(messageOf("one")));
        QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : wordsFor(receipt.error()).line()));
        const auto batch = Caller::result(producer->sendBatch({messageOf("two"), messageOf("three")}));
        QVERIFY(batch && batch->front() && batch->back());
        QVERIFY2(consumer.finish() == 0, qPrintable(consumer.transcript()));
        QStringList bodies;
        for (const JavaLine &line : consumer.lines(QStringLiteral("message"))) {
            QCOMPARE(line.value("topic"), topic);
            QCOMPARE(line.value("p.INSTANCE_ID"), QStringLiteral("NS"));
            bodies << QString::fromUtf8(QByteArray::fromBase64(line.value("body").toLatin1()));
        }
        bodies.sort();
        QCOMPARE(bodies, (QStringList{QStringLiteral("one"), QStringLiteral("three"), QStringLiteral("two")}));
    }

    void whatJavaSendsOursConsume_data() { addClusterRows(); }
    void whatJavaSendsOursConsume()
    {
        const QString topic = QStringLiteral("interop-namespace-java");
        QVERIFY(createTopic(cluster(), QStringLiteral("NS%") + topic, 1));
        JavaProgram producer(ServerVersion::V5_5_0, QStringLiteral("Producer"), nameServer(),
            {QStringLiteral("--topic"), topic, QStringLiteral("--namespace"), QStringLiteral("NS"), QStringLiteral("--kind"), QStringLiteral("plain,async,batch,transaction")});
        auto options = Consuming::optionsFor(QStringLiteral("interop-namespace-java-group"));
        options.nameSpace = QStringLiteral("NS");
        Consuming consumer(nameServer(), options);
        QSet<QString> names;
        QStringList kinds;
        consumer.answers = [&](const protocol::StoredMessage &message) {
            kinds << message.propertyText(QLatin1StringView("kind"));
            names << message.topic.text();
            if (kinds.constLast() != QLatin1StringView("batch")) // Java names it in the batch's own properties, which 5.5.0 keeps from its messages
                names << message.propertyText(protocol::property::InstanceId);
            return ConsumeOutcome::success();
        };
        QCOMPARE(consumer.start(topic), QString());
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));
        QTRY_COMPARE(kinds.size(), 4);
        kinds.sort();
        QCOMPARE(kinds, (QStringList{QStringLiteral("async"), QStringLiteral("batch"), QStringLiteral("plain"), QStringLiteral("transaction")}));
        QCOMPARE(names, (QSet<QString>{QStringLiteral("NS"), topic}));
        QCOMPARE(consumer.stop(), QString());
    }
};

ROCKETDESK_TEST(NamespacesTest)

#include "tst_namespaces.moc"
