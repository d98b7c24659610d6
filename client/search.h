// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "client/consumer/messagefeed.h"

namespace rocketdesk {

/// A search by time that runs, as its maker sees it: signals come on the maker's thread, messages wait in a feed that holds
/// the search up while it is full. Ends when it dies. Made by Search::between().
class RunningSearch final : public QObject
{
    Q_OBJECT
public:
    ~RunningSearch() override;

    /// The messages that have come since, by store time.
    [[nodiscard]] std::vector<MessageFeed::Batch> drain() { return m_feed->drain(); }
    /// As last told.
    [[nodiscard]] const RangeProgress &progress() const { return m_progress; }

Q_SIGNALS:
    /// Messages wait to be drained; once for each change from none.
    void filled();
    void progressed(const rocketdesk::RangeProgress &progress);
    /// Once, the last: all is read that can be, perhaps with brokers missing (see progress). What waits is still to be drained.
    void finished();
    /// Once, the last: nothing could be read.
    void failed(const rocketdesk::Error &error);

private:
    friend class Search;
    struct Far;

    RunningSearch(Mailbox::Address network, qint64 feedBytes);
    void take(const RangeProgress &progress, const std::optional<Result<void>> &ended);

    Mailbox::Address m_network;
    std::shared_ptr<MessageFeed> m_feed;
    std::shared_ptr<Far> m_far;
    RangeProgress m_progress;
};

/// How an open profile finds stored messages. A grip on its Client, which outlives it; rules as there. Only reads.
class Search final
{
public:
    explicit Search(Client &client) : m_client(client) {}

    /// Messages of a topic by one of their keys.
    [[nodiscard]] Pending<FoundMessages> byKey(KeySearch search, Ask how = {});
    /// Messages by an id, in either of its forms; several where a message was sent twice. NotFound.
    [[nodiscard]] Pending<FoundMessages> byId(IdSearch search, Ask how = {});
    /// Messages stored in a time, exactly, as they are found. Is to die before the client.
    [[nodiscard]] std::unique_ptr<RunningSearch> between(RangeSearch search);

private:
    Client &m_client;
};

} // namespace rocketdesk
