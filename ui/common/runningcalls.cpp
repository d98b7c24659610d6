// SPDX-License-Identifier: Apache-2.0
#include "ui/common/runningcalls.h"

namespace rocketdesk::ui {

int RunningCalls::started(const QString &what, Call call)
{
    Entry entry{m_next++, what, std::move(call), {}};
    entry.since.start();
    m_entries << entry;
    Q_EMIT changed();
    return entry.id;
}

void RunningCalls::finished(int id)
{
    if (m_entries.removeIf([id](const Entry &entry) { return entry.id == id; }) > 0)
        Q_EMIT changed();
}

void RunningCalls::cancelAll()
{
    // a cancelled call may report its end at once, so the list is not walked while it changes
    QList<Entry> entries = m_entries;
    for (Entry &entry : entries)
        entry.call.cancel();
}

} // namespace rocketdesk::ui
