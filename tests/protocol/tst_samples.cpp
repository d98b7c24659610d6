// SPDX-License-Identifier: Apache-2.0
#include "client/commands/all.h"
#include "client/protocol/call.h"
#include "tests/support/paths.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::protocol;

namespace {

const QString samples = rocketdesk::tests::sourceFolder() + QStringLiteral("/tests/data/samples/");

QByteArray read(const QString &name)
{
    QFile file(samples + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonArray readArray(const QString &name)
{
    return QJsonDocument::fromJson(read(name)).array();
}

QByteArray hexMember(const QJsonObject &entry, const char *key)
{
    return QByteArray::fromHex(entry.value(QLatin1StringView(key)).toString().toLatin1());
}

/// The body that a sample keeps in a file of its own.
QByteArray bodyFile(const QString &version, const QJsonObject &entry)
{
    const QString name = entry.value(QLatin1StringView("bodyFile")).toString();
    const QByteArray bytes = read(version + u'/' + name);
    return name.endsWith(QLatin1StringView(".hex")) ? QByteArray::fromHex(bytes) : bytes;
}

/// The frame without its length word; bodies in files may have been shortened, so that the word is not theirs.
QByteArray payloadOf(const QString &version, const QJsonObject &entry)
{
    const QByteArray whole = hexMember(entry, "hex");
    return (whole.isEmpty() ? hexMember(entry, "hexHeadOnly") + bodyFile(version, entry) : whole).sliced(lengthWordSize);
}

/// Decodes the answer to the request of this code; the error, or none.
template <typename Visit>
void asReply(int code, const FrameView &frame, Visit visit)
{
    commands::eachCommand([&]<typename C>(std::type_identity<C> type) {
        if (C::request.code == code)
            visit(type, decodeReply<C>(frame));
    });
}

/// Changes a few bytes, cuts, or doubles a part.
QByteArray mutated(QByteArray bytes, QRandomGenerator &random)
{
    const auto place = [&] { return qsizetype(random.bounded(quint64(qMax<qsizetype>(1, bytes.size())))); };
    switch (random.bounded(4)) {
    case 0: return bytes.first(qMin(bytes.size(), place()));
    case 1: return bytes.insert(place(), bytes.mid(place(), 40));
    case 2: return bytes.remove(place(), qsizetype(random.bounded(20)));
    default:
        for (int i = 0; i < 4 && !bytes.isEmpty(); ++i)
            bytes[place()] = "{}[]:,\"\\0-ntf\xff\0 "[random.bounded(16)];
        return bytes;
    }
}

} // namespace

class SamplesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFrameIsReadAsRecorded_data() { frames(); }
    void everyFrameIsReadAsRecorded();
    void everyReplyIsDecoded_data() { frames(); }
    void everyReplyIsDecoded();
    void everyBodySurvivesWritingAndReading_data() { frames(); }
    void everyBodySurvivesWritingAndReading();
    void everyRecordedRequestIsUnderstood_data() { frames(); }
    void everyRecordedRequestIsUnderstood();
    void everyPushIsUnderstood_data();
    void everyPushIsUnderstood();
    void damagedFramesNeverHarm_data() { frames(); }
    void damagedFramesNeverHarm();

private:
    static void frames();
};

void SamplesTest::frames()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QJsonObject>("entry");
    for (const QString &version : {QStringLiteral("4.9.7"), QStringLiteral("5.5.0")}) {
        for (const QJsonValue &entry : readArray(version + QStringLiteral("/frames.json")))
            QTest::addRow("%s %s", qPrintable(version), qPrintable(entry[QLatin1StringView("name")].toString()))
                << version << entry.toObject();
    }
}

void SamplesTest::everyFrameIsReadAsRecorded()
{
    QFETCH(QString, version);
    QFETCH(QJsonObject, entry);
    const QByteArray payload = payloadOf(version, entry);
    const auto frame = parseFrame(payload);
    QVERIFY(frame);
    const QJsonObject header = entry.value(QLatin1StringView("header")).toObject();
    QCOMPARE(frame->code, header.value(QLatin1StringView("code")).toInt());
    QCOMPARE(frame->version, header.value(QLatin1StringView("version")).toInt());
    QCOMPARE(frame->opaque, header.value(QLatin1StringView("opaque")).toInt());
    QCOMPARE(frame->flag, header.value(QLatin1StringView("flag")).toInt());
    QCOMPARE(frame->remark.toString(), header.value(QLatin1StringView("remark")).toString());
    const QJsonObject fields = header.value(QLatin1StringView("extFields")).toObject();
    QCOMPARE(ExtFields(frame->extFields).entries().size(), std::size_t(fields.size()));
    for (auto it = fields.begin(); it != fields.end(); ++it)
        QCOMPARE(frame->extFields.value(it.key().toUtf8()).toString(), it.value().toString());
}

void SamplesTest::everyReplyIsDecoded()
{
    QFETCH(QString, version);
    QFETCH(QJsonObject, entry);
    const QByteArray payload = payloadOf(version, entry);
    const auto frame = parseFrame(payload);
    QVERIFY(frame);
    asReply(entry.value(QLatin1StringView("replyTo")).toInt(), *frame, [&]<typename C>(std::type_identity<C>, const auto &reply) {
        if (protocol::detail::isSuccess<C>(frame->code)) {
            QVERIFY2(reply, reply ? "" : qPrintable(reply.error().remark));
        } else {
            QVERIFY(!reply);
            QCOMPARE(reply.error().code, frame->code);
            QVERIFY(reply.error().kind != Error::Kind::Malformed);
        }
    });
}

void SamplesTest::everyBodySurvivesWritingAndReading()
{
    QFETCH(QString, version);
    QFETCH(QJsonObject, entry);
    const QByteArray payload = payloadOf(version, entry);
    const auto frame = parseFrame(payload);
    QVERIFY(frame);
    asReply(entry.value(QLatin1StringView("replyTo")).toInt(), *frame, []<typename C>(std::type_identity<C>, const auto &reply) {
        if (!reply)
            return;
        QByteArray once;
        QVERIFY(encodeReply(once, {}, *reply));
        const auto again = decodeReply<C>(*parseFrame(QByteArrayView(once).sliced(lengthWordSize)));
        if (!again)
            return; // a code that is an answer here, and that encodeReply was not told
        QByteArray twice;
        QVERIFY(encodeReply(twice, {}, *again));
        QCOMPARE(twice, once);
    });
}

void SamplesTest::everyRecordedRequestIsUnderstood()
{
    QFETCH(QJsonObject, entry);
    const QByteArray bytes = hexMember(entry, "requestHex");
    if (bytes.isEmpty())
        return;
    const auto frame = parseFrame(splitFrame(bytes).payload);
    QVERIFY(frame);
    commands::eachCommand([&]<typename C>(std::type_identity<C>) {
        if (C::request.code != frame->code)
            return;
        const auto command = decodeRequest<C>(*frame);
        QVERIFY2(command, command ? "" : qPrintable(command.error().remark));
    });
}

void SamplesTest::everyPushIsUnderstood_data()
{
    QTest::addColumn<QJsonObject>("entry");
    for (const QString &version : {QStringLiteral("4.9.7"), QStringLiteral("5.5.0")}) {
        int number = 0;
        for (const QJsonValue &entry : readArray(version + QStringLiteral("/pushes.json")))
            QTest::addRow("%s %s %d", qPrintable(version), qPrintable(entry[QLatin1StringView("name")].toString()), ++number)
                << entry.toObject();
    }
}

void SamplesTest::everyPushIsUnderstood()
{
    QFETCH(QJsonObject, entry);
    const QByteArray bytes = hexMember(entry, "hex");
    const auto frame = parseFrame(splitFrame(bytes).payload);
    QVERIFY(frame);
    QVERIFY(!frame->isResponse());
    int known = 0;
    commands::eachCommand([&]<typename C>(std::type_identity<C>) {
        if (C::request.code != frame->code)
            return;
        const auto command = decodeRequest<C>(*frame);
        QVERIFY2(command, command ? "" : qPrintable(command.error().remark));
        ++known;
    });
    QCOMPARE(known, 1);
}

void SamplesTest::damagedFramesNeverHarm()
{
    QFETCH(QString, version);
    QFETCH(QJsonObject, entry);
    const QByteArray payload = payloadOf(version, entry);
    const int code = entry.value(QLatin1StringView("replyTo")).toInt();
    QRandomGenerator random(quint32(payload.size())); // the same damage in every run
    for (int round = 0; round < 50; ++round) {
        const QByteArray damaged = mutated(payload, random);
        if (const auto frame = parseFrame(damaged))
            asReply(code, *frame, [](auto, const auto &) { });
        FrameView whole = *parseFrame(payload);
        const QByteArray body = mutated(whole.body.toByteArray(), random);
        whole.body = body;
        asReply(code, whole, [](auto, const auto &) { });
    }
}

ROCKETDESK_TEST(SamplesTest)
#include "tst_samples.moc"
