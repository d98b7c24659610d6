// SPDX-License-Identifier: Apache-2.0
#include "client/search.h"
#include "tests/contract/guardedcluster.h"
#include "tests/contract/watching.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using tests::Caller;
using tests::Guard;
using tests::GuardedCluster;
using tests::Watching;
namespace account = tests::account;

namespace {

Result<SendReceipt> sendOne(Caller &caller)
{
    return Caller::result(caller.client().send({.topic = TopicName(tests::guardedTopic), .body = "body"}));
}

std::optional<Hop> hop(const std::vector<Hop> &hops, Hop::Kind kind)
{
    const auto found = std::find_if(hops.cbegin(), hops.cend(), [kind](const Hop &one) { return one.kind == kind; });
    return found == hops.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

/// What accounts may and may not, on brokers with ACL switched on.
class AccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { GuardedCluster::startAll(Guard::Accounts); }

    void whoHasTheRightKeysIsServed_data() { tests::addTargetRows(); }
    void whoHasTheRightKeysIsServed()
    {
        GuardedCluster &cluster = fetched();
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Caller caller(cluster.profile(), cluster.secrets());
        const auto receipt = sendOne(caller);
        QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : receipt.error().remark));
        const auto overview = Caller::result(caller.client().readCluster());
        QVERIFY(overview.has_value());
        const auto hops = tried(cluster.profile(), cluster.secrets());
        QCOMPARE(hop(hops, Hop::Kind::Credentials)->state, Hop::State::Ok);
        QVERIFY(std::none_of(hops.cbegin(), hops.cend(), [](const Hop &one) { return one.state == Hop::State::Failed; }));
    }

    void wrongKeysAreRefusedWithTheReason_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("accessKey");
        QTest::addColumn<QString>("secretKey");
        QTest::addColumn<QString>("words");
        for (const auto &target : tests::TargetCluster::all()) {
            const bool four = target.name() == QLatin1StringView("4.9.7");
            const QByteArray label = target.name().toUtf8();
            const char *const name = label.constData();
            QTest::addRow("%s: wrong secret", name) << target.name() << account::administrator << QStringLiteral("not-the-secret") << QStringLiteral("the secret key does not fit");
            QTest::addRow("%s: unknown key", name) << target.name() << QStringLiteral("rocketdesk-stranger") << QStringLiteral("rocketdesk-secret")
                                                   << (four ? QStringLiteral("does not know the access key") : QStringLiteral("the user is unknown"));
            QTest::addRow("%s: no key", name) << target.name() << QString() << QString() << QStringLiteral("wants an access key");
        }
    }
    void wrongKeysAreRefusedWithTheReason()
    {
        QFETCH(const QString, accessKey);
        QFETCH(const QString, secretKey);
        QFETCH(const QString, words);
        GuardedCluster &cluster = fetched();
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        const Client::Secrets secrets{.secretKey = Secret(secretKey)};
        Caller caller(cluster.profile(accessKey), secrets);
        const auto receipt = sendOne(caller);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::NotAuthorised);
        QVERIFY2(wordsFor(receipt.error()).sentence.contains(words), qPrintable(wordsFor(receipt.error()).line()));
        QVERIFY(!receipt.error().remark.contains(secretKey) || secretKey.isEmpty());
        const auto failedHop = hop(tried(cluster.profile(accessKey), secrets), Hop::Kind::Credentials);
        QVERIFY(failedHop.has_value());
        QCOMPARE(failedHop->state, Hop::State::Failed);
        QVERIFY2(wordsFor(failedHop->error).sentence.contains(words), qPrintable(wordsFor(failedHop->error).line()));
    }

    void aMessageIsFoundByItsKey_data() { tests::addTargetRows(); }
    void aMessageIsFoundByItsKey() // one field of the search is not signed
    {
        GuardedCluster &cluster = fetched();
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Caller caller(cluster.profile(), cluster.secrets());
        OutgoingMessage message{.topic = TopicName(tests::guardedTopic), .body = "with a key"};
        message.properties.set(protocol::property::Keys, QStringLiteral("guarded-key"));
        const auto receipt = Caller::result(caller.client().send(message));
        QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : receipt.error().remark));
        const auto found = [&caller] { // the index is written a moment later
            const auto messages = Caller::result(caller.client().search().byKey({.topic = TopicName(tests::guardedTopic), .key = QStringLiteral("guarded-key")}));
            if (!messages)
                qInfo().noquote() << wordsFor(messages.error()).line();
            return messages ? messages->messages.size() : 0U;
        };
        QTRY_VERIFY(found() > 0);
    }

    void aMissingRightToSendIsNamed_data() { tests::addTargetRows(); }
    void aMissingRightToSendIsNamed()
    {
        GuardedCluster &cluster = fetched();
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Caller nobody(cluster.profile(account::nobody), cluster.secrets());
        const auto refused = sendOne(nobody);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::NotAuthorised);
        QVERIFY2(refused.error().remark.contains(tests::guardedTopic), qPrintable(refused.error().remark));
        Caller sender(cluster.profile(account::sender), cluster.secrets());
        const auto receipt = sendOne(sender);
        QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : receipt.error().remark));
    }

    void aMissingRightToWatchIsNamedAndAGroupHelps_data() { tests::addTargetRows(); }
    void aMissingRightToWatchIsNamedAndAGroupHelps()
    {
        GuardedCluster &cluster = fetched();
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Caller administrator(cluster.profile(), cluster.secrets());
        QVERIFY(sendOne(administrator).has_value());
        Caller reader(cluster.profile(account::reader), cluster.secrets());
        WatchOptions options{.topics = {TopicName(tests::guardedTopic)}, .from = WatchFrom::oldest()};
        Watching refused(reader.client(), options);
        QTRY_VERIFY(refused.ended);
        QCOMPARE(refused.ended->kind, Error::Kind::NotAuthorised);
        QVERIFY2(refused.ended->remark.contains(QLatin1StringView("TOOLS_CONSUMER")), qPrintable(refused.ended->remark));
        QCOMPARE(refused.bodies, QStringList());
        options.asGroup = ConsumerGroup(tests::guardedGroup);
        Watching served(reader.client(), options);
        QTRY_VERIFY(!served.bodies.isEmpty() || served.ended);
        QVERIFY2(!served.ended, qPrintable(served.ended ? served.ended->remark : QString()));
    }

    void aMissingRightToTheTopicIsNamedFirst_data() { tests::addTargetRows(); }
    void aMissingRightToTheTopicIsNamedFirst()
    {
        GuardedCluster &cluster = fetched();
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Caller nobody(cluster.profile(account::nobody), cluster.secrets());
        Watching watching(nobody.client(), {.topics = {TopicName(tests::guardedTopic)}, .from = WatchFrom::oldest()});
        QTRY_VERIFY(watching.ended);
        QCOMPARE(watching.ended->kind, Error::Kind::NotAuthorised);
        QVERIFY2(watching.ended->remark.contains(tests::guardedTopic), qPrintable(watching.ended->remark));
    }

    void accountsAreCheckedUnderTlsToo_data() { tests::addTargetRows(); }
    void accountsAreCheckedUnderTlsToo()
    {
        GuardedCluster &cluster = fetched();
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Profile encrypted = cluster.profile();
        encrypted.tls = cluster.tls();
        Caller right(encrypted, cluster.secrets());
        const auto receipt = sendOne(right);
        QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : receipt.error().remark));
        Caller wrong(encrypted, {.secretKey = Secret(QStringLiteral("not-the-secret"))});
        QCOMPARE(sendOne(wrong).error().kind, Error::Kind::NotAuthorised);
    }

private:
    GuardedCluster &fetched()
    {
        QFETCH(const QString, target);
        return GuardedCluster::shared(target, Guard::Accounts);
    }
    static std::vector<Hop> tried(const Profile &profile, const Client::Secrets &secrets)
    {
        NetworkThread network;
        QObject context;
        return Caller::result(Client::test(network.address(), profile, secrets, &context, {})).value_or(std::vector<Hop>());
    }
};

ROCKETDESK_TEST(AccessTest)

#include "tst_guardedaccess.moc"
