// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace rocketdesk {

/// Who asked, for the call log: a small number handed in with each call. Pages get theirs from the page registry (100 up).
enum class Origin : std::uint16_t {
    Unknown = 0,
    KeepAlive,
    Routes,
    Heartbeat,
    Send,
    Watch,
    Consumer,
    ConnectionTest,
    CommandLine,
    Window, ///< the console itself, for its palette
    FirstPage = 100,
};

} // namespace rocketdesk
