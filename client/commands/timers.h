// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"

// Timer messages of a broker; since 5.0.
namespace rocketdesk::commands {

/// 1 where timers are off.
struct GetTimerCheckPoint {
    static constexpr Request request{60, "GET_TIMER_CHECK_POINT", Effect::Reads};
    struct Reply {
        QByteArray body; ///< seven numbers of 64 bits [TimerCheckpoint]
    };
};

/// How many timer messages of a topic wait.
struct TimerMetric {
    qint64 count = 0;
    qint64 timeStamp = 0; ///< of the last change, ms

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("count", &TimerMetric::count), field("timeStamp", &TimerMetric::timeStamp));
    }
};

/// [TimerMetricsSerializeWrapper]
struct TimerMetrics {
    DataVersion dataVersion;
    QMap<TopicName, TimerMetric> timingCount;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("dataVersion", &TimerMetrics::dataVersion), field("timingCount", &TimerMetrics::timingCount));
    }
};

struct GetTimerMetrics {
    static constexpr Request request{61, "GET_TIMER_METRICS", Effect::Reads};
    struct Reply {
        TimerMetrics body;
    };
};

/// Since 5.4, and only where the broker has its timers in RocksDB.
struct SwitchTimerEngine {
    static constexpr Request request{5001, "SWITCH_TIMER_ENGINE", Effect::Writes};
    QString engine; ///< "F" file, "R" RocksDB
    static constexpr auto fields() { return protocol::fields(field("E_T", &SwitchTimerEngine::engine)); }
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
