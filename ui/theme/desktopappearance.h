// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/appearance.h"

#include <QVariant>

#include <optional>

namespace rocketdesk::ui {

/// The desktop's settings as its portal names them: a namespace and a key. Asked without waiting.
class DesktopSettings : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// told() follows where the desktop knows the key.
    virtual void ask(const QString &group, const QString &key) = 0;

Q_SIGNALS:
    /// An answer, or a change while the program runs.
    void told(const QString &group, const QString &key, const QVariant &value);
};

/// What the desktop wishes by its settings; where it says nothing, how light its windows are.
class DesktopAppearance final : public Appearance
{
    Q_OBJECT

public:
    /// `settings` outlives it.
    DesktopAppearance(DesktopSettings &settings, QRgb windowColor, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const override;
    [[nodiscard]] bool reducedMotion() const override { return !m_animates; }

private:
    void take(const QString &group, const QString &key, const QVariant &value);

    const Scheme m_fallback;
    std::optional<Scheme> m_scheme; ///< nothing: no preference
    bool m_contrast = false;
    bool m_gnomeContrast = false; ///< the older key, where the portal has no newer one
    bool m_animates = true;
};

} // namespace rocketdesk::ui
