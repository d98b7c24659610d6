// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"

// Calls to a controller, which chooses masters; since 5.0. 2007 from one that does not lead.
namespace rocketdesk::commands {

/// Where a broker's master is, as the controller has it.
struct MasterPlace {
    qint64 masterBrokerId = 0;
    QString masterAddress;
    int masterEpoch = 0;
    std::optional<int> syncStateSetEpoch;
    static constexpr auto fields()
    {
        using T = MasterPlace;
        return protocol::fields(field("masterBrokerId", &T::masterBrokerId), field("masterAddress", &T::masterAddress),
                                field("masterEpoch", &T::masterEpoch), field("syncStateSetEpoch", &T::syncStateSetEpoch));
    }
};

/// 2011 while the master lives.
struct ControllerElectMaster {
    static constexpr Request request{1002, "CONTROLLER_ELECT_MASTER", Effect::Writes};
    ClusterName clusterName;
    BrokerName brokerName;
    BrokerId brokerId;
    bool designateElect = false; ///< this replica and no other
    static constexpr auto fields()
    {
        using T = ControllerElectMaster;
        return protocol::fields(field("clusterName", &T::clusterName), field("brokerName", &T::brokerName),
                                field("brokerId", &T::brokerId), field("designateElect", &T::designateElect));
    }
    using Reply = MasterPlace;
};

struct ControllerGetReplicaInfo {
    static constexpr Request request{1004, "CONTROLLER_GET_REPLICA_INFO", Effect::Reads};
    BrokerName brokerName;
    static constexpr auto fields() { return protocol::fields(field("brokerName", &ControllerGetReplicaInfo::brokerName)); }
    using Reply = MasterPlace;
};

/// Who leads the controllers.
struct ControllerGetMetadataInfo {
    static constexpr Request request{1005, "CONTROLLER_GET_METADATA_INFO", Effect::Reads};
    struct Reply {
        QString group;
        QString controllerLeaderId;
        QString controllerLeaderAddress;
        bool isLeader = false;
        QString peers;
        static constexpr auto fields()
        {
            return protocol::fields(field("group", &Reply::group), field("controllerLeaderId", &Reply::controllerLeaderId),
                                    field("controllerLeaderAddress", &Reply::controllerLeaderAddress),
                                    field("isLeader", &Reply::isLeader), field("peers", &Reply::peers));
        }
    };
};

struct ReplicaIdentity {
    bool alive = false;
    QString brokerAddress;
    BrokerId brokerId;
    BrokerName brokerName;

    static constexpr auto jsonFields()
    {
        using T = ReplicaIdentity;
        return protocol::fields(field("alive", &T::alive), field("brokerAddress", &T::brokerAddress),
                                field("brokerId", &T::brokerId), field("brokerName", &T::brokerName));
    }
};

struct ReplicasInfo {
    QList<ReplicaIdentity> inSyncReplicas;
    QString masterAddress;
    qint64 masterBrokerId = 0;
    int masterEpoch = 0;
    QList<ReplicaIdentity> notInSyncReplicas;
    int syncStateSetEpoch = 0;

    static constexpr auto jsonFields()
    {
        using T = ReplicasInfo;
        return protocol::fields(field("inSyncReplicas", &T::inSyncReplicas), field("masterAddress", &T::masterAddress),
                                field("masterBrokerId", &T::masterBrokerId), field("masterEpoch", &T::masterEpoch),
                                field("notInSyncReplicas", &T::notInSyncReplicas), field("syncStateSetEpoch", &T::syncStateSetEpoch));
    }
};

struct BrokerReplicas {
    QMap<BrokerName, ReplicasInfo> replicasInfoTable;

    static constexpr auto jsonFields() { return protocol::fields(field("replicasInfoTable", &BrokerReplicas::replicasInfoTable)); }
};

/// Which replicas of these brokers are in sync.
struct ControllerGetSyncStateData {
    static constexpr Request request{1006, "CONTROLLER_GET_SYNC_STATE_DATA", Effect::Reads};
    QList<BrokerName> body;
    struct Reply {
        BrokerReplicas body;
    };
};

struct UpdateControllerConfig {
    static constexpr Request request{1009, "UPDATE_CONTROLLER_CONFIG", Effect::Writes};
    QString body; ///< "key=value" lines
    using Reply = NoReply;
};

struct GetControllerConfig {
    static constexpr Request request{1010, "GET_CONTROLLER_CONFIG", Effect::Reads};
    using Reply = TextReply;
};

/// Forgets replicas that are gone for good.
struct CleanBrokerData {
    static constexpr Request request{1011, "CLEAN_BROKER_DATA", Effect::Writes};
    std::optional<ClusterName> clusterName;
    BrokerName brokerName;
    std::optional<QString> brokerControllerIdsToClean; ///< joined by ";"
    bool isCleanLivingBroker = false;
    static constexpr auto fields()
    {
        using T = CleanBrokerData;
        return protocol::fields(field("clusterName", &T::clusterName), field("brokerName", &T::brokerName),
                                field("brokerControllerIdsToClean", &T::brokerControllerIdsToClean),
                                defaulted("isCleanLivingBroker", &T::isCleanLivingBroker));
    }
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
