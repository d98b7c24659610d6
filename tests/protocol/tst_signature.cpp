// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/acladdress.h"
#include "client/protocol/signature.h"
#include "tests/support/samples.h"
#include "tests/support/testregistry.h"

#include <QJsonObject>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::protocol;

/// Signatures that real brokers accepted.
class SignatureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsThatServersAccepted_data()
    {
        QTest::addColumn<QJsonObject>("sample");
        for (const QJsonValue &sample : tests::jsonArrayFile(QStringLiteral("samples/signed.json"))) {
            if (sample.toObject().contains(QLatin1StringView("signedText")))
                QTest::addRow("%s %s", qPrintable(sample[u"server"].toString()), qPrintable(sample[u"name"].toString())) << sample.toObject();
        }
    }

    void requestsThatServersAccepted()
    {
        QFETCH(const QJsonObject, sample);
        const QJsonObject fields = sample[u"extFields"].toObject();
        std::vector<std::pair<QByteArray, QByteArray>> held;
        for (auto it = fields.begin(); it != fields.end(); ++it)
            held.emplace_back(it.key().toUtf8(), it.value().toString().toUtf8());
        std::vector<SignedField> views(held.begin(), held.end());
        const QByteArray body = QByteArray::fromHex(sample[u"bodyHex"].toString().toLatin1());
        const auto value = signRequest(sample[u"secretKey"].toString().toUtf8(), views, body);
        QVERIFY(value);
        QCOMPARE(QString::fromLatin1(*value), sample[u"signature"].toString());
    }

    void anEmptyKeyIsRefused()
    {
        QCOMPARE(sign("", "data").error().kind, Error::Kind::InvalidArgument);
        QCOMPARE(signRequest("", {}, {}).error().kind, Error::Kind::InvalidArgument);
    }

    void theUniqueKeyQueryCountsOnDemand()
    {
        const std::vector<SignedField> fields{{"_UNIQUE_KEY_QUERY", "true"}, {"Signature", "old"}, {"a", "1"}, {"B", "2"}};
        QCOMPARE(signedOrder(fields).size(), size_t{2});
        QCOMPARE(signedOrder(fields).front().first.toByteArray(), QByteArray("B"));
        QCOMPARE(signedOrder(fields, UniqueKeyQuery::Signed).size(), size_t{3});
    }

    void brokenAddressesAreRefused()
    {
        for (const char16_t *text : {u"1.1.1.{1,2", u"1.1.1.1}", u"{1}{2}"})
            QVERIFY(!expandAclAddresses(QStringView(text)));
        for (const char16_t *text : {u"", u"1", u"1:2:3", u"1::2::3", u"12345::1", u"g::1", u"1:2:3:4:5:6:7:8:9"})
            QVERIFY(!expandIpv6(QStringView(text)));
    }
};

ROCKETDESK_TEST(SignatureTest)

#include "tst_signature.moc"
