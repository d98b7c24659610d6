// SPDX-License-Identifier: Apache-2.0
#include "client/base/ownremarks.h"
#include "tests/support/paths.h"
#include "tests/support/testregistry.h"

#include <QDirIterator>
#include <QTest>

using namespace rocketdesk;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A language in which every known text stands in braces.
QString braced(const char *source)
{
    return u'{' + QString::fromUtf8(source) + u'}';
}

QByteArray sourcesOfClient()
{
    QByteArray all;
    QDirIterator files(tests::sourceFolder() + u"/client"_s, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.fileName().endsWith(u"ownremarks.cpp"_s) && file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

class OwnRemarksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remarksAreTranslatedWithWhatIsFilledIn_data()
    {
        QTest::addColumn<QString>("remark");
        QTest::addColumn<QString>("translated");
        QTest::newRow("whole") << u"no broker is chosen"_s << u"{no broker is chosen}"_s;
        QTest::newRow("a number") << u"the body has 12 bytes"_s << u"{the body has 12 bytes}"_s;
        QTest::newRow("begins with what is filled in") << u"no-such needs brokers from 5.0 on, and this topic has an older one"_s
                                                        << u"{no-such needs brokers from 5.0 on, and this topic has an older one}"_s;
        QTest::newRow("three") << u"there is no message at offset 7; queue 2 has 1 up to 5"_s << u"{there is no message at offset 7; queue 2 has 1 up to 5}"_s;
        QTest::newRow("a remark in a remark") << u"the SQL expression is broken at column 3: the comment is not closed"_s
                                              << u"{the SQL expression is broken at column 3: {the comment is not closed}}"_s;
        QTest::newRow("two in one") << u"the SQL expression is broken at column 4: the filter ends where AND and the upper bound is missing"_s
                                    << u"{the SQL expression is broken at column 4: {the filter ends where {AND and the upper bound} is missing}}"_s;
        QTest::newRow("three deep") << u"\"nameServers\" has an entry that is no address: \"a b:1\" is no address: the host has a character that no host has"_s
                                    << u"{\"nameServers\" {has an entry that is no address: {\"a b:1\" is no address: {the host has a character that no host has}}}}"_s;
        QTest::newRow("filled in with a place") << u"another profile is named \"%1\""_s << u"{another profile is named \"%1\"}"_s;
        QTest::newRow("begins alike") << u"the body has 12 bytes too many"_s << u"the body has 12 bytes too many"_s;
        QTest::newRow("ends alike") << u"here no broker is chosen"_s << u"here no broker is chosen"_s;
        QTest::newRow("a server's") << u"[TIMEOUT_CLEAN_QUEUE]broker busy"_s << u"[TIMEOUT_CLEAN_QUEUE]broker busy"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void remarksAreTranslatedWithWhatIsFilledIn()
    {
        QFETCH(QString, remark);
        QTEST(translatedRemark(remark, braced), "translated");
        QCOMPARE(translatedRemark(remark, {}), remark);
    }

    void everyKnownRemarkIsOneOfTheCode()
    {
        const QByteArray sources = sourcesOfClient();
        for (const char *const known : knownRemarks()) {
            const QByteArray literal = QByteArray(known).replace('"', "\\\"");
            QVERIFY2(sources.contains('"' + literal), known);
        }
    }
};

ROCKETDESK_TEST(OwnRemarksTest)

#include "tst_ownremarks.moc"
