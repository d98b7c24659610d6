// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/routedata.h"

#include <optional>
#include <vector>

namespace rocketdesk {

/// What 28 tells of a broker, read into numbers. What a server version does not tell, or tells in a form of its own, is absent.
struct BrokerRuntime {
    /// Averages over the last 10 s, minute and 10 minutes; a young broker tells fewer.
    struct Rate {
        std::optional<double> last10s;
        std::optional<double> lastMinute;
        std::optional<double> last10min;
    };
    /// One bar of the histogram of store times.
    struct TimeBand {
        QString label; ///< as the broker writes it: "0~10ms"
        qint64 messages = 0;
    };

    QString version; ///< "5.5.0"
    Rate in; ///< messages stored a second
    Rate out; ///< messages handed to consumers a second
    std::optional<double> diskRatio; ///< 0 to 1, of the fullest disk that holds the commit log
    std::optional<qint64> messagesInToday; ///< since midnight, the broker's own
    std::optional<qint64> messagesOutToday;
    std::optional<qint64> bootMs; ///< epoch ms
    std::optional<qint64> sendsQueued; ///< send requests that wait for a thread
    std::optional<qint64> commitLogMin; ///< bytes; absent where it is empty
    std::optional<qint64> commitLogMax;
    std::optional<qint64> dispatchBehind; ///< bytes that are in the commit log and in no queue yet
    std::optional<qint64> earliestMessageMs; ///< store time of the oldest message, epoch ms
    std::vector<TimeBand> storeTimes; ///< how long storing took, since the broker started to count
    QMap<QString, QString> values; ///< everything as told
};

/// Never fails: a value that can't be read is absent.
[[nodiscard]] BrokerRuntime readRuntime(const commands::KvTable &table);

/// "V5_5_0" or "5.5.0-SNAPSHOT" as people write it: "5.5.0".
[[nodiscard]] QString versionText(const QString &versionDesc);

/// The broker's own time by what 28 tells, epoch ms: start plus running time, which is cut to whole seconds, so half a
/// second is added; right to 0.5 s. Absent where one of the two is missing.
[[nodiscard]] std::optional<qint64> clockOf(const BrokerRuntime &runtime);

} // namespace rocketdesk
