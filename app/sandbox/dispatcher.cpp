// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/dispatcher.h"

namespace rocketdesk::sandbox {

void Dispatcher::dispatch(const protocol::FrameView &frame, const Ticket &ticket) const
{
    if (ticket.refusedByFault())
        return;
    if (const auto refusal = m_gate ? m_gate(frame) : std::nullopt) {
        ticket.refuse(*refusal);
        return;
    }
    const auto handler = m_handlers.constFind(frame.code);
    if (handler == m_handlers.constEnd())
        ticket.refuse({int(protocol::AnswerCode::NotSupported), QStringLiteral(" request type %1 not supported").arg(frame.code), {}});
    else
        (*handler)(frame, ticket);
}

} // namespace rocketdesk::sandbox
