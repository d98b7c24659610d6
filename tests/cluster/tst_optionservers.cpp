// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"
#include "client/consumer/litepulloptions.h"
#include "client/litepullconsumer.h"
#include "client/messageproducer.h"
#include "client/networkthread.h"
#include "client/pushconsumer.h"
#include "client/transactionproducer.h"
#include "tests/support/awaited.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace Qt::Literals::StringLiterals;
using tests::awaited;

namespace {

Profile profileOfServers(const QList<Endpoint> &nameServers)
{
    Profile profile;
    profile.nameServers = nameServers;
    profile.timeouts.connect = milliseconds(500);
    profile.timeouts.request = milliseconds(500);
    return profile;
}

const TopicName optionTopic(u"t"_s);
const QList<Endpoint> ownServers{{u"127.0.0.1"_s, 1}, {u"127.0.0.1"_s, 2}}; // where nobody listens

/// The end of the first call of each thing that a client makes of options.
const QMap<QString, std::function<Error(Client &, const QString &)>> &firstCalls()
{
    static const QMap<QString, std::function<Error(Client &, const QString &)>> calls = {
        {u"producer"_s, [](Client &client, const QString &servers) {
             ProducerOptions options;
             options.namesrvAddr = servers;
             return awaited(client.producer(options)->send({.topic = optionTopic, .body = "x"})).error();
         }},
        {u"transactions"_s, [](Client &client, const QString &servers) {
             TransactionOptions options;
             options.producer.namesrvAddr = servers;
             return awaited(client.transactionProducer(options, createSimpleTransactionListener())->send({.topic = optionTopic, .body = "x"})).error();
         }},
        {u"push"_s, [](Client &client, const QString &servers) {
             ConsumerOptions options;
             options.consumerGroup = u"g"_s;
             options.namesrvAddr = servers;
             const auto consumer = client.pushConsumer(options, {MessageListener::Kind::Concurrently, [](const ConsumeBatch &, const ConsumeContext &) { return ready<ConsumeOutcome>(ConsumeOutcome::success()); }});
             (void)consumer->subscribe(optionTopic);
             return awaited(consumer->start()).error();
         }},
        {u"lite pull"_s, [](Client &client, const QString &servers) {
             LitePullOptions options;
             options.consumerGroup = u"g"_s;
             options.namesrvAddr = servers;
             return awaited(client.litePullConsumer(options)->fetchMessageQueues(optionTopic)).error();
         }},
    };
    return calls;
}

} // namespace

/// namesrvAddr of options, beside the name servers of the profile.
class OptionServersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersThanTheClientsAreRefused_data()
    {
        QTest::addColumn<QString>("what");
        for (const QString &what : firstCalls().keys())
            QTest::addRow("%s", qPrintable(what)) << what;
    }
    void othersThanTheClientsAreRefused()
    {
        QFETCH(QString, what);
        NetworkThread network;
        Client client(network.address(), profileOfServers(ownServers));
        const Error error = firstCalls()[what](client, u"10.0.0.1:9876"_s);
        QCOMPARE(error.kind, Error::Kind::InvalidArgument);
        QCOMPARE(error.remark, u"the options name the name servers 10.0.0.1:9876, but the client has 127.0.0.1:1;127.0.0.1:2"_s);
        QCOMPARE(firstCalls()[what](client, u"10.0.0.1:none"_s).kind, Error::Kind::InvalidArgument);
    }

    void theClientsOwnOrNoneAreGoneTo_data()
    {
        QTest::addColumn<QString>("servers");
        QTest::newRow("by default") << ProducerOptions().namesrvAddr;
        QTest::newRow("none") << QString();
        QTest::newRow("the same") << u"127.0.0.1:1;127.0.0.1:2"_s;
        QTest::newRow("in another order") << u" 127.0.0.1:2 , 127.0.0.1:1 "_s;
    }
    void theClientsOwnOrNoneAreGoneTo()
    {
        QFETCH(QString, servers);
        NetworkThread network;
        Client client(network.address(), profileOfServers(ownServers));
        for (const auto &firstCall : firstCalls())
            QCOMPARE(firstCall(client, servers).kind, Error::Kind::Unreachable);
    }

    void aProgramWithoutAProfileHasThoseOfItsOptions()
    {
        ProducerOptions producing;
        producing.namesrvAddr = u"a;b:1"_s;
        ConsumerOptions consuming;
        consuming.consumerGroup = u"g"_s;
        consuming.namesrvAddr = producing.namesrvAddr;
        const QList<Endpoint> expected{{u"a"_s, 9876}, {u"b"_s, 1}};
        QCOMPARE(profileOf(producing)->nameServers, expected);
        QCOMPARE(profileOf(consuming)->nameServers, expected);
        QCOMPARE(profileOf(consuming)->name, u"g"_s);
        for (const QString &servers : {u""_s, u"a:none"_s}) {
            consuming.namesrvAddr = servers;
            QCOMPARE(profileOf(consuming).error().kind, Error::Kind::InvalidArgument);
        }
    }
};

ROCKETDESK_TEST(OptionServersTest)

#include "tst_optionservers.moc"
