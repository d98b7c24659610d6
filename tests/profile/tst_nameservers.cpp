// SPDX-License-Identifier: Apache-2.0
#include "client/profile/nameservers.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;

class NameServersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPeoplePasteIsUnderstood_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &pasted, const QString &expected) { QTest::newRow(name) << pasted << expected; };
        row("one", u"10.0.0.1:9876"_qs, u"10.0.0.1:9876"_qs);
        row("port left out", u"ns1.mq.test"_qs, u"ns1.mq.test:9876"_qs);
        row("semicolons", u"a:9876;b:9877;"_qs, u"a:9876;b:9877"_qs);
        row("commas and blanks", u" a:1, b:2 c:3\t"_qs, u"a:1;b:2;c:3"_qs);
        row("lines", u"a:1\r\nb:2\n\n"_qs, u"a:1;b:2"_qs);
        row("twice", u"a:1;a:1;b"_qs, u"a:1;b:9876"_qs);
        row("variable", u"NAMESRV_ADDR=a:1;b:2"_qs, u"a:1;b:2"_qs);
        row("export", u"export NAMESRV_ADDR='a:1;b:2'\n"_qs, u"a:1;b:2"_qs);
        row("export with blanks in quotes", u"export NAMESRV_ADDR=\"a:1; b:2\""_qs, u"a:1;b:2"_qs);
        row("windows", u"set NAMESRV_ADDR=a:1"_qs, u"a:1"_qs);
        row("docker", u"docker run -e \"NAMESRV_ADDR=ns:9876\" apache/rocketmq:5.5.0 sh mqbroker"_qs, u"ns:9876"_qs);
        row("mqadmin", u"sh bin/mqadmin topicList -n 10.0.0.1:9876"_qs, u"10.0.0.1:9876"_qs);
        row("mqadmin, list in quotes, options behind", u"mqadmin updateTopic -n 'a:1;b:2' -t T -c C"_qs, u"a:1;b:2"_qs);
        row("mqadmin, list without quotes", u"mqadmin clusterList -n a:1;b:2 -m"_qs, u"a:1;b:2"_qs);
        row("rocketctl", u"rocketctl --namesrv a:1 topics"_qs, u"a:1"_qs);
        row("java", u"java -Drocketmq.namesrv.addr=a:1 Main"_qs, u"a:1"_qs);
        row("broker.conf", u"brokerName = broker-a\nnamesrvAddr = a:1;b:2\n"_qs, u"a:1;b:2"_qs);
        row("yaml", u"rocketmq:\n  name-server: a:1\n"_qs, u"a:1"_qs);
        row("scheme", u"rocketmq://a:1;tcp://b"_qs, u"a:1;b:9876"_qs);
        row("instance", u"http://MQ_INST_1_BX.mq-internet.example.com:80"_qs, u"MQ_INST_1_BX.mq-internet.example.com:80"_qs);
        row("bracketed IPv6", u"[fd00::1]:9876;[::1]"_qs, u"[fd00::1]:9876;[::1]:9876"_qs);
        row("bare IPv6", u"fd00::1"_qs, u"[fd00::1]:9876"_qs);
        row("bare IPv6 with port, full", u"fd00:0:0:0:0:0:0:1:9876"_qs, u"[fd00:0:0:0:0:0:0:1]:9876"_qs);
        row("other letters", u"mq-队列.example:1"_qs, u"mq-队列.example:1"_qs);
        row("nothing", u"  ;\n"_qs, QString());
    }
    void whatPeoplePasteIsUnderstood()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, expected);
        const NameServerList list = parseNameServers(pasted);
        QCOMPARE(list.toString(), expected);
        QVERIFY2(list.problems.empty(), list.problems.empty() ? "" : qPrintable(list.problems[0].words.text()));
    }

    void aWrongEntryIsNamedInOneSentence_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QString &pasted, const QString &sentence) { QTest::newRow(name) << pasted << sentence; };
        row("port of letters", u"a:x"_qs, u"The port is a number from 1 to 65535, not \"x\"."_qs);
        row("port 0", u"a:0"_qs, u"The port is a number from 1 to 65535, not \"0\"."_qs);
        row("port 65536", u"a:65536"_qs, u"The port is a number from 1 to 65535, not \"65536\"."_qs);
        row("colon without port", u"a:"_qs, u"The port is missing after the colon."_qs);
        row("no host", u":9876"_qs, u"The host is missing before the colon."_qs);
        row("IPv4", u"10.0.0.300:9876"_qs, u"\"10.0.0.300\" is no IPv4 address."_qs);
        row("IPv4 of three", u"10.0.1"_qs, u"\"10.0.1\" is no IPv4 address."_qs);
        row("IPv6", u"[fd00::zz]:1"_qs, u"\"fd00::zz\" is no IPv6 address."_qs);
        row("two ways", u"fd00::1:9876"_qs, u"This can be read in two ways: write [fd00::1]:9876 or [fd00::1:9876]."_qs);
        row("star", u"10.0.0.*:9876"_qs, u"A name server needs a whole address, without *."_qs);
        row("path", u"http://jmenv.example:8080/rocketmq/nsaddr"_qs, u"This asks a web server for the name servers: write the addresses it gives."_qs);
        row("other scheme", u"ftp://a"_qs, u"Name servers have no addresses that begin with ftp://."_qs);
        row("user", u"http://u:p@h:1"_qs, u"A user in an address means nothing to RocketMQ: set the access key instead."_qs);
        row("open bracket", u"[::1"_qs, u"This is no address: write host:port."_qs);
        row("odd host", u"a_b$:1"_qs, u"\"a_b$\" is no host name."_qs);
    }
    void aWrongEntryIsNamedInOneSentence()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, sentence);
        const NameServerList list = parseNameServers(u"good:1;"_qs + pasted);
        QCOMPARE(list.toString(), u"good:1"_qs);
        QCOMPARE(list.problems.size(), std::size_t(1));
        QCOMPARE(list.problems[0].entry, pasted);
        QCOMPARE(list.problems[0].words.text(), sentence);
    }

    void hostileTextIsBounded()
    {
        QCOMPARE(parseNameServers(QString(10'000'000, u'a')).problems.size(), std::size_t(1));
        QVERIFY(parseNameServers(QString(30'000, u';') + QString(30'000, u':')).problems.size() < 30);
        QString many;
        for (int i = 0; i < 5'000; ++i)
            many += QStringLiteral("h%1;").arg(i);
        const NameServerList list = parseNameServers(many);
        QCOMPARE(list.endpoints.size(), 64);
        QCOMPARE(list.problems.size(), std::size_t(1));
    }
};

ROCKETDESK_TEST(NameServersTest)

#include "tst_nameservers.moc"
