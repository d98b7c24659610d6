// SPDX-License-Identifier: Apache-2.0
#include "client/pushconsumer.h"

#include "client/base/overloaded.h"
#include "client/consumer/farlistener.h"
#include "client/optionservers.h"
#include "client/pushconsumerfar.h"

#include <variant>

namespace rocketdesk {

namespace {

/// For the thread of `network`: the listener behind the desk in the thread of `home`.
ListenerCalls callsTo(const Mailbox::Address &home, const ListenerDesk::Grip &desk, const Mailbox::Address &network)
{
    const auto far = std::make_shared<FarListener>(home, desk, network);
    return {[far](ConsumeBatch batch, ConsumeContext context, QueueRetired retired) { return far->call(std::move(batch), std::move(context), std::move(retired)); },
        [far] { return far->ahead(); }};
}

qint64 nowMs()
{
    return SystemClock().wallMs();
}

} // namespace

PushConsumer::PushConsumer(Mailbox::Address network, ConsumerOptions options, MessageListener listener, std::shared_ptr<Far> far)
    : m_network(std::move(network))
    , m_options(std::move(options))
    , m_listenerKind(listener.kind)
    , m_clock(std::make_unique<SystemClock>())
    , m_desk(listener.consume ? std::make_unique<ListenerDesk>(std::move(listener.consume), m_options.consumeThreadMax, *m_clock) : nullptr)
    , m_subscriptions(std::make_unique<Subscriptions>(ConsumerGroup(m_options.consumerGroup), protocol::NameSpace(m_options.nameSpace)))
    , m_far(std::move(far))
{
}

PushConsumer::~PushConsumer()
{
    m_desk.reset(); // what was answered goes before the end
    m_network.post([far = m_far] {
        if (far->consumer)
            far->consumer->abandon();
        far->make = {};
    });
}

Result<void> PushConsumer::subscribe(const TopicName &topic, const QString &tags)
{
    return changed(m_subscriptions->byTags(topic, tags, nowMs()));
}

Result<void> PushConsumer::subscribeBySql(const TopicName &topic, const QString &sql)
{
    return changed(m_subscriptions->bySql(topic, sql, nowMs()));
}

bool PushConsumer::unsubscribe(const TopicName &topic)
{
    const bool was = m_subscriptions->remove(topic);
    (void)changed({});
    return was;
}

Result<void> PushConsumer::changed(Result<void> change)
{
    if (change) {
        m_network.post([far = m_far, subscriptions = *m_subscriptions] {
            if (far->consumer)
                far->consumer->setSubscriptions(subscriptions);
        });
    }
    return change;
}

Pending<void> PushConsumer::start()
{
    auto settings = ConsumerSettings::of(m_options, m_listenerKind, nowMs());
    if (!settings)
        return readyFailed<void>(settings.error());
    if (m_subscriptions->all().empty())
        return readyFailed<void>({.kind = Error::Kind::InvalidArgument, .remark = QStringLiteral("no topic is subscribed to")});
    if (!m_desk)
        return readyFailed<void>({.kind = Error::Kind::InvalidArgument, .remark = QStringLiteral("there is no listener")});
    return onThread(m_network, [far = m_far, settings = std::move(*settings), subscriptions = *m_subscriptions, paused = m_paused,
                                   home = Mailbox::ofThisThread(), desk = m_desk->grip(), network = m_network] {
        if (!far->usable)
            return readyFailed<void>(far->usable.error());
        if (!far->consumer) {
            if (!far->make)
                return readyFailed<void>({.kind = Error::Kind::Cancelled});
            far->consumer = far->make(settings, subscriptions, callsTo(home, desk, network), far->tell);
        }
        if (!far->consumer)
            return readyFailed<void>({.kind = Error::Kind::Cancelled});
        far->consumer->setPaused(paused);
        return far->consumer->start();
    });
}

Pending<void> PushConsumer::shutdown(milliseconds patience)
{
    return onThread(m_network, [far = m_far, patience] { return far->consumer ? far->consumer->shutdown(patience) : ready<void>({}); });
}

void PushConsumer::setPaused(bool paused)
{
    if (std::exchange(m_paused, paused) == paused)
        return;
    m_network.post([far = m_far, paused] {
        if (far->consumer)
            far->consumer->setPaused(paused);
    });
}

Pending<commands::ConsumerRunningInfo> PushConsumer::runningInfo()
{
    return onThread(m_network, [far = m_far] {
        return far->consumer ? ready<commands::ConsumerRunningInfo>(far->consumer->runningInfo())
                             : readyFailed<commands::ConsumerRunningInfo>({.kind = Error::Kind::InvalidArgument, .remark = QStringLiteral("the consumer does not run")});
    });
}

void PushConsumer::take(const ConsumerNews &news)
{
    std::visit(Overloaded{
                   [this](const consumernews::Assigned &share) { Q_EMIT assigned(share.queues); },
                   [this](const consumernews::Trouble &trouble) { Q_EMIT brokerTrouble(trouble); },
                   [this](const consumernews::Recovered &recovery) { Q_EMIT recovered(recovery.broker); },
               },
        news);
}

Result<Profile> profileOf(const ConsumerOptions &options)
{
    return profileNaming(options.namesrvAddr, options.consumerGroup);
}

} // namespace rocketdesk
