// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/protocol/properties.h"

namespace rocketdesk::protocol {

/// How a local transaction stands; the value is commitOrRollback of request 37.
enum class TransactionState {
    Unknown = 0, ///< the broker asks again later
    Commit = 8,
    Rollback = 12,
};

/// "COMMIT_MESSAGE", "ROLLBACK_MESSAGE", "UNKNOWN", as Java names them.
[[nodiscard]] QLatin1StringView transactionStateName(TransactionState state);
[[nodiscard]] std::optional<TransactionState> transactionStateNamed(QStringView name);

/// Properties of the half message: marked with its producer group, and without a delay level, which transactions do not have.
[[nodiscard]] Properties halfMessageProperties(Properties properties, const ProducerGroup &group);

} // namespace rocketdesk::protocol
