// SPDX-License-Identifier: Apache-2.0
#include "client/runningseries.h"

namespace rocketdesk {

RunningSeries::~RunningSeries()
{
    m_drop();
}

void RunningSeries::stop()
{
    m_stop();
}

void RunningSeries::take(const SeriesProgress &progress)
{
    m_progress = progress;
    if (isRunning())
        Q_EMIT progressed(m_progress);
    else
        Q_EMIT finished(m_progress);
}

} // namespace rocketdesk
