// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/request.h"

namespace rocketdesk::protocol {

bool Known::group(const ConsumerGroup &group) const
{
    return isBuiltInGroup(group.text()) || groups.contains(group.text());
}

bool isBuiltInGroup(const QString &group)
{
    static constexpr QLatin1StringView names[] = {
        QLatin1StringView("TOOLS_CONSUMER"),
        QLatin1StringView("FILTERSRV_CONSUMER"),
        QLatin1StringView("SELF_TEST_C_GROUP"),
        QLatin1StringView("CID_ONSAPI_OWNER"),
        QLatin1StringView("CID_ONSAPI_PERMISSION"),
        QLatin1StringView("CID_ONSAPI_PULL"),
        QLatin1StringView("CID_ONS-HTTP-PROXY"),
    };
    for (const QLatin1StringView name : names) {
        if (group == name)
            return true;
    }
    return false;
}

} // namespace rocketdesk::protocol
