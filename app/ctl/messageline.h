// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/output.h"
#include "client/protocol/message.h"

namespace rocketdesk::ctl {

/// A message as every command shows it: with its body decompressed where that can be done.
[[nodiscard]] Line messageLine(const protocol::StoredMessage &message);
/// The same for people, on one line.
[[nodiscard]] QString messageText(const protocol::StoredMessage &message);
/// One of the two, as the output wants it.
void printMessage(Output &out, const protocol::StoredMessage &message);

} // namespace rocketdesk::ctl
