// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/tracedispatcher.h"

#include "client/base/logcategories.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace rocketdesk {

namespace {

constexpr int mostSending = 4; ///< trace messages at once
constexpr milliseconds lookAgain{10};

qsizetype sizeOf(const std::vector<protocol::TraceRecord> &records, protocol::TraceAccess access)
{
    return protocol::encodeTrace(records, access).size();
}

} // namespace

TraceDispatcher::TraceDispatcher(Cluster &cluster, Options options)
    : m_cluster(cluster)
    , m_options(std::move(options))
    , m_sender(cluster)
    , m_ids({}, static_cast<quint16>(QCoreApplication::applicationPid()), QRandomGenerator::global()->generate())
{
}

void TraceDispatcher::add(std::vector<protocol::TraceRecord> records)
{
    if (records.empty())
        return;
    if (m_waiting.size() >= m_options.mostWaiting) {
        ++m_counts.dropped;
        return;
    }
    m_bytes += sizeOf(records, m_options.access);
    m_waiting.push_back(std::move(records));
    pump(false);
}

void TraceDispatcher::pump(bool all)
{
    while (!m_waiting.empty() && m_sending < mostSending && (all || m_waiting.size() >= m_options.operations || m_bytes >= m_options.bytes)) {
        ++m_sending;
        (void)write(take());
    }
    if (m_waiting.empty()) {
        m_timer = ScopedCall();
    } else if (!m_timer.isRunning()) {
        m_timer = whenDone(m_cluster.clock().after(m_options.wait), &m_context, [this](Result<void> passed) {
            if (passed)
                pump(true);
        });
    }
}

Pending<void> TraceDispatcher::write(Records records)
{
    auto sending = m_sender.send(message(records), {});
    const auto stored = co_await sending;
    --m_sending;
    ++(stored ? m_counts.messages : m_counts.failed);
    if (!stored)
        qCDebug(logCluster) << "a trace message was not stored:" << stored.error().remark;
    pump(false);
    co_return {};
}

TraceDispatcher::Records TraceDispatcher::take()
{
    Records records;
    qsizetype bytes = 0;
    for (std::size_t taken = 0; taken < m_options.operations && !m_waiting.empty(); ++taken) {
        const qsizetype more = sizeOf(m_waiting.front(), m_options.access);
        if (bytes > 0 && bytes + more > m_options.bytes)
            break;
        bytes += more;
        std::move(m_waiting.front().begin(), m_waiting.front().end(), std::back_inserter(records));
        m_waiting.pop_front();
    }
    m_bytes -= bytes;
    return records;
}

commands::SendMessageV2 TraceDispatcher::message(const Records &records)
{
    const qint64 now = m_cluster.clock().wallMs();
    protocol::Properties properties;
    properties.set(protocol::property::UniqueKey, m_ids.next(now));
    QStringList keys = protocol::traceKeys(records);
    keys.removeAll(traceText({}));
    properties.set(protocol::property::Keys, protocol::joinKeys(keys));
    commands::SendMessageV2 command;
    command.producerGroup = m_options.group;
    command.topic = m_options.topic;
    command.bornTimestamp = now;
    command.properties = properties.toBlock().value_or(QByteArray());
    command.body = protocol::encodeTrace(records, m_options.access);
    return command;
}

Pending<void> TraceDispatcher::flush(Deadline until)
{
    for (pump(true); !m_waiting.empty() || m_sending > 0; pump(true)) {
        if (m_cluster.clock().passed(until))
            co_return failed(Error::Kind::Timeout, QStringLiteral("%1 operations are not in the trace topic yet").arg(m_waiting.size()));
        auto pausing = m_cluster.clock().after(lookAgain);
        (void)co_await pausing;
    }
    co_return {};
}

TraceDispatcher::Counts TraceDispatcher::counts() const
{
    Counts counts = m_counts;
    counts.waiting = m_waiting.size();
    return counts;
}

} // namespace rocketdesk
