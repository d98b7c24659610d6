// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/send/senddraft.h"

namespace rocketdesk::ui {

/// The word for a topic's `message.type`; empty where there is none.
[[nodiscard]] QString typeWord(const QString &type);
/// What does not go together between the topic's type and the message, in one sentence; empty where all does. Brokers store such a
/// message all the same, proxies refuse it: so it is told, and forbids nothing.
[[nodiscard]] QString typeConflict(const QString &type, const SendDraft &draft);

} // namespace rocketdesk::ui
