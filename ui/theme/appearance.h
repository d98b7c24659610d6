// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

namespace rocketdesk::ui {

/// What the desktop wishes. Handed to the theme, so that tests can wish too.
class Appearance : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Scheme scheme() const = 0;
    [[nodiscard]] virtual bool reducedMotion() const { return false; }

Q_SIGNALS:
    void changed();
};

/// Says what it was told: for tests and pictures.
class GivenAppearance final : public Appearance
{
    Q_OBJECT

public:
    using Appearance::Appearance;

    [[nodiscard]] Scheme scheme() const override { return m_scheme; }
    [[nodiscard]] bool reducedMotion() const override { return m_reducedMotion; }
    void set(Scheme scheme, bool reducedMotion);

private:
    Scheme m_scheme = Scheme::Light;
    bool m_reducedMotion = false;
};

} // namespace rocketdesk::ui
