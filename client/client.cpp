// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"

#include "client/clientlink.h"
#include "client/optionservers.h"
#include "client/pushconsumerfar.h"
#include "client/watchfar.h"

namespace rocketdesk {

Asker *Client::askerOf(Link &link)
{
    return link.core ? &link.core->cluster() : nullptr;
}

Client::Client(Mailbox::Address network, Profile profile, Secrets secrets, QObject *parent)
    : QObject(parent)
    , m_network(std::move(network))
    , m_profile(std::move(profile))
    , m_link(std::make_shared<Link>())
{
    auto stateHere = forwarder<const ClientState &>(this, [this](const ClientState &state) {
        m_state = state;
        Q_EMIT stateChanged(m_state);
    });
    m_network.post([link = m_link, profile = m_profile, secrets = std::move(secrets), stateHere = std::move(stateHere)] {
        link->core = std::make_unique<ClientCore>(profile, secrets);
        QObject::connect(&link->core->presence(), &Presence::stateChanged, &link->core->presence(), stateHere);
        link->core->log().countRunningIn(&link->running);
    });
}

Client::~Client()
{
    m_network.post([link = m_link] { link->core.reset(); });
}

int Client::runningCalls() const
{
    return m_link->running.load(std::memory_order_relaxed);
}

void Client::setWanted(bool wanted)
{
    m_network.post([link = m_link, wanted] {
        if (link->core)
            link->core->setWanted(wanted);
    });
}

void Client::tryNow()
{
    m_network.post([link = m_link] {
        if (link->core)
            link->core->presence().tryNow();
    });
}

std::unique_ptr<Watch> Client::watch(WatchOptions options)
{
    std::unique_ptr<Watch> watch(new Watch(m_network, options));
    auto tell = forwarder<const WatchNews &>(watch.get(), [watch = watch.get()](const WatchNews &news) { watch->take(news); });
    m_network.post([link = m_link, far = watch->m_far, feed = watch->m_feed, tell = std::move(tell), options = std::move(options)] {
        if (link->core)
            far->watcher = link->core->watch(options, feed, tell);
    });
    return watch;
}

std::unique_ptr<PushConsumer> Client::pushConsumer(ConsumerOptions options, MessageListener listener)
{
    auto far = std::make_shared<PushConsumer::Far>();
    far->usable = checkServers(m_profile, options.namesrvAddr);
    std::unique_ptr<PushConsumer> consumer(new PushConsumer(m_network, std::move(options), std::move(listener), far));
    auto tell = forwarder<const ConsumerNews &>(consumer.get(), [consumer = consumer.get()](const ConsumerNews &news) { consumer->take(news); });
    m_network.post([link = m_link, far, tell = std::move(tell)] {
        far->tell = tell;
        far->make = [link](ConsumerSettings settings, Subscriptions subscriptions, ListenerCalls listener, GroupConsumer::Tell toTell) -> GroupConsumer * {
            return link->core ? link->core->consume(std::move(settings), std::move(subscriptions), std::move(listener), std::move(toTell)) : nullptr;
        };
    });
    return consumer;
}

Pending<protocol::StoredMessage> Client::openMessage(TopicName topic, QueueRef queue, QueueOffset offset, Ask how)
{
    return runCore([place = PullFrom{.topic = std::move(topic), .queue = std::move(queue), .offset = offset}, how](ClientCore &core) {
        return core.puller().open(place, how);
    });
}

Pending<Client::Calls> Client::calls(quint64 after, std::vector<quint64> unfinished, std::size_t most)
{
    return runCore([after, unfinished = std::move(unfinished), most](ClientCore &core) {
        Calls calls{.fresh = core.log().since(after, most), .ended = core.log().byNumber(unfinished)};
        std::erase_if(calls.ended, [](const CallRecord &call) { return call.ended == CallRecord::End::Running; });
        return ready<Calls>(std::move(calls));
    });
}

Pending<Client::CallDetail> Client::explain(quint64 call)
{
    return runCore([call](ClientCore &core) { return ready<CallDetail>(CallDetail{core.log().remark(call), core.log().fields(call)}); });
}

} // namespace rocketdesk
