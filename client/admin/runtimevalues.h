// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/wording.h"

#include <QMap>

#include <optional>
#include <vector>

namespace rocketdesk {

/// One value of 28 as people read it.
struct RuntimeValue {
    /// Groups in the order they are shown.
    enum class Group { Broker, Throughput, Store, Threads, Delay, Other };
    enum class Unit {
        Text,
        Number,
        PerSecond, ///< messages a second: up to three averages
        Milliseconds,
        Seconds,
        Bytes,
        Ratio, ///< 0 to 1
        Time, ///< epoch ms
        Size, ///< "1.7 KiB" as the broker writes it
    };

    QString key;
    QString value; ///< as the broker told it
    Group group = Group::Other;
    Unit unit = Unit::Text;
    Wording meaning; ///< empty for a key that this version does not know
    std::optional<double> change; ///< since the last refresh, in the unit (Size: bytes; of several numbers the first, of a
                                  ///< delay level the newest); absent where there is nothing to compare
};

/// Every value of the table, known ones first in their group's order, with the difference to the table before.
[[nodiscard]] std::vector<RuntimeValue> explainRuntime(const QMap<QString, QString> &now, const QMap<QString, QString> &before = {});

/// The heading of a group, marked for translation under "Words".
[[nodiscard]] const char *groupTitle(RuntimeValue::Group group);

/// The number in a value that changes are counted by; absent where there is none.
[[nodiscard]] std::optional<double> runtimeNumber(const QString &key, const QString &value);

} // namespace rocketdesk
