// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/membership.h"

#include <functional>

namespace rocketdesk {

/// What brokers ask of this client, handed to the member it concerns: 39, 40, 220, 221, 307, 309, and 326 for requests that wait
/// for a reply. Bounded: what a member has not answered yet is refused beyond a limit (2, system busy).
class MemberRequests final : public QObject
{
    Q_OBJECT
public:
    /// Messages that brokers may have consumed directly (309) at one time.
    static constexpr int MostDirect = 64;

    using Reply = std::function<void(const commands::PushReplyMessageToClient &)>;

    /// The membership outlives it.
    MemberRequests(Remoting &remoting, const Membership &membership, QObject *parent = nullptr);
    ~MemberRequests() override;

    /// Who takes the replies (326) to request messages: brokers find this client by its id, whatever the group in the header.
    void onReply(Reply handler) { m_reply = std::move(handler); }
    /// Requests that concerned nobody here, or could not be read.
    [[nodiscard]] quint64 astray() const { return m_astray; }

private:
    using Answer = std::optional<Response>;
    struct From {
        Endpoint broker;
        int opaque = 0;
    };

    template <typename C>
    void handle(Answer (MemberRequests::*handler)(const C &, const From &));
    Answer checkTransaction(const commands::CheckTransactionState &check, const From &from);
    Answer idsChanged(const commands::NotifyConsumerIdsChanged &notice, const From &from);
    Answer resetOffsets(const commands::ResetConsumerClientOffset &reset, const From &from);
    Answer status(const commands::GetConsumerStatusFromClient &question, const From &from);
    Answer runningInfo(const commands::GetConsumerRunningInfo &question, const From &from);
    Answer consumeDirectly(const commands::ConsumeMessageDirectly &order, const From &from);
    Answer takeReply(const commands::PushReplyMessageToClient &reply, const From &from);
    Answer nobody(const QString &group, const Endpoint &broker);

    Remoting &m_remoting;
    const Membership &m_membership;
    Reply m_reply;
    std::vector<int> m_codes;
    quint64 m_astray = 0;
    int m_direct = 0;
};

} // namespace rocketdesk
