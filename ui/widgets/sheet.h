// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>
#include <QPointer>

namespace rocketdesk::ui {

/// A dialog that lies over its window: rounded, with a border of its own, and the window shaded behind it. Its head moves it.
class Sheet : public QDialog
{
    Q_OBJECT

public:
    explicit Sheet(Theme &theme, QWidget *parent = nullptr);
    ~Sheet() override;

protected:
    [[nodiscard]] Theme &theme() const { return m_theme; }

    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    class Shade;

    Theme &m_theme;
    QPointer<QWidget> m_shade;
};

} // namespace rocketdesk::ui
