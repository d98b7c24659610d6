// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/signs.h"

#include <QCoreApplication>
#include <QPainter>

#include <array>

namespace rocketdesk::ui {

namespace {

struct StateLook {
    Icon icon;
    Role role;
    const char *word;
};

const StateLook &lookOf(ConnectionState state)
{
    static const std::array<StateLook, 4> looks = {{
        {Icon::Running, Role::Accent, QT_TRANSLATE_NOOP("signs", "Connecting")},
        {Icon::OkFill, Role::OkFill, QT_TRANSLATE_NOOP("signs", "Connected")},
        {Icon::Idle, Role::Text2, QT_TRANSLATE_NOOP("signs", "Idle, opens on demand")},
        {Icon::WarningFill, Role::WarningFill, QT_TRANSLATE_NOOP("signs", "Connection lost")},
    }};
    return looks[static_cast<std::size_t>(state)];
}

QFont chipFont(const Theme &theme)
{
    QFont font = theme.font(TextStyle::Caption);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

Sign::Sign(Theme &theme, Icon icon, Role role, int size, QWidget *parent) : QWidget(parent), m_theme(theme), m_icon(icon), m_role(role), m_size(size)
{
    setFixedSize(size + 2, size + 2);
}

void Sign::set(Icon icon, Role role)
{
    m_icon = icon;
    m_role = role;
    update();
}

void Sign::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_theme.drawIcon(painter, rect(), m_icon, m_theme.color(m_role), m_size);
}

Badge::Badge(Theme &theme, const QString &text, Tone tone, QWidget *parent) : QWidget(parent), m_theme(theme), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    set(text, tone);
}

void Badge::set(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return {QFontMetrics(chipFont(m_theme)).horizontalAdvance(m_text) + 12, m_theme.scaled(18)};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.soft(m_tone));
    painter.drawRoundedRect(rect(), 3, 3);
    painter.setFont(chipFont(m_theme));
    painter.setPen(m_theme.text(m_tone));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

Icon connectionIcon(ConnectionState state)
{
    return lookOf(state).icon;
}

Role connectionRole(ConnectionState state)
{
    return lookOf(state).role;
}

QString connectionWord(ConnectionState state)
{
    return QCoreApplication::translate("signs", lookOf(state).word);
}

QString environmentWord(Environment environment)
{
    static constexpr std::array words = {QT_TRANSLATE_NOOP("signs", "LOCAL"), QT_TRANSLATE_NOOP("signs", "TEST"), QT_TRANSLATE_NOOP("signs", "STAGING"), QT_TRANSLATE_NOOP("signs", "PRODUCTION")};
    return QCoreApplication::translate("signs", words[static_cast<std::size_t>(environment)]);
}

int environmentChipWidth(const Theme &theme, Environment environment)
{
    return QFontMetrics(chipFont(theme)).horizontalAdvance(environmentWord(environment)) + 12;
}

int drawEnvironmentChip(QPainter &painter, const Theme &theme, QPoint at, Environment environment, bool filled)
{
    const int width = environmentChipWidth(theme, environment);
    const QColor color = theme.environment(environment);
    const QRectF chip(at.x() + 0.5, at.y() - 7.5, width - 1, 16);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color);
    painter.setBrush(filled ? QBrush(color) : QBrush(theme.color(Role::Page)));
    painter.drawRoundedRect(chip, 3, 3);
    painter.setFont(chipFont(theme));
    painter.setPen(filled ? theme.color(Role::Page) : color);
    painter.drawText(chip, Qt::AlignCenter, environmentWord(environment));
    painter.restore();
    return width;
}

EnvironmentStrip::EnvironmentStrip(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedHeight(2);
}

void EnvironmentStrip::setEnvironment(Environment environment)
{
    m_environment = static_cast<int>(environment);
    update();
}

void EnvironmentStrip::setNone()
{
    m_environment = -1;
    update();
}

void EnvironmentStrip::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_environment < 0 ? m_theme.color(Role::Border) : m_theme.environment(static_cast<Environment>(m_environment)));
}

} // namespace rocketdesk::ui
