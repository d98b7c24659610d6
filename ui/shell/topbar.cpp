// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/topbar.h"

#include "ui/shell/connectiontabs.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace rocketdesk::ui {

namespace {

/// Looks like a field, opens the palette.
class SearchButton final : public QAbstractButton
{
public:
    SearchButton(Theme &theme, const QString &text, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
    {
        setText(text);
        setAccessibleName(text);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override { return {m_theme.scaled(300), m_theme.controlHeight()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {m_theme.scaled(120), m_theme.controlHeight()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal pen = hasFocus() ? 2 : 1;
        painter.setPen(QPen(m_theme.color(hasFocus() ? Role::Focus : underMouse() ? Role::Control : Role::Border), pen));
        painter.setBrush(m_theme.color(Role::Page));
        painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 5, 5);
        m_theme.drawIcon(painter, QRect(6, 0, 18, height()), Icon::Search, m_theme.color(Role::Text2));
        m_theme.drawIcon(painter, QRect(width() - 24, 0, 18, height()), Icon::Palette, m_theme.color(Role::Text2));
        painter.setPen(m_theme.color(Role::Text3));
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.drawText(rect().adjusted(32, 0, -30, 0), Qt::AlignVCenter, QFontMetrics(painter.font()).elidedText(text(), Qt::ElideRight, width() - 62));
    }

private:
    Theme &m_theme;
};

} // namespace

TopBar::TopBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_menu(makeIconButton(theme, Icon::Menu, tr("Menu"), this))
    , m_name(new Label(theme, TextStyle::BodyStrong, Role::Text, QStringLiteral("Rocketdesk"), this))
    , m_tabs(new ConnectionTabs(theme, this))
{
    setBackground(theme, *this, Role::Window);
    setFixedHeight(theme.scaled(38));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_name->setElide(Qt::ElideNone);
    m_name->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *add = makeIconButton(theme, Icon::Add, tr("New connection (Ctrl+N)"), this);
    auto *search = new SearchButton(theme, tr("Go to topic, page or action"), this);
    auto *look = makeIconButton(theme, Icon::Theme, tr("Light or dark"), this);
    m_tabs->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(6);
    row->addWidget(m_menu);
    row->addWidget(m_name);
    row->addWidget(m_tabs, 1);
    row->addWidget(add);
    row->addStretch();
    row->addWidget(new Label(theme, TextStyle::Caption, Role::Text2, QStringLiteral("Ctrl+K"), this));
    row->addWidget(search);
    row->addWidget(look);
    connect(add, &QToolButton::clicked, this, &TopBar::newConnectionRequested);
    connect(search, &QAbstractButton::clicked, this, &TopBar::paletteRequested);
    connect(look, &QToolButton::clicked, this, &TopBar::themeRequested);
}

void TopBar::showName(bool visible)
{
    m_name->setVisible(visible);
}

} // namespace rocketdesk::ui
