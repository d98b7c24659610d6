// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace rocketdesk::protocol {

/// A text inside received bytes, without a copy. JSON escapes are decoded only where somebody asks for the text.
struct TextView {
    QByteArrayView raw;
    bool escaped = false; ///< `raw` has JSON escapes in it

    [[nodiscard]] bool isNull() const { return raw.data() == nullptr; } ///< absent, or null: not the same as empty
    [[nodiscard]] bool equals(QByteArrayView text) const { return escaped ? toUtf8() == text : raw == text; }
    [[nodiscard]] QByteArray toUtf8() const; ///< null for a null view
    [[nodiscard]] QString toString() const; ///< null for a null view; bytes that are not UTF-8 become U+FFFD
};

/// Appends the text in quotes, escaped as strict JSON wants it; non-ASCII stays UTF-8.
void appendJsonText(QByteArray &out, QByteArrayView utf8);
void appendJsonText(QByteArray &out, QStringView text);
/// Bytes that putJsonText() writes at most for a text of this length.
[[nodiscard]] constexpr qsizetype mostJsonBytes(qsizetype length)
{
    return length * 6 + 2;
}
/// The same into memory that has room; the end of what was written.
[[nodiscard]] char *putJsonText(char *to, QByteArrayView utf8);
[[nodiscard]] char *putJsonText(char *to, QStringView text);
/// Writes the text as UTF-8 into memory that has room for three bytes a unit; lone surrogates become U+FFFD. The end of it.
[[nodiscard]] char *putUtf8(char *to, QStringView text);

} // namespace rocketdesk::protocol
