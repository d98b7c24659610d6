// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/base/result.h"
#include "client/protocol/packedendpoint.h"
#include "client/protocol/properties.h"

#include <atomic>

namespace rocketdesk::protocol {

/// Where a message lies, as its offset id says.
struct OffsetMessageId {
    PackedEndpoint storeHost; ///< behind a NAT not reachable: map it through the cluster's addresses
    CommitLogOffset offset;
    friend bool operator==(const OffsetMessageId &, const OffsetMessageId &) = default;
};

/// Upper-case hex of address, port (32 bits) and offset (64 bits).
[[nodiscard]] QString offsetIdText(QByteArrayView address, qint32 port, CommitLogOffset offset);
/// Reads 32 or 56 hex digits of either case. A unique id has the same length and passes too.
[[nodiscard]] Result<OffsetMessageId> parseOffsetId(QStringView text);

/// What a unique id (UNIQ_KEY) is made of [MessageClientIDSetter].
struct UniqueId {
    QByteArray address; ///< 4 or 16 bytes
    quint16 processId = 0;
    quint32 loaderHash = 0; ///< any number that stays while the process lives
    qint64 msSinceMonthStart = 0; ///< local time of the sender; below zero counts as zero
    quint16 counter = 0;

    [[nodiscard]] QString toString() const;
    [[nodiscard]] static Result<UniqueId> parse(QStringView text);
    /// The time it was made (ms since 1970), taken to be the latest one not after `nowMs`, by the month of this machine's time zone.
    [[nodiscard]] qint64 timeNear(qint64 nowMs) const;
};

/// Makes unique ids. next() may be called from any thread, costs no lock, and never gives the same id twice.
class UniqueIdGenerator final
{
public:
    /// `address`: 4 or 16 bytes of this host; anything else is replaced by random bytes.
    UniqueIdGenerator(const QByteArray &address, quint16 processId, quint32 loaderHash);

    /// An id of this time (ms since 1970). More than 65,536 in one millisecond borrow from the next.
    [[nodiscard]] QString next(qint64 wallMs);
    /// The id of a message with these properties: the one it has, else a new one, which it keeps over retries.
    QString give(Properties &properties, qint64 wallMs);

private:
    [[nodiscard]] quint64 claim(quint64 wallMs);
    [[nodiscard]] qint64 monthStart(qint64 wallMs);

    QString m_prefix;
    std::atomic<quint64> m_last{0}; ///< milliseconds << 16 | counter
    std::atomic<qint64> m_monthStart{0};
    std::atomic<qint64> m_monthEnd{0};
};

} // namespace rocketdesk::protocol
