// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette.h"

#include "ui/shell/palettedelegate.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int boxWidth = 640;
constexpr int boxTop = 70;
constexpr int listHeight = 376;

class Box final : public QWidget
{
public:
    Box(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.color(Role::Border));
        painter.setBrush(m_theme.color(Role::Page));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
    void mousePressEvent(QMouseEvent *) override {} // not the shade's: it would close

private:
    Theme &m_theme;
};

} // namespace

Palette::Palette(Theme &theme, QWidget *window)
    : QWidget(window)
    , m_theme(theme)
    , m_window(window)
    , m_box(new Box(theme, this))
    , m_field(new QLineEdit(m_box))
    , m_list(new QListView(m_box))
    , m_model(new PaletteModel(this))
{
    m_field->setPlaceholderText(tr("Go to topic, page or action"));
    m_field->setAccessibleName(tr("Search everything"));
    m_field->addAction(theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_field->setMinimumHeight(theme.scaled(36));
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("What was found"));
    auto *column = new QVBoxLayout(m_box);
    column->setContentsMargins(7, 7, 7, 4);
    column->setSpacing(4);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(makeLine(theme, Qt::Horizontal, m_box));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(10, 2, 10, 2);
    foot->addWidget(new Label(theme, TextStyle::Caption, Role::Text2, tr("↑↓ choose   Enter open"), m_box));
    foot->addStretch();
    foot->addWidget(new Label(theme, TextStyle::Caption, Role::Text2, tr("> actions   # topics"), m_box));
    column->addLayout(foot);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setText(text);
        m_list->setCurrentIndex(m_model->firstItem());
        place();
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index); });
    window->installEventFilter(this);
    hide();
}

void Palette::open(const QList<PaletteItem> &items, const QString &text)
{
    m_focusBefore = QApplication::focusWidget();
    m_model->setItems(items);
    m_field->setText(text);
    m_model->setText(text);
    m_list->setCurrentIndex(m_model->firstItem());
    place();
    show();
    raise();
    m_field->setFocus();
}

void Palette::close()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
    Q_EMIT closed();
}

void Palette::place()
{
    setGeometry(m_window->rect());
    const int wide = std::min(m_theme.scaled(boxWidth), width() - 32);
    int rows = 4;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows += m_list->sizeHintForRow(row);
    const int list = std::clamp(rows, m_theme.scaled(64), m_theme.scaled(listHeight));
    const int high = std::min(list + m_theme.scaled(76), height() - boxTop - 24);
    m_box->setGeometry((width() - wide) / 2, boxTop, wide, high);
}

void Palette::move(int step)
{
    int row = m_list->currentIndex().row();
    for (int i = 0; i < m_model->rowCount(); ++i) {
        row = (row + step + m_model->rowCount()) % m_model->rowCount();
        if (m_model->item(m_model->index(row, 0)))
            break;
    }
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void Palette::choose(const QModelIndex &index)
{
    const PaletteItem *item = m_model->item(index);
    if (!item || !item->forbidden.isEmpty())
        return;
    const PaletteItem chosen = *item;
    close();
    if (chosen.action)
        return chosen.action->trigger();
    Q_EMIT targetChosen(chosen.target);
}

bool Palette::pressed(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Down:
    case Qt::Key_Tab: move(1); return true; // the focus stays: behind the shade nobody would see it
    case Qt::Key_Up:
    case Qt::Key_Backtab: move(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
    default: return false;
    }
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::ShortcutOverride)
        event->accept(); // the window's shortcuts would work behind the shade
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return pressed(*static_cast<QKeyEvent *>(event));
    if (watched == m_window && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Palette::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Role::Shade));
}

void Palette::mousePressEvent(QMouseEvent *)
{
    close();
}

} // namespace rocketdesk::ui
