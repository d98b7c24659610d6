// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/ticket.h"

namespace rocketdesk::sandbox {

bool Ticket::refusedByFault() const
{
    if (!m_fault || m_fault->kind != Fault::Kind::Refusal)
        return false;
    refuse({m_fault->code, m_fault->remark, {}});
    return true;
}

void Ticket::write(int code, const QString &remark, const Encode &encode) const
{
    constexpr qint32 foreign = 0x5a5a5a5a;
    if (m_oneway || !m_session)
        return;
    const bool wrong = m_fault && m_fault->kind == Fault::Kind::WrongOpaque;
    const protocol::FrameHead head{.code = code,
                                   .opaque = wrong ? m_opaque ^ foreign : m_opaque,
                                   .flag = protocol::responseFlag,
                                   .language = protocol::Language::Java,
                                   .version = serverVersion,
                                   .remark = remark};
    QByteArray frame;
    if (encode(frame, head))
        m_session->writeAnswer(frame, m_fault);
    else
        m_session->close(); // an answer above 16 MiB: Java's encoder closes the channel too
}

} // namespace rocketdesk::sandbox
