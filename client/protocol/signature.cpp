// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/signature.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

constexpr QByteArrayView uniqueKeyQueryField = "_UNIQUE_KEY_QUERY";

Failure noKey()
{
    return failed(Error::Kind::InvalidArgument, QStringLiteral("signing needs a secret key"));
}

void add(QMessageAuthenticationCode &code, QByteArrayView bytes)
{
    code.addData(bytes.data(), bytes.size());
}

} // namespace

std::vector<SignedField> signedOrder(std::vector<SignedField> fields, UniqueKeyQuery uniqueKeyQuery)
{
    std::erase_if(fields, [uniqueKeyQuery](const SignedField &field) {
        return field.first == signatureField || (uniqueKeyQuery == UniqueKeyQuery::LeftOut && field.first == uniqueKeyQueryField);
    });
    std::stable_sort(fields.begin(), fields.end(), [](const SignedField &a, const SignedField &b) { return a.first < b.first; });
    return fields;
}

Result<QByteArray> sign(QByteArrayView secretKey, QByteArrayView data)
{
    if (secretKey.isEmpty())
        return noKey();
    QMessageAuthenticationCode code(QCryptographicHash::Sha1, secretKey.toByteArray());
    add(code, data);
    return code.result().toBase64();
}

Result<QByteArray> signRequest(QByteArrayView secretKey, std::vector<SignedField> fields, QByteArrayView body, UniqueKeyQuery uniqueKeyQuery)
{
    if (secretKey.isEmpty())
        return noKey();
    QMessageAuthenticationCode code(QCryptographicHash::Sha1, secretKey.toByteArray());
    for (const SignedField &field : signedOrder(std::move(fields), uniqueKeyQuery))
        add(code, field.second);
    add(code, body);
    return code.result().toBase64();
}

} // namespace rocketdesk::protocol
