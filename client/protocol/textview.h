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
/// Appends the text as UTF-8; lone surrogates become U+FFFD. Costs no allocation where `out` has room.
void appendUtf8(QByteArray &out, QStringView text);

} // namespace rocketdesk::protocol
