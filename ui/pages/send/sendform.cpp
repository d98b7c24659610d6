// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/send/sendform.h"

#include "ui/common/words.h"
#include "ui/models/topiccompleter.h"
#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSet>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace rocketdesk::ui {

namespace {

constexpr std::array<const char *, 18> levels = {"1 s", "5 s", "10 s", "30 s", "1 min", "2 min", "3 min", "4 min", "5 min", "6 min", "7 min", "8 min", "9 min",
    "10 min", "20 min", "30 min", "1 h", "2 h"};

QHBoxLayout *pair(QWidget *left, QWidget *right, int rightShare = 1)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(left, 1, Qt::AlignTop);
    row->addWidget(right, rightShare, Qt::AlignTop);
    return row;
}

/// Tab goes on to these, in their order, and through the parts of one that has no focus itself.
void chain(QWidget *from, const QList<QWidget *> &widgets)
{
    for (QWidget *widget : widgets) {
        QList<QWidget *> parts{widget};
        if (widget->focusPolicy() == Qt::NoFocus && widget->layout()) {
            parts.clear();
            for (int i = 0; i < widget->layout()->count(); ++i)
                parts << widget->layout()->itemAt(i)->widget();
        }
        for (QWidget *part : std::as_const(parts)) {
            QWidget::setTabOrder(from, part);
            from = part;
        }
    }
}

} // namespace

SendForm::SendForm(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_topic(new QLineEdit)
    , m_known(new TopicCompleter(*m_topic))
    , m_queue(new QComboBox)
    , m_tag(new QLineEdit)
    , m_keys(new QLineEdit)
    , m_sharding(new QLineEdit)
    , m_how(new Segments(theme))
    , m_perRequest(new QSpinBox)
    , m_when(new Segments(theme))
    , m_level(new QComboBox)
    , m_time(new QDateTimeEdit(QDateTime::currentDateTime().addSecs(3600)))
    , m_topicField(new FormField(theme, tr("Topic"), m_topic, this))
    , m_create(makeButton(theme, tr("Create topic…"), Icon::Add, ButtonLook::Link, this))
    , m_topicWarning(new ErrorLine(theme, this, ErrorLine::Kind::Warning))
    , m_tagField(new FormField(theme, tr("Tag"), m_tag, this))
    , m_queueField(new FormField(theme, tr("Queue"), m_queue, this))
    , m_shardingField(new FormField(theme, tr("Sharding key"), m_sharding, this))
    , m_whenField(new FormField(theme, tr("Deliver"), m_when, this))
    , m_add(makeButton(theme, tr("Add"), Icon::Add, ButtonLook::Link, this))
    , m_lines(new QVBoxLayout)
    , m_propertyError(new ErrorLine(theme, this))
{
    setUpTexts();
    setUpChoices();
    build();
    connectParts();
    setQueues({});
    updateParts();
}

void SendForm::setUpTexts()
{
    QAction *all = m_topic->addAction(m_theme.icon(Icon::ChevronDown), QLineEdit::TrailingPosition);
    all->setToolTip(tr("Choose a topic"));
    connect(all, &QAction::triggered, m_known, [this] {
        m_topic->setFocus();
        m_known->offerAll();
    });
    for (QLineEdit *mono : {m_keys, m_sharding})
        mono->setFont(m_theme.font(TextStyle::Mono));
    m_create->hide();
}

void SendForm::setUpChoices()
{
    m_how->addSegment(QStringLiteral("normal"), tr("Normal"));
    m_how->addSegment(QStringLiteral("oneway"), tr("One-way"));
    m_how->addSegment(QStringLiteral("batch"), tr("Batch"));
    m_perRequest->setRange(1, 1024);
    m_perRequest->setValue(defaultBatchCount);
    m_perRequest->setSuffix(tr(" a request"));
    m_perRequest->setAccessibleName(tr("Messages a request"));
    m_when->addSegment(QStringLiteral("now"), tr("Now"));
    m_when->addSegment(QStringLiteral("level"), tr("Delay level"));
    m_when->addSegment(QStringLiteral("time"), tr("At a time"));
    for (std::size_t i = 0; i < levels.size(); ++i)
        m_level->addItem(tr("level %1: %2").arg(i + 1).arg(QString::fromLatin1(levels[i])));
    m_level->setToolTip(tr("Times of the levels as brokers have them unless set otherwise"));
    m_level->setAccessibleName(tr("Delay level"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setAccessibleName(tr("Delivery time"));
}

void SendForm::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    auto *topic = new QVBoxLayout;
    topic->setSpacing(4);
    topic->addWidget(m_topicField);
    topic->addWidget(m_topicWarning);
    topic->addWidget(m_create, 0, Qt::AlignLeft);
    column->addLayout(topic);
    auto *how = new FormField(m_theme, tr("How"), m_how, this);
    column->addWidget(how);
    column->addWidget(m_perRequest, 0, Qt::AlignLeft);
    auto *keysField = new FormField(m_theme, tr("Keys, space between"), m_keys, this);
    column->addLayout(pair(m_tagField, keysField, 2));
    column->addLayout(pair(m_shardingField, m_queueField));
    column->addWidget(m_whenField);
    column->addWidget(m_level);
    column->addWidget(m_time);
    auto *heading = new QHBoxLayout;
    heading->addWidget(new Label(m_theme, TextStyle::Small, Role::Text2, tr("User properties"), this));
    heading->addStretch();
    heading->addWidget(m_add);
    column->addLayout(heading);
    m_lines->setSpacing(4);
    column->addLayout(m_lines);
    column->addWidget(m_propertyError);
    column->addStretch(1);
    chain(m_topic, {m_create, m_how, m_perRequest, m_tag, m_keys, m_sharding, m_queue, m_when, m_level, m_time, m_add});
}

void SendForm::connectParts()
{
    connect(m_add, &QPushButton::clicked, this, [this] {
        addProperty({});
        m_properties.last().name->setFocus();
    });
    connect(m_create, &QPushButton::clicked, this, &SendForm::createTopicRequested);
    for (QLineEdit *edit : {m_tag, m_keys, m_sharding})
        connect(edit, &QLineEdit::textEdited, this, &SendForm::changed);
    connect(m_topic, &QLineEdit::textChanged, this, [this](const QString &topic) {
        m_topic->setToolTip(topic); // the field may be shorter
        Q_EMIT topicChanged();
        Q_EMIT changed();
    });
    for (Segments *segments : {m_how, m_when}) {
        connect(segments, &Segments::currentChanged, this, &SendForm::updateParts);
        connect(segments, &Segments::currentChanged, this, &SendForm::changed);
    }
    connect(m_perRequest, &QSpinBox::valueChanged, this, &SendForm::changed);
    connect(m_level, &QComboBox::activated, this, &SendForm::changed);
    connect(m_queue, &QComboBox::activated, this, &SendForm::changed);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &SendForm::changed);
}

void SendForm::updateParts()
{
    m_perRequest->setVisible(m_how->current() == QStringLiteral("batch"));
    m_level->setVisible(m_when->current() == QStringLiteral("level"));
    m_time->setVisible(m_when->current() == QStringLiteral("time"));
}

void SendForm::addProperty(const SendDraft::UserProperty &property)
{
    auto *widget = new QWidget(this);
    const PropertyLine line{widget, new QCheckBox, new QLineEdit(property.name), new QLineEdit(property.value), makeIconButton(m_theme, Icon::Delete, tr("Remove the property"), widget)};
    line.used->setChecked(property.used);
    line.used->setAccessibleName(tr("Send this property"));
    line.name->setPlaceholderText(tr("name"));
    line.name->setAccessibleName(tr("Name of the property"));
    line.value->setPlaceholderText(tr("value"));
    line.value->setAccessibleName(tr("Value of the property"));
    auto *row = new QHBoxLayout(line.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(line.used);
    row->addWidget(line.name, 2);
    row->addWidget(line.value, 3);
    row->addWidget(line.remove);
    m_lines->addWidget(line.widget);
    chain(m_properties.isEmpty() ? static_cast<QWidget *>(m_add) : m_properties.last().remove, {line.used, line.name, line.value, line.remove});
    m_properties << line;
    for (QLineEdit *edit : {line.name, line.value}) {
        edit->setFont(m_theme.font(TextStyle::Mono));
        connect(edit, &QLineEdit::textEdited, this, &SendForm::changed);
    }
    connect(line.used, &QCheckBox::toggled, this, &SendForm::changed);
    connect(line.remove, &QToolButton::clicked, this, [this, widget] {
        m_properties.removeIf([widget](const PropertyLine &line) { return line.widget == widget; });
        widget->deleteLater();
        Q_EMIT changed();
    });
}

void SendForm::setKnownTopics(const QStringList &topics)
{
    m_known->setTopics(topics);
}

void SendForm::setQueues(const std::vector<QueueRef> &queues)
{
    SendDraft kept;
    fill(kept);
    m_queues = queues;
    if (kept.queue && std::find(m_queues.cbegin(), m_queues.cend(), *kept.queue) == m_queues.cend())
        m_queues.push_back(*kept.queue);
    m_queue->clear();
    m_queue->addItem(tr("by key, else in turn"));
    for (const QueueRef &queue : m_queues)
        m_queue->addItem(QStringLiteral("%1 / %2").arg(queue.broker.text()).arg(queue.id.value()));
    const auto chosen = kept.queue ? std::find(m_queues.cbegin(), m_queues.cend(), *kept.queue) : m_queues.cend();
    m_queue->setCurrentIndex(chosen == m_queues.cend() ? 0 : 1 + static_cast<int>(chosen - m_queues.cbegin()));
}

void SendForm::setTopicHint(const QString &hint)
{
    m_topicField->setHint(hint);
    m_create->hide();
}

void SendForm::setTopicWarning(const QString &warning)
{
    m_topicWarning->setText(warning);
}

void SendForm::setTopicMissing(const QString &warning, bool mayCreate)
{
    setTopicHint({});
    setTopicWarning(warning);
    m_create->setVisible(mayCreate);
}

void SendForm::setDraft(const SendDraft &draft)
{
    m_topic->setText(draft.topic);
    m_tag->setText(draft.tag);
    m_keys->setText(draft.keys);
    m_sharding->setText(draft.shardingKey);
    for (QLineEdit *edit : {m_topic, m_tag, m_keys, m_sharding})
        edit->setCursorPosition(0); // the start tells more than the end
    static const std::array<QString, 3> hows = {QStringLiteral("normal"), QStringLiteral("oneway"), QStringLiteral("batch")};
    static const std::array<QString, 3> whens = {QStringLiteral("now"), QStringLiteral("level"), QStringLiteral("time")};
    m_how->setCurrent(hows[static_cast<std::size_t>(draft.how)]);
    m_perRequest->setValue(draft.perRequest);
    m_when->setCurrent(whens[static_cast<std::size_t>(draft.when)]);
    m_level->setCurrentIndex(draft.delayLevel - 1);
    if (draft.deliverAt > 0)
        m_time->setDateTime(QDateTime::fromMSecsSinceEpoch(draft.deliverAt));
    for (const PropertyLine &line : std::as_const(m_properties))
        line.widget->deleteLater();
    m_properties.clear();
    for (const SendDraft::UserProperty &property : draft.properties)
        addProperty(property);
    m_queue->setCurrentIndex(0);
    if (draft.queue) {
        m_queues = {*draft.queue};
        m_queue->addItem(QString());
        m_queue->setCurrentIndex(1);
        setQueues(m_queues);
    }
    updateParts();
}

void SendForm::fill(SendDraft &draft) const
{
    draft.topic = topic();
    draft.tag = m_tag->text();
    draft.keys = m_keys->text();
    draft.shardingKey = m_sharding->text();
    draft.how = m_how->current() == QStringLiteral("batch") ? SendDraft::How::Batch : m_how->current() == QStringLiteral("oneway") ? SendDraft::How::OneWay : SendDraft::How::Normal;
    draft.perRequest = m_perRequest->value();
    draft.when = m_when->current() == QStringLiteral("level") ? SendDraft::When::Level : m_when->current() == QStringLiteral("time") ? SendDraft::When::Time : SendDraft::When::Now;
    draft.delayLevel = m_level->currentIndex() + 1;
    draft.deliverAt = m_time->dateTime().toMSecsSinceEpoch();
    draft.properties.clear();
    for (const PropertyLine &line : m_properties)
        draft.properties.push_back({line.used->isChecked(), line.name->text(), line.value->text()});
    const auto chosen = static_cast<std::size_t>(std::max(0, m_queue->currentIndex()));
    draft.queue = chosen > 0 && chosen <= m_queues.size() ? std::optional(m_queues[chosen - 1]) : std::nullopt;
}

QString SendForm::topic() const
{
    return m_topic->text().trimmed();
}

FormField *SendForm::fieldOf(const SendProblem &problem) const
{
    switch (problem.field) {
    case SendProblem::Field::Topic: return m_topicField;
    case SendProblem::Field::Queue: return m_queueField;
    case SendProblem::Field::ShardingKey: return m_shardingField;
    case SendProblem::Field::DelayLevel:
    case SendProblem::Field::DeliverAt: return m_whenField;
    default: return nullptr;
    }
}

int SendForm::showProblems(const std::vector<SendProblem> &problems, const std::optional<Wording> &tag)
{
    for (FormField *field : {m_topicField, m_tagField, m_queueField, m_shardingField, m_whenField})
        field->setError({});
    if (tag)
        m_tagField->setError(words(*tag));
    QStringList sentences;
    QSet<QString> wrong;
    for (const SendProblem &problem : problems) {
        if (FormField *field = fieldOf(problem)) {
            field->setError(words(problem.words));
        } else {
            sentences << words(problem.words);
            wrong.insert(problem.property);
        }
    }
    for (const PropertyLine &line : std::as_const(m_properties))
        setInvalid(*line.name, line.used->isChecked() && wrong.contains(line.name->text()) && !line.name->text().isEmpty());
    m_propertyError->setText(sentences.join(u'\n'));
    return static_cast<int>(problems.size()) + (tag ? 1 : 0);
}

bool SendForm::focusFirstProblem()
{
    for (FormField *field : {m_topicField, m_tagField, m_shardingField, m_queueField, m_whenField}) {
        if (field->error().isEmpty())
            continue;
        field->field()->setFocus();
        return true;
    }
    for (const PropertyLine &line : std::as_const(m_properties)) {
        if (!isInvalid(*line.name))
            continue;
        line.name->setFocus();
        return true;
    }
    return false;
}

} // namespace rocketdesk::ui
