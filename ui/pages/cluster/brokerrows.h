// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/column.h"

namespace rocketdesk::ui {

/// One broker process as the cluster page shows it.
struct BrokerRow {
    BrokerStatus status;
    qint64 readMs = 0; ///< epoch ms

    [[nodiscard]] bool answered() const { return status.runtime.has_value(); }
};

/// Above this share of the disk a broker soon refuses messages; above the second it does.
inline constexpr double diskNearlyFull = 0.85;
inline constexpr double diskFull = 0.90;

/// What a broker is known by on the page: cluster, name and id.
[[nodiscard]] QString brokerKey(const BrokerRef &broker);
/// "broker-a", or "broker-a / 1" for a slave.
[[nodiscard]] QString brokerTitle(const BrokerRef &broker);
[[nodiscard]] QString roleWord(const BrokerRef &broker);
/// State in a word and its tone: how a broker that answered is, or why one did not.
[[nodiscard]] std::pair<QString, Tone> brokerState(const BrokerRow &row);
/// Why there was no answer, in two words: nobody answered and "no" are never the same.
[[nodiscard]] QString failureWord(const Error &error);
[[nodiscard]] std::vector<Column<BrokerRow>> brokerColumns();

} // namespace rocketdesk::ui
