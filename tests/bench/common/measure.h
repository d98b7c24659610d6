// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/resource.h>

#include <chrono>
#include <cstdio>

namespace rocketdesk::bench {

/// Time and CPU of this process since it was made.
class Measure final
{
public:
    /// Prints the one line that `run` reads.
    void print(long long messages, long long failed) const
    {
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count();
        const double cpu = cpuSeconds() - m_cpu;
        const double count = static_cast<double>(messages > 0 ? messages : 1);
        std::printf("messages=%lld failed=%lld seconds=%.3f cpuMicrosPerMessage=%.3f perSecond=%.0f\n", messages, failed, seconds, cpu * 1e6 / count, count / seconds);
        std::fflush(stdout);
    }

private:
    [[nodiscard]] static double cpuSeconds()
    {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        const auto of = [](const timeval &time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
        return of(usage.ru_utime) + of(usage.ru_stime);
    }

    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
    double m_cpu = cpuSeconds();
};

/// What every mode sends.
struct Load {
    long long warmUp = 0;
    long long count = 0;
    int inFlight = 256;
};

} // namespace rocketdesk::bench
