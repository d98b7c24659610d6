// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/fuzztargets.h"
#include "tests/support/paths.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace rocketdesk::tests;

/// Replays what fuzzing kept, and every cut of it, so that a finding stays mended.
class CorpusTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInputComesBack_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QByteArray>("input");
        for (const FuzzTarget &target : fuzzTargets()) {
            const QDir folder(sourceFolder() + QStringLiteral("/tests/data/corpus/") + QLatin1StringView(target.name));
            const QStringList names = folder.entryList(QDir::Files, QDir::Name);
            QVERIFY2(!names.isEmpty(), qPrintable(folder.path() + QStringLiteral(" is empty")));
            for (const QString &name : names) {
                QFile file(folder.filePath(name));
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
                QTest::addRow("%s/%s", target.name, qPrintable(name)) << QString::fromLatin1(target.name) << file.readAll();
            }
        }
    }

    void everyInputComesBack()
    {
        QFETCH(QString, target);
        QFETCH(QByteArray, input);
        const FuzzTarget *found = fuzzTarget(target.toLatin1());
        QVERIFY(found);
        found->run(input);
        const qsizetype step = std::max<qsizetype>(1, input.size() / 64);
        for (qsizetype size = 0; size < input.size(); size += step) {
            found->run(QByteArrayView(input).first(size));
            QByteArray damaged = input;
            damaged[size] = static_cast<char>(~damaged.at(size));
            found->run(damaged);
        }
    }
};

ROCKETDESK_TEST(CorpusTest)

#include "tst_corpus.moc"
