// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/fields.h"

namespace rocketdesk::protocol::detail {

Error badField(QByteArrayView name, const TextView &value)
{
    constexpr qsizetype shown = 64;
    return {.kind = Error::Kind::Malformed,
            .remark = QStringLiteral("field %1 has the value \"%2\"")
                          .arg(QString::fromUtf8(name), value.toString().left(shown))};
}

Error missingField(QByteArrayView name)
{
    return {.kind = Error::Kind::Malformed, .remark = QStringLiteral("field %1 is missing").arg(QString::fromUtf8(name))};
}

} // namespace rocketdesk::protocol::detail
