// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <deque>

namespace rocketdesk {

/// A counter sampled every 10 s; the rates over the samples that are kept. [StatsItem]
class SampleWindow final
{
public:
    struct Sample {
        qint64 atMs = 0;
        qint64 times = 0; ///< counted so far
        qint64 value = 0; ///< added up so far
    };
    struct Rates {
        qint64 sum = 0;
        double tps = 0; ///< value a second
        double avgpt = 0; ///< value per time counted
    };
    static constexpr std::size_t Kept = 7; ///< a minute

    void add(qint64 value, qint64 times = 1)
    {
        m_value += value;
        m_times += times;
    }
    void sample(qint64 nowMs) { keep({nowMs, m_times, m_value}); }
    void keep(Sample sample)
    {
        m_samples.push_back(sample);
        if (m_samples.size() > Kept)
            m_samples.pop_front();
    }
    [[nodiscard]] qint64 value() const { return m_value; }
    [[nodiscard]] qint64 times() const { return m_times; }
    [[nodiscard]] Rates rates() const
    {
        if (m_samples.empty())
            return {};
        const Sample &first = m_samples.front();
        const Sample &last = m_samples.back();
        Rates rates{.sum = last.value - first.value};
        if (last.atMs > first.atMs)
            rates.tps = static_cast<double>(rates.sum) * 1000.0 / static_cast<double>(last.atMs - first.atMs);
        if (last.times > first.times)
            rates.avgpt = static_cast<double>(rates.sum) / static_cast<double>(last.times - first.times);
        return rates;
    }

private:
    std::deque<Sample> m_samples;
    qint64 m_value = 0;
    qint64 m_times = 0;
};

} // namespace rocketdesk
