// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/acl.h"
#include "client/commands/aclfile.h"
#include "client/commands/brokers.h"
#include "client/commands/coldread.h"
#include "client/commands/connections.h"
#include "client/commands/consumequeue.h"
#include "client/commands/consuming.h"
#include "client/commands/controller.h"
#include "client/commands/groups.h"
#include "client/commands/lite.h"
#include "client/commands/messages.h"
#include "client/commands/nameserver.h"
#include "client/commands/offsets.h"
#include "client/commands/pop.h"
#include "client/commands/pushes.h"
#include "client/commands/replication.h"
#include "client/commands/statictopics.h"
#include "client/commands/timers.h"
#include "client/commands/topics.h"

#include <type_traits>

namespace rocketdesk::commands {

template <typename... C>
struct TypeList {
    static constexpr std::size_t size = sizeof...(C);
};

/// Every command, by code. Call log, sandbox and tests walk it: a new command is one word here.
using AllCommands = TypeList<
    SendMessage, PullMessage, QueryMessage, QueryConsumerOffset, UpdateConsumerOffset, UpdateAndCreateTopic, UpdateAndCreateTopicList,
    GetAllTopicConfig, UpdateBrokerConfig, GetBrokerConfig, GetBrokerRuntimeInfo, SearchOffsetByTimestamp, GetMaxOffset, GetMinOffset,
    GetEarliestMsgStoretime, ViewMessageById, HeartBeat, UnregisterClient, ConsumerSendMsgBack, EndTransaction, GetConsumerListByGroup,
    CheckTransactionState, NotifyConsumerIdsChanged, LockBatchMq, UnlockBatchMq, GetAllConsumerOffset, GetAllDelayOffset, CheckClientConfig,
    UpdateAndCreateAclConfig, DeleteAclConfig, GetBrokerClusterAclInfo, UpdateGlobalWhiteAddrsConfig, GetBrokerClusterAclConfig,
    GetTimerCheckPoint, GetTimerMetrics, PutKvConfig, GetKvConfig, DeleteKvConfig, GetRouteInfoByTopic, GetBrokerClusterInfo,
    UpdateAndCreateSubscriptionGroup, GetAllSubscriptionGroupConfig, GetTopicStatsInfo, GetConsumerConnectionList,
    GetProducerConnectionList, WipeWritePermOfBroker, GetAllTopicListFromNameserver, DeleteSubscriptionGroup, GetConsumeStats,
    DeleteTopicInBroker, DeleteTopicInNamesrv, RegisterTopicInNamesrv, GetKvListByNamespace, ResetConsumerClientOffset,
    GetConsumerStatusFromClient, InvokeBrokerToResetOffset, InvokeBrokerToGetConsumerStatus, GetTopicsByCluster,
    UpdateAndCreateSubscriptionGroupList, QueryTopicConsumeByWho, QueryConsumeTimeSpan, GetSystemTopicListFromNs,
    GetSystemTopicListFromBroker, CleanExpiredConsumeQueue, GetConsumerRunningInfo, QueryCorrectionOffset, ConsumeMessageDirectly,
    SendMessageV2, GetUnitTopicList, GetHasUnitSubTopicList, GetHasUnitSubUnunitTopicList, CloneGroupOffset, ViewBrokerStatsData,
    CleanUnusedTopic, GetBrokerConsumeStats, UpdateNamesrvConfig, GetNamesrvConfig, SendBatchMessage, QueryConsumeQueue,
    ResumeCheckHalfMessage, SendReplyMessage, SendReplyMessageV2, PushReplyMessageToClient, AddWritePermOfBroker, GetAllProducerInfo,
    DeleteExpiredCommitLog, QueryTopicsByConsumer, QuerySubscriptionByConsumer, GetTopicConfig, GetSubscriptionGroupConfig,
    UpdateAndGetGroupForbidden, CheckRocksdbCqWriteProgress, ExportRocksdbConfigToJson, LitePullMessage, RecallMessage, QueryAssignment,
    SetMessageRequestMode, GetAllMessageRequestMode, UpdateAndCreateStaticTopic, GetBrokerMemberGroup, AddBroker, RemoveBroker,
    GetBrokerHaStatus, ResetMasterFlushOffset, ControllerElectMaster, ControllerGetReplicaInfo, ControllerGetMetadataInfo,
    ControllerGetSyncStateData, GetBrokerEpochCache, UpdateControllerConfig, GetControllerConfig, CleanBrokerData,
    UpdateColdDataFlowCtrConfig, RemoveColdDataFlowCtrConfig, GetColdDataFlowCtrInfo, SetCommitlogReadMode, CreateUser, UpdateUser,
    DeleteUser, GetUser, ListUsers, CreateAcl, UpdateAcl, DeleteAcl, GetAcl, ListAcls, SwitchTimerEngine, PopMessage, AckMessage,
    PeekMessage, ChangeMessageInvisibleTime, Notification, PollingInfo, PopLiteMessage, LiteSubscriptionCtl, AckLiteMessage,
    NotifyUnsubscribeLite, GetBrokerLiteInfo, GetParentTopicInfo, GetLiteTopicInfo, GetLiteClientInfo, GetLiteGroupInfo,
    TriggerLiteDispatch, BatchAckMessage>;

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
