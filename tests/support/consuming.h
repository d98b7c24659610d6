// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/names.h"
#include "client/pushconsumer.h"
#include "tests/support/caller.h"

#include <QTemporaryDir>

namespace rocketdesk::tests {

/// One member of a group with a client of its own, and what it was given. Reads from the first message on.
class Consuming final
{
public:
    using Kind = MessageListener::Kind;
    /// What the listener answers to a message; nothing = success.
    using Answerer = std::function<ConsumeOutcome(const protocol::StoredMessage &)>;
    struct Delivery {
        QString id;
        QString body; ///< decompressed
        QString tags;
        int queue = 0;
        qint64 offset = 0;
        int reconsumeTimes = 0;
    };

    Consuming(const Endpoint &nameServer, const QString &group, Kind kind = Kind::Concurrently) : Consuming(nameServer, optionsFor(group), kind) {}
    Consuming(const Endpoint &nameServer, ConsumerOptions options, Kind kind = Kind::Concurrently)
        : m_client(std::make_unique<Client>(m_network.address(), profileOf(nameServer)))
    {
        options.offsetStorePath = m_folder.path();
        m_consumer = m_client->pushConsumer(std::move(options), {kind, [this](const ConsumeBatch &batch, const ConsumeContext &) { return take(*batch); }});
        QObject::connect(m_consumer.get(), &PushConsumer::brokerTrouble, m_consumer.get(), [this](const consumernews::Trouble &trouble) { troubles << trouble.error.remark; });
    }

    [[nodiscard]] PushConsumer &consumer() { return *m_consumer; }
    /// Subscribes and joins; the words of what went wrong, empty where nothing did.
    [[nodiscard]] QString start(const QString &topic, const QString &tags = QStringLiteral("*"))
    {
        if (const auto subscribed = m_consumer->subscribe(TopicName(topic), tags); !subscribed)
            return subscribed.error().remark;
        return start();
    }
    [[nodiscard]] QString start() { return wordsOf(m_consumer->start()); }
    /// Leaves in order: offsets stored, locks given back.
    [[nodiscard]] QString stop() { return wordsOf(m_consumer->shutdown()); }
    /// Is gone without a word to the brokers about its offsets.
    void vanish()
    {
        m_consumer.reset();
        m_client.reset();
    }

    [[nodiscard]] static ConsumerOptions optionsFor(const QString &group)
    {
        ConsumerOptions options;
        options.consumerGroup = group;
        options.consumeFromWhere = QStringLiteral("CONSUME_FROM_FIRST_OFFSET");
        return options;
    }
    /// How many queues it reads now, of topics that it has subscribed to.
    [[nodiscard]] int queues()
    {
        int count = 0;
        const auto info = Caller::result(m_consumer->runningInfo());
        for (const commands::MessageQueue &queue : info ? info->mqTable.keys() : QList<commands::MessageQueue>())
            count += protocol::isRetryTopic(queue.topic.text()) ? 0 : 1;
        return count;
    }
    /// The bodies, sorted.
    [[nodiscard]] QStringList bodies() const
    {
        QStringList all;
        for (const Delivery &one : came)
            all << one.body;
        all.sort();
        return all;
    }
    /// Whether the offsets of each queue came in their order.
    [[nodiscard]] bool isOrdered() const
    {
        QMap<int, qint64> last;
        for (const Delivery &one : came) {
            if (last.contains(one.queue) && last.value(one.queue) >= one.offset)
                return false;
            last.insert(one.queue, one.offset);
        }
        return true;
    }

    std::vector<Delivery> came;
    QStringList troubles;
    Answerer answers;

private:
    static Profile profileOf(const Endpoint &nameServer)
    {
        Profile profile;
        profile.nameServers = {nameServer};
        return profile;
    }
    static QString wordsOf(Pending<void> pending)
    {
        const auto result = Caller::result(std::move(pending));
        return result ? QString() : wordsFor(result.error()).line() + u' ';
    }
    Pending<ConsumeOutcome> take(const protocol::MessageBatch &batch)
    {
        ConsumeOutcome outcome = ConsumeOutcome::success();
        for (const protocol::StoredMessage &message : batch.messages) {
            const auto body = protocol::decodedBody(message);
            came.push_back({.id = message.messageId(), .body = body ? QString::fromUtf8(body->view()) : QStringLiteral("unreadable"), .tags = message.tags(),
                .queue = message.queueId.value(), .offset = message.queueOffset.value(), .reconsumeTimes = message.reconsumeTimes});
            if (answers)
                outcome = answers(message);
        }
        return ready<ConsumeOutcome>(outcome);
    }

    NetworkThread m_network;
    QTemporaryDir m_folder;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<PushConsumer> m_consumer;
};

} // namespace rocketdesk::tests
