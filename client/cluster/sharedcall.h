// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/remoting/callref.h"

#include <memory>

namespace rocketdesk {

/// A command that outlives its caller: it may be sent again, and cross threads. The command itself is never changed.
class SharedCall final
{
public:
    template <protocol::Command C>
    explicit SharedCall(C command)
    {
        auto kept = std::make_shared<const C>(std::move(command));
        m_call.emplace(*kept);
        m_command = std::move(kept);
    }

    [[nodiscard]] CallRef ref() const { return *m_call; }

private:
    std::shared_ptr<const void> m_command;
    std::optional<CallRef> m_call;
};

} // namespace rocketdesk
