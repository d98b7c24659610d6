// SPDX-License-Identifier: Apache-2.0
// Prints what a topic has, and what arrives, until three messages have come. No broker keeps a trace of it: no group, no offset.
#include "tests/examples/programs/example.h"

using namespace rocketdesk;

int main(int argc, char **argv)
{
    examples::Program program(argc, argv);
    const auto watch = program.client.watch({.topics = {program.topic}, .from = WatchFrom::oldest()});
    int come = 0;
    QObject::connect(watch.get(), &Watch::filled, &program.application, [&] {
        for (const auto &batch : watch->drain()) {
            for (const protocol::StoredMessage &message : batch->messages) {
                const auto body = protocol::decodedBody(message);
                program.say(body ? QString::fromUtf8(body->view()) : wordsFor(body.error()).line());
                ++come;
            }
        }
        if (come >= 3)
            QCoreApplication::exit(0);
    });
    QObject::connect(watch.get(), &Watch::ended, &program.application, [&program](const Error &error) { program.end(Result<void>(failed(error))); });
    return QCoreApplication::exec();
}
