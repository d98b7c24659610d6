// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"

#include "client/clientlink.h"
#include "client/farobject.h"
#include "client/messageproducer.h"
#include "client/optionservers.h"
#include "client/transactionproducer.h"

namespace rocketdesk {

Pending<SendReceipt> Client::send(OutgoingMessage message, SendOptions options)
{
    return runCore([message = std::move(message), options = std::move(options)](ClientCore &core) { return core.producer().send(message, options); });
}

Pending<BatchReceipts> Client::sendBatch(std::vector<OutgoingMessage> messages, SendOptions options, int perRequest)
{
    return runCore([messages = std::move(messages), options = std::move(options), perRequest](ClientCore &core) mutable {
        return core.producer().sendBatch(std::move(messages), options, perRequest);
    });
}

std::unique_ptr<RunningSeries> Client::startSeries(SeriesPlan plan)
{
    const auto far = std::make_shared<QPointer<SendSeries>>(); // touched on the network thread only
    auto here = [network = m_network, far](void (*act)(SendSeries &)) {
        return [network, far, act] {
            network.post([far, act] {
                if (*far)
                    act(**far);
            });
        };
    };
    std::unique_ptr<RunningSeries> series(new RunningSeries(here([](SendSeries &it) { it.stop(); }),
        here([](SendSeries &it) { delete &it; })));
    auto tell = forwarder<const SeriesProgress &>(series.get(), [series = series.get()](const SeriesProgress &progress) { series->take(progress); });
    m_network.post([link = m_link, far, plan = std::move(plan), tell = std::move(tell)] {
        if (!link->core)
            return;
        *far = link->core->makeSeries(plan, tell);
        (*far)->start();
    });
    return series;
}

Pending<void> Client::allWritten(milliseconds limit)
{
    return runCore([limit](ClientCore &core) { return core.producer().allWritten(core.cluster().clock().in(limit)); });
}

std::unique_ptr<MessageProducer> Client::producer(ProducerOptions options, std::vector<std::shared_ptr<SendHook>> hooks)
{
    std::unique_ptr<MessageProducer> producer(new MessageProducer(m_network, options));
    m_network.post([link = m_link, far = producer->m_far, servers = checkServers(m_profile, options.namesrvAddr), options = std::move(options), hooks = std::move(hooks)] {
        if (link->core)
            far->take(servers.map([&] { return link->core->makeProducer(options, hooks); }));
    });
    return producer;
}

std::unique_ptr<TransactionProducer> Client::transactionProducer(TransactionOptions options, std::shared_ptr<TransactionListener> listener)
{
    std::unique_ptr<TransactionProducer> producer(new TransactionProducer(m_network, options, std::move(listener)));
    // Asked from the network thread, answered where the producer lives; where it does no more, the broker will ask another.
    const auto home = [address = Mailbox::ofThisThread(), alive = std::make_shared<QPointer<TransactionProducer>>(producer.get())](auto ask) {
        return onThread(address, [alive, ask = std::move(ask)] { return *alive ? ask(*(*alive)->m_listener) : ready<TransactionState>(TransactionState::Unknown); });
    };
    TransactionSender::Work work;
    work.execute = [home](OutgoingMessage message, QString id) {
        return home([message = std::move(message), id = std::move(id)](TransactionListener &asked) { return asked.execute(message, id); });
    };
    work.check = [home](protocol::StoredMessage message, QString id) {
        return home([message = std::move(message), id = std::move(id)](TransactionListener &asked) { return asked.check(message, id); });
    };
    m_network.post([link = m_link, far = producer->m_far, servers = checkServers(m_profile, options.producer.namesrvAddr), options = std::move(options), work = std::move(work)] {
        if (link->core)
            far->take(servers.map([&] { return link->core->makeTransactionSender(options, work); }));
    });
    return producer;
}

Pending<protocol::StoredMessage> Client::request(OutgoingMessage message, milliseconds limit, SendOptions options)
{
    return runCore([message = std::move(message), limit, options = std::move(options)](ClientCore &core) { return core.requester().request(message, options, limit); });
}

Pending<SendReceipt> Client::reply(protocol::StoredMessage request, QByteArray body, SendOptions options)
{
    return runCore([properties = request.allProperties(), body = std::move(body), options = std::move(options)](ClientCore &core) {
        return core.producer().reply(properties, body, options);
    });
}

Pending<QString> Client::recall(TopicName topic, QString handle, Ask how)
{
    return runCore([topic = std::move(topic), handle = std::move(handle), how](ClientCore &core) { return core.producer().recall(topic, handle, how); });
}

Pending<void> Client::flushTrace(milliseconds limit)
{
    return runCore([limit](ClientCore &core) { return core.trace().flush(core.cluster().clock().in(limit)); });
}

} // namespace rocketdesk
