// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/environment.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace rocketdesk::ui {

/// A theme icon of its own size in a tone's fill, or in a role.
class Sign final : public QWidget
{
    Q_OBJECT

public:
    Sign(Theme &theme, Icon icon, Role role, int size, QWidget *parent = nullptr);

    void set(Icon icon, Role role);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Icon m_icon;
    Role m_role;
    int m_size;
};

/// A word or a count on a soft background.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    Badge(Theme &theme, const QString &text, Tone tone, QWidget *parent = nullptr);

    void set(const QString &text, Tone tone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_text;
    Tone m_tone;
};

/// The state of a connection: sign and word, never the sign alone.
enum class ConnectionState { Connecting, Online, Idle, Lost };

[[nodiscard]] Icon connectionIcon(ConnectionState state);
[[nodiscard]] Role connectionRole(ConnectionState state);
[[nodiscard]] QString connectionWord(ConnectionState state);
/// The environment's word as it is written in chips: LOCAL, STAGING, 生产.
[[nodiscard]] QString environmentWord(Environment environment);
/// Draws the word's chip with its left edge and vertical centre at `at`; gives the width. Filled for the current tab.
int drawEnvironmentChip(QPainter &painter, const Theme &theme, QPoint at, Environment environment, bool filled);
[[nodiscard]] int environmentChipWidth(const Theme &theme, Environment environment);

/// 2 px in the environment's colour under the connection tabs.
class EnvironmentStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentStrip(Theme &theme, QWidget *parent = nullptr);

    void setEnvironment(Environment environment);
    void setNone(); ///< no connection: a hairline

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    int m_environment = -1;
};

} // namespace rocketdesk::ui
