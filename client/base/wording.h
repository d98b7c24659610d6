// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <functional>

namespace rocketdesk {

/// The text in another language, or the text itself. Every text comes marked under the context "Words".
using Translate = std::function<QString(const char *source)>;

/// A whole sentence that a face may translate: English source marked with QT_TRANSLATE_NOOP("Words", ...) and its arguments.
struct Wording {
    const char *source = "";
    QStringList arguments; ///< %1, %2 ...; never translated

    /// English without a translator.
    [[nodiscard]] QString text(const Translate &translate = {}) const;
    [[nodiscard]] bool isEmpty() const { return *source == '\0'; }
};

} // namespace rocketdesk
