// SPDX-License-Identifier: Apache-2.0
#include "client/watch.h"

#include "client/base/overloaded.h"
#include "client/watchfar.h"

namespace rocketdesk {

Watch::Watch(Mailbox::Address network, const WatchOptions &options)
    : m_network(std::move(network))
    , m_feed(std::make_shared<MessageFeed>(options.feedBytes, options.whenFull))
    , m_far(std::make_shared<Far>())
{
    m_feed->onFilled(Mailbox::ofThisThread(), [guard = QPointer<Watch>(this)] {
        if (guard)
            Q_EMIT guard->filled();
    });
    m_feed->onRoom(m_network, [far = m_far] {
        if (far->watcher)
            far->watcher->roomMade();
    });
}

Watch::~Watch()
{
    m_network.post([far = m_far] { delete far->watcher.data(); });
}

void Watch::setPaused(bool paused)
{
    if (std::exchange(m_paused, paused) == paused)
        return;
    m_network.post([far = m_far, paused] {
        if (far->watcher)
            far->watcher->setPaused(paused);
    });
}

void Watch::take(const WatchNews &news)
{
    std::visit(Overloaded{
                   [this](const watchnews::Positioned &positions) { Q_EMIT positioned(positions.queues); },
                   [this](const watchnews::Trouble &trouble) { Q_EMIT brokerTrouble(trouble); },
                   [this](const watchnews::Recovered &recovery) { Q_EMIT recovered(recovery.broker); },
                   [this](const watchnews::TopicMissing &missing) { Q_EMIT topicMissing(missing); },
                   [this](const watchnews::TopicFound &found) { Q_EMIT topicFound(found.topic); },
                   [this](const WatchProgress &progress) {
                       m_progress = progress;
                       Q_EMIT progressed(m_progress);
                   },
                   [this](const watchnews::Ended &end) { Q_EMIT ended(end.error); },
               },
        news);
}

} // namespace rocketdesk
