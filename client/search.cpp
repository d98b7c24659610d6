// SPDX-License-Identifier: Apache-2.0
#include "client/search.h"

#include "client/admin/rangereader.h"
#include "client/clientlink.h"

namespace rocketdesk {

/// Only the network thread looks into it.
struct RunningSearch::Far {
    QPointer<RangeReader> reader;
};

RunningSearch::RunningSearch(Mailbox::Address network, qint64 feedBytes)
    : m_network(std::move(network))
    , m_feed(std::make_shared<MessageFeed>(feedBytes, MessageFeed::WhenFull::Wait))
    , m_far(std::make_shared<Far>())
{
    m_feed->onFilled(Mailbox::ofThisThread(), [guard = QPointer<RunningSearch>(this)] {
        if (guard)
            Q_EMIT guard->filled();
    });
    m_feed->onRoom(m_network, [far = m_far] {
        if (far->reader)
            far->reader->roomMade();
    });
}

RunningSearch::~RunningSearch()
{
    m_network.post([far = m_far] { delete far->reader.data(); });
}

void RunningSearch::take(const RangeProgress &progress, const std::optional<Result<void>> &ended)
{
    m_progress = progress;
    if (!ended)
        Q_EMIT progressed(m_progress);
    else if (*ended)
        Q_EMIT finished();
    else
        Q_EMIT failed(ended->error());
}

Pending<FoundMessages> Search::byKey(KeySearch search, Ask how)
{
    return m_client.runCore([search = std::move(search), how](ClientCore &core) { return core.admin().finder().byKey(search, how); });
}

Pending<FoundMessages> Search::byId(IdSearch search, Ask how)
{
    return m_client.runCore([search = std::move(search), how](ClientCore &core) { return core.admin().finder().byId(search, how); });
}

std::unique_ptr<RunningSearch> Search::between(RangeSearch search)
{
    std::unique_ptr<RunningSearch> running(new RunningSearch(m_client.m_network, search.feedBytes));
    auto tell = Client::forwarder<const RangeProgress &, const std::optional<Result<void>> &>(
        running.get(), [running = running.get()](const RangeProgress &progress, const std::optional<Result<void>> &ended) { running->take(progress, ended); });
    m_client.m_network.post([link = m_client.m_link, far = running->m_far, feed = running->m_feed, tell = std::move(tell), search = std::move(search)] {
        if (!link->core)
            return;
        const auto put = [feed](MessageFeed::Batch batch) {
            feed->put(std::move(batch));
            return !feed->isFull();
        };
        far->reader = link->core->readRange(search, put, tell);
    });
    return running;
}

} // namespace rocketdesk
