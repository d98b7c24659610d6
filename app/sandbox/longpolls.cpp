// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/longpolls.h"

#include <algorithm>

namespace rocketdesk::sandbox {

namespace {

constexpr milliseconds interval{5'000};

} // namespace

LongPolls::LongPolls(Clock &clock) : m_clock(clock)
{
    tick();
}

void LongPolls::setHandlers(Again again, End end)
{
    m_again = std::move(again);
    m_end = std::move(end);
}

void LongPolls::hold(HeldPull pull)
{
    m_held[{pull.command.topic, pull.command.queueId}].push_back(std::move(pull));
}

template <typename Wakes>
void LongPolls::wake(std::vector<HeldPull> &held, Wakes wakes)
{
    const auto firstAwake = std::stable_partition(held.begin(), held.end(), [&wakes](const HeldPull &pull) { return !wakes(pull); });
    std::vector<HeldPull> awake(std::make_move_iterator(firstAwake), std::make_move_iterator(held.end()));
    held.erase(firstAwake, held.end());
    for (const HeldPull &pull : awake) {
        if (pull.ticket.isOpen())
            m_again(pull);
    }
}

void LongPolls::arrived(const TopicName &topic, QueueId queue, const Record &record)
{
    if (m_held.empty())
        return;
    const auto held = m_held.find({topic, queue});
    if (held != m_held.end())
        wake(held->second, [&record](const HeldPull &pull) { return pull.filter.accepts(record); });
}

void LongPolls::check()
{
    for (auto &[key, held] : m_held) {
        const qint64 end = m_end(key.first, key.second);
        wake(held, [this, end](const HeldPull &pull) {
            return !pull.ticket.isOpen() || end > pull.command.queueOffset.value() || m_clock.passed(pull.until);
        });
    }
    std::erase_if(m_held, [](const auto &entry) { return entry.second.empty(); });
}

void LongPolls::tick()
{
    whenDone(m_clock.after(interval), this, [this](const Result<void> &) {
        check();
        tick();
    });
}

} // namespace rocketdesk::sandbox
