// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/formfield.h"

#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signs.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace rocketdesk::ui {

ErrorLine::ErrorLine(Theme &theme, QWidget *parent, Kind kind)
    : QWidget(parent)
    , m_text(new Label(theme, TextStyle::Small, kind == Kind::Error ? Role::ErrorText : Role::WarningText, {}, this))
{
    const bool error = kind == Kind::Error;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(new Sign(theme, error ? Icon::ErrorFill : Icon::WarningFill, error ? Role::ErrorFill : Role::WarningFill, 14, this), 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    hide();
}

void ErrorLine::setText(const QString &error)
{
    m_text->setText(error);
    setVisible(!error.isEmpty());
}

FormField::FormField(Theme &theme, const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_title(label)
    , m_label(new Label(theme, TextStyle::Small, Role::Text2, label, this))
    , m_hint(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
    , m_errorLine(new ErrorLine(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_label);
    column->addWidget(field);
    column->addWidget(m_hint);
    column->addWidget(m_errorLine);
    m_hint->setWordWrap(true);
    m_hint->hide();
    field->setAccessibleName(label);
    field->installEventFilter(this);
    watchTyping();
}

void FormField::watchTyping()
{
    if (auto *line = qobject_cast<QLineEdit *>(m_field))
        connect(line, &QLineEdit::textChanged, this, &FormField::revalidateIfWrong);
    if (auto *combo = qobject_cast<QComboBox *>(m_field))
        connect(combo, &QComboBox::currentTextChanged, this, &FormField::revalidateIfWrong);
    if (auto *text = qobject_cast<QPlainTextEdit *>(m_field))
        connect(text, &QPlainTextEdit::textChanged, this, &FormField::revalidateIfWrong);
}

void FormField::revalidateIfWrong()
{
    if (!m_error.isEmpty())
        validate();
}

void FormField::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && m_error.isEmpty());
}

void FormField::setOptional(bool optional)
{
    m_label->setText(optional ? tr("%1, optional", "label of a field").arg(m_title) : m_title);
}

void FormField::setCheck(Check check)
{
    m_check = std::move(check);
}

void FormField::setError(const QString &error)
{
    if (error == m_error)
        return;
    m_error = error;
    m_errorLine->setText(error);
    m_hint->setVisible(error.isEmpty() && !m_hint->text().isEmpty());
    m_field->setAccessibleDescription(error);
    setInvalid(*m_field, !error.isEmpty());
    Q_EMIT errorChanged();
}

bool FormField::validate()
{
    setError(m_check ? m_check() : QString());
    return m_error.isEmpty();
}

bool FormField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::FocusOut)
        validate();
    return QWidget::eventFilter(watched, event);
}

bool validateAll(const QList<FormField *> &fields)
{
    FormField *firstWrong = nullptr;
    for (FormField *each : fields) {
        if (!each->validate() && !firstWrong)
            firstWrong = each;
    }
    if (firstWrong)
        firstWrong->field()->setFocus(Qt::OtherFocusReason);
    return !firstWrong;
}

int countErrors(const QList<FormField *> &fields)
{
    return static_cast<int>(std::count_if(fields.cbegin(), fields.cend(), [](const FormField *each) { return !each->error().isEmpty(); }));
}

} // namespace rocketdesk::ui
