// SPDX-License-Identifier: Apache-2.0
// Sends one message and says where it lies.
#include "tests/examples/programs/example.h"

using namespace rocketdesk;

int main(int argc, char **argv)
{
    examples::Program program(argc, argv);
    OutgoingMessage message{.topic = program.topic, .body = "Hello, RocketMQ"};
    message.properties.set(protocol::property::Tags, QStringLiteral("greeting"));
    message.properties.set(protocol::property::Keys, QStringLiteral("hello-1"));

    whenDone(program.client.send(message), &program.application, [&program](const Result<SendReceipt> &sent) {
        if (sent)
            program.say(QStringLiteral("%1 is at offset %2 of queue %3").arg(sent->messageId).arg(sent->queueOffset.value()).arg(sent->queue.id.value()));
        program.end(sent);
    });
    return QCoreApplication::exec();
}
