// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/appearance.h"

namespace rocketdesk::ui {

void GivenAppearance::set(Scheme scheme, bool reducedMotion)
{
    if (m_scheme == scheme && m_reducedMotion == reducedMotion)
        return;
    m_scheme = scheme;
    m_reducedMotion = reducedMotion;
    Q_EMIT changed();
}

} // namespace rocketdesk::ui
