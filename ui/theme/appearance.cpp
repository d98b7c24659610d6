// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/appearance.h"

namespace rocketdesk::ui {

PaletteAppearance::PaletteAppearance(QRgb windowColor, QObject *parent)
    : Appearance(parent)
    , m_scheme(qGray(windowColor) < 128 ? Scheme::Dark : Scheme::Light)
{
}

void GivenAppearance::set(Scheme scheme, bool reducedMotion)
{
    if (m_scheme == scheme && m_reducedMotion == reducedMotion)
        return;
    m_scheme = scheme;
    m_reducedMotion = reducedMotion;
    Q_EMIT changed();
}

} // namespace rocketdesk::ui
