// SPDX-License-Identifier: Apache-2.0
#include "client/profile/profile.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;

class AddressMappingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRuleMapsWhatItFits_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("announced");
        QTest::addColumn<QString>("expected");
        QTest::newRow("exact") << u"broker-b.internal:10911"_qs << u"127.0.0.1:20911"_qs << u"broker-b.internal:10911"_qs << u"127.0.0.1:20911"_qs;
        QTest::newRow("exact, other port") << u"broker-b.internal:10911"_qs << u"127.0.0.1:20911"_qs << u"broker-b.internal:10909"_qs << u"broker-b.internal:10909"_qs;
        QTest::newRow("case aside") << u"Broker-B:10911"_qs << u"h:1"_qs << u"broker-b:10911"_qs << u"h:1"_qs;
        QTest::newRow("no port keeps the port") << u"172.17.0.2"_qs << u"localhost"_qs << u"172.17.0.2:10911"_qs << u"localhost:10911"_qs;
        QTest::newRow("any host of a net") << u"172.17.0.*:*"_qs << u"10.20.4.24:*"_qs << u"172.17.0.5:10911"_qs << u"10.20.4.24:10911"_qs;
        QTest::newRow("dot before the star counts") << u"172.17.0.*"_qs << u"x"_qs << u"172.17.01:1"_qs << u"172.17.01:1"_qs;
        QTest::newRow("star in the middle") << u"mq-*.svc.cluster.local"_qs << u"gate:31000"_qs << u"mq-0.mq.svc.cluster.local:10911"_qs << u"gate:31000"_qs;
        QTest::newRow("host kept") << u"*:10911"_qs << u"*:20911"_qs << u"10.0.0.7:10911"_qs << u"10.0.0.7:20911"_qs;
        QTest::newRow("everything") << u"*"_qs << u"127.0.0.1"_qs << u"a:7"_qs << u"127.0.0.1:7"_qs;
        QTest::newRow("IPv6") << u"[fd00::1]:10911"_qs << u"[::1]:20911"_qs << u"[fd00::1]:10911"_qs << u"[::1]:20911"_qs;
        QTest::newRow("IPv6 with star") << u"[fd00::*]:*"_qs << u"localhost"_qs << u"[fd00::1f]:10911"_qs << u"localhost:10911"_qs;
    }
    void oneRuleMapsWhatItFits()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, announced);
        QFETCH(QString, expected);
        const auto mapping = AddressMapping::parse(from, to);
        QVERIFY2(mapping, mapping ? "" : qPrintable(mapping.error().remark));
        Profile profile;
        profile.mappings = {*mapping};
        QCOMPARE(profile.mapped(*Endpoint::parse(announced)).toString(), expected);
    }

    void whatCannotBeARuleIsRefused_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("empty from") << u" "_qs << u"a:1"_qs;
        QTest::newRow("empty to") << u"a:1"_qs << QString();
        QTest::newRow("port 0") << u"a:0"_qs << u"b:1"_qs;
        QTest::newRow("port 65536") << u"a:1"_qs << u"b:65536"_qs;
        QTest::newRow("half a target") << u"a.*"_qs << u"b.*"_qs;
        QTest::newRow("bare IPv6") << u"fd00::1"_qs << u"b"_qs;
        QTest::newRow("two ports") << u"a:1:*"_qs << u"b"_qs;
        QTest::newRow("two ports in brackets") << u"[::1]:1:*"_qs << u"b"_qs;
        QTest::newRow("no host") << u":10911"_qs << u"b"_qs;
        QTest::newRow("very long") << QString(100'000, u'a') << u"b"_qs;
    }
    void whatCannotBeARuleIsRefused()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto mapping = AddressMapping::parse(from, to);
        QVERIFY(!mapping);
        QCOMPARE(mapping.error().kind, Error::Kind::InvalidArgument);
        QVERIFY(!mapping.error().remark.isEmpty() && mapping.error().remark.size() < 600);
    }

    void anExactRuleGoesBeforeAnEarlierStar()
    {
        Profile profile;
        profile.mappings = {*AddressMapping::parse(u"*"_qs, u"star"_qs), *AddressMapping::parse(u"a"_qs, u"exact"_qs),
            *AddressMapping::parse(u"a"_qs, u"second"_qs)};
        QCOMPARE(profile.mapped({u"a"_qs, 5}).toString(), u"exact:5"_qs);
        QCOMPARE(profile.mapped({u"b"_qs, 5}).toString(), u"star:5"_qs);
    }
};

ROCKETDESK_TEST(AddressMappingTest)

#include "tst_addressmapping.moc"
