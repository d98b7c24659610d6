// SPDX-License-Identifier: Apache-2.0
// Consumes in a group until three messages have come, then leaves it.
#include "client/pushconsumer.h"
#include "tests/examples/programs/example.h"

using namespace rocketdesk;

int main(int argc, char **argv)
{
    examples::Program program(argc, argv);
    ConsumerOptions options;
    options.consumerGroup = QStringLiteral("example-consumers");
    std::unique_ptr<PushConsumer> consumer;
    int come = 0;
    consumer = program.client.pushConsumer(options, MessageListener::concurrently([&](const ConsumeBatch &batch, const ConsumeContext &) {
        for (const protocol::StoredMessage &message : batch->messages) {
            const auto body = protocol::decodedBody(message);
            program.say(body ? QString::fromUtf8(body->view()) : wordsFor(body.error()).line());
            if (++come == 3)
                whenDone(consumer->shutdown(), &program.application, [&program](const Result<void> &left) { program.end(left); });
        }
        return ready<ConsumeOutcome>(ConsumeOutcome::success());
    }));
    if (const auto subscribed = consumer->subscribe(program.topic); !subscribed)
        return 1;
    whenDone(consumer->start(), &program.application, [&program](const Result<void> &started) {
        if (!started)
            program.end(started);
    });
    return QCoreApplication::exec();
}
