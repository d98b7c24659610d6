// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/environment.h"
#include "ui/common/tone.h"
#include "ui/theme/iconcache.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;
class QPainter;

namespace rocketdesk::ui {

class Appearance;

enum class TextStyle {
    Caption, ///< 11
    Small, ///< 12
    SmallStrong, ///< 12 semibold: headings of sections
    Body, ///< 13
    BodyStrong, ///< 13 semibold
    Head, ///< 14 semibold
    Title, ///< 16 semibold
    Display, ///< 22 semibold
    Mono, ///< 13 monospace, no ligatures
    MonoSmall, ///< 12 monospace
};

/// Colours, fonts, sizes and icons of the whole console. One object, handed to whatever draws.
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark, HighContrast };
    Q_ENUM(Choice)

    /// `appearance` must outlive the theme.
    explicit Theme(Appearance &appearance, QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    /// 90 to 150 percent.
    void setTextScale(int percent);
    [[nodiscard]] int textScale() const { return m_textScale; }
    void setComfortableRows(bool comfortable);
    [[nodiscard]] bool animates() const;

    [[nodiscard]] QColor color(Role role) const { return QColor::fromRgba(tokenColor(m_scheme, role)); }
    [[nodiscard]] QColor text(Tone tone) const;
    [[nodiscard]] QColor fill(Tone tone) const;
    [[nodiscard]] QColor soft(Tone tone) const;
    [[nodiscard]] QColor series(int index) const; ///< any index from 0 up; it wraps
    [[nodiscard]] QColor environment(Environment environment) const;
    [[nodiscard]] QPalette palette() const;

    [[nodiscard]] QFont font(TextStyle style) const;
    /// A length that grows with the text, from px at 100 %.
    [[nodiscard]] int scaled(int px) const { return px * m_textScale / 100; }
    [[nodiscard]] int rowHeight() const { return scaled(m_comfortable ? 30 : 24); }
    [[nodiscard]] int headerHeight() const { return scaled(28); }
    [[nodiscard]] int controlHeight() const { return scaled(28); }

    /// An icon that follows the theme by itself: give it to an action or a button once.
    [[nodiscard]] QIcon icon(Icon name, Role role = Role::Text2);
    [[nodiscard]] QPixmap pixmap(Icon name, const QColor &color, int size, qreal ratio);
    /// Centres the icon in the rectangle, on whole device pixels.
    void drawIcon(QPainter &painter, const QRect &rect, Icon name, const QColor &color, int size = 16);
    /// The sign that goes with a state's tone: circle, triangle, octagon.
    [[nodiscard]] static Icon stateIcon(Tone tone);

    /// Style, palette and font of the application; follows from then on.
    void apply(QApplication &application);

Q_SIGNALS:
    void changed();

private:
    void update();

    Appearance &m_appearance;
    IconCache m_icons;
    Choice m_choice = Choice::System;
    Scheme m_scheme = Scheme::Light;
    int m_textScale = 100;
    bool m_comfortable = false;
};

} // namespace rocketdesk::ui
