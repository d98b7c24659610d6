// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/answer.h"

#include <QHash>

namespace rocketdesk::sandbox {

/// Whether a request is signed by somebody who is known, as 5.5.0 checks it: 16 otherwise. Who is known may do everything.
[[nodiscard]] std::optional<Refusal> checkSignature(const protocol::FrameView &frame, const QHash<QString, QString> &credentials);

} // namespace rocketdesk::sandbox
