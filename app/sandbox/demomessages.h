// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/democatalog.h"

namespace rocketdesk::sandbox {

// One message of each topic of the shop.
[[nodiscard]] DemoMessage orderCreated(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage orderPaid(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage orderCancelled(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage orderStatus(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage paymentAuthorised(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage paymentRefunded(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage inventoryReserved(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage inventoryLow(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage shipmentDispatched(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage cartAbandoned(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage customerRegistered(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage productViewed(QRandomGenerator &random, qint64 nowMs);
[[nodiscard]] DemoMessage priceChanged(QRandomGenerator &random, qint64 nowMs);

} // namespace rocketdesk::sandbox
