// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"
#include "ui/widgets/bodytext.h"

#include <QTest>

using namespace rocketdesk::ui;

class BodyTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formFollowsTheContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("form");
        QTest::newRow("object") << QByteArray("{\"a\":1}") << int(body::Form::Json);
        QTest::newRow("array with space around") << QByteArray("  [1, 2]\n") << int(body::Form::Json);
        QTest::newRow("broken object") << QByteArray("{\"a\":") << int(body::Form::Text);
        QTest::newRow("number alone") << QByteArray("42") << int(body::Form::Text);
        QTest::newRow("nothing") << QByteArray() << int(body::Form::Text);
        QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x01") << int(body::Form::Hex);
    }
    void formFollowsTheContent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, form);
        QCOMPARE(int(body::formOf(bytes)), form);
    }

    void indentingChangesOnlySpace()
    {
        const QString json = QStringLiteral("{\"id\":9007199254740993,\"t\":1.10,\"s\":\"a{,\\\"b\",\"e\":[],\"l\":[1,{}]}");
        const QString expected = QStringLiteral("{\n  \"id\": 9007199254740993,\n  \"t\": 1.10,\n  \"s\": \"a{,\\\"b\",\n  \"e\": [],\n  \"l\": [\n    1,\n    {}\n  ]\n}");
        QCOMPARE(body::indented(json), expected);
        QCOMPARE(body::indented(expected), expected);
    }

    void hexShowsOffsetBytesAndCharacters()
    {
        QCOMPARE(body::hexDump(QByteArray("AB\x01", 3)), QStringLiteral("00000000  41 42 01 ") + QString(13 * 3 + 1, u' ') + QStringLiteral(" AB."));
    }
};

ROCKETDESK_TEST(BodyTextTest)

#include "tst_bodytext.moc"
