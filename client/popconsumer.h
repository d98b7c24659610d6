// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"
#include "client/consumer/consumernews.h"
#include "client/consumer/popoptions.h"

#include <QObject>

namespace rocketdesk {

class Popper;
template <typename T>
struct FarObject;

/// Takes messages by POP (brokers from 5.0 on), as its maker asks for them: made by Client::popConsumer(), which says where options
/// are wrong at the first call. What is not acknowledged comes again after its invisible time. Leaves the group when it dies.
class PopConsumer final : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds WaitFor{15'000};

    ~PopConsumer() override;

    /// Up to `most` messages; waits for the first so long. Empty where none came. Throttled where as many as may be are in work; NoRoute
    /// where no name server knows the topic; what a broker says where all of them fail: Refused where they do not understand the SQL
    /// expression, Unsupported before 5.0. Where only some fail the others' messages come, and brokerTrouble() tells.
    [[nodiscard]] Pending<PoppedBatch> receive(int most = PopOptions::MostAtOnce, milliseconds wait = WaitFor);
    /// The message is done with. NotFound for a ticket that is over: the message comes again.
    [[nodiscard]] Pending<void> acknowledge(PopTicket ticket);
    /// The same for many, in one call a broker; the results come in the order of the tickets.
    [[nodiscard]] Pending<std::vector<Result<void>>> acknowledgeAll(std::vector<PopTicket> tickets);
    /// Keeps the message for so long from now on. The old ticket is over; go on with the new one. InvalidArgument for no time.
    [[nodiscard]] Pending<PopTicket> changeInvisible(PopTicket ticket, milliseconds time);
    /// Messages that are neither acknowledged nor late.
    [[nodiscard]] Pending<int> inWork();

Q_SIGNALS:
    /// A broker is silent or refuses, the SQL expression for one; it is tried again with the next receive().
    void brokerTrouble(const rocketdesk::consumernews::Trouble &trouble);
    void recovered(const rocketdesk::BrokerName &broker);

private:
    friend class Client;
    using Far = FarObject<Popper>;

    explicit PopConsumer(Mailbox::Address network);
    void take(const ConsumerNews &news);

    Mailbox::Address m_network;
    std::shared_ptr<Far> m_far;
};

} // namespace rocketdesk
