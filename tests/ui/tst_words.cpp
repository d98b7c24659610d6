// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "ui/common/words.h"

#include <QTest>

using namespace rocketdesk::ui;

class WordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBrokersNameIsShortened_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("usual") << QStringLiteral("broker-a") << QStringLiteral("a");
        QTest::newRow("other") << QStringLiteral("rmq-prod-1") << QStringLiteral("rmq-prod-1");
        QTest::newRow("nothing behind it") << QStringLiteral("broker-") << QStringLiteral("broker-");
    }
    void aBrokersNameIsShortened()
    {
        QFETCH(QString, name);
        QTEST(shortBroker(name), "shown");
    }

    void sentencesFollowOneAnother()
    {
        QCOMPARE(sentences({QStringLiteral("One."), {}, QStringLiteral("Two.")}), QStringLiteral("One. Two."));
        QCOMPARE(sentences({QStringLiteral("一。"), QStringLiteral("二。")}), QStringLiteral("一。二。"));
    }
};

ROCKETDESK_TEST(WordsTest)

#include "tst_words.moc"
