// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokersettings.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/runtimevalues.h"
#include "client/commands/brokers.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;

/// A value that is none of the key's type changes nothing, and nobody is told.
bool fits(const QString &before, const QString &after)
{
    bool wasNumber = false;
    bool isNumber = false;
    (void)before.toLongLong(&wasNumber);
    (void)after.toLongLong(&isNumber);
    return !wasNumber || isNumber;
}

Done changeSettings(BrokerState &broker, const UpdateBrokerConfig &command, const Ticket &)
{
    const QMap<QString, QString> wanted = parseProperties(command.body);
    for (const char *const locked : {"brokerConfigPath", "configBlackList"}) {
        if (wanted.contains(QString::fromLatin1(locked)))
            return refused(AnswerCode::NoPermission, QStringLiteral("Can not update config in black list."));
    }
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        if (broker.settings.contains(it.key()) && fits(broker.settings.value(it.key()), it.value()))
            broker.settings.insert(it.key(), it.value());
    }
    ++broker.settingsVersion.counter;
    broker.settingsVersion.timestamp = broker.now();
    return protocol::NoReply();
}

Answer<GetBrokerConfig::Reply> settings(BrokerState &broker, const GetBrokerConfig &, const Ticket &)
{
    GetBrokerConfig::Reply reply;
    reply.version = QString::fromUtf8(protocol::writeJson(broker.settingsVersion));
    for (auto it = broker.settings.cbegin(); it != broker.settings.cend(); ++it)
        reply.body += it.key() + u'=' + it.value() + u'\n';
    return reply;
}

Answer<KvTableReply> runtime(BrokerState &broker, const GetBrokerRuntimeInfo &, const Ticket &)
{
    return KvTableReply{{runtimeValues(broker)}};
}

Answer<ViewBrokerStatsData::Reply> statistics(BrokerState &broker, const ViewBrokerStatsData &command, const Ticket &)
{
    const Meter *const meter = broker.counters.find(command.statsName, command.statsKey);
    if (!meter)
        return refused(AnswerCode::SystemError, QStringLiteral("The stats <%1> <%2> not exist").arg(command.statsName, command.statsKey));
    return ViewBrokerStatsData::Reply{meter->data(broker.now())};
}

} // namespace

void addSettingsHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, changeSettings);
    table.on(broker, settings);
    table.on(broker, runtime);
    table.on(broker, statistics);
}

} // namespace rocketdesk::sandbox
