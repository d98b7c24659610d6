// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"
#include "client/consumer/offsettable.h"

namespace rocketdesk {

/// Where a group's offsets are kept. What has been reached is in the table; persist() stores it.
class OffsetStore
{
public:
    using Queues = QList<commands::MessageQueue>;

    OffsetStore() = default;
    virtual ~OffsetStore() = default;
    Q_DISABLE_COPY_MOVE(OffsetStore)

    [[nodiscard]] OffsetTable &table() { return m_table; }
    /// The stored offset: OffsetTable::None where there is none, Unknown where nobody could say.
    [[nodiscard]] virtual Pending<qint64> stored(commands::MessageQueue queue) = 0;
    /// Stores what the table has of these queues now, known to be stored or not: a broker may have lost it, or have got another
    /// member's older one since. A queue without an offset is left alone.
    /// Fails with the first error; the others are stored all the same.
    [[nodiscard]] virtual Pending<void> persist(Queues queues) = 0;
    /// The queue is no longer this consumer's: its offset in memory must not be stored by anybody.
    virtual void forget(const commands::MessageQueue &queue) { m_table.remove(queue); }

private:
    OffsetTable m_table;
};

} // namespace rocketdesk
