// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/routedata.h"

namespace rocketdesk::commands {

/// Where is this topic? 17 where no broker has it.
struct GetRouteInfoByTopic {
    static constexpr Request request{105, "GET_ROUTEINFO_BY_TOPIC", Effect::Reads};
    TopicName topic;
    std::optional<bool> acceptStandardJsonOnly;
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &GetRouteInfoByTopic::topic),
                                field("acceptStandardJsonOnly", &GetRouteInfoByTopic::acceptStandardJsonOnly));
    }
    struct Reply {
        TopicRouteData body;
    };
};

/// Every cluster and broker.
struct GetBrokerClusterInfo {
    static constexpr Request request{106, "GET_BROKER_CLUSTER_INFO", Effect::Reads};
    struct Reply {
        ClusterInfo body;
    };
};

struct GetAllTopicListFromNameserver {
    static constexpr Request request{206, "GET_ALL_TOPIC_LIST_FROM_NAMESERVER", Effect::Reads};
    using Reply = TopicListReply;
};

struct GetTopicsByCluster {
    static constexpr Request request{224, "GET_TOPICS_BY_CLUSTER", Effect::Reads};
    ClusterName cluster;
    static constexpr auto fields() { return protocol::fields(field("cluster", &GetTopicsByCluster::cluster)); }
    using Reply = TopicListReply;
};

/// Names of clusters and brokers; the reply's brokerAddr is to be asked for the rest (GetSystemTopicListFromBroker).
struct GetSystemTopicListFromNs {
    static constexpr Request request{304, "GET_SYSTEM_TOPIC_LIST_FROM_NS", Effect::Reads};
    using Reply = TopicListReply;
};

/// Takes a topic out of this name server only: ask each of them.
struct DeleteTopicInNamesrv {
    static constexpr Request request{216, "DELETE_TOPIC_IN_NAMESRV", Effect::Writes};
    TopicName topic;
    std::optional<ClusterName> clusterName;
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &DeleteTopicInNamesrv::topic),
                                field("clusterName", &DeleteTopicInNamesrv::clusterName));
    }
    using Reply = NoReply;
};

struct PutKvConfig {
    static constexpr Request request{100, "PUT_KV_CONFIG", Effect::Writes};
    QString nameSpace;
    QString key;
    QString value;
    static constexpr auto fields()
    {
        return protocol::fields(field("namespace", &PutKvConfig::nameSpace), field("key", &PutKvConfig::key),
                                field("value", &PutKvConfig::value));
    }
    using Reply = NoReply;
};

/// 22 where the key is missing.
struct GetKvConfig {
    static constexpr Request request{101, "GET_KV_CONFIG", Effect::Reads};
    QString nameSpace;
    QString key;
    static constexpr auto fields()
    {
        return protocol::fields(field("namespace", &GetKvConfig::nameSpace), field("key", &GetKvConfig::key));
    }
    struct Reply {
        QString value;
        static constexpr auto fields() { return protocol::fields(field("value", &Reply::value)); }
    };
};

struct DeleteKvConfig {
    static constexpr Request request{102, "DELETE_KV_CONFIG", Effect::Writes};
    QString nameSpace;
    QString key;
    static constexpr auto fields()
    {
        return protocol::fields(field("namespace", &DeleteKvConfig::nameSpace), field("key", &DeleteKvConfig::key));
    }
    using Reply = NoReply;
};

/// 22 where the namespace never existed. Also the cheapest sign of life: every server answers it.
struct GetKvListByNamespace {
    static constexpr Request request{219, "GET_KVLIST_BY_NAMESPACE", Effect::Reads};
    QString nameSpace;
    static constexpr auto fields() { return protocol::fields(field("namespace", &GetKvListByNamespace::nameSpace)); }
    using Reply = KvTableReply;
};

struct UpdateNamesrvConfig {
    static constexpr Request request{318, "UPDATE_NAMESRV_CONFIG", Effect::Writes};
    QString body; ///< "key=value" lines
    using Reply = NoReply;
};

struct GetNamesrvConfig {
    static constexpr Request request{319, "GET_NAMESRV_CONFIG", Effect::Reads};
    using Reply = TextReply;
};

/// Takes the write bit off every topic of the broker in this name server's routes.
struct WipeWritePermOfBroker {
    static constexpr Request request{205, "WIPE_WRITE_PERM_OF_BROKER", Effect::Writes};
    BrokerName brokerName;
    static constexpr auto fields() { return protocol::fields(field("brokerName", &WipeWritePermOfBroker::brokerName)); }
    struct Reply {
        int wipeTopicCount = 0;
        static constexpr auto fields() { return protocol::fields(field("wipeTopicCount", &Reply::wipeTopicCount)); }
    };
};

/// Sets read and write for every topic of the broker, whatever it was before.
struct AddWritePermOfBroker {
    static constexpr Request request{327, "ADD_WRITE_PERM_OF_BROKER", Effect::Writes};
    BrokerName brokerName;
    static constexpr auto fields() { return protocol::fields(field("brokerName", &AddWritePermOfBroker::brokerName)); }
    struct Reply {
        int addTopicCount = 0;
        static constexpr auto fields() { return protocol::fields(field("addTopicCount", &Reply::addTopicCount)); }
    };
};

/// Makes a topic known to this name server without its broker; since 5.0.
struct RegisterTopicInNamesrv {
    static constexpr Request request{217, "REGISTER_TOPIC_IN_NAMESRV", Effect::Writes};
    TopicName topic;
    TopicRouteData body;
    static constexpr auto fields() { return protocol::fields(field("topic", &RegisterTopicInNamesrv::topic)); }
    using Reply = NoReply;
};

struct GetUnitTopicList {
    static constexpr Request request{311, "GET_UNIT_TOPIC_LIST", Effect::Reads};
    using Reply = TopicListReply;
};

struct GetHasUnitSubTopicList {
    static constexpr Request request{312, "GET_HAS_UNIT_SUB_TOPIC_LIST", Effect::Reads};
    using Reply = TopicListReply;
};

struct GetHasUnitSubUnunitTopicList {
    static constexpr Request request{313, "GET_HAS_UNIT_SUB_UNUNIT_TOPIC_LIST", Effect::Reads};
    using Reply = TopicListReply;
};

} // namespace rocketdesk::commands
