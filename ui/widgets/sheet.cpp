// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/sheet.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWindow>

namespace rocketdesk::ui {

namespace {

constexpr int sheetRadius = 8;
constexpr int sheetHead = 44;

} // namespace

/// Lies over all of a window, as long as it is there.
class Sheet::Shade final : public QWidget
{
public:
    Shade(Theme &theme, QWidget *over) : QWidget(over), m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(over->rect());
        over->installEventFilter(this);
        raise();
        show();
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_theme.color(Role::Shade)); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return QWidget::eventFilter(watched, event);
    }

private:
    Theme &m_theme;
};

Sheet::Sheet(Theme &theme, QWidget *parent) : QDialog(parent), m_theme(theme)
{
    setWindowFlag(Qt::FramelessWindowHint);
    setAttribute(Qt::WA_TranslucentBackground); // of the corners
    setContentsMargins(1, 1, 1, 1); // the border's
    setSizeGripEnabled(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

Sheet::~Sheet()
{
    delete m_shade;
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Role::Border));
    painter.setBrush(m_theme.color(Role::Page));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), sheetRadius, sheetRadius);
}

void Sheet::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (parentWidget() && !m_shade)
        m_shade = new Shade(m_theme, parentWidget()->window());
}

void Sheet::hideEvent(QHideEvent *event)
{
    delete m_shade;
    QDialog::hideEvent(event);
}

void Sheet::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->position().y() < m_theme.scaled(sheetHead) && windowHandle())
        windowHandle()->startSystemMove();
    else
        QDialog::mousePressEvent(event);
}

} // namespace rocketdesk::ui
