// SPDX-License-Identifier: Apache-2.0
#include "client/base/error.h"

#include <array>

namespace rocketdesk {

QString kindName(Error::Kind kind)
{
    static constexpr std::array names = {"Cancelled", "Timeout", "Unreachable", "TlsFailed", "Closed", "Malformed",
        "TooLarge", "Refused", "NoRoute", "NoPermission", "NotAuthorised", "Throttled", "InvalidArgument",
        "Unsupported", "ReadOnly", "NotFound", "TopicNotSubscribed", "SubscriptionLimitExceeded", "CorruptBody",
        "Local"};
    static_assert(names.size() == static_cast<std::size_t>(Error::Kind::Local) + 1);
    return QString::fromLatin1(names.at(static_cast<std::size_t>(kind)));
}

} // namespace rocketdesk
