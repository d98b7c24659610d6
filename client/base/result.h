// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/error.h"

#include <tl/expected.hpp>

namespace rocketdesk {

/// A value, or the reason why there is none.
template <typename T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure failed(Error error)
{
    return Failure(std::move(error));
}

[[nodiscard]] inline Failure failed(Error::Kind kind, QString remark = {}, QString where = {})
{
    return Failure(Error{.kind = kind, .remark = std::move(remark), .where = std::move(where)});
}

} // namespace rocketdesk
