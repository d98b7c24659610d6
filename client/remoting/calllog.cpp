// SPDX-License-Identifier: Apache-2.0
#include "client/remoting/calllog.h"

namespace rocketdesk {

namespace {

template <typename Value>
void keep(QHash<quint64, Value> &values, std::deque<quint64> &order, quint64 number, Value value)
{
    if (!values.contains(number))
        order.push_back(number);
    values.insert(number, std::move(value));
    if (order.size() > CallLog::Explained) {
        values.remove(order.front());
        order.pop_front();
    }
}

} // namespace

quint64 CallLog::begin(CallRecord record)
{
    record.number = m_next++;
    const std::size_t at = record.number % Capacity;
    if (m_ring.size() <= at)
        m_ring.resize(std::min(Capacity, std::max<std::size_t>(64, at * 2)));
    m_ring[at] = std::move(record);
    if (m_running)
        m_running->fetch_add(1, std::memory_order_relaxed);
    return m_next - 1;
}

CallRecord *CallLog::end(quint64 number)
{
    if (m_running)
        m_running->fetch_sub(1, std::memory_order_relaxed);
    if (number < oldest() || number >= m_next)
        return nullptr;
    return &m_ring[number % Capacity];
}

void CallLog::answered(quint64 number, int code, int bytesIn, std::chrono::nanoseconds cost)
{
    CallRecord *record = end(number);
    if (!record)
        return;
    record->ended = CallRecord::End::Answered;
    record->answer = code;
    record->bytesIn = bytesIn;
    record->cost = cost;
}

void CallLog::sent(quint64 number)
{
    if (CallRecord *record = end(number)) {
        record->ended = CallRecord::End::Sent;
        record->cost = std::chrono::nanoseconds(0);
    }
}

void CallLog::failed(quint64 number, const Error &error, std::chrono::nanoseconds cost)
{
    CallRecord *record = end(number);
    if (!record)
        return;
    record->ended = CallRecord::End::Failed;
    record->failure = error.kind;
    record->answer = error.code;
    record->cost = cost;
    keepRemark(number, error.remark);
}

void CallLog::keepRemark(quint64 number, const QString &remark)
{
    keep(m_remarks, m_remarkOrder, number, remark.left(RemarkLimit));
}

void CallLog::keepFields(quint64 number, QByteArray fields)
{
    keep(m_fields, m_fieldOrder, number, std::move(fields));
}

std::vector<CallRecord> CallLog::since(quint64 after, std::size_t most) const
{
    std::vector<CallRecord> records;
    quint64 from = std::max(after + 1, oldest());
    if (m_next > from + most)
        from = m_next - most;
    for (quint64 number = from; number < m_next; ++number)
        records.push_back(m_ring[number % Capacity]);
    return records;
}

std::vector<CallRecord> CallLog::byNumber(const std::vector<quint64> &numbers) const
{
    std::vector<CallRecord> records;
    for (const quint64 number : numbers) {
        if (number >= oldest() && number < m_next)
            records.push_back(m_ring[number % Capacity]);
    }
    return records;
}

} // namespace rocketdesk
