// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/pop.h"

#include "client/protocol/names.h"

#include <QStringList>

namespace rocketdesk::protocol {

namespace {

/// More messages than one POP can give; what lies further off is not from the same reply.
constexpr qint64 mostAckBits = 4096;

Failure broken(QStringView text)
{
    return failed(Error::Kind::InvalidArgument, QStringLiteral("\"%1\" cannot be read").arg(text));
}

/// Reads "r q value;r q value" into a map with keys "r@q"; read(text, value) says whether a value is one.
template <typename T, typename Read>
Result<QMap<QString, T>> parseEntries(QStringView text, Read read)
{
    QMap<QString, T> parsed;
    for (const QStringView entry : text.split(u';', Qt::SkipEmptyParts)) {
        const auto words = entry.split(u' ');
        if (words.size() != 3)
            return broken(text);
        const QString key = words.at(0).toString() + u'@' + words.at(1).toString();
        T value{};
        if (parsed.contains(key) || !read(words.at(2), value))
            return broken(text);
        parsed.insert(key, value);
    }
    return parsed;
}

bool readOffset(QStringView text, qint64 &offset)
{
    bool ok = false;
    offset = text.toLongLong(&ok);
    return ok;
}

} // namespace

QString PopReceipt::toString() const
{
    QStringList words{QString::number(startOffset), QString::number(popTime), QString::number(invisibleTime), QString::number(reviveQueueId),
                      topicType, brokerName.text(), QString::number(queueId.value()), QString::number(queueOffset.value())};
    if (commitLogOffset >= 0)
        words << QString::number(commitLogOffset);
    return words.join(u' ');
}

Result<PopReceipt> PopReceipt::parse(QStringView text)
{
    const auto words = text.split(u' ');
    if (words.size() < 8)
        return broken(text);
    bool ok = true;
    const auto number = [&](qsizetype index) {
        bool isNumber = false;
        const qint64 value = words.at(index).toLongLong(&isNumber);
        ok = ok && isNumber;
        return value;
    };
    PopReceipt receipt;
    receipt.startOffset = number(0);
    receipt.popTime = number(1);
    receipt.invisibleTime = number(2);
    receipt.reviveQueueId = static_cast<int>(number(3));
    receipt.topicType = words.at(4).toString();
    receipt.brokerName = BrokerName(words.at(5).toString());
    receipt.queueId = QueueId(static_cast<int>(number(6)));
    receipt.queueOffset = QueueOffset(number(7));
    if (words.size() > 8)
        receipt.commitLogOffset = number(8);
    return ok ? Result<PopReceipt>(receipt) : Result<PopReceipt>(broken(text));
}

TopicName PopReceipt::realTopic(const TopicName &topic, const ConsumerGroup &group) const
{
    if (topicType == QLatin1StringView("1"))
        return popRetryTopic(topic, group, 1);
    if (topicType == QLatin1StringView("2"))
        return popRetryTopic(topic, group, 2);
    return topic;
}

QString popTopicType(const TopicName &topic)
{
    if (!topic.text().startsWith(retryPrefix))
        return QStringLiteral("0");
    return topic.text().contains(u'+') ? QStringLiteral("2") : QStringLiteral("1");
}

TopicName popRetryTopic(const TopicName &topic, const ConsumerGroup &group, int version)
{
    return TopicName(retryPrefix.toString() + group.text() + (version == 2 ? u'+' : u'_') + topic.text());
}

PopRetryTopic parsePopRetryTopic(const TopicName &retryTopic, const ConsumerGroup &group)
{
    const QString &text = retryTopic.text();
    const auto plus = text.indexOf(u'+');
    if (text.startsWith(retryPrefix) && plus >= 0)
        return {TopicName(text.mid(plus + 1)), ConsumerGroup(text.sliced(retryPrefix.size(), plus - retryPrefix.size())), true};
    const QString known = retryPrefix.toString() + group.text() + u'_';
    if (!group.isEmpty() && text.startsWith(known))
        return {TopicName(text.mid(known.size())), group, false};
    return {retryTopic, group, false};
}

Result<QMap<QString, qint64>> parsePopStartOffsets(QStringView text)
{
    return parseEntries<qint64>(text, readOffset);
}

Result<QMap<QString, QList<qint64>>> parsePopMessageOffsets(QStringView text)
{
    return parseEntries<QList<qint64>>(text, [](QStringView list, QList<qint64> &offsets) {
        for (const QStringView word : list.split(u',')) {
            if (!readOffset(word, offsets.emplaceBack()))
                return false;
        }
        return true;
    });
}

Result<QMap<QString, int>> parsePopOrderCounts(QStringView text)
{
    return parseEntries<int>(text, [](QStringView word, int &count) {
        bool ok = false;
        count = word.toInt(&ok);
        return ok;
    });
}

QString popOrderCountOfQueue(const TopicName &topic, QueueId queue, int count)
{
    return QStringLiteral("%1 %2 %3").arg(popTopicType(topic)).arg(queue.value()).arg(count);
}

QString popOrderCountOfOffset(const TopicName &topic, QueueId queue, QueueOffset offset, int count)
{
    // In one step: after a first one "%0" would be a place of its own.
    return QStringLiteral("%1 qo%2%%3 %4").arg(popTopicType(topic), QString::number(queue.value()), QString::number(offset.value()), QString::number(count));
}

QByteArray popAckBits(qint64 startOffset, const QList<qint64> &offsets)
{
    QByteArray bits;
    for (const qint64 offset : offsets) {
        const qint64 bit = offset - startOffset;
        if (bit < 0 || bit >= mostAckBits)
            continue;
        if (bits.size() <= bit / 8)
            bits.append(bit / 8 + 1 - bits.size(), char(0));
        bits[bit / 8] = static_cast<char>(bits.at(bit / 8) | (1 << (bit % 8)));
    }
    return bits;
}

} // namespace rocketdesk::protocol
