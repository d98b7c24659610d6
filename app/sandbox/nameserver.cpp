// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/nameserver.h"

#include "app/sandbox/names.h"
#include "client/commands/nameserver.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;
using State = NameServerState;

constexpr int standardJsonVersion = 401; ///< V4_9_4; from there on routes are standard JSON

Answer<GetRouteInfoByTopic::Reply> routeOf(State &state, const GetRouteInfoByTopic &command, const Ticket &ticket)
{
    const TopicRouteData route = state.routes.route(command.topic);
    if (route.brokerDatas.isEmpty())
        return refused(AnswerCode::TopicNotExist, QStringLiteral("No topic route info in name server for the topic: %1").arg(command.topic.text()) + seeHelp());
    const bool standard = ticket.version() >= standardJsonVersion || command.acceptStandardJsonOnly.value_or(false);
    return Accepted<GetRouteInfoByTopic::Reply>({route}, 0, {},
                                                standard ? protocol::JsonKeys::Standard : protocol::JsonKeys::Java);
}

Answer<GetBrokerClusterInfo::Reply> cluster(State &state, const GetBrokerClusterInfo &, const Ticket &)
{
    return GetBrokerClusterInfo::Reply{state.routes.cluster()};
}

Answer<TopicListReply> topics(State &state, const GetAllTopicListFromNameserver &, const Ticket &)
{
    TopicListReply reply;
    reply.body.topicList = state.routes.topics();
    return reply;
}

Answer<TopicListReply> topicsOfCluster(State &state, const GetTopicsByCluster &command, const Ticket &)
{
    TopicListReply reply;
    reply.body.topicList = state.routes.topicsOf(command.cluster);
    return reply;
}

/// Names of clusters and brokers are topics too.
Answer<TopicListReply> systemTopics(State &state, const GetSystemTopicListFromNs &, const Ticket &)
{
    TopicListReply reply;
    for (const BrokerData &broker : state.routes.brokers()) {
        reply.body.topicList << TopicName(broker.brokerName.text());
        reply.body.brokerAddr = broker.brokerAddrs.first();
    }
    for (const ClusterName &name : state.routes.cluster().clusterAddrTable.keys())
        reply.body.topicList << TopicName(name.text());
    return reply;
}

Done removeTopic(State &state, const DeleteTopicInNamesrv &command, const Ticket &)
{
    state.routes.removeTopic(command.topic);
    return protocol::NoReply();
}

Answer<GetKvConfig::Reply> value(State &state, const GetKvConfig &command, const Ticket &)
{
    const auto table = state.keyValues.value(command.nameSpace);
    if (!table.contains(command.key))
        return refused(AnswerCode::QueryNotFound, QStringLiteral("No config item, Namespace: %1 Key: %2").arg(command.nameSpace, command.key));
    return GetKvConfig::Reply{table.value(command.key)};
}

Answer<KvTableReply> values(State &state, const GetKvListByNamespace &command, const Ticket &)
{
    if (!state.keyValues.contains(command.nameSpace))
        return refused(AnswerCode::QueryNotFound, QStringLiteral("No config item, Namespace: %1").arg(command.nameSpace));
    return KvTableReply{{state.keyValues.value(command.nameSpace)}};
}

Answer<TextReply> configuration(State &state, const GetNamesrvConfig &, const Ticket &)
{
    static const QString text = QStringLiteral(
        "bindAddress=0.0.0.0\nclientRequestThreadPoolNums=8\nclientRequestThreadPoolQueueCapacity=50000\nclusterTest=false\n"
        "configBlackList=configBlackList;configStorePath;kvConfigPath\nconfigStorePath=sandbox/namesrv.properties\n"
        "defaultThreadPoolNums=16\ndefaultThreadPoolQueueCapacity=10000\ndeleteTopicWithBrokerRegistration=false\n"
        "enableAllTopicList=true\nenableControllerInNamesrv=false\nenableShutdownGracefully=false\nenableTopicList=true\n"
        "kvConfigPath=sandbox/kvConfig.json\nlistenPort=%1\nneedWaitForService=false\nnotifyMinBrokerIdChanged=false\n"
        "orderMessageEnable=false\nproductEnvName=center\nreturnOrderTopicConfigToBroker=true\nrocketmqHome=sandbox\n"
        "scanNotActiveBrokerInterval=5000\nserverAsyncSemaphoreValue=64\nserverChannelMaxIdleTimeSeconds=120\n"
        "serverOnewaySemaphoreValue=256\nserverSelectorThreads=3\nserverSocketBacklog=1024\nserverWorkerThreads=8\n"
        "shutdownWaitTimeSeconds=30\nsupportActingMaster=%2\nunRegisterBrokerQueueCapacity=3000\n"
        "useEpollNativeSelector=false\nwaitSecondsForService=45\n");
    return TextReply{text.arg(QString::number(state.port), state.routes.actingMasters() ? QStringLiteral("true") : QStringLiteral("false"))};
}

} // namespace

NameServer::NameServer(Clock &clock, Faults &faults, const ServerTls &tls)
    : m_server({QStringLiteral("namesrv"), clock, m_dispatcher, faults}, tls)
{
    m_dispatcher.on(m_state, routeOf);
    m_dispatcher.on(m_state, cluster);
    m_dispatcher.on(m_state, topics);
    m_dispatcher.on(m_state, topicsOfCluster);
    m_dispatcher.on(m_state, systemTopics);
    m_dispatcher.on(m_state, removeTopic);
    m_dispatcher.on(m_state, value);
    m_dispatcher.on(m_state, values);
    m_dispatcher.on(m_state, configuration);
}

Result<Endpoint> NameServer::open(quint16 port)
{
    auto endpoint = m_server.open(port);
    if (endpoint)
        m_state.port = endpoint->port;
    return endpoint;
}

} // namespace rocketdesk::sandbox
