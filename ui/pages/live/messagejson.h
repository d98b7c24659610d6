// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/messagelist.h"

#include <QJsonObject>

namespace rocketdesk::ui {

/// The whole message as JSON, with the body as its sender wrote it; one that is no text goes in base64.
[[nodiscard]] QJsonObject messageJson(const protocol::StoredMessage &message, const QByteArray &body);

} // namespace rocketdesk::ui
