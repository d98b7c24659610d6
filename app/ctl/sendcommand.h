// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace rocketdesk::ctl {

/// One run of `send`: looks for the topic, then sends until all has ended.
class SendRun final : public QObject
{
    Q_OBJECT
public:
    explicit SendRun(Session &session);
    [[nodiscard]] Pending<int> start(SeriesPlan plan);

private:
    void begin(const SeriesPlan &plan);
    void interrupt();
    void print(const SeriesProgress &progress);
    void finish(const SeriesProgress &progress);

    Session &m_session;
    std::unique_ptr<RunningSeries> m_series;
    Promise<int> m_exitCode;
    std::size_t m_saidFailures = 0;
    bool m_interrupted = false;
};

} // namespace rocketdesk::ctl
