// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/answer.h"
#include "app/sandbox/session.h"

namespace rocketdesk::sandbox {

/// The right to answer one request, now or later. Nothing happens where the client has gone or asked one-way.
class Ticket final
{
public:
    Ticket(Session &session, const protocol::FrameView &request)
        : m_session(&session), m_opaque(request.opaque), m_oneway(request.isOneway()),
          m_language(request.language), m_version(request.version), m_fault(session.takeFault(request.code)) {}

    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
    [[nodiscard]] Session *session() const { return m_session; }
    [[nodiscard]] protocol::Language language() const { return m_language; }
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] QString peer() const { return m_session ? m_session->peer() : QString(); }

    template <typename Reply>
    void answer(const Answer<Reply> &answer) const
    {
        if (answer)
            accept(*answer);
        else
            refuse(answer.error());
    }
    template <typename Reply>
    void accept(const Accepted<Reply> &accepted) const
    {
        write(accepted.code, accepted.remark, [&accepted](QByteArray &out, const protocol::FrameHead &head) {
            return protocol::encodeReply(out, head, accepted.reply, accepted.keys).has_value();
        });
    }
    void refuse(const Refusal &refusal) const
    {
        write(refusal.code, refusal.remark, [&refusal](QByteArray &out, const protocol::FrameHead &head) {
            return protocol::appendFrame(out, head, refusal.fields).has_value();
        });
    }
    /// Answers with the refusal that a fault wants; false where none does.
    [[nodiscard]] bool refusedByFault() const;

private:
    using Encode = std::function<bool(QByteArray &, const protocol::FrameHead &)>;
    void write(int code, const QString &remark, const Encode &encode) const;

    QPointer<Session> m_session;
    qint32 m_opaque;
    bool m_oneway;
    protocol::Language m_language;
    int m_version;
    std::optional<Fault> m_fault;
};

} // namespace rocketdesk::sandbox
