// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace rocketdesk::ui {

/// One line of text, or wrapped plain text, in a style and a role of the theme. Elides where it has no room, and then tells
/// the whole in its tooltip. `**bold**` parts are drawn semibold when markup is on.
class Label final : public QWidget
{
    Q_OBJECT

public:
    Label(Theme &theme, TextStyle style, Role role, const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setRole(Role role);
    void setStyle(TextStyle style);
    void setElide(Qt::TextElideMode mode);
    void setWordWrap(bool wrap);
    void setAlignment(Qt::Alignment alignment);
    void setMarkup(bool markup); ///< `**bold**`

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return m_wrap; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString plain() const;
    void refresh();
    void paintMarkup(QPainter &painter) const;

    Theme &m_theme;
    TextStyle m_style;
    Role m_role;
    QString m_text;
    Qt::TextElideMode m_elide = Qt::ElideRight;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
    bool m_wrap = false;
    bool m_markup = false;
};

} // namespace rocketdesk::ui
