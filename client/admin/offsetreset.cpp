// SPDX-License-Identifier: Apache-2.0
#include "client/admin/offsetreset.h"

#include <algorithm>

namespace rocketdesk {

Result<QueueOffset> resetOffset(const ResetTarget &to, QueueOffset min, QueueOffset max, QueueOffset found)
{
    switch (to.kind) {
    case ResetTarget::Kind::Earliest:
        return min;
    case ResetTarget::Kind::Latest:
        return max;
    case ResetTarget::Kind::Time:
        return std::clamp(found, min, std::max(min, max));
    case ResetTarget::Kind::Offset:
        break;
    }
    const QueueOffset wanted(to.number);
    if (wanted < min || wanted > max)
        return failed(Error::Kind::InvalidArgument, QStringLiteral("offset %1 is not in the queue, which has %2 to %3").arg(to.number).arg(min.value()).arg(max.value()));
    return wanted;
}

} // namespace rocketdesk
