// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"

namespace rocketdesk::commands {

/// Queues of a topic on one broker. [QueueData]
struct QueueData {
    BrokerName brokerName;
    int perm = 0;
    int readQueueNums = 0;
    int topicSysFlag = 0;
    int writeQueueNums = 0;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("brokerName", &QueueData::brokerName), field("perm", &QueueData::perm),
                                field("readQueueNums", &QueueData::readQueueNums),
                                field("topicSysFlag", &QueueData::topicSysFlag), alias("topicSynFlag", &QueueData::topicSysFlag),
                                field("writeQueueNums", &QueueData::writeQueueNums));
    }
};

/// A broker group: a master (id 0) and its slaves, by id. [BrokerData]
struct BrokerData {
    QMap<BrokerId, QString> brokerAddrs; ///< "host:port"
    BrokerName brokerName;
    ClusterName cluster;
    std::optional<bool> enableActingMaster;
    QString zoneName;

    friend bool operator==(const BrokerData &, const BrokerData &) = default;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("brokerAddrs", &BrokerData::brokerAddrs), field("brokerName", &BrokerData::brokerName),
                                field("cluster", &BrokerData::cluster),
                                field("enableActingMaster", &BrokerData::enableActingMaster),
                                field("zoneName", &BrokerData::zoneName));
    }
};

/// Which physical queues a static topic has on one broker. [TopicQueueMappingInfo]
struct TopicQueueMappingInfo {
    BrokerName bname;
    QMap<int, int> currIdMap; ///< global queue number to physical one
    bool dirty = false;
    qint64 epoch = 0;
    QString scope;
    TopicName topic;
    int totalQueues = 0;

    static constexpr auto jsonFields()
    {
        using T = TopicQueueMappingInfo;
        return protocol::fields(field("bname", &T::bname), field("currIdMap", &T::currIdMap), field("dirty", &T::dirty),
                                field("epoch", &T::epoch), field("scope", &T::scope), field("topic", &T::topic),
                                field("totalQueues", &T::totalQueues));
    }
};

/// Where a topic is. [TopicRouteData]
struct TopicRouteData {
    QList<BrokerData> brokerDatas;
    QMap<QString, QStringList> filterServerTable;
    QString orderTopicConf; ///< "brokerA:4;brokerB:4"; null where there is none
    QList<QueueData> queueDatas;
    std::optional<QMap<BrokerName, TopicQueueMappingInfo>> topicQueueMappingByBroker; ///< static topics

    static constexpr auto jsonFields()
    {
        using T = TopicRouteData;
        return protocol::fields(field("brokerDatas", &T::brokerDatas), field("filterServerTable", &T::filterServerTable),
                                field("orderTopicConf", &T::orderTopicConf), field("queueDatas", &T::queueDatas),
                                field("topicQueueMappingByBroker", &T::topicQueueMappingByBroker));
    }
};

/// Every broker that a name server knows. [ClusterInfo]
struct ClusterInfo {
    QMap<BrokerName, BrokerData> brokerAddrTable;
    QMap<ClusterName, QList<BrokerName>> clusterAddrTable;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("brokerAddrTable", &ClusterInfo::brokerAddrTable),
                                field("clusterAddrTable", &ClusterInfo::clusterAddrTable));
    }
};

/// [TopicList]
struct TopicList {
    QString brokerAddr; ///< a broker that knows more system topics; null elsewhere
    QList<TopicName> topicList;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("brokerAddr", &TopicList::brokerAddr), field("topicList", &TopicList::topicList));
    }
};

/// Texts by key: settings of a namespace, runtime values of a broker. [KVTable]
struct KvTable {
    QMap<QString, QString> table;

    static constexpr auto jsonFields() { return protocol::fields(field("table", &KvTable::table)); }
};

struct TopicListReply {
    TopicList body;
};

struct KvTableReply {
    KvTable body;
};

} // namespace rocketdesk::commands
