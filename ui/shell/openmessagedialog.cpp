// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/openmessagedialog.h"

#include "ui/models/topiccompleter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formfield.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace rocketdesk::ui {

namespace {

constexpr int edge = 18;
constexpr int mostQueues = 65'535;

/// -1 where it is no offset.
qint64 offsetOf(const QString &text)
{
    bool isNumber = false;
    const qint64 offset = QString(text).remove(u',').remove(u' ').toLongLong(&isNumber);
    return isNumber && offset >= 0 ? offset : -1;
}

} // namespace

OpenMessageDialog::OpenMessageDialog(Theme &theme, const QStringList &topics, const QString &connection, QWidget *parent)
    : Sheet(theme, parent)
    , m_topic(new QLineEdit)
    , m_broker(new QLineEdit)
    , m_queue(new QSpinBox)
    , m_offset(new QLineEdit)
{
    const QString title = tr("Open a message of %1").arg(connection);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    (new TopicCompleter(*m_topic))->setTopics(topics);
    m_queue->setRange(0, mostQueues);
    m_offset->setFont(theme.font(TextStyle::Mono));
    m_fields = {new FormField(theme, tr("Topic"), m_topic), new FormField(theme, tr("Broker"), m_broker), new FormField(theme, tr("Queue"), m_queue),
        new FormField(theme, tr("Offset"), m_offset)};
    m_fields.first()->setHint(tr("A place as the Live page copies it may be pasted here."));
    setChecks();
    layOut(theme, title);
    connect(m_topic, &QLineEdit::textEdited, this, &OpenMessageDialog::takePlace);
}

void OpenMessageDialog::setChecks()
{
    m_fields.at(0)->setCheck([this] { return m_topic->text().trimmed().isEmpty() ? tr("Give the name of a topic.") : QString(); });
    m_fields.at(1)->setCheck([this] { return m_broker->text().trimmed().isEmpty() ? tr("Give the name of a broker.") : QString(); });
    m_fields.at(3)->setCheck([this] { return offsetOf(m_offset->text()) < 0 ? tr("An offset is a number from 0 up.") : QString(); });
}

void OpenMessageDialog::layOut(Theme &theme, const QString &title)
{
    auto *body = new QVBoxLayout;
    body->setContentsMargins(edge, 14, edge, 14);
    body->setSpacing(10);
    body->addWidget(m_fields.at(0));
    auto *place = new QHBoxLayout;
    place->setSpacing(10);
    for (qsizetype i = 1; i < m_fields.size(); ++i)
        place->addWidget(m_fields.at(i), 1, Qt::AlignTop);
    body->addLayout(place);
    body->addStretch(1);
    auto *cancel = makeButton(theme, tr("Cancel"), Icon::None, ButtonLook::Plain, this);
    auto *open = makeButton(theme, tr("Open message"), Icon::File, ButtonLook::Primary, this);
    open->setDefault(true);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(edge, 10, edge, 10);
    foot->setSpacing(8);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeDialogHead(theme, title, *this));
    column->addWidget(makeLine(theme, Qt::Horizontal, this));
    column->addLayout(body, 1);
    column->addWidget(makeLine(theme, Qt::Horizontal, this));
    column->addLayout(foot);
    resize(theme.scaled(560), theme.scaled(250));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, &OpenMessageDialog::choose);
}

bool OpenMessageDialog::takePlace(const QString &text)
{
    const QStringList parts = text.simplified().split(u' ');
    bool isNumber = false;
    const int queue = parts.value(2).toInt(&isNumber);
    if (parts.size() != 4 || !isNumber || queue < 0 || offsetOf(parts.at(3)) < 0)
        return false;
    m_topic->setText(parts.at(0));
    m_broker->setText(parts.at(1));
    m_queue->setValue(queue);
    m_offset->setText(parts.at(3));
    return true;
}

void OpenMessageDialog::choose()
{
    if (!validateAll(m_fields))
        return;
    Q_EMIT chosen({QStringLiteral("live"), m_topic->text().trimmed(),
        {{QStringLiteral("broker"), m_broker->text().trimmed()}, {QStringLiteral("queue"), m_queue->value()}, {QStringLiteral("offset"), offsetOf(m_offset->text())}}});
    accept();
}

} // namespace rocketdesk::ui
