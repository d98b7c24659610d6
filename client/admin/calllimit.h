// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"

#include <deque>
#include <memory>

namespace rocketdesk {

/// Lets a number of calls run at once; others wait their turn, urgent ones before the rest.
class CallLimit final
{
    struct Places;

public:
    /// The right to make one call. Given back when it dies.
    class Permit final
    {
    public:
        Permit(Permit &&) noexcept = default;
        Permit &operator=(Permit &&) = delete;
        Q_DISABLE_COPY(Permit)
        ~Permit();

    private:
        friend class CallLimit;
        explicit Permit(std::shared_ptr<Places> places) : m_places(std::move(places)) {}
        std::shared_ptr<Places> m_places;
    };

    explicit CallLimit(int most);

    [[nodiscard]] Pending<Permit> enter(bool urgent);

private:
    struct Places {
        int free = 0;
        std::deque<Promise<Permit>> urgent;
        std::deque<Promise<Permit>> waiting;
    };
    static void giveBack(const std::shared_ptr<Places> &places);

    std::shared_ptr<Places> m_places;
};

} // namespace rocketdesk
