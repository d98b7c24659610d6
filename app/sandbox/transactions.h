// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/brokerstate.h"

namespace rocketdesk::sandbox {

/// Stores a half message, and asks its producer group (39) from time to time what has become of it, until somebody ends
/// it. Each question puts a new copy into the store, as brokers do; after 15, or 72 hours, the message goes to a topic of
/// those that nobody ended.
[[nodiscard]] Result<Place> storeHalf(BrokerState &broker, protocol::StoredMessage message);

} // namespace rocketdesk::sandbox
