// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QIconEngine>
#include <QPointer>

namespace rocketdesk::ui {

/// Asks the theme for its colour each time it is painted, so that nobody has to set icons again.
class ThemedIcon final : public QIconEngine
{
public:
    ThemedIcon(Theme &theme, Icon icon, Role role);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override { return QStringLiteral("rocketdesk"); }
    [[nodiscard]] bool isNull() override { return m_icon == Icon::None; }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const;

    QPointer<Theme> m_theme;
    Icon m_icon;
    Role m_role;
};

} // namespace rocketdesk::ui
