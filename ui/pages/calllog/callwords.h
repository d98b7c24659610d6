// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/common/tone.h"

#include <QString>

/// What a call of the log says in words.
namespace rocketdesk::ui::callwords {

/// In the user's language; the source is marked by QT_TRANSLATE_NOOP("CallLog", ...).
[[nodiscard]] QString translated(const char *source);
/// Who asked: "Keep-alive", "Send", or a page by its title; `pages` are in the registry's order.
[[nodiscard]] QString origin(Origin origin, const QStringList &pages);
/// How it ended: `SUCCESS`, `NO_PERMISSION (16)`, `No answer in 3.0 s`, `Running`.
[[nodiscard]] QString answer(const CallRecord &call);
/// Error for what was refused or had no answer, Warning for a busy broker, Accent while it runs.
[[nodiscard]] Tone tone(const CallRecord &call);
/// What the request code is for, in one sentence; empty for a code this program does not know.
[[nodiscard]] QString meaning(int code);
/// The failed call as an error; `remark` has the server's words or what this side saw.
[[nodiscard]] Error error(const CallRecord &call, const QString &remark);

[[nodiscard]] bool failed(const CallRecord &call);
/// Took 200 ms or more, calls aside that a broker holds until there is something to tell.
[[nodiscard]] bool slow(const CallRecord &call);
/// May change something on the server, by what the command says of itself.
[[nodiscard]] bool changing(const CallRecord &call);

} // namespace rocketdesk::ui::callwords
