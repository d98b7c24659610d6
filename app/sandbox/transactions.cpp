// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/transactions.h"

#include "app/sandbox/names.h"
#include "client/commands/pushes.h"
#include "client/protocol/sysflag.h"

namespace rocketdesk::sandbox {

namespace {

namespace property = protocol::property;

constexpr milliseconds transactionTimeout{6'000};
constexpr milliseconds checkInterval{6'000};
constexpr int mostChecks = 15; ///< transactionCheckMax
constexpr std::chrono::hours filesReserved{72}; ///< fileReservedTime
constexpr QLatin1StringView givenUpTopic("TRANS_CHECK_MAX_TIME_TOPIC");

void checkLater(BrokerState &broker, const protocol::StoredMessage &half, milliseconds wait);

int checksOf(const protocol::StoredMessage &half)
{
    return half.propertyText(property::TransactionCheckTimes).toInt();
}

/// A copy of the half message that counts this check.
Result<protocol::StoredMessage> nextCopy(const protocol::StoredMessage &half)
{
    protocol::Properties properties = half.allProperties();
    properties.set(QString(property::TransactionCheckTimes), QString::number(checksOf(half) + 1));
    properties.set(QString(property::TransactionId), properties.value(property::UniqueKey, {}));
    return propertyBlock(properties).map([&half](protocol::Bytes block) {
        protocol::StoredMessage copy = half;
        copy.properties = std::move(block);
        return copy;
    });
}

Session *producerOf(const BrokerState &broker, const QString &group)
{
    const auto *const members = broker.clients.producers(ProducerGroup(group));
    if (!members)
        return nullptr;
    for (const auto &[client, member] : *members) {
        if (member.session)
            return member.session;
    }
    return nullptr;
}

void ask(BrokerState &broker, Session &producer, protocol::StoredMessage copy, const Place &place)
{
    commands::CheckTransactionState check;
    check.topic = topicNamed(halfTopic);
    check.tranStateTableOffset = place.offset;
    check.commitLogOffset = place.position;
    check.msgId = check.transactionId = copy.propertyText(property::UniqueKey);
    check.offsetMsgId = broker.offsetId(place.position);
    check.bname = broker.name;
    copy.topic = TopicName(copy.propertyText(property::RealTopic));
    copy.queueId = QueueId(copy.propertyText(property::RealQueueId).toInt());
    copy.queueOffset = place.offset;
    copy.commitLogOffset = place.position;
    copy.storeHost = broker.store.host();
    copy.storeTimestamp = broker.now();
    if (protocol::appendStored(check.body, copy))
        producer.push(check);
}

/// It was asked about as often as may be, whether somebody was there to answer or not; or it is older than what brokers keep.
/// [TransactionalMessageServiceImpl.needDiscard, needSkip]
bool isHalfGivenUp(const BrokerState &broker, const protocol::StoredMessage &half)
{
    return checksOf(half) >= mostChecks || broker.now() - half.bornTimestamp > milliseconds(filesReserved).count();
}

void giveUpHalf(BrokerState &broker, protocol::StoredMessage half)
{
    broker.openTransactions.remove(half.propertyText(property::UniqueKey));
    half.topic = topicNamed(givenUpTopic);
    half.queueId = QueueId(0);
    (void)broker.put(half);
}

void check(BrokerState &broker, const protocol::StoredMessage &half)
{
    if (!broker.openTransactions.contains(half.propertyText(property::UniqueKey)))
        return;
    if (isHalfGivenUp(broker, half))
        return giveUpHalf(broker, half);
    const auto copy = nextCopy(half);
    const Result<Place> place = copy ? broker.put(*copy) : Result<Place>(failed(copy.error()));
    if (!place)
        return giveUpHalf(broker, half);
    if (Session *const producer = producerOf(broker, half.propertyText(property::ProducerGroup)))
        ask(broker, *producer, *copy, *place);
    checkLater(broker, *copy, checkInterval);
}

void checkLater(BrokerState &broker, const protocol::StoredMessage &half, milliseconds wait)
{
    whenDone(broker.clock.after(wait), &broker.context, [&broker, half](const Result<void> &) { broker.whenUp([&broker, half] { check(broker, half); }); });
}

} // namespace

Result<Place> storeHalf(BrokerState &broker, protocol::StoredMessage message)
{
    if (auto moved = putAside(message, topicNamed(halfTopic), QueueId(0)); !moved)
        return failed(std::move(moved.error()));
    message.sysFlag = protocol::sysflag::withTransaction(message.sysFlag, 0);
    Result<Place> place = broker.put(message);
    if (place) {
        broker.openTransactions.insert(message.propertyText(property::UniqueKey));
        checkLater(broker, message, transactionTimeout);
    }
    return place;
}

} // namespace rocketdesk::sandbox
