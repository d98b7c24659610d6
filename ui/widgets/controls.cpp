// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/controls.h"

#include "ui/widgets/label.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace rocketdesk::ui {

namespace {

class Line final : public QWidget
{
public:
    Line(Theme &theme, Qt::Orientation orientation, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_theme.color(Role::Line)); }

private:
    Theme &m_theme;
};

Role iconRole(ButtonLook look)
{
    switch (look) {
    case ButtonLook::Primary: return Role::OnAccent;
    case ButtonLook::Danger: return Role::OnDanger;
    case ButtonLook::DangerPlain: return Role::ErrorText;
    case ButtonLook::Link: return Role::Accent;
    default: return Role::Text2;
    }
}

} // namespace

QPushButton *makeButton(Theme &theme, const QString &text, Icon icon, ButtonLook look, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    setButtonLook(*button, look);
    setButtonIcon(theme, *button, icon);
    return button;
}

void setButtonIcon(Theme &theme, QPushButton &button, Icon icon)
{
    button.setIcon(icon == Icon::None ? QIcon() : theme.icon(icon, iconRole(buttonLook(&button))));
}

QToolButton *makeIconButton(Theme &theme, Icon icon, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(theme.icon(icon));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton *makeMenuButton(Theme &theme, Icon icon, const QString &tip, std::function<void(QMenu &)> fill, QWidget *parent)
{
    auto *button = makeIconButton(theme, icon, tip, parent);
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, fill = std::move(fill)] {
        menu->clear();
        fill(*menu);
    });
    return button;
}

QToolButton *makeActionButton(QAction &action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(&action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action.text());
    return button;
}

QWidget *makeLine(Theme &theme, Qt::Orientation orientation, QWidget *parent)
{
    return new Line(theme, orientation, parent);
}

void setBackground(Theme &theme, QWidget &widget, Role role)
{
    widget.setAutoFillBackground(true);
    const auto follow = [&theme, &widget, role] {
        QPalette palette = widget.palette();
        palette.setColor(QPalette::Window, theme.color(role));
        widget.setPalette(palette);
    };
    QObject::connect(&theme, &Theme::changed, &widget, follow);
    follow();
}

QWidget *makeDialogHead(Theme &theme, const QString &title, QDialog &dialog)
{
    auto *head = new QWidget(&dialog);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(18, 6, 8, 6);
    auto *label = new Label(theme, TextStyle::Head, Role::Text, title, head);
    label->setElide(Qt::ElideMiddle); // it names an object first and a connection last
    row->addWidget(label, 1);
    auto *close = makeIconButton(theme, Icon::Close, QCoreApplication::translate("Dialogs", "Close (Esc)"), head);
    QObject::connect(close, &QToolButton::clicked, &dialog, &QDialog::reject);
    row->addWidget(close);
    return head;
}

} // namespace rocketdesk::ui
