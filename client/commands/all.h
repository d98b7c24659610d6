// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/acl.h"
#include "client/commands/brokers.h"
#include "client/commands/connections.h"
#include "client/commands/consuming.h"
#include "client/commands/groups.h"
#include "client/commands/messages.h"
#include "client/commands/nameserver.h"
#include "client/commands/offsets.h"
#include "client/commands/pop.h"
#include "client/commands/pushes.h"
#include "client/commands/topics.h"

#include <type_traits>

namespace rocketdesk::commands {

template <typename... C>
struct TypeList {
    static constexpr std::size_t size = sizeof...(C);
};

/// Every command, by code. Call log, sandbox and tests walk it: a new command is one word here.
using AllCommands = TypeList<
    SendMessage, PullMessage, QueryMessage, QueryConsumerOffset, UpdateConsumerOffset, UpdateAndCreateTopic,
    UpdateAndCreateTopicList, GetAllTopicConfig, UpdateBrokerConfig, GetBrokerConfig, GetBrokerRuntimeInfo,
    SearchOffsetByTimestamp, GetMaxOffset, GetMinOffset, GetEarliestMsgStoretime, ViewMessageById, HeartBeat,
    UnregisterClient, ConsumerSendMsgBack, EndTransaction, GetConsumerListByGroup, CheckTransactionState,
    NotifyConsumerIdsChanged, LockBatchMq, UnlockBatchMq, GetAllConsumerOffset, GetAllDelayOffset, CheckClientConfig,
    PutKvConfig, GetKvConfig, DeleteKvConfig, GetRouteInfoByTopic, GetBrokerClusterInfo, UpdateAndCreateSubscriptionGroup,
    GetAllSubscriptionGroupConfig, GetTopicStatsInfo, GetConsumerConnectionList, GetProducerConnectionList,
    WipeWritePermOfBroker, GetAllTopicListFromNameserver, DeleteSubscriptionGroup, GetConsumeStats, DeleteTopicInBroker,
    DeleteTopicInNamesrv, GetKvListByNamespace, ResetConsumerClientOffset, GetConsumerStatusFromClient,
    InvokeBrokerToResetOffset, InvokeBrokerToGetConsumerStatus, GetTopicsByCluster, QueryTopicConsumeByWho,
    QueryConsumeTimeSpan, GetSystemTopicListFromNs, GetSystemTopicListFromBroker, CleanExpiredConsumeQueue,
    GetConsumerRunningInfo, QueryCorrectionOffset, ConsumeMessageDirectly, SendMessageV2, CloneGroupOffset,
    ViewBrokerStatsData, CleanUnusedTopic, GetBrokerConsumeStats, UpdateNamesrvConfig, GetNamesrvConfig, SendBatchMessage,
    SendReplyMessage, SendReplyMessageV2, PushReplyMessageToClient, AddWritePermOfBroker, GetAllProducerInfo,
    DeleteExpiredCommitLog, QueryTopicsByConsumer, QuerySubscriptionByConsumer, GetTopicConfig, GetSubscriptionGroupConfig,
    UpdateAndGetGroupForbidden, LitePullMessage, RecallMessage, QueryAssignment, CreateUser, UpdateUser, DeleteUser, GetUser,
    ListUsers, CreateAcl, UpdateAcl, DeleteAcl, GetAcl, ListAcls, PopMessage, AckMessage, ChangeMessageInvisibleTime,
    Notification>;

namespace detail {

template <typename Visit, typename... C>
void eachCommand(Visit &visit, TypeList<C...>)
{
    (visit(std::type_identity<C>()), ...);
}

} // namespace detail

/// Calls `visit(std::type_identity<C>)` for every command.
template <typename Visit>
void eachCommand(Visit &&visit)
{
    detail::eachCommand(visit, AllCommands());
}

} // namespace rocketdesk::commands
