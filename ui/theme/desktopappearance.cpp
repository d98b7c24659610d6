// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/desktopappearance.h"

#include <utility>

namespace rocketdesk::ui {

namespace {

const QString appearanceGroup = QStringLiteral("org.freedesktop.appearance");
const QString gnomeGroup = QStringLiteral("org.gnome.desktop.interface");
const QString gnomeAccessGroup = QStringLiteral("org.gnome.desktop.a11y.interface");
const QString schemeKey = QStringLiteral("color-scheme"); // 0 no preference, 1 dark, 2 light
const QString contrastKey = QStringLiteral("contrast"); // 1 more
const QString gnomeContrastKey = QStringLiteral("high-contrast");
const QString animationsKey = QStringLiteral("enable-animations");

} // namespace

DesktopAppearance::DesktopAppearance(DesktopSettings &settings, QRgb windowColor, QObject *parent)
    : Appearance(parent)
    , m_fallback(qGray(windowColor) < 128 ? Scheme::Dark : Scheme::Light)
{
    connect(&settings, &DesktopSettings::told, this, &DesktopAppearance::take);
    settings.ask(appearanceGroup, schemeKey);
    settings.ask(appearanceGroup, contrastKey);
    settings.ask(gnomeAccessGroup, gnomeContrastKey);
    settings.ask(gnomeGroup, animationsKey);
}

Scheme DesktopAppearance::scheme() const
{
    return m_contrast || m_gnomeContrast ? Scheme::HighContrast : m_scheme.value_or(m_fallback);
}

void DesktopAppearance::take(const QString &group, const QString &key, const QVariant &value)
{
    const std::pair before(scheme(), m_animates);
    if (group == appearanceGroup && key == schemeKey)
        m_scheme = value.toUInt() == 1 ? std::optional(Scheme::Dark) : value.toUInt() == 2 ? std::optional(Scheme::Light) : std::nullopt;
    else if (group == appearanceGroup && key == contrastKey)
        m_contrast = value.toUInt() == 1;
    else if (group == gnomeAccessGroup && key == gnomeContrastKey)
        m_gnomeContrast = value.toBool();
    else if (group == gnomeGroup && key == animationsKey)
        m_animates = value.toBool();
    if (before != std::pair(scheme(), m_animates))
        Q_EMIT changed();
}

} // namespace rocketdesk::ui
