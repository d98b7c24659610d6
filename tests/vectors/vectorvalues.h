// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/error.h"
#include "client/protocol/extfields.h"

#include <QJsonArray>
#include <QJsonObject>

namespace rocketdesk::tests {

/// Whole number of a `long`: a number or decimal text.
[[nodiscard]] qint64 longOf(const QJsonValue &value);
[[nodiscard]] QByteArray hexOf(const QJsonValue &value);
[[nodiscard]] QString toHex(QByteArrayView bytes);
[[nodiscard]] QStringList textsOf(const QJsonValue &array);

/// {length, crc32}: stands for bytes too long to print.
[[nodiscard]] QJsonObject bytesValue(QByteArrayView bytes);
/// A text, or null.
[[nodiscard]] QJsonValue textOrNull(const QString &text);
/// JSON text as a value; undefined where it is no JSON, which equals nothing.
[[nodiscard]] QJsonValue parsedJson(const QByteArray &text);

[[nodiscard]] QJsonObject failure(const Error &error);
[[nodiscard]] QJsonObject failure();

/// Extension fields as texts; null values stay null.
[[nodiscard]] QJsonObject fieldsObject(const protocol::ExtFieldsView &fields);
[[nodiscard]] QJsonObject fieldsObject(const protocol::ExtFields &fields);

/// Calls `map` for each element.
template <typename F>
[[nodiscard]] QJsonArray mapped(const QJsonValue &array, F map)
{
    QJsonArray out;
    for (const QJsonValue &element : array.toArray())
        out.append(QJsonValue(map(element)));
    return out;
}

} // namespace rocketdesk::tests
