// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"

namespace rocketdesk::commands {

/// An account of a broker; since 5.3. Members that are null stay as they are in an update. [UserInfo]
struct UserInfo {
    QString password; ///< travels in clear text, both ways
    QString username;
    QString userStatus; ///< "enable" or "disable"
    QString userType; ///< "Super" or "Normal"

    static constexpr auto jsonFields()
    {
        using T = UserInfo;
        return protocol::fields(field("password", &T::password), field("username", &T::username),
                                field("userStatus", &T::userStatus), field("userType", &T::userType));
    }
};

/// [PolicyEntryInfo]
struct AclEntry {
    QStringList actions; ///< "Pub", "Sub", "All", ...
    QString decision; ///< "Allow" or "Deny"
    QString resource; ///< "Topic:name", "Group:prefix*", ...
    std::optional<QStringList> sourceIps;

    static constexpr auto jsonFields()
    {
        using T = AclEntry;
        return protocol::fields(field("actions", &T::actions), field("decision", &T::decision), field("resource", &T::resource),
                                field("sourceIps", &T::sourceIps));
    }
};

struct AclPolicy {
    QList<AclEntry> entries;
    QString policyType; ///< "Custom" or "Default"

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("entries", &AclPolicy::entries), field("policyType", &AclPolicy::policyType));
    }
};

/// Rules of one account. [AclInfo]
struct AclInfo {
    QList<AclPolicy> policies;
    QString subject; ///< "User:name"

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("policies", &AclInfo::policies), field("subject", &AclInfo::subject));
    }
};

struct CreateUser {
    static constexpr Request request{3001, "AUTH_CREATE_USER", Effect::Writes};
    QString username;
    UserInfo body;
    static constexpr auto fields() { return protocol::fields(field("username", &CreateUser::username)); }
    using Reply = NoReply;
};

struct UpdateUser {
    static constexpr Request request{3002, "AUTH_UPDATE_USER", Effect::Writes};
    QString username;
    UserInfo body;
    static constexpr auto fields() { return protocol::fields(field("username", &UpdateUser::username)); }
    using Reply = NoReply;
};

struct DeleteUser {
    static constexpr Request request{3003, "AUTH_DELETE_USER", Effect::Writes};
    QString username;
    static constexpr auto fields() { return protocol::fields(field("username", &DeleteUser::username)); }
    using Reply = NoReply;
};

struct GetUser {
    static constexpr Request request{3004, "AUTH_GET_USER", Effect::Reads};
    QString username;
    static constexpr auto fields() { return protocol::fields(field("username", &GetUser::username)); }
    struct Reply {
        std::optional<UserInfo> body; ///< none for an unknown user
    };
};

struct ListUsers {
    static constexpr Request request{3005, "AUTH_LIST_USER", Effect::Reads};
    QString filter; ///< part of a name; empty = all
    static constexpr auto fields() { return protocol::fields(field("filter", &ListUsers::filter)); }
    struct Reply {
        QList<UserInfo> body;
    };
};

struct CreateAcl {
    static constexpr Request request{3006, "AUTH_CREATE_ACL", Effect::Writes};
    QString subject;
    AclInfo body;
    static constexpr auto fields() { return protocol::fields(field("subject", &CreateAcl::subject)); }
    using Reply = NoReply;
};

/// Replaces the entries of the resources named; the others stay.
struct UpdateAcl {
    static constexpr Request request{3007, "AUTH_UPDATE_ACL", Effect::Writes};
    QString subject;
    AclInfo body;
    static constexpr auto fields() { return protocol::fields(field("subject", &UpdateAcl::subject)); }
    using Reply = NoReply;
};

struct DeleteAcl {
    static constexpr Request request{3008, "AUTH_DELETE_ACL", Effect::Writes};
    QString subject;
    std::optional<QString> policyType;
    std::optional<QString> resource; ///< absent = all rules of the subject
    static constexpr auto fields()
    {
        return protocol::fields(field("subject", &DeleteAcl::subject), field("policyType", &DeleteAcl::policyType),
                                field("resource", &DeleteAcl::resource));
    }
    using Reply = NoReply;
};

struct GetAcl {
    static constexpr Request request{3009, "AUTH_GET_ACL", Effect::Reads};
    QString subject;
    static constexpr auto fields() { return protocol::fields(field("subject", &GetAcl::subject)); }
    struct Reply {
        std::optional<AclInfo> body; ///< none for a user without rules
    };
};

struct ListAcls {
    static constexpr Request request{3010, "AUTH_LIST_ACL", Effect::Reads};
    QString subjectFilter;
    QString resourceFilter;
    static constexpr auto fields()
    {
        return protocol::fields(field("subjectFilter", &ListAcls::subjectFilter),
                                field("resourceFilter", &ListAcls::resourceFilter));
    }
    struct Reply {
        QList<AclInfo> body;
    };
};

} // namespace rocketdesk::commands
