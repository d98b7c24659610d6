// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/startoffset.h"

#include "client/protocol/names.h"

#include <QDateTime>

namespace rocketdesk {

StartQuestion startQuestion(ConsumeFromWhere from, const GroupStart &queue)
{
    const bool retry = protocol::isRetryTopic(queue.topic.text());
    if (queue.stored != -1 || from == ConsumeFromWhere::FirstOffset || (retry && from == ConsumeFromWhere::LastOffset))
        return StartQuestion::Nothing;
    return from == ConsumeFromWhere::Timestamp && !retry ? StartQuestion::SearchByTime : StartQuestion::MaxOffset;
}

Result<QueueOffset> startOffset(ConsumeFromWhere from, const GroupStart &queue)
{
    if (queue.stored >= 0)
        return QueueOffset(queue.stored);
    if (queue.stored < -1)
        return failed(Error::Kind::NotFound, QStringLiteral("the group's offset is not known"));
    switch (startQuestion(from, queue)) {
    case StartQuestion::Nothing:
        return QueueOffset(0);
    case StartQuestion::MaxOffset:
        return queue.max ? Result<QueueOffset>(*queue.max) : failed(Error::Kind::NotFound, QStringLiteral("the queue's end is not known"));
    case StartQuestion::SearchByTime:
        break;
    }
    return queue.searched ? Result<QueueOffset>(*queue.searched) : failed(Error::Kind::NotFound, QStringLiteral("the offset of that time is not known"));
}

Result<qint64> parseConsumeTimestamp(const QString &text, const QTimeZone &zone)
{
    QDateTime time = QDateTime::fromString(text, QStringLiteral("yyyyMMddHHmmss"));
    if (!time.isValid() || !zone.isValid())
        return failed(Error::Kind::InvalidArgument, QStringLiteral("\"%1\" is no time of the form yyyyMMddHHmmss").arg(text));
    time.setTimeZone(zone);
    return time.toMSecsSinceEpoch();
}

} // namespace rocketdesk
