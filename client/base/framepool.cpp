// SPDX-License-Identifier: Apache-2.0
#include "client/base/framepool.h"

#include <array>
#include <new>
#include <utility>

namespace rocketdesk {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool plain = true;
#else
constexpr bool plain = false;
#endif
constexpr std::size_t least = 1024; // below it malloc is as quick
constexpr std::size_t step = 256;
constexpr std::size_t classes = 12; // up to 4 KiB
constexpr int mostKept = 32; // of each class

struct Free {
    Free *next;
};

struct Shelf {
    Free *first = nullptr;
    int count = 0;
};

thread_local constinit bool ended = false; // outlives the shelves: frames may come back from other things that end with the thread

struct Shelves {
    ~Shelves()
    {
        ended = true;
        for (Shelf &shelf : all) {
            while (Free *frame = shelf.first) {
                shelf.first = frame->next;
                ::operator delete(frame);
            }
        }
    }
    std::array<Shelf, classes> all;
};

/// Null where frames of this size are not kept.
Shelf *shelfFor(std::size_t size)
{
    const std::size_t at = size > least && !plain ? (size - least - 1) / step : classes;
    if (at >= classes || ended)
        return nullptr;
    thread_local Shelves shelves;
    return &shelves.all[at];
}

std::size_t rounded(std::size_t size)
{
    return (size + step - 1) / step * step;
}

} // namespace

void *FramePool::take(std::size_t size)
{
    Shelf *const shelf = shelfFor(size);
    if (!shelf)
        return ::operator new(size);
    if (!shelf->first)
        return ::operator new(rounded(size));
    --shelf->count;
    return std::exchange(shelf->first, shelf->first->next);
}

void FramePool::give(void *frame, std::size_t size)
{
    Shelf *const shelf = shelfFor(size);
    if (!shelf || shelf->count == mostKept)
        return ::operator delete(frame);
    ++shelf->count;
    shelf->first = new (frame) Free{shelf->first};
}

} // namespace rocketdesk
