// SPDX-License-Identifier: Apache-2.0
#include "client/profile/profile.h"

#include <QUuid>

namespace rocketdesk {

Endpoint Profile::mapped(const Endpoint &announced) const
{
    for (const bool exact : {true, false}) {
        for (const AddressMapping &mapping : mappings) {
            if (mapping.isExact() != exact)
                continue;
            if (const auto target = mapping.apply(announced))
                return *target;
        }
    }
    return announced;
}

QString newProfileId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace rocketdesk
