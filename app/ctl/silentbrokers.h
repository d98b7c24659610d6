// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/output.h"

#include <QSet>

namespace rocketdesk::ctl {

/// Brokers that have not answered while a command reads: each trouble is said, and the run has failed while one has never answered.
class SilentBrokers final
{
public:
    /// `out` outlives this.
    explicit SilentBrokers(Output &out) : m_out(out) {}

    void failed(const BrokerRef &broker, const Error &error, bool answeredBefore)
    {
        if (answeredBefore)
            return m_out.failure(error);
        m_names.insert(broker.name);
        m_out.silentBroker(broker, error);
    }
    void answered(const BrokerName &broker) { m_names.remove(broker); }
    [[nodiscard]] bool isEmpty() const { return m_names.isEmpty(); }

private:
    Output &m_out;
    QSet<BrokerName> m_names;
};

} // namespace rocketdesk::ctl
