// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/queuelog.h"

#include <algorithm>

namespace rocketdesk::sandbox {

const Record *QueueLog::at(qint64 offset) const
{
    return offset >= minOffset() && offset < maxOffset() ? &m_records[static_cast<std::size_t>(offset - m_first)] : nullptr;
}

const Record *QueueLog::atPosition(qint64 position) const
{
    const auto found = std::lower_bound(m_records.begin(), m_records.end(), position,
                                        [](const Record &record, qint64 wanted) { return record.position < wanted; });
    return found != m_records.end() && found->position == position ? &*found : nullptr;
}

qint64 QueueLog::search(qint64 timestamp, commands::BoundaryType boundary) const
{
    const auto older = [](const Record &record, qint64 time) { return record.storedAt < time; };
    const auto younger = [](qint64 time, const Record &record) { return time < record.storedAt; };
    if (boundary == commands::BoundaryType::Lower)
        return m_first + (std::lower_bound(m_records.begin(), m_records.end(), timestamp, older) - m_records.begin());
    const auto next = std::upper_bound(m_records.begin(), m_records.end(), timestamp, younger) - m_records.begin();
    return m_first + std::max<qint64>(0, next - 1);
}

void QueueLog::append(Record record)
{
    m_lastStoredAt = record.storedAt;
    m_records.push_back(std::move(record));
}

void QueueLog::dropOldest()
{
    m_records.pop_front();
    ++m_first;
}

} // namespace rocketdesk::sandbox
