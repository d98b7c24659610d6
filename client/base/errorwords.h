// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/error.h"
#include "client/base/responsecodes.h"
#include "client/base/wording.h"

namespace rocketdesk {

/// An error as people read it: who and what, why, way out.
struct ErrorText {
    QString sentence; ///< one sentence: "broker-a (10.20.4.24:10911) refused SEND_MESSAGE_V2: NO_PERMISSION (16)."
    QString reason; ///< the server's own words in quotation marks, or what this side saw; may be empty
    QString wayOut; ///< what to do; may be empty
    bool refused = false; ///< a server spoke and said no; false where nobody answered or nothing was sent

    /// All of it on one line.
    [[nodiscard]] QString line() const;
};

/// The words for an error, in English without a translator. Pure; every error has a sentence.
[[nodiscard]] ErrorText wordsFor(const Error &error, const Translate &translate = {});

/// Every sentence and way out of the table, for translators' tests.
[[nodiscard]] QList<const char *> allErrorWords();

} // namespace rocketdesk
