// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/ticket.h"

#include <QHash>

#include <functional>
#include <utility>

namespace rocketdesk::sandbox {

/// Which function answers which request. A handler takes the server's state, the command and the ticket, and returns the
/// Answer; one that returns nothing answers through the ticket, perhaps later.
class Dispatcher final
{
public:
    using Gate = std::function<std::optional<Refusal>(const protocol::FrameView &)>;

    /// The code and the fields come from the command that the handler wants.
    template <typename State, typename C, typename R>
    void on(State &state, R (*handle)(State &, const C &, const Ticket &))
    {
        m_handlers.insert(C::request.code, [&state, handle](const protocol::FrameView &frame, const Ticket &ticket) {
            const Result<C> command = protocol::decodeRequest<C>(frame);
            if (!command)
                ticket.refuse({int(protocol::AnswerCode::SystemError), command.error().remark, {}});
            else if constexpr (std::is_void_v<R>)
                handle(state, *command, ticket);
            else
                ticket.answer(handle(state, *command, ticket));
        });
    }
    /// Looks at every request before its handler; what it refuses is not carried out.
    void setGate(Gate gate) { m_gate = std::move(gate); }
    [[nodiscard]] QList<int> codes() const { return m_handlers.keys(); }

    void dispatch(const protocol::FrameView &frame, const Ticket &ticket) const;

private:
    using Handler = std::function<void(const protocol::FrameView &, const Ticket &)>;
    QHash<int, Handler> m_handlers;
    Gate m_gate;
};

} // namespace rocketdesk::sandbox
