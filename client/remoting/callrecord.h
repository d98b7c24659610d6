// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"
#include "client/base/origin.h"

#include <chrono>

namespace rocketdesk {

/// One remoting call as the call log keeps it. Of fixed size: strings are shared, nothing is allocated per call.
struct CallRecord {
    enum class End : std::uint8_t { Running, Answered, Sent /* one-way */, Failed };

    quint64 number = 0; ///< counts from 1 for the life of a client
    qint64 startedMs = 0; ///< epoch ms
    std::chrono::nanoseconds cost{-1}; ///< from the call to its end; -1 while it runs
    Endpoint address; ///< as asked for, before address mapping
    const char *name = ""; ///< of the request code
    int code = 0; ///< request code
    int opaque = 0;
    int answer = 0; ///< response code; meaningful where `ended` is Answered, or Failed with a server's refusal
    int bytesOut = 0; ///< whole frame
    int bytesIn = 0; ///< whole frame, 0 without an answer
    Origin origin = Origin::Unknown;
    End ended = End::Running;
    Error::Kind failure = Error::Kind::Local; ///< where `ended` is Failed
    bool incoming = false; ///< a request of the server
};

} // namespace rocketdesk
