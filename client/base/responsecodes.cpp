// SPDX-License-Identifier: Apache-2.0
#include "client/base/responsecodes.h"

#include <algorithm>
#include <array>

namespace rocketdesk {

namespace {

struct CodeName {
    int code;
    const char *name;
};

/// ResponseCode and RemotingSysResponseCode of 5.5.0, by code.
constexpr std::array names = {
    CodeName{-1006, "RPC_TIME_OUT"},
    CodeName{-1004, "RPC_SEND_TO_CHANNEL_FAILED"},
    CodeName{-1002, "RPC_ADDR_IS_NULL"},
    CodeName{-1000, "RPC_UNKNOWN"},
    CodeName{0, "SUCCESS"},
    CodeName{1, "SYSTEM_ERROR"},
    CodeName{2, "SYSTEM_BUSY"},
    CodeName{3, "REQUEST_CODE_NOT_SUPPORTED"},
    CodeName{4, "TRANSACTION_FAILED"},
    CodeName{10, "FLUSH_DISK_TIMEOUT"},
    CodeName{11, "SLAVE_NOT_AVAILABLE"},
    CodeName{12, "FLUSH_SLAVE_TIMEOUT"},
    CodeName{13, "MESSAGE_ILLEGAL"},
    CodeName{14, "SERVICE_NOT_AVAILABLE"},
    CodeName{15, "VERSION_NOT_SUPPORTED"},
    CodeName{16, "NO_PERMISSION"},
    CodeName{17, "TOPIC_NOT_EXIST"},
    CodeName{18, "TOPIC_EXIST_ALREADY"},
    CodeName{19, "PULL_NOT_FOUND"},
    CodeName{20, "PULL_RETRY_IMMEDIATELY"},
    CodeName{21, "PULL_OFFSET_MOVED"},
    CodeName{22, "QUERY_NOT_FOUND"},
    CodeName{23, "SUBSCRIPTION_PARSE_FAILED"},
    CodeName{24, "SUBSCRIPTION_NOT_EXIST"},
    CodeName{25, "SUBSCRIPTION_NOT_LATEST"},
    CodeName{26, "SUBSCRIPTION_GROUP_NOT_EXIST"},
    CodeName{27, "FILTER_DATA_NOT_EXIST"},
    CodeName{28, "FILTER_DATA_NOT_LATEST"},
    CodeName{29, "INVALID_PARAMETER"},
    CodeName{200, "TRANSACTION_SHOULD_COMMIT"},
    CodeName{201, "TRANSACTION_SHOULD_ROLLBACK"},
    CodeName{202, "TRANSACTION_STATE_UNKNOW"},
    CodeName{203, "TRANSACTION_STATE_GROUP_WRONG"},
    CodeName{204, "NO_BUYER_ID"},
    CodeName{205, "NOT_IN_CURRENT_UNIT"},
    CodeName{206, "CONSUMER_NOT_ONLINE"},
    CodeName{207, "CONSUME_MSG_TIMEOUT"},
    CodeName{208, "NO_MESSAGE"},
    CodeName{209, "POLLING_FULL"},
    CodeName{210, "POLLING_TIMEOUT"},
    CodeName{211, "BROKER_NOT_EXIST"},
    CodeName{212, "BROKER_DISPATCH_NOT_COMPLETE"},
    CodeName{213, "BROADCAST_CONSUMPTION"},
    CodeName{215, "FLOW_CONTROL"},
    CodeName{501, "NOT_LEADER_FOR_QUEUE"},
    CodeName{604, "ILLEGAL_OPERATION"},
    CodeName{1500, "GO_AWAY"},
    CodeName{2000, "CONTROLLER_FENCED_MASTER_EPOCH"},
    CodeName{2001, "CONTROLLER_FENCED_SYNC_STATE_SET_EPOCH"},
    CodeName{2002, "CONTROLLER_INVALID_MASTER"},
    CodeName{2003, "CONTROLLER_INVALID_REPLICAS"},
    CodeName{2004, "CONTROLLER_MASTER_NOT_AVAILABLE"},
    CodeName{2005, "CONTROLLER_INVALID_REQUEST"},
    CodeName{2006, "CONTROLLER_BROKER_NOT_ALIVE"},
    CodeName{2007, "CONTROLLER_NOT_LEADER"},
    CodeName{2008, "CONTROLLER_BROKER_METADATA_NOT_EXIST"},
    CodeName{2009, "CONTROLLER_INVALID_CLEAN_BROKER_METADATA"},
    CodeName{2010, "CONTROLLER_BROKER_NEED_TO_BE_REGISTERED"},
    CodeName{2011, "CONTROLLER_MASTER_STILL_EXIST"},
    CodeName{2012, "CONTROLLER_ELECT_MASTER_FAILED"},
    CodeName{2013, "CONTROLLER_ALTER_SYNC_STATE_SET_FAILED"},
    CodeName{2014, "CONTROLLER_BROKER_ID_INVALID"},
    CodeName{2015, "CONTROLLER_JRAFT_INTERNAL_ERROR"},
    CodeName{2016, "CONTROLLER_BROKER_LIVE_INFO_NOT_EXISTS"},
    CodeName{2017, "LMQ_QUOTA_EXCEEDED"},
    CodeName{2018, "LITE_SUBSCRIPTION_QUOTA_EXCEEDED"},
    CodeName{3001, "USER_NOT_EXIST"},
    CodeName{3002, "POLICY_NOT_EXIST"},
};

/// What 4.9's ACL calls (50, 51, 53) mean by codes that 5.x gave to POP later.
constexpr std::array aclNames = {
    CodeName{209, "UPDATE_AND_CREATE_ACL_CONFIG_FAILED"},
    CodeName{210, "DELETE_ACL_CONFIG_FAILED"},
    CodeName{211, "UPDATE_GLOBAL_WHITE_ADDRS_CONFIG_FAILED"},
};

template <std::size_t N>
QString nameIn(const std::array<CodeName, N> &table, int code)
{
    const auto found = std::lower_bound(table.begin(), table.end(), code, [](const CodeName &entry, int wanted) { return entry.code < wanted; });
    return found != table.end() && found->code == code ? QString::fromLatin1(found->name) : QString();
}

bool isAclOperation(QStringView operation)
{
    return operation == QLatin1StringView("UPDATE_AND_CREATE_ACL_CONFIG") || operation == QLatin1StringView("DELETE_ACL_CONFIG")
        || operation == QLatin1StringView("UPDATE_GLOBAL_WHITE_ADDRS_CONFIG");
}

} // namespace

QString responseCodeName(int code, QStringView operation)
{
    const QString special = isAclOperation(operation) ? nameIn(aclNames, code) : QString();
    return special.isEmpty() ? nameIn(names, code) : special;
}

QString responseCodeText(int code, QStringView operation)
{
    const QString name = responseCodeName(code, operation);
    return name.isEmpty() ? QStringLiteral("code %1").arg(code) : QStringLiteral("%1 (%2)").arg(name).arg(code);
}

} // namespace rocketdesk
