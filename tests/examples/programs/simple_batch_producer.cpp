// SPDX-License-Identifier: Apache-2.0
// Sends a hundred messages in batches of 32; each has a receipt of its own.
#include "tests/examples/programs/example.h"

using namespace rocketdesk;

int main(int argc, char **argv)
{
    examples::Program program(argc, argv);
    std::vector<OutgoingMessage> messages;
    for (int i = 0; i < 100; ++i)
        messages.push_back({.topic = program.topic, .body = "line " + QByteArray::number(i)});

    whenDone(program.client.sendBatch(messages, {}, 32), &program.application, [&program](const Result<BatchReceipts> &sent) {
        if (!sent) // nothing was sent: the messages can't go together
            return program.end(sent);
        for (const Result<SendReceipt> &one : *sent) {
            if (!one)
                return program.end(one);
        }
        program.say(QStringLiteral("%1 sent").arg(sent->size()));
        program.end(sent);
    });
    return QCoreApplication::exec();
}
