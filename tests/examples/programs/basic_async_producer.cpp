// SPDX-License-Identifier: Apache-2.0
// Sends a thousand messages side by side, as a producer with a group and settings of its own.
#include "client/messageproducer.h"
#include "tests/examples/programs/example.h"

using namespace rocketdesk;

int main(int argc, char **argv)
{
    constexpr int count = 1000;
    examples::Program program(argc, argv);
    ProducerOptions options;
    options.producerGroup = QStringLiteral("example-producers");
    options.retryTimes = 5;
    const auto producer = program.client.producer(options);

    int ended = 0;
    int failures = 0;
    for (int i = 0; i < count; ++i) {
        OutgoingMessage message{.topic = program.topic, .body = "message " + QByteArray::number(i)};
        message.properties.set(protocol::property::ShardingKey, QString::number(i % 10)); // messages of one key keep their order in one queue
        whenDone(producer->send(message), &program.application, [&](const Result<SendReceipt> &sent) {
            if (!sent && failures++ == 0)
                program.say(wordsFor(sent.error()).line());
            if (++ended == count) {
                program.say(QStringLiteral("%1 of %2 sent").arg(count - failures).arg(count));
                QCoreApplication::exit(failures == 0 ? 0 : 1);
            }
        });
    }
    return QCoreApplication::exec();
}
