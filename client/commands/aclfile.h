// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"

// Accounts of 4.x brokers, which keep them in a file; 5.x has users and rules (acl.h) and answers 3 here.
namespace rocketdesk::commands {

/// Creates an account, or changes it; the broker writes its file at once and does not check the words of the rights.
struct UpdateAndCreateAclConfig {
    static constexpr Request request{50, "UPDATE_AND_CREATE_ACL_CONFIG", Effect::Writes};
    QString accessKey; ///< more than 6 characters, like the secret
    QString secretKey;
    std::optional<QString> whiteRemoteAddress;
    bool admin = false;
    std::optional<QString> defaultTopicPerm; ///< "DENY", "PUB", "SUB", "PUB|SUB"
    std::optional<QString> defaultGroupPerm;
    std::optional<QString> topicPerms; ///< "topic=PUB|SUB", joined by commas
    std::optional<QString> groupPerms;
    static constexpr auto fields()
    {
        using T = UpdateAndCreateAclConfig;
        return protocol::fields(field("accessKey", &T::accessKey), field("secretKey", &T::secretKey),
                                field("whiteRemoteAddress", &T::whiteRemoteAddress), defaulted("admin", &T::admin),
                                field("defaultTopicPerm", &T::defaultTopicPerm), field("defaultGroupPerm", &T::defaultGroupPerm),
                                field("topicPerms", &T::topicPerms), field("groupPerms", &T::groupPerms));
    }
    using Reply = NoReply;
};

/// 210 where there is no such account.
struct DeleteAclConfig {
    static constexpr Request request{51, "DELETE_ACL_CONFIG", Effect::Writes};
    QString accessKey;
    static constexpr auto fields() { return protocol::fields(field("accessKey", &DeleteAclConfig::accessKey)); }
    using Reply = NoReply;
};

/// Never answered by a broker without access control.
struct GetBrokerClusterAclInfo {
    static constexpr Request request{52, "GET_BROKER_CLUSTER_ACL_INFO", Effect::Reads};
    struct Reply {
        QString version; ///< JSON of a DataVersion
        QString allAclFileVersion; ///< JSON: file to DataVersion
        BrokerName brokerName;
        QString brokerAddr;
        ClusterName clusterName;
        static constexpr auto fields()
        {
            return protocol::fields(field("version", &Reply::version), field("allAclFileVersion", &Reply::allAclFileVersion),
                                    field("brokerName", &Reply::brokerName), field("brokerAddr", &Reply::brokerAddr),
                                    field("clusterName", &Reply::clusterName));
        }
    };
};

struct UpdateGlobalWhiteAddrsConfig {
    static constexpr Request request{53, "UPDATE_GLOBAL_WHITE_ADDRS_CONFIG", Effect::Writes};
    QString globalWhiteAddrs; ///< joined by commas
    std::optional<QString> aclFileFullPath;
    static constexpr auto fields()
    {
        return protocol::fields(field("globalWhiteAddrs", &UpdateGlobalWhiteAddrsConfig::globalWhiteAddrs),
                                field("aclFileFullPath", &UpdateGlobalWhiteAddrsConfig::aclFileFullPath));
    }
    using Reply = NoReply;
};

/// An account as the broker tells it: the secret in clear. [PlainAccessConfig]
struct PlainAccess {
    QString accessKey;
    bool admin = false;
    QString defaultGroupPerm;
    QString defaultTopicPerm;
    QStringList groupPerms;
    QString secretKey;
    QStringList topicPerms;
    QString whiteRemoteAddress;

    static constexpr auto jsonFields()
    {
        using T = PlainAccess;
        return protocol::fields(field("accessKey", &T::accessKey), field("admin", &T::admin),
                                field("defaultGroupPerm", &T::defaultGroupPerm), field("defaultTopicPerm", &T::defaultTopicPerm),
                                field("groupPerms", &T::groupPerms), field("secretKey", &T::secretKey),
                                field("topicPerms", &T::topicPerms), field("whiteRemoteAddress", &T::whiteRemoteAddress));
    }
};

struct PlainAccessConfigs {
    QStringList globalWhiteAddrs;
    QList<PlainAccess> plainAccessConfigs;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("globalWhiteAddrs", &PlainAccessConfigs::globalWhiteAddrs),
                                field("plainAccessConfigs", &PlainAccessConfigs::plainAccessConfigs));
    }
};

/// Never answered by a broker without access control.
struct GetBrokerClusterAclConfig {
    static constexpr Request request{54, "GET_BROKER_CLUSTER_ACL_CONFIG", Effect::Reads};
    struct Reply {
        PlainAccessConfigs body;
    };
};

} // namespace rocketdesk::commands
