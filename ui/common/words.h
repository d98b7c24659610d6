// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/errorwords.h"

namespace rocketdesk::ui {

/// The client's texts and errors in the console's language. The client marks them under the context "Words".
[[nodiscard]] QString words(const char *source);
[[nodiscard]] QString words(const Wording &wording);
[[nodiscard]] ErrorText words(const Error &error);
/// Error::remark alone: ours in the console's language, a server's as it came.
[[nodiscard]] QString remarkWords(const QString &remark);

/// `broker-a` as `a` where a column repeats it in every row: its tooltip has the whole name.
[[nodiscard]] QString shortBroker(const QString &broker);
/// A name for where there is little room, a button or a row of many: both ends tell most.
[[nodiscard]] QString shortened(const QString &name, qsizetype mostLetters = 28);
/// Sentences one after the other, empty ones left out: no blank after Chinese punctuation, which brings its own.
[[nodiscard]] QString sentences(const QStringList &sentences);

} // namespace rocketdesk::ui
