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
        QTest::newRow("long") << QStringLiteral("rocketmq-eu-central-1-broker-a") << QStringLiteral("…er-a");
        QTest::newRow("nothing behind it") << QStringLiteral("broker-") << QStringLiteral("broker-");
    }
    void aBrokersNameIsShortened()
    {
        QFETCH(QString, name);
        QTEST(shortBroker(name), "shown");
    }

    void aLongNameKeepsBothEnds()
    {
        QCOMPARE(shortened(QStringLiteral("staging-eu")), QStringLiteral("staging-eu"));
        const QString name = QStringLiteral("customer-platform-production-eu-central-1");
        QCOMPARE(shortened(name), QStringLiteral("customer-platf…-eu-central-1"));
        QCOMPARE(shortened(name).size(), 28);
    }

    void sentencesFollowOneAnother()
    {
        QCOMPARE(sentences({QStringLiteral("One."), {}, QStringLiteral("Two.")}), QStringLiteral("One. Two."));
        QCOMPARE(sentences({QStringLiteral("一。"), QStringLiteral("二。")}), QStringLiteral("一。二。"));
    }
};

ROCKETDESK_TEST(WordsTest)

#include "tst_words.moc"
