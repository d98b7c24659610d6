// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rocketdesk {

/// What std::visit calls: one function object for each alternative.
template <typename... Fns>
struct Overloaded : Fns... {
    using Fns::operator()...;
};
template <typename... Fns>
Overloaded(Fns...) -> Overloaded<Fns...>; // clang 14

} // namespace rocketdesk
