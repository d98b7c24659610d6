// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"

namespace rocketdesk::tests {

QMap<QString, VectorArea> &vectorAreas()
{
    static QMap<QString, VectorArea> areas;
    return areas;
}

VectorAreaEntry::VectorAreaEntry(const char *name, VectorArea area)
{
    vectorAreas().insert(QString::fromLatin1(name), std::move(area));
}

} // namespace rocketdesk::tests
