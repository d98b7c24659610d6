// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/remoting/callrecord.h"

#include <QHash>

#include <atomic>
#include <deque>
#include <vector>

namespace rocketdesk {

/// The last calls of one client, in a ring on the network thread. Bodies are never kept; remarks only of failures; the
/// fields of requests only of the last 1,000 that are neither send nor pull, without signature and secrets.
class CallLog final
{
public:
    static constexpr std::size_t Capacity = 20'000;
    static constexpr std::size_t Explained = 1'000;
    static constexpr qsizetype RemarkLimit = 1024;

    /// Notes a call that begins; the number is its handle.
    quint64 begin(CallRecord record);
    void answered(quint64 number, int code, int bytesIn, std::chrono::nanoseconds cost);
    void sent(quint64 number);
    void failed(quint64 number, const Error &error, std::chrono::nanoseconds cost);
    void keepRemark(quint64 number, const QString &remark);
    void keepFields(quint64 number, QByteArray fields);

    /// The newest `most` records with a number above `after`, oldest first.
    [[nodiscard]] std::vector<CallRecord> since(quint64 after, std::size_t most) const;
    /// Those of the numbers that are still kept: how calls ended that were fetched while they ran.
    [[nodiscard]] std::vector<CallRecord> byNumber(const std::vector<quint64> &numbers) const;
    [[nodiscard]] QString remark(quint64 number) const { return m_remarks.value(number); }
    [[nodiscard]] QByteArray fields(quint64 number) const { return m_fields.value(number); }
    /// Keeps this number equal to the calls that run; another thread may read it.
    void countRunningIn(std::atomic<int> *running) { m_running = running; }
    [[nodiscard]] quint64 newest() const { return m_next - 1; }

private:
    /// The record of a call that runs, and counts it as ended.
    [[nodiscard]] CallRecord *end(quint64 number);
    [[nodiscard]] quint64 oldest() const { return m_next > Capacity ? m_next - Capacity : 1; }

    std::vector<CallRecord> m_ring;
    quint64 m_next = 1;
    std::atomic<int> *m_running = nullptr;
    QHash<quint64, QString> m_remarks;
    std::deque<quint64> m_remarkOrder;
    QHash<quint64, QByteArray> m_fields;
    std::deque<quint64> m_fieldOrder;
};

} // namespace rocketdesk
