// SPDX-License-Identifier: Apache-2.0
#include "client/base/errorwords.h"
#include "client/base/remarks.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;

namespace {

using Kind = Error::Kind;

const QString brokerB = QStringLiteral("broker-b-s (10.20.4.24:10911)");

Error seen(Kind kind, const QString &remark)
{
    return {.kind = kind, .code = 0, .remark = remark, .where = brokerB, .operation = QStringLiteral("SEND_MESSAGE_V2")};
}

Error said(Kind kind, int code, const QString &remark)
{
    return {.kind = kind, .code = code, .remark = remark, .where = brokerB, .operation = QStringLiteral("SEND_MESSAGE_V2")};
}

QList<Kind> everyKind()
{
    QList<Kind> kinds;
    for (int kind = 0; kind <= static_cast<int>(Kind::Local); ++kind)
        kinds << static_cast<Kind>(kind);
    return kinds;
}

} // namespace

class ErrorWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorReadsAsOneSentence_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const Error &error, const QString &sentence, const QString &reason = {}) { QTest::newRow(name) << error << sentence << reason; };
        row("silent", seen(Kind::Timeout, remarks::waited(std::chrono::seconds(3))), u"broker-b-s (10.20.4.24:10911) did not answer within 3.0 s."_qs);
        row("silent, short", seen(Kind::Timeout, remarks::waited(std::chrono::milliseconds(250))), u"broker-b-s (10.20.4.24:10911) did not answer within 250 ms."_qs);
        row("silent, nothing known", {.kind = Kind::Timeout}, u"The other side did not answer in time."_qs);
        row("no permission", said(Kind::NoPermission, 16, u"the broker's sending message is forbidden"_qs),
            u"broker-b-s (10.20.4.24:10911) refused SEND_MESSAGE_V2: NO_PERMISSION (16)."_qs, u"\"the broker's sending message is forbidden\""_qs);
        row("busy", said(Kind::Throttled, 2, u"[REJECTREQUEST]"_qs), u"broker-b-s (10.20.4.24:10911) refused SEND_MESSAGE_V2: it is busy, SYSTEM_BUSY (2)."_qs, u"\"[REJECTREQUEST]\""_qs);
        row("unknown code", said(Kind::Refused, 4711, u"x"_qs), u"broker-b-s (10.20.4.24:10911) refused SEND_MESSAGE_V2: code 4711."_qs, u"\"x\""_qs);
        row("4.9: wrong secret", said(Kind::NotAuthorised, 1, u"org.apache.rocketmq.acl.common.AclException: Check signature failed for accessKey=a"_qs),
            u"broker-b-s (10.20.4.24:10911) refused SEND_MESSAGE_V2: the secret key does not fit the access key, SYSTEM_ERROR (1)."_qs,
            u"\"org.apache.rocketmq.acl.common.AclException: Check signature failed for accessKey=a\""_qs);
        row("4.9: no right", said(Kind::Refused, 1, u"AclException: No default permission for group:TOOLS_CONSUMER"_qs),
            u"broker-b-s (10.20.4.24:10911) refused SEND_MESSAGE_V2: the access key has no right to it, SYSTEM_ERROR (1)."_qs,
            u"\"AclException: No default permission for group:TOOLS_CONSUMER\""_qs);
        row("5.x: wrong secret", said(Kind::NotAuthorised, 16, u"check signature failed."_qs),
            u"broker-b-s (10.20.4.24:10911) refused SEND_MESSAGE_V2: the secret key does not fit the access key, NO_PERMISSION (16)."_qs, u"\"check signature failed.\""_qs);
        row("5.x: no key", said(Kind::NotAuthorised, 16, u"username cannot be null."_qs),
            u"broker-b-s (10.20.4.24:10911) refused SEND_MESSAGE_V2: it wants an access key, NO_PERMISSION (16)."_qs, u"\"username cannot be null.\""_qs);
        row("not in this version", said(Kind::Unsupported, 3, u" request type 320 not supported"_qs),
            u"broker-b-s (10.20.4.24:10911) refused SEND_MESSAGE_V2: it does not know this call, REQUEST_CODE_NOT_SUPPORTED (3)."_qs, u"\"request type 320 not supported\""_qs);
        row("web server", seen(Kind::Malformed, u"HTTP/1.1 400 Bad Request"_qs), u"A web server listens on broker-b-s (10.20.4.24:10911), not RocketMQ."_qs, u"HTTP/1.1 400 Bad Request"_qs);
        row("lying length", seen(Kind::Malformed, remarks::lyingLength + u": 4294967295 bytes"_qs),
            u"broker-b-s (10.20.4.24:10911) announced a frame whose length can't be true."_qs, remarks::lyingLength + u": 4294967295 bytes"_qs);
        row("unreadable record", seen(Kind::Malformed, remarks::unreadableRecord + u"0 has an unknown magic number"_qs),
            u"broker-b-s (10.20.4.24:10911) sent a message that can't be read: its record is damaged, or of a newer kind."_qs);
        row("wants TLS", seen(Kind::Closed, remarks::closedWithoutAByte), u"broker-b-s (10.20.4.24:10911) closed the connection without a byte."_qs);
        row("our certificate", seen(Kind::TlsFailed, remarks::ourCertificate), u"broker-b-s (10.20.4.24:10911) did not accept the client's certificate."_qs);
        row("tcp", seen(Kind::Unreachable, u"Connection refused"_qs), u"Nothing listens on broker-b-s (10.20.4.24:10911)."_qs);
        row("nowhere", seen(Kind::NotFound, remarks::noBroker + u"has a group billing"_qs), u"No broker has a group billing."_qs);
        row("read-only", seen(Kind::ReadOnly, {}), u"SEND_MESSAGE_V2 was not sent: the profile is read-only."_qs);
        row("file", {.kind = Kind::Local, .remark = u"it is no JSON"_qs, .where = u"/p.json"_qs}, u"/p.json can't be used."_qs, u"it is no JSON"_qs);
        row("placeholders in words of others", said(Kind::Refused, 1, u"%1 %2 %3"_qs), u"broker-b-s (10.20.4.24:10911) refused SEND_MESSAGE_V2: SYSTEM_ERROR (1)."_qs, u"\"%1 %2 %3\""_qs);
    }
    void everyErrorReadsAsOneSentence()
    {
        QFETCH(Error, error);
        QFETCH(QString, sentence);
        QFETCH(QString, reason);
        const ErrorText text = wordsFor(error);
        QCOMPARE(text.sentence, sentence);
        QCOMPARE(text.reason, reason);
    }

    void aLineQuotesTheServerBehindTheCode()
    {
        const ErrorText text = wordsFor(said(Kind::NoPermission, 16, u"forbidden"_qs));
        QVERIFY2(text.line().startsWith(u"broker-b-s (10.20.4.24:10911) refused SEND_MESSAGE_V2: NO_PERMISSION (16), \"forbidden\". Check"_qs), qPrintable(text.line()));
    }

    void refusedAndSilentShareNoWords()
    {
        for (const Kind kind : everyKind()) {
            for (const QString &remark : {QString(), u"Connection refused"_qs, QString(remarks::closedWithoutAByte), QString(remarks::ourCertificate)}) {
                const ErrorText silent = wordsFor(seen(kind, remark));
                QVERIFY(!silent.refused);
                QVERIFY2(!silent.line().contains(u"refused"_qs) || kind != Kind::Unreachable, qPrintable(silent.line()));
                QVERIFY2(!silent.sentence.contains(u"refused"_qs) || kind == Kind::Refused, qPrintable(silent.sentence));
            }
            for (int code = 1; code < 300; ++code) {
                const ErrorText spoken = wordsFor(said(kind == Kind::Timeout ? Kind::Refused : kind, code, u"words"_qs));
                QVERIFY(spoken.refused);
                QVERIFY2(!spoken.sentence.contains(u"answer"_qs), qPrintable(spoken.sentence));
            }
        }
    }

    void everyKindHasASentence()
    {
        for (const Kind kind : everyKind()) {
            for (const int code : {0, 1, 16, 4711}) {
                const ErrorText text = wordsFor({.kind = kind, .code = code});
                QVERIFY2(text.sentence.endsWith(u'.') && text.sentence.at(0).isUpper(), qPrintable(text.sentence));
                QVERIFY2(!text.sentence.contains(u'%'), qPrintable(text.sentence));
            }
        }
    }

    void aTopicWithoutAWayIsNamed()
    {
        const ErrorText text = wordsFor({.kind = Kind::NoRoute, .remark = u"no queue of the topic orders may be written"_qs});
        QCOMPARE(text.sentence, u"No queue of the topic orders may be written."_qs);
        QCOMPARE(text.reason, QString());
        QVERIFY(!text.wayOut.isEmpty());
    }

    void longAndHostileRemarksAreBounded()
    {
        const ErrorText text = wordsFor(said(Kind::Refused, 1, QString(1'000'000, u'x') + u"\n\x1b[31m"_qs));
        QVERIFY(text.line().size() < 1'000);
        QVERIFY(!wordsFor(said(Kind::Refused, 1, u"a\nb"_qs)).reason.contains(u'\n'));
    }

    void wordsFollowTheHouse()
    {
        for (const char *word : allErrorWords()) {
            const QString text = QString::fromUtf8(word);
            QVERIFY2(!text.contains(u'!') && !text.contains(u"please"_qs, Qt::CaseInsensitive) && !text.contains(u"success"_qs), word);
        }
    }

    void aTranslatorSeesEveryPattern()
    {
        QStringList asked;
        const ErrorText text = wordsFor({.kind = Kind::Timeout}, [&](const char *source) {
            asked << QString::fromUtf8(source);
            return u"[%1]"_qs;
        });
        QCOMPARE(text.sentence, u"[[%1]]"_qs);
        QVERIFY(asked.contains(u"%1 did not answer in time."_qs));
    }

    void codesHaveTheirNames()
    {
        QCOMPARE(responseCodeName(0), u"SUCCESS"_qs);
        QCOMPARE(responseCodeName(-1006), u"RPC_TIME_OUT"_qs);
        QCOMPARE(responseCodeName(3002), u"POLICY_NOT_EXIST"_qs);
        QCOMPARE(responseCodeName(209), u"POLLING_FULL"_qs);
        QCOMPARE(responseCodeName(209, u"UPDATE_AND_CREATE_ACL_CONFIG"), u"UPDATE_AND_CREATE_ACL_CONFIG_FAILED"_qs);
        QCOMPARE(responseCodeName(214), QString());
        QCOMPARE(responseCodeText(16), u"NO_PERMISSION (16)"_qs);
        QCOMPARE(responseCodeText(214), u"code 214"_qs);
    }
};

ROCKETDESK_TEST(ErrorWordsTest)

#include "tst_errorwords.moc"
