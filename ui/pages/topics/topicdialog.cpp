// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/topics/topicdialog.h"

#include "client/client.h"
#include "client/protocol/validation.h"
#include "ui/common/runningcalls.h"
#include "ui/common/words.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace rocketdesk::ui {

namespace {

constexpr int mostQueues = 1024; // on one broker
constexpr int newQueues = 8;

QSpinBox *makeQueueBox()
{
    auto *box = new QSpinBox;
    box->setRange(0, mostQueues);
    box->setValue(newQueues);
    return box;
}

QString titleOf(const PageContext &context, const TopicName &topic)
{
    return topic.isEmpty() ? TopicDialog::tr("Create topic on %1").arg(context.connection) : TopicDialog::tr("Change topic %1 on %2").arg(topic.text(), context.connection);
}

} // namespace

TopicDialog::TopicDialog(const PageContext &context, Client &client, const TopicName &topic, QWidget *parent)
    : ConfirmDialog(context.theme, titleOf(context, topic), parent)
    , m_context(context)
    , m_client(client)
    , m_topic(topic)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(context.theme, tr("Name"), m_name))
    , m_readQueues(makeQueueBox())
    , m_writeQueues(makeQueueBox())
    , m_perm(new QComboBox)
    , m_type(new QComboBox)
    , m_cleanup(new QComboBox)
    , m_queueType(new QComboBox)
    , m_reserve(new QSpinBox)
    , m_order(new QCheckBox(tr("Ordered topic")))
    , m_count(new Label(context.theme, TextStyle::Small, Role::Text2))
    , m_table(new TableView(context.theme))
{
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(makeForm(), 4);
    row->addWidget(makeLine(context.theme, Qt::Vertical, content));
    row->addWidget(makePreview(), 5);
    setContent(content);
    resize(context.theme.scaled(880), context.theme.scaled(470));
    watchForm();
    connect(this, &ConfirmDialog::verbPressed, this, &TopicDialog::write);
    connect(this, &ConfirmDialog::stopRequested, this, [this] { m_writing.cancel(); });
    setVerb(creates() ? tr("Create topic") : tr("Write"), Severity::Reversible);
    setBlocked(tr("The brokers are being read"));
    (creates() ? static_cast<QWidget *>(m_name) : m_readQueues)->setFocus();
    readBrokers();
}

QWidget *TopicDialog::makeForm()
{
    Theme &theme = m_context.theme;
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    fillChoices();
    auto *type = new FormField(theme, tr("Type"), m_type);
    type->setHint(tr("Brokers before 5.0 know neither types nor what stands in the next line: leave them as they are there."));
    m_nameField->setVisible(creates());
    column->addWidget(m_nameField);
    column->addLayout(makeQueueRow());
    column->addWidget(type);
    column->addLayout(makeAttributeRow());
    column->addWidget(m_order);
    column->addWidget(new Label(theme, TextStyle::Small, Role::Text2, tr("Brokers")));
    m_boxes = new QVBoxLayout;
    m_boxes->setSpacing(4);
    column->addLayout(m_boxes);
    column->addStretch(1);
    return form;
}

void TopicDialog::fillChoices()
{
    m_perm->addItem(tr("Read, write"), 6);
    m_perm->addItem(tr("Read only"), 4);
    m_perm->addItem(tr("Write only"), 2);
    m_type->addItem(tr("Normal"), QString());
    for (const auto &[word, name] : {std::pair(tr("FIFO"), "FIFO"), std::pair(tr("Delay"), "DELAY"), std::pair(tr("Transaction"), "TRANSACTION"), std::pair(tr("Mixed"), "MIXED")})
        m_type->addItem(word, QLatin1StringView(name));
    m_cleanup->addItem(tr("by age"), QString());
    m_cleanup->addItem(tr("newest of each key"), QStringLiteral("COMPACTION"));
    m_queueType->addItem(tr("simple"), QString());
    m_queueType->addItem(tr("batch"), QStringLiteral("BatchCQ"));
    m_reserve->setRange(-1, std::numeric_limits<int>::max());
    m_reserve->setSpecialValueText(tr("as the broker"));
    m_reserve->setValue(-1);
}

QLayout *TopicDialog::makeQueueRow()
{
    Theme &theme = m_context.theme;
    auto *queues = new QHBoxLayout;
    queues->setSpacing(10);
    queues->addWidget(new FormField(theme, tr("Read queues"), m_readQueues), 1);
    queues->addWidget(new FormField(theme, tr("Write queues"), m_writeQueues), 1);
    queues->addWidget(new FormField(theme, tr("Permission"), m_perm), 1);
    return queues;
}

QLayout *TopicDialog::makeAttributeRow()
{
    Theme &theme = m_context.theme;
    auto *attributes = new QHBoxLayout;
    attributes->setSpacing(10);
    attributes->addWidget(new FormField(theme, tr("Clean-up"), m_cleanup), 1);
    attributes->addWidget(new FormField(theme, tr("Queue type"), m_queueType), 1);
    attributes->addWidget(new FormField(theme, tr("Reserve time"), m_reserve), 1);
    m_cleanup->setToolTip(tr("cleanup.policy: fixed when the topic is created. To keep the newest of each key, every message needs a key."));
    m_queueType->setToolTip(tr("queue.type: fixed when the topic is created."));
    m_reserve->setToolTip(tr("reserve.time: how long a store that keeps topics apart holds the messages, in its own unit."));
    m_cleanup->setEnabled(creates());
    m_queueType->setEnabled(creates());
    return attributes;
}

QWidget *TopicDialog::makePreview()
{
    auto *preview = new QWidget;
    auto *column = new QVBoxLayout(preview);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(m_context.theme, TextStyle::SmallStrong, Role::Text, tr("What changes")));
    head->addWidget(m_count, 1);
    m_table->setDense(true);
    m_table->setAccessibleName(tr("What changes"));
    column->addLayout(head);
    column->addWidget(m_table, 1);
    return preview;
}

void TopicDialog::watchForm()
{
    m_nameField->setCheck([this] {
        const Result<void> valid = protocol::checkNewTopic(topic());
        return valid ? QString() : words(valid.error()).line();
    });
    connect(m_name, &QLineEdit::textChanged, this, &TopicDialog::present);
    connect(m_readQueues, &QSpinBox::valueChanged, this, &TopicDialog::present);
    connect(m_writeQueues, &QSpinBox::valueChanged, this, &TopicDialog::present);
    connect(m_perm, &QComboBox::currentIndexChanged, this, &TopicDialog::present);
    for (QComboBox *choice : {m_type, m_cleanup, m_queueType})
        connect(choice, &QComboBox::currentIndexChanged, this, &TopicDialog::present);
    connect(m_reserve, &QSpinBox::valueChanged, this, &TopicDialog::present);
    connect(m_order, &QCheckBox::toggled, this, &TopicDialog::present);
}

void TopicDialog::setNewName(const QString &name)
{
    m_name->setText(name);
}

TopicName TopicDialog::topic() const
{
    return creates() ? TopicName(m_name->text().trimmed()) : m_topic;
}

TopicEdit TopicDialog::edit() const
{
    TopicEdit edit;
    edit.readQueues = m_readQueues->value();
    edit.writeQueues = m_writeQueues->value();
    edit.perm = m_perm->currentData().toInt();
    edit.order = m_order->isChecked();
    addAttributes(edit);
    return edit;
}

/// Only what was chosen: a broker before 5.0 takes no attributes, and one that has none of them keeps none.
void TopicDialog::addAttributes(TopicEdit &edit) const
{
    const QString type = m_type->currentData().toString();
    if (!type.isEmpty())
        edit.attributes.insert(QStringLiteral("message.type"), type);
    else if (m_type->findData(m_typeBefore) > 0)
        edit.attributes.insert(QStringLiteral("message.type"), QStringLiteral("NORMAL"));
    if (m_reserve->value() >= 0)
        edit.attributes.insert(QStringLiteral("reserve.time"), QString::number(m_reserve->value()));
    else if (!creates())
        edit.removedAttributes << QStringLiteral("reserve.time");
    if (!creates())
        return;
    if (const QString cleanup = m_cleanup->currentData().toString(); !cleanup.isEmpty())
        edit.attributes.insert(QStringLiteral("cleanup.policy"), cleanup);
    if (const QString queue = m_queueType->currentData().toString(); !queue.isEmpty())
        edit.attributes.insert(QStringLiteral("queue.type"), queue);
}

std::vector<TopicPreview> TopicDialog::previews() const
{
    std::vector<TopicPreview> previews;
    for (const Place &place : m_places) {
        if (place.box && place.box->isChecked())
            previews.push_back(previewTopic(topic(), place.broker, place.before, edit()));
    }
    return previews;
}

void TopicDialog::present()
{
    if (!m_filled)
        return;
    const std::vector<TopicPreview> all = previews();
    std::vector<PreviewRow> rows = previewRows(all);
    const int changes = changedSettings(rows);
    const auto settings = static_cast<int>(rows.size());
    m_count->setText(creates() ? tr("a new topic, %n settings", nullptr, settings) : tr("%1 of %n settings", nullptr, settings).arg(changes));
    presentTable(all, std::move(rows));
    presentVerb(all, changes);
}

void TopicDialog::presentTable(const std::vector<TopicPreview> &previews, std::vector<PreviewRow> rows)
{
    QStringList brokers;
    for (const TopicPreview &preview : previews) {
        if (preview.before) // of a new topic there is nothing to show
            brokers << preview.broker.name.text();
    }
    if (brokers.size() < static_cast<qsizetype>(previews.size()) && !brokers.isEmpty()) {
        brokers.clear(); // some have it: then each has its column, so that values stand under their own broker
        for (const TopicPreview &preview : previews)
            brokers << preview.broker.name.text();
    }
    // the columns are the chosen brokers, so a choice has a model of its own
    auto *model = new TableModel<PreviewRow>(previewColumns(brokers), [](const PreviewRow &row) { return row.key; }, this);
    model->setRowTone([](const PreviewRow &row) { return row.changes == 0 ? Tone::Normal : row.changes < row.before.size() ? Tone::Warning : Tone::Ok; });
    model->setRows(std::move(rows));
    m_table->setTable(model);
    delete std::exchange(m_rows, model);
}

bool TopicDialog::retries(const std::vector<TopicPreview> &previews) const
{
    return !m_failed.empty() && !previews.empty()
        && std::all_of(previews.cbegin(), previews.cend(), [this](const TopicPreview &preview) { return std::find(m_failed.cbegin(), m_failed.cend(), preview.broker) != m_failed.cend(); });
}

QString TopicDialog::verbFor(const std::vector<TopicPreview> &previews) const
{
    const auto brokers = static_cast<int>(previews.size());
    if (retries(previews))
        return tr("Retry the %n that failed", nullptr, brokers);
    return creates() ? tr("Create on %n brokers", nullptr, brokers) : tr("Write to %n brokers", nullptr, brokers);
}

void TopicDialog::presentVerb(const std::vector<TopicPreview> &previews, int changes)
{
    const auto brokers = static_cast<int>(previews.size());
    const bool production = m_context.environment == Environment::Production;
    QString verb = verbFor(previews);
    if (production)
        verb = tr("%1 of %2", "a verb with its reach, the connection").arg(verb, shortened(m_context.connection));
    setVerb(verb, production ? Severity::Named : Severity::Reversible);
    setNameToType(tr("This is a production connection. Type the topic's name to write it."), topic().text());
    QStringList names;
    for (const TopicPreview &preview : previews)
        names << preview.broker.name.text();
    setCalls(brokers == 0 ? QString() : tr("%n calls: 17 to %1", nullptr, brokers).arg(names.join(QStringLiteral(", "))));
    setCommand(command(previews));
    setBlocked(blockedBy(previews, changes));
}

QString TopicDialog::blockedBy(const std::vector<TopicPreview> &previews, int changes) const
{
    if (m_context.readOnly)
        return tr("The profile is read-only");
    if (creates() && !protocol::checkNewTopic(topic()))
        return tr("Give the topic a name that may be created");
    if (previews.empty())
        return tr("Choose at least one broker");
    return changes == 0 && !creates() ? tr("Nothing changes") : QString();
}

} // namespace rocketdesk::ui
