// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/base/result.h"

#include <QList>
#include <QMap>

namespace rocketdesk::protocol {

/// POP_CK, the receipt of a message that was taken by POP: eight or nine words [ExtraInfoUtil, ReceiptHandle].
struct PopReceipt {
    qint64 startOffset = 0; ///< of the check point in the revive queue
    qint64 popTime = 0; ///< ms since 1970
    qint64 invisibleTime = 0; ///< ms
    int reviveQueueId = 0; ///< 999: taken in order
    QString topicType; ///< "0" the topic itself, "1" and "2" retry topics of both forms
    BrokerName brokerName;
    QueueId queueId;
    QueueOffset queueOffset;
    qint64 commitLogOffset = -1; ///< -1: not in the receipt

    [[nodiscard]] QString toString() const;
    [[nodiscard]] static Result<PopReceipt> parse(QStringView text);
    [[nodiscard]] qint64 nextVisibleTime() const { return popTime + invisibleTime; }
    [[nodiscard]] bool isExpired(qint64 nowMs) const { return nextVisibleTime() <= nowMs; }
    [[nodiscard]] bool isOrderly() const { return reviveQueueId == 999; }
    /// Topic that the message really lies in.
    [[nodiscard]] TopicName realTopic(const TopicName &topic, const ConsumerGroup &group) const;
};

/// topicType of a receipt for a message of this topic.
[[nodiscard]] QString popTopicType(const TopicName &topic);

/// Retry topic of POP: version 1 "%RETRY%group_topic", version 2 "%RETRY%group+topic".
[[nodiscard]] TopicName popRetryTopic(const TopicName &topic, const ConsumerGroup &group, int version);

struct PopRetryTopic {
    TopicName topic;
    ConsumerGroup group; ///< empty where the name does not tell (version 1, group not given)
    bool isV2 = false;
};
/// Takes such a name apart; version 1 needs the group, since both parts may have underscores.
[[nodiscard]] PopRetryTopic parsePopRetryTopic(const TopicName &retryTopic, const ConsumerGroup &group = {});

// Header texts of a POP reply; the keys are "retry@queue". InvalidArgument for broken ones, and for a key that comes twice.
[[nodiscard]] Result<QMap<QString, qint64>> parsePopStartOffsets(QStringView text);
[[nodiscard]] Result<QMap<QString, QList<qint64>>> parsePopMessageOffsets(QStringView text);
[[nodiscard]] Result<QMap<QString, int>> parsePopOrderCounts(QStringView text);

// One entry of orderCountInfo: how often the queue, or the message at this offset, was tried. Entries are joined by ";".
[[nodiscard]] QString popOrderCountOfQueue(const TopicName &topic, QueueId queue, int count);
[[nodiscard]] QString popOrderCountOfOffset(const TopicName &topic, QueueId queue, QueueOffset offset, int count);

/// Bits of a batch acknowledgement, lowest first, as BitSet.toByteArray: bit n is the message at startOffset + n.
[[nodiscard]] QByteArray popAckBits(qint64 startOffset, const QList<qint64> &offsets);

} // namespace rocketdesk::protocol
