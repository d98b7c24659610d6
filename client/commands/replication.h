// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"

// Masters, replicas and containers; since 5.0.
namespace rocketdesk::commands {

struct BrokerMembers {
    QMap<BrokerId, QString> brokerAddrs; ///< "host:port"; empty for an unknown broker
    BrokerName brokerName;
    ClusterName cluster;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("brokerAddrs", &BrokerMembers::brokerAddrs), field("brokerName", &BrokerMembers::brokerName),
                                field("cluster", &BrokerMembers::cluster));
    }
};

struct BrokerMembersBody {
    BrokerMembers brokerMemberGroup;

    static constexpr auto jsonFields() { return protocol::fields(field("brokerMemberGroup", &BrokerMembersBody::brokerMemberGroup)); }
};

/// The processes of one broker name. A 4.x name server never answers it.
struct GetBrokerMemberGroup {
    static constexpr Request request{901, "GET_BROKER_MEMBER_GROUP", Effect::Reads};
    ClusterName clusterName;
    BrokerName brokerName;
    static constexpr auto fields()
    {
        return protocol::fields(field("clusterName", &GetBrokerMemberGroup::clusterName),
                                field("brokerName", &GetBrokerMemberGroup::brokerName));
    }
    struct Reply {
        BrokerMembersBody body;
    };
};

/// To a container of brokers.
struct AddBroker {
    static constexpr Request request{902, "ADD_BROKER", Effect::Writes};
    QString configPath;
    static constexpr auto fields() { return protocol::fields(field("configPath", &AddBroker::configPath)); }
    using Reply = NoReply;
};

/// To a container of brokers.
struct RemoveBroker {
    static constexpr Request request{903, "REMOVE_BROKER", Effect::Writes};
    BrokerName brokerName;
    ClusterName brokerClusterName;
    BrokerId brokerId;
    static constexpr auto fields()
    {
        using T = RemoveBroker;
        return protocol::fields(field("brokerName", &T::brokerName), field("brokerClusterName", &T::brokerClusterName),
                                field("brokerId", &T::brokerId));
    }
    using Reply = NoReply;
};

/// A replica as its master sees it. [HAConnectionRuntimeInfo]
struct HaConnection {
    QString addr;
    qint64 diff = 0; ///< bytes it is behind
    bool inSync = false;
    qint64 slaveAckOffset = 0;
    qint64 transferFromWhere = 0;
    qint64 transferredByteInSecond = 0;

    static constexpr auto jsonFields()
    {
        using T = HaConnection;
        return protocol::fields(field("addr", &T::addr), field("diff", &T::diff), field("inSync", &T::inSync),
                                field("slaveAckOffset", &T::slaveAckOffset), field("transferFromWhere", &T::transferFromWhere),
                                field("transferredByteInSecond", &T::transferredByteInSecond));
    }
};

/// A replica as it sees itself. [HAClientRuntimeInfo] Times in ms.
struct HaClient {
    qint64 lastReadTimestamp = 0;
    qint64 lastWriteTimestamp = 0;
    QString masterAddr;
    qint64 masterFlushOffset = 0;
    qint64 maxOffset = 0;
    qint64 transferredByteInSecond = 0;

    static constexpr auto jsonFields()
    {
        using T = HaClient;
        return protocol::fields(field("lastReadTimestamp", &T::lastReadTimestamp), field("lastWriteTimestamp", &T::lastWriteTimestamp),
                                field("masterAddr", &T::masterAddr), field("masterFlushOffset", &T::masterFlushOffset),
                                field("maxOffset", &T::maxOffset), field("transferredByteInSecond", &T::transferredByteInSecond));
    }
};

/// [HARuntimeInfo]
struct HaStatus {
    HaClient haClientRuntimeInfo;
    QList<HaConnection> haConnectionInfo;
    int inSyncSlaveNums = 0;
    bool master = false;
    qint64 masterCommitLogMaxOffset = 0;

    static constexpr auto jsonFields()
    {
        using T = HaStatus;
        return protocol::fields(field("haClientRuntimeInfo", &T::haClientRuntimeInfo), field("haConnectionInfo", &T::haConnectionInfo),
                                field("inSyncSlaveNums", &T::inSyncSlaveNums), field("master", &T::master),
                                field("masterCommitLogMaxOffset", &T::masterCommitLogMaxOffset));
    }
};

struct GetBrokerHaStatus {
    static constexpr Request request{907, "GET_BROKER_HA_STATUS", Effect::Reads};
    struct Reply {
        HaStatus body;
    };
};

struct ResetMasterFlushOffset {
    static constexpr Request request{908, "RESET_MASTER_FLUSH_OFFSET", Effect::Writes};
    CommitLogOffset masterFlushOffset;
    static constexpr auto fields() { return protocol::fields(field("masterFlushOffset", &ResetMasterFlushOffset::masterFlushOffset)); }
    using Reply = NoReply;
};

/// What one master wrote. [EpochEntry]
struct EpochEntry {
    qint64 endOffset = 0;
    int epoch = 0;
    qint64 startOffset = 0;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("endOffset", &EpochEntry::endOffset), field("epoch", &EpochEntry::epoch),
                                field("startOffset", &EpochEntry::startOffset));
    }
};

struct EpochCache {
    qint64 brokerId = 0;
    BrokerName brokerName;
    ClusterName clusterName;
    QList<EpochEntry> epochList;
    qint64 maxOffset = 0;

    static constexpr auto jsonFields()
    {
        using T = EpochCache;
        return protocol::fields(field("brokerId", &T::brokerId), field("brokerName", &T::brokerName),
                                field("clusterName", &T::clusterName), field("epochList", &T::epochList),
                                field("maxOffset", &T::maxOffset));
    }
};

/// 1 where the broker has no controller.
struct GetBrokerEpochCache {
    static constexpr Request request{1007, "GET_BROKER_EPOCH_CACHE", Effect::Reads};
    struct Reply {
        EpochCache body;
    };
};

} // namespace rocketdesk::commands
