// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Numbers, sizes and times as the whole console writes them. Grouping follows QLocale's default, dates are ISO.
namespace rocketdesk::ui::format {

[[nodiscard]] QString none(); ///< the dash that stands for "there is none"
[[nodiscard]] QString number(qint64 value); ///< 1,284
[[nodiscard]] QString decimal(double value, int digits = 1); ///< 14,204.3
[[nodiscard]] QString percent(double share); ///< 0.87 -> "87 %"
[[nodiscard]] QString bytes(qint64 size); ///< 784 B, 3.9 KiB, 1.2 MiB
[[nodiscard]] QString duration(qint64 milliseconds); ///< 84 ms, 2.1 s, 3 min 41 s, 2 h 12 min, 3 d 10 h
/// HH:mm:ss.zzz on the day of `nowMs`, MM-dd HH:mm on another; both in the local zone. `nowMs` 0 means now.
[[nodiscard]] QString time(qint64 epochMs, qint64 nowMs = 0);
[[nodiscard]] QString fullTime(qint64 epochMs); ///< 2026-11-24 14:32:07.511
[[nodiscard]] QString timeTooltip(qint64 epochMs); ///< with zone, and epoch milliseconds

} // namespace rocketdesk::ui::format
