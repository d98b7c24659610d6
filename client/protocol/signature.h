// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <utility>
#include <vector>

namespace rocketdesk::protocol {

/// Name and value of an extension field of the request, UTF-8.
using SignedField = std::pair<QByteArrayView, QByteArrayView>;

/// Whether the field _UNIQUE_KEY_QUERY counts: 4.9 never signs it, 5.x does from header version 400 on. A request of
/// code 12 that leaves it out and says version 399 suits both.
enum class UniqueKeyQuery { LeftOut, Signed };

inline constexpr QByteArrayView signatureField = "Signature";

/// Fields in the order they are signed: byte order of their names, an old Signature left out.
[[nodiscard]] std::vector<SignedField> signedOrder(std::vector<SignedField> fields, UniqueKeyQuery uniqueKeyQuery = UniqueKeyQuery::LeftOut);

/// HMAC-SHA1 of the data in Base64 [AclSigner]; InvalidArgument without a key.
[[nodiscard]] Result<QByteArray> sign(QByteArrayView secretKey, QByteArrayView data);

/// Value of the field Signature: over the values of all fields (AccessKey among them), then the body. Sign last: a field
/// that is added later makes it wrong.
[[nodiscard]] Result<QByteArray> signRequest(QByteArrayView secretKey, std::vector<SignedField> fields, QByteArrayView body,
                                             UniqueKeyQuery uniqueKeyQuery = UniqueKeyQuery::LeftOut);

} // namespace rocketdesk::protocol
