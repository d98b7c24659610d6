// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

/// Bytes of a message as people read them. Pure functions, bounded by what they are given.
namespace rocketdesk::ui::body {

enum class Form {
    Json,
    Text,
    Hex,
};

/// Json where it parses, Hex where it is not UTF-8, else Text.
[[nodiscard]] Form formOf(const QByteArray &bytes);
/// True when the bytes are UTF-8 throughout; a sequence cut off at the very end is allowed when `cut`.
[[nodiscard]] bool isUtf8(const QByteArray &bytes, bool cut = false);
/// JSON with two spaces of indentation. Order of members and spelling of numbers and strings stay as they were sent.
[[nodiscard]] QString indented(const QString &json);
/// Lines of 16: offset, bytes, characters.
[[nodiscard]] QString hexDump(const QByteArray &bytes);

} // namespace rocketdesk::ui::body
