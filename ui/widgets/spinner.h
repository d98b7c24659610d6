// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QTimer;

namespace rocketdesk::ui {

class Theme;

/// Turns while it is visible, unless the desktop asks for reduced motion; the arc alone says "running" then.
class Spinner final : public QWidget
{
    Q_OBJECT

public:
    Spinner(Theme &theme, int size, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    Theme &m_theme;
    QTimer *m_timer;
    int m_angle = 0;
};

} // namespace rocketdesk::ui
