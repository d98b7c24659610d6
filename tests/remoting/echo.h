// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/request.h"

namespace rocketdesk::tests {

/// A command for the tests of this room alone.
struct Echo {
    static constexpr protocol::Request request{9999, "ECHO", protocol::Effect::Reads};
    QString text;
    static constexpr auto fields() { return protocol::fields(protocol::field("text", &Echo::text)); }
    struct Reply {
        QString text;
        QByteArray body;
        static constexpr auto fields() { return protocol::fields(protocol::field("text", &Reply::text)); }
    };
};

} // namespace rocketdesk::tests
