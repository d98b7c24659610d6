// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/commands/command.h"

#include <QMap>

#include <map>

namespace rocketdesk {

using OffsetMap = QMap<commands::MessageQueue, QueueOffset>;

/// The offsets a consumer has reached, in memory, before they are stored at the broker or in a file.
class OffsetTable final
{
public:
    static constexpr qint64 None = -1;
    static constexpr qint64 Unknown = -2; ///< nobody could be asked: not the same as none

    /// `increaseOnly`: a smaller offset changes nothing.
    void update(const commands::MessageQueue &queue, QueueOffset offset, bool increaseOnly);
    /// Sets it and holds it there: updates change nothing until the queue is removed. For offsets that are being reset.
    void freeze(const commands::MessageQueue &queue, QueueOffset offset);
    void remove(const commands::MessageQueue &queue);
    [[nodiscard]] qint64 value(const commands::MessageQueue &queue) const;
    [[nodiscard]] OffsetMap ofTopic(const TopicName &topic) const;

private:
    struct Entry {
        QueueOffset offset;
        bool frozen = false;
    };
    std::map<commands::MessageQueue, Entry> m_entries;
};

/// A broker's answer to 14 as a stored offset: None where it has none (22), Unknown for every other failure.
[[nodiscard]] qint64 storedOffset(const Result<QueueOffset> &answer);

} // namespace rocketdesk
