// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>

namespace rocketdesk {

/// Counts times and tells percentiles, in 4 KiB whatever their number: eight steps to each doubling.
class Latencies final
{
public:
    void add(std::chrono::nanoseconds time)
    {
        ++m_counts[indexOf(static_cast<quint64>(std::max<qint64>(time.count() / 1000, 0)))];
        ++m_total;
    }
    /// The time that this share of all did not exceed, within an eighth; 0 where there are none.
    [[nodiscard]] std::chrono::nanoseconds percentile(double share) const
    {
        const auto wanted = static_cast<qint64>(share * static_cast<double>(m_total));
        qint64 seen = 0;
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            seen += m_counts[i];
            if (m_counts[i] > 0 && seen >= wanted)
                return std::chrono::microseconds(upperEdge(i));
        }
        return {};
    }

private:
    static constexpr int Steps = 8;
    static constexpr int StepBits = 3;

    [[nodiscard]] static std::size_t indexOf(quint64 us)
    {
        if (us < Steps)
            return us;
        const int doubling = static_cast<int>(std::bit_width(us)) - 1 - StepBits;
        return std::min<std::size_t>(static_cast<std::size_t>(doubling + 1) * Steps + ((us >> doubling) & (Steps - 1)), Size - 1);
    }
    [[nodiscard]] static qint64 upperEdge(std::size_t index)
    {
        if (index < Steps)
            return static_cast<qint64>(index);
        const int doubling = static_cast<int>(index) / Steps - 1;
        return ((static_cast<qint64>(Steps + index % Steps) + 1) << doubling) - 1;
    }

    static constexpr std::size_t Size = 512;
    std::array<qint64, Size> m_counts{};
    qint64 m_total = 0;
};

} // namespace rocketdesk
