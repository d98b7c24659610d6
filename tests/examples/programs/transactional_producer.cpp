// SPDX-License-Identifier: Apache-2.0
// Sends a message that is delivered only if the local work succeeds.
#include "client/transactionproducer.h"
#include "tests/examples/programs/example.h"

using namespace rocketdesk;

namespace {

/// The program's own work. A real one writes to its database, and looks there when a broker asks.
struct Booking final : TransactionListener {
    Pending<TransactionState> execute(const OutgoingMessage &message, const QString &) override
    {
        booked = !message.body.isEmpty();
        return state();
    }
    Pending<TransactionState> check(const protocol::StoredMessage &, const QString &) override { return state(); }

    [[nodiscard]] Pending<TransactionState> state() const { return ready<TransactionState>(booked ? TransactionState::Commit : TransactionState::Rollback); }
    bool booked = false;
};

} // namespace

int main(int argc, char **argv)
{
    examples::Program program(argc, argv);
    TransactionOptions options;
    options.producer.producerGroup = QStringLiteral("example-bookings");
    const auto producer = program.client.transactionProducer(options, std::make_shared<Booking>());

    whenDone(producer->send({.topic = program.topic, .body = "one seat"}), &program.application, [&program](const Result<TransactionSendResult> &sent) {
        if (sent)
            program.say(QStringLiteral("%1: %2").arg(sent->messageId, sent->isCommit() ? QStringLiteral("committed") : QStringLiteral("not committed")));
        program.end(sent);
    });
    return QCoreApplication::exec();
}
