// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "client/search.h"

namespace rocketdesk::ctl {

/// One run of `search --between`: prints messages as they are found.
class RangeRun final : public QObject
{
    Q_OBJECT
public:
    /// `most` messages; nothing = all.
    RangeRun(Session &session, std::optional<qint64> most);
    [[nodiscard]] Pending<int> start(const RangeSearch &search);

private:
    void print();
    void finish(int exitCode);

    Session &m_session;
    const std::optional<qint64> m_most;
    std::unique_ptr<RunningSearch> m_search;
    qint64 m_printed = 0;
    Promise<int> m_exitCode;
};

} // namespace rocketdesk::ctl
