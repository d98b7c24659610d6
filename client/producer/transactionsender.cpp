// SPDX-License-Identifier: Apache-2.0
#include "client/producer/transactionsender.h"

#include "client/base/logcategories.h"
#include "client/producer/producerhost.h"
#include "client/protocol/messageids.h"

namespace rocketdesk {

namespace property = protocol::property;

namespace {

QString orElse(const std::optional<QString> &text, const QString &otherwise)
{
    return text && !text->isEmpty() ? *text : otherwise;
}

} // namespace

TransactionSender::TransactionSender(Cluster &cluster, Membership &membership, TransactionOptions options, Work work, QObject *parent)
    : QObject(parent)
    , m_cluster(cluster)
    , m_membership(membership)
    , m_options(std::move(options))
    , m_work(std::move(work))
    , m_producer(cluster, m_options.producer)
    , m_registration(joinAs(*this, m_options.producer, membership))
{
}

TransactionSender::~TransactionSender() = default;

Pending<TransactionSendResult> TransactionSender::send(OutgoingMessage message, SendOptions options)
{
    if (!m_registration)
        co_return failed(m_registration.error());
    m_membership.uses(m_producer.names().wire(message.topic));
    message.properties.remove(property::Delay);
    options.delayLevel = 0;
    options.oneway = false;
    auto sending = m_producer.sendMarked(message, protocol::halfMessageProperties({}, m_producer.group()), options);
    const auto half = co_await sending;
    if (!half) {
        ++m_statistics.halfFailed;
        co_return failed(half.error());
    }
    ++m_statistics.halfSent;
    TransactionSendResult result{*half};
    result.transactionId = orElse(half->transactionId, half->messageId);
    result.state = TransactionState::Rollback; // of what is not stored well
    if (half->status == commands::SendStatus::SendOk) {
        message.properties.set(property::UniqueKey, half->messageId);
        message.properties.set(property::TransactionId, result.transactionId);
        auto working = limited(m_work.execute(message, result.transactionId), m_options.executeLimit);
        const auto state = co_await working;
        result.state = state.value_or(TransactionState::Unknown);
        result.remark = state ? QString() : state.error().remark;
    }
    auto looking = masterOf(half->queue.broker, m_producer.names().wire(message.topic));
    const auto broker = co_await looking;
    const auto place = protocol::parseOffsetId(half->offsetMessageId);
    Result<void> told = broker ? Result<void>() : failed(broker.error());
    if (told && !place)
        told = failed(place.error());
    if (told) {
        told = tell({.producerGroup = m_producer.group(), .tranStateTableOffset = half->queueOffset, .commitLogOffset = place->offset,
                        .commitOrRollback = static_cast<int>(result.state), .msgId = half->messageId, .transactionId = result.transactionId, .remark = result.remark},
            *broker, message.properties, message.topic);
    }
    if (!told)
        result.notTold = told.error();
    co_return result;
}

void TransactionSender::checkTransaction(const commands::CheckTransactionState &check, const protocol::StoredMessage &halfMessage, const Endpoint &broker)
{
    ++m_statistics.checks;
    if (m_checking >= m_options.mostChecks) {
        ++m_statistics.checksDropped;
        return;
    }
    ++m_checking;
    (void)answer(check, m_producer.names().shown(halfMessage.detached()), broker);
}

Pending<void> TransactionSender::answer(commands::CheckTransactionState check, protocol::StoredMessage halfMessage, Endpoint broker)
{
    const QString id = orElse(halfMessage.propertyText(property::UniqueKey), check.msgId.value_or(QString()));
    const QString transactionId = orElse(check.transactionId, id);
    auto working = limited(m_work.check(halfMessage, transactionId), m_options.checkLimit);
    const auto state = co_await working;
    --m_checking;
    const auto told = tell({.topic = check.topic, .producerGroup = m_producer.group(), .tranStateTableOffset = check.tranStateTableOffset,
                               .commitLogOffset = check.commitLogOffset, .commitOrRollback = static_cast<int>(state.value_or(TransactionState::Unknown)),
                               .fromTransactionCheck = true, .msgId = id, .transactionId = transactionId, .remark = state ? QString() : state.error().remark},
        broker, halfMessage.allProperties(), halfMessage.topic);
    if (!told)
        qCInfo(logProducer) << "the answer to a check of" << id << "could not be sent:" << told.error().remark;
    co_return {};
}

Pending<TransactionState> TransactionSender::limited(Pending<TransactionState> work, milliseconds limit)
{
    struct Race {
        Promise<TransactionState> promise;
        Call work;
        ScopedCall timer;
    };
    const auto race = std::make_shared<Race>();
    auto answer = race->promise.pending();
    race->work = whenDone(std::move(work), this, [race](Result<TransactionState> state) {
        race->timer = ScopedCall();
        race->promise.finish(std::move(state));
    });
    race->timer = whenDone(m_cluster.clock().after(limit), this, [this, race](Result<void> passed) {
        if (!passed || race->promise.isFinished())
            return;
        ++m_statistics.timedOut;
        race->promise.finish(failed(Error::Kind::Timeout, QStringLiteral("the local work has given no answer in time")));
        std::exchange(race->work, Call()).cancel();
    });
    return answer;
}

Pending<Endpoint> TransactionSender::masterOf(BrokerName broker, TopicName topic)
{
    if (const RoutePtr route = m_cluster.routes().cached(topic)) {
        if (const BrokerRef *const known = route->broker(broker))
            co_return known->address;
    }
    auto looking = m_cluster.addressOf(broker, {.limit = milliseconds(m_options.producer.sendMsgTimeout), .origin = Origin::Send});
    co_return co_await looking;
}

Result<void> TransactionSender::tell(const commands::EndTransaction &command, const Endpoint &broker, const protocol::Properties &properties, const TopicName &topic)
{
    auto told = m_cluster.remoting().tell(broker, command, Origin::Send);
    if (!told) {
        ++m_statistics.notTold;
        return told;
    }
    const auto state = static_cast<TransactionState>(command.commitOrRollback);
    ++(state == TransactionState::Commit ? m_statistics.committed : state == TransactionState::Rollback ? m_statistics.rolledBack : m_statistics.unknown);
    for (const auto &hook : m_producer.hooks())
        hook->afterTransaction({.topic = topic, .messageId = command.msgId, .transactionId = command.transactionId.value_or(QString()), .broker = broker,
            .properties = properties, .state = state, .fromCheck = command.fromTransactionCheck});
    return {};
}

} // namespace rocketdesk
