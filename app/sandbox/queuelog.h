// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/offsets.h"

#include <QByteArray>

#include <deque>

namespace rocketdesk::sandbox {

/// A message as it is pulled, with what a broker looks at without reading it.
struct Record {
    QByteArray bytes;
    qint64 position = 0; ///< in the commit log
    qint64 storedAt = 0; ///< ms
    qint32 tagCode = 0; ///< hash of TAGS; 0 without
    qint32 propertiesSize = 0;

    [[nodiscard]] QByteArrayView properties() const { return QByteArrayView(bytes).last(propertiesSize); }
};

/// Places of a queue that one pull or one look of a pop passes: what a filter leaves out counts too.
inline constexpr qint64 mostScanned = 800;

/// One queue: records by offset, the oldest first.
class QueueLog final
{
public:
    [[nodiscard]] qint64 minOffset() const { return m_first; }
    [[nodiscard]] qint64 maxOffset() const { return m_first + static_cast<qint64>(m_records.size()); } ///< of the next message
    [[nodiscard]] qint64 lastStoredAt() const { return m_lastStoredAt; } ///< 0 = never written
    [[nodiscard]] const Record *at(qint64 offset) const;
    [[nodiscard]] const Record *oldest() const { return at(m_first); }
    /// The record that begins at this place of the commit log.
    [[nodiscard]] const Record *atPosition(qint64 position) const;
    /// As 5.5.0 answers 29: Lower = the first not older, the maximum past the end; Upper = the last not younger.
    [[nodiscard]] qint64 search(qint64 timestamp, commands::BoundaryType boundary) const;

    void append(Record record);
    void dropOldest();
    /// An empty queue that has seen so many messages before.
    void startAt(qint64 offset) { m_first = offset; }

private:
    std::deque<Record> m_records;
    qint64 m_first = 0;
    qint64 m_lastStoredAt = 0;
};

} // namespace rocketdesk::sandbox
