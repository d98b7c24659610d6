// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace rocketdesk {

/// Memory of flows' frames. Those of 1 to 4 KiB, as a send has, are more than malloc keeps at hand for a thread: a few that
/// were given back are kept for the next. A sanitizer gets plain memory, since a pool would hide what it looks for.
class FramePool final
{
public:
    [[nodiscard]] static void *take(std::size_t size);
    static void give(void *frame, std::size_t size); ///< `size` as it was taken
};

} // namespace rocketdesk
