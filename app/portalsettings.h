// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/desktopappearance.h"

#include <QDBusVariant>

namespace rocketdesk::app {

/// The desktop's settings over D-Bus (org.freedesktop.portal.Settings). Without a session bus it knows nothing.
class PortalSettings final : public ui::DesktopSettings
{
    Q_OBJECT

public:
    /// `hasBus`: without one nothing is tried, since a look for it may start one.
    explicit PortalSettings(bool hasBus, QObject *parent = nullptr);

    void ask(const QString &group, const QString &key) override;

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    const bool m_hasBus;
};

} // namespace rocketdesk::app
