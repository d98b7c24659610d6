// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/clientdata.h"
#include "client/consumer/allocation.h"
#include "client/consumer/consumeroptions.h"
#include "client/consumer/consumevalues.h"
#include "client/consumer/startoffset.h"
#include "client/protocol/namespace.h"

namespace rocketdesk {

/// The options of one consumer, checked and read once.
struct ConsumerSettings {
    ConsumerOptions options;
    ConsumerGroup group; ///< as brokers know it
    commands::MessageModel model = commands::MessageModel::Clustering;
    ConsumeFromWhere from = ConsumeFromWhere::LastOffset;
    qint64 fromMs = 0; ///< epoch ms, where `from` is Timestamp
    bool orderly = false;
    protocol::NameSpace names; ///< that the topics lie in

    /// InvalidArgument names the option that has no such value.
    [[nodiscard]] static Result<ConsumerSettings> of(const ConsumerOptions &options, MessageListener::Kind kind, qint64 nowMs);

    [[nodiscard]] bool isBroadcasting() const { return model == commands::MessageModel::Broadcasting; }
    /// Needs the brokers' locks.
    [[nodiscard]] bool locks() const { return orderly && !isBroadcasting(); }
    [[nodiscard]] int maxReconsumeTimes() const;
    /// `from` as heartbeats say it.
    [[nodiscard]] commands::ConsumeFromWhere wireFrom() const;
    [[nodiscard]] Allocate allocation(const TopicName &topic) const;
};

} // namespace rocketdesk
