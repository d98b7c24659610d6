// SPDX-License-Identifier: Apache-2.0
#include "client/commands/all.h"
#include "client/protocol/call.h"
#include "tests/fuzz/fuzztargets.h"

namespace rocketdesk::tests {

void fuzzBodies(QByteArrayView input)
{
    protocol::FrameView frame;
    frame.flag = protocol::responseFlag;
    frame.body = input;
    commands::eachCommand([&]<typename C>(std::type_identity<C>) {
        (void)protocol::decodeReply<C>(frame);
        (void)protocol::decodeRequest<C>(frame);
    });
}

} // namespace rocketdesk::tests
