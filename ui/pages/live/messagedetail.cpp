// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live/messagedetail.h"

#include "client/protocol/compression.h"
#include "client/protocol/propertynames.h"
#include "client/protocol/sysflag.h"
#include "ui/common/words.h"
#include "ui/widgets/bodyview.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QCoreApplication>
#include <QSplitter>
#include <QVBoxLayout>

namespace rocketdesk::ui {

namespace {

/// lupdate files the texts of a free function under its namespace.
QString tr(const char *text)
{
    return QCoreApplication::translate("rocketdesk::ui", text);
}

std::vector<Column<PropertyRow>> propertyColumns()
{
    return {
        {.id = QStringLiteral("name"), .title = tr("Property"), .kind = ColumnKind::Mono, .width = 124, .text = [](const PropertyRow &row) { return row.name; }},
        {.id = QStringLiteral("value"), .title = tr("Value"), .kind = ColumnKind::Mono, .width = 170, .flexible = true, .text = [](const PropertyRow &row) { return row.value; }},
        {.id = QStringLiteral("meaning"), .title = tr("Meaning"), .width = 140, .flexible = true, .text = [](const PropertyRow &row) { return row.meaning; },
            .tone = [](const PropertyRow &) { return Tone::Muted; }, .cellTooltip = [](const PropertyRow &row) { return row.meaning; }},
    };
}

PropertyRow headingRow(const QString &title)
{
    PropertyRow row;
    row.name = title;
    row.heading = true;
    return row;
}

QString transactionWord(int sysFlag)
{
    switch (protocol::sysflag::transactionOf(sysFlag)) {
    case protocol::sysflag::TransactionPrepared: return tr("half message");
    case protocol::sysflag::TransactionCommit: return tr("committed transaction");
    case protocol::sysflag::TransactionRollback: return tr("rolled back transaction");
    default: return {};
    }
}

} // namespace

std::vector<PropertyRow> propertyRows(const protocol::Properties &properties)
{
    std::vector<PropertyRow> senders;
    std::vector<PropertyRow> systems;
    for (const protocol::Property &property : properties) {
        const protocol::PropertyMeaning *known = protocol::propertyMeaning(property.name);
        const QString meaning = known ? QCoreApplication::translate("PropertyMeaning", known->meaning) : tr("user property");
        (known ? systems : senders).push_back({property.name, property.value, meaning, false});
    }
    std::vector<PropertyRow> rows;
    if (!senders.empty()) {
        rows.push_back(headingRow(tr("Set by the sender")));
        rows.insert(rows.end(), senders.cbegin(), senders.cend());
    }
    if (!systems.empty()) {
        rows.push_back(headingRow(tr("Known to RocketMQ")));
        rows.insert(rows.end(), systems.cbegin(), systems.cend());
    }
    return rows;
}

QString flagWords(const protocol::StoredMessage &message)
{
    QStringList words{format::bytes(message.storeSize)};
    if (message.isCompressed()) {
        const auto type = protocol::compressionOfSysFlag(message.sysFlag);
        words << tr("%1, %2 on the wire").arg(protocol::compressionName(type.value_or(protocol::Compression::Zlib)), format::bytes(message.body.size()));
    }
    if (const QString transaction = transactionWord(message.sysFlag); !transaction.isEmpty())
        words << transaction;
    if (message.reconsumeTimes > 0)
        words << tr("delivered again %1 times").arg(format::number(message.reconsumeTimes));
    if (message.flag != 0)
        words << tr("flag %1").arg(message.flag);
    return words.join(QStringLiteral(" · "));
}

QString messageTitle(const protocol::StoredMessage &message)
{
    const QStringList keys = message.keys();
    return keys.isEmpty() ? message.messageId() : keys.first();
}

MessageDetail::MessageDetail(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_facts(new FactsGrid(theme, this))
    , m_fault(new Label(theme, TextStyle::Small, Role::ErrorText, {}, this))
    , m_bodyView(new BodyView(theme, this))
    , m_count(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
    , m_properties(new TableModel<PropertyRow>(propertyColumns(), [](const PropertyRow &row) { return row.name; }, this))
    , m_table(new TableView(theme, this))
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_bodyView);
    splitter->addWidget(makeProperties(theme));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFacts());
    column->addWidget(makeLine(theme, Qt::Horizontal, this));
    column->addWidget(splitter, 1);
    connect(m_bodyView, &BodyView::formChosen, this, [this](const QString &form) {
        if (m_message)
            m_forms.insert(m_message->topic.text(), form);
    });
}

QWidget *MessageDetail::makeFacts()
{
    auto *facts = new QWidget(this);
    auto *factsColumn = new QVBoxLayout(facts);
    factsColumn->setContentsMargins(0, 2, 0, 4);
    factsColumn->addWidget(m_facts);
    auto *fault = new QHBoxLayout;
    fault->setContentsMargins(14, 0, 14, 0); // as the facts have
    fault->addWidget(m_fault);
    factsColumn->addLayout(fault);
    m_fault->setWordWrap(true);
    m_fault->hide();
    return facts;
}

QWidget *MessageDetail::makeProperties(Theme &theme)
{
    auto *below = new QWidget(this);
    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(14, 6, 14, 6);
    heading->setSpacing(8);
    heading->addWidget(new Label(theme, TextStyle::SmallStrong, Role::Text, tr("Properties"), below));
    heading->addWidget(m_count);
    heading->addStretch();
    auto *belowColumn = new QVBoxLayout(below);
    belowColumn->setContentsMargins(0, 0, 0, 0);
    belowColumn->setSpacing(0);
    belowColumn->addLayout(heading);
    belowColumn->addWidget(m_table, 1);
    m_properties->setHeading([](const PropertyRow &row) { return row.heading; });
    m_table->setDense(true);
    m_table->setTable(m_properties);
    m_table->setAccessibleName(tr("Properties"));
    return below;
}

void MessageDetail::setMessage(const Message &message)
{
    m_message = message;
    showFacts();
    showBody();
    const protocol::Properties properties = message->allProperties();
    m_count->setText(format::number(properties.size()));
    m_properties->setRows(propertyRows(properties));
}

void MessageDetail::showFacts()
{
    const protocol::StoredMessage &message = *m_message;
    const qint64 difference = message.storeTimestamp - message.bornTimestamp;
    const QString after = difference >= 0 ? tr("%1 after it was born").arg(format::duration(difference)) : tr("%1 before it was born, by the sender's clock").arg(format::duration(-difference));
    m_facts->clear();
    m_facts->setFact(tr("Topic"), message.topic.text());
    m_facts->setFact(tr("Queue, offset"), QStringLiteral("%1 / %2 · %3").arg(message.brokerName.text()).arg(message.queueId.value()).arg(format::number(message.queueOffset.value())));
    m_facts->setFact(tr("Stored"), QStringLiteral("%1 · %2").arg(format::fullTime(message.storeTimestamp), after));
    m_facts->setFact(tr("Born"), QStringLiteral("%1 · %2").arg(format::fullTime(message.bornTimestamp), message.bornHost.toString()));
    m_facts->setFact(tr("Unique id"), message.messageId(), Tone::Normal, true);
    m_facts->setFact(tr("Size, flags"), flagWords(message));
}

void MessageDetail::showBody()
{
    const auto decoded = protocol::decodedBody(*m_message);
    m_fault->setVisible(!decoded);
    if (!decoded)
        m_fault->setText(tr("The body does not decompress and is shown as it is stored. %1").arg(words(decoded.error()).line()));
    m_body = decoded ? decoded->toByteArray() : m_message->body.toByteArray();
    m_bodyView->setBody(m_body);
    if (const QString form = m_forms.value(m_message->topic.text()); !form.isEmpty())
        m_bodyView->setForm(form);
}

} // namespace rocketdesk::ui
