// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/base/endpoint.h"
#include "client/base/ids.h"
#include "client/base/origin.h"

#include <vector>

namespace rocketdesk {

/// Whom to ask.
struct Target {
    enum class Kind {
        NameServer, ///< the one in use, the next where it fails
        Broker, ///< by name: its master, else its lowest replica
        Address, ///< exactly this server
    };

    Kind kind = Kind::NameServer;
    BrokerName broker;
    Endpoint address;

    [[nodiscard]] static Target nameServer() { return {}; }
    [[nodiscard]] static Target of(BrokerName broker) { return {.kind = Kind::Broker, .broker = std::move(broker)}; }
    [[nodiscard]] static Target at(Endpoint address) { return {.kind = Kind::Address, .address = std::move(address)}; }
};

/// How to ask.
struct Ask {
    milliseconds limit{0}; ///< 0 = the profile's own time-out
    Origin origin = Origin::Unknown;
};

/// One broker process of the cluster.
struct BrokerRef {
    ClusterName cluster;
    BrokerName name;
    BrokerId id; ///< 0 is the master
    Endpoint address;

    /// "broker-a (10.0.0.1:10911)", as errors name it.
    [[nodiscard]] QString label() const { return QStringLiteral("%1 (%2)").arg(name.text(), address.toString()); }
    friend bool operator==(const BrokerRef &, const BrokerRef &) = default;
};

/// Which brokers a fan-out asks.
struct BrokerSet {
    enum class Kind {
        Masters, ///< one process for each broker name: the master, else the lowest replica
        All, ///< every process
        OfTopic, ///< as Masters, of the brokers in the topic's route
        These,
    };

    Kind kind = Kind::Masters;
    TopicName topic;
    std::vector<BrokerRef> brokers;

    [[nodiscard]] static BrokerSet masters() { return {}; }
    [[nodiscard]] static BrokerSet all() { return {.kind = Kind::All}; }
    [[nodiscard]] static BrokerSet ofTopic(TopicName topic) { return {.kind = Kind::OfTopic, .topic = std::move(topic)}; }
    [[nodiscard]] static BrokerSet these(std::vector<BrokerRef> brokers) { return {.kind = Kind::These, .brokers = std::move(brokers)}; }
};

/// What one broker of a fan-out said.
template <typename Reply>
struct BrokerAnswer {
    BrokerRef broker;
    Result<Reply> reply;
};

} // namespace rocketdesk
