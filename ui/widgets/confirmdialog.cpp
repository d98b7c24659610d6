// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/confirmdialog.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signs.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int edge = 18;
constexpr int tallest = 640;

Role signRole(Tone tone)
{
    return tone == Tone::Error ? Role::ErrorFill : tone == Tone::Warning ? Role::WarningFill : tone == Tone::Ok ? Role::OkFill : Role::Accent;
}

} // namespace

ConfirmDialog::ConfirmDialog(Theme &theme, const QString &title, QWidget *parent)
    : Sheet(theme, parent)
    , m_body(new QVBoxLayout)
    , m_notes(new QWidget(this))
    , m_naming(new QWidget(this))
    , m_prompt(new Label(theme, TextStyle::Small, Role::Text, {}, m_naming))
    , m_typed(new QLineEdit(m_naming))
    , m_calls(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
    , m_copy(makeButton(theme, tr("Copy as command"), Icon::Copy, ButtonLook::Flat, this))
    , m_cancel(makeButton(theme, tr("Cancel"), Icon::None, ButtonLook::Plain, this))
    , m_verb(makeButton(theme, {}, Icon::None, ButtonLook::Primary, this))
    , m_cancelText(m_cancel->text())
{
    setWindowTitle(title);
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(theme.scaled(520));
    setMaximumHeight(theme.scaled(tallest));
    (new QVBoxLayout(m_notes))->setContentsMargins(0, 0, 0, 0);
    auto *naming = new QVBoxLayout(m_naming);
    naming->setContentsMargins(0, 0, 0, 0);
    naming->setSpacing(6);
    naming->addWidget(m_prompt);
    naming->addWidget(m_typed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeDialogHead(theme, title, *this));
    column->addWidget(makeLine(theme, Qt::Horizontal, this));
    m_body->setContentsMargins(edge, 14, edge, 14);
    m_body->setSpacing(10);
    m_body->addWidget(m_notes);
    m_body->addWidget(m_naming);
    column->addLayout(m_body, 1);
    column->addWidget(makeLine(theme, Qt::Horizontal, this));
    column->addWidget(makeFoot());
    m_calls->setElide(Qt::ElideMiddle);
    m_calls->hide();
    m_notes->hide();
    m_naming->hide();
    m_copy->hide();
    m_verb->hide();
    connect(m_typed, &QLineEdit::textChanged, this, &ConfirmDialog::updateVerb);
    connect(m_verb, &QPushButton::clicked, this, &ConfirmDialog::verbPressed);
    connect(m_cancel, &QPushButton::clicked, this, &ConfirmDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_command); });
}

QWidget *ConfirmDialog::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(edge, 10, edge, 10);
    column->setSpacing(8);
    column->addWidget(m_calls); // a line of its own: names may be long
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_copy);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_verb);
    column->addLayout(row);
    return foot;
}

void ConfirmDialog::setVerb(const QString &verb, Severity severity, Icon icon)
{
    m_verb->setText(verb);
    m_verb->show();
    setButtonLook(*m_verb, severity == Severity::Reversible ? ButtonLook::Primary : ButtonLook::Danger);
    setButtonIcon(theme(), *m_verb, icon);
    m_naming->setVisible(severity == Severity::Named);
    updateVerb();
}

void ConfirmDialog::setNameToType(const QString &prompt, const QString &name)
{
    m_prompt->setText(prompt);
    m_typed->setAccessibleName(prompt);
    m_name = name;
    updateVerb();
}

void ConfirmDialog::setDefaultCancel(const QString &text)
{
    m_cancelText = text;
    m_cancel->setText(text);
    m_cancel->setDefault(true);
    m_cancel->setFocus();
}

void ConfirmDialog::setContent(QWidget *content)
{
    m_area = new QScrollArea(this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setWidget(content);
    m_body->insertWidget(0, m_area, 1);
}

void ConfirmDialog::growToContent()
{
    if (!m_area)
        return;
    layout()->activate();
    const QWidget &content = *m_area->widget();
    const int wanted = std::max(content.minimumSizeHint().height(), content.heightForWidth(m_area->viewport()->width())); // texts wrap
    const int grown = std::min(wanted - m_area->viewport()->height(), maximumHeight() - height());
    if (grown <= 0)
        return;
    resize(width(), height() + grown);
    move(x(), std::max(y() - grown / 2, std::min(y(), screen()->availableGeometry().top()))); // in the middle, as before
}

void ConfirmDialog::setLowContent(QWidget *content)
{
    m_body->insertWidget(0, content);
    m_body->addStretch(1);
}

void ConfirmDialog::addNote(Tone tone, const QString &text)
{
    auto *line = new QWidget(m_notes);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *words = new Label(theme(), TextStyle::Small, Role::Text, text, line);
    words->setMarkup(true);
    words->setWordWrap(true);
    row->addWidget(new Sign(theme(), Theme::stateIcon(tone == Tone::Normal ? Tone::Accent : tone), signRole(tone), 14, line), 0, Qt::AlignTop);
    row->addWidget(words, 1);
    m_notes->layout()->addWidget(line);
    m_notes->show();
}

void ConfirmDialog::clearNotes()
{
    qDeleteAll(m_notes->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    m_notes->hide();
}

void ConfirmDialog::setCalls(const QString &text)
{
    m_calls->setText(text);
    m_calls->setVisible(!text.isEmpty());
}

void ConfirmDialog::setCommand(const QString &command)
{
    m_command = command;
    m_copy->setVisible(!command.isEmpty());
}

void ConfirmDialog::setBlocked(const QString &why)
{
    m_blocked = why;
    updateVerb();
}

void ConfirmDialog::setWriting(bool writing)
{
    m_writing = writing;
    m_cancel->setText(writing ? tr("Stop") : m_cancelText);
    updateVerb();
}

void ConfirmDialog::updateVerb()
{
    const bool named = m_naming->isHidden() || m_typed->text() == m_name;
    m_verb->setEnabled(named && m_blocked.isEmpty() && !m_writing);
    m_verb->setToolTip(m_blocked);
}

void ConfirmDialog::reject()
{
    if (m_writing)
        Q_EMIT stopRequested();
    else
        QDialog::reject();
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    Sheet::showEvent(event);
    if (m_naming->isVisible())
        m_typed->setFocus();
}

} // namespace rocketdesk::ui
