// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "client/client.h"
#include "client/litepullconsumer.h"
#include "client/networkthread.h"
#include "tests/support/awaited.h"
#include "tests/support/testregistry.h"

#include <QSemaphore>
#include <QTest>

using namespace rocketdesk;
using namespace std::chrono_literals;
using tests::awaited;

namespace {

const TopicName Topic(QStringLiteral("t"));

} // namespace

/// The consumer that is polled, as users of the library have it: two threads, real time.
class LitePullConsumerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatACancelledPollWouldHaveBroughtComesWithTheNext()
    {
        sandbox::SandboxThread cluster(sandbox::SandboxOptions{.demoData = false, .rate = 0});
        QVERIFY(cluster.started().has_value());
        NetworkThread network;
        Profile profile;
        profile.nameServers = {cluster.nameServer()};
        Client client(network.address(), profile);
        QStringList sent;
        for (int i = 100; i < 140; ++i) {
            sent << QString::number(i);
            QVERIFY(awaited(client.send({.topic = Topic, .body = sent.last().toUtf8()})).has_value());
        }
        LitePullOptions options;
        options.consumerGroup = QStringLiteral("g");
        options.consumeFromWhere = QStringLiteral("CONSUME_FROM_FIRST_OFFSET");
        options.pullBatchSize = 2;
        const auto consumer = client.litePullConsumer(options);
        QVERIFY(awaited(consumer->subscribe(Topic)).has_value());
        QStringList came;
        while (came.size() < sent.size()) {
            const auto batch = awaited(consumer->poll());
            QVERIFY2(batch && !batch->messages.empty(), qPrintable(came.join(u' ')));
            for (const protocol::StoredMessage &message : batch->messages)
                came << QString::fromUtf8(message.body.view());
            auto unwanted = whenDone(consumer->poll(), this, [](const Result<LiteBatch> &) {});
            QSemaphore reached;
            network.address().post([&reached] { reached.release(); }); // the network thread has had the poll, and may have answered
            reached.acquire();
            unwanted.cancel();
        }
        came.sort();
        QCOMPARE(came, sent);
    }
};

ROCKETDESK_TEST(LitePullConsumerTest)

#include "tst_litepullconsumer.moc"
