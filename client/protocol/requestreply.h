// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/message.h"

namespace rocketdesk::protocol {

/// The reply to a request with these properties [MessageUtil]; NotFound where the request does not name its cluster.
[[nodiscard]] Result<OutgoingMessage> replyMessage(const Properties &request, const QByteArray &body);
/// Whether a message is a reply, which goes out as code 324 or 325.
[[nodiscard]] bool isReply(const Properties &properties);

} // namespace rocketdesk::protocol
