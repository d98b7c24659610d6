// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/filterfield.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>

#include <utility>

namespace rocketdesk::ui {

FilterField::FilterField(Theme &theme, const QString &placeholder, QWidget *parent) : QLineEdit(parent), m_theme(theme)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    addAction(theme.icon(Icon::Filter), LeadingPosition);
    setToolTip(tr("Every word must be in the row; -word leaves rows out; /x/ is a regular expression"));
}

void FilterField::setError(const QString &error)
{
    setInvalid(*this, !error.isEmpty());
    if (std::exchange(m_error, error) != error)
        Q_EMIT errorChanged(error);
    setToolTip(error.isEmpty() ? tr("Every word must be in the row; -word leaves rows out; /x/ is a regular expression") : error);
}

QSize FilterField::sizeHint() const
{
    return {m_theme.scaled(176), m_theme.controlHeight()};
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return) {
        Q_EMIT tableRequested();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace rocketdesk::ui
