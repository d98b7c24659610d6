// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/calllog/calldetail.h"

#include "ui/common/words.h"
#include "ui/pages/calllog/callwords.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QVBoxLayout>

namespace rocketdesk::ui {

namespace {

Label *addLine(Theme &theme, QVBoxLayout &column, TextStyle style, Role role)
{
    auto *label = new Label(theme, style, role);
    label->setWordWrap(true);
    column.addWidget(label);
    return label;
}

} // namespace

CallDetail::CallDetail(Theme &theme, QStringList pages, QWidget *parent)
    : QWidget(parent)
    , m_pages(std::move(pages))
    , m_facts(new FactsGrid(theme, this))
    , m_error(new QWidget(this))
    , m_table(new TableView(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(0);
    auto *meaning = new QVBoxLayout;
    meaning->setContentsMargins(14, 0, 14, 0); // as the facts have
    m_meaning = addLine(theme, *meaning, TextStyle::Small, Role::Text2);
    column->addLayout(meaning);
    column->addWidget(m_facts);
    column->addWidget(m_error);
    auto *words = new QVBoxLayout(m_error);
    words->setContentsMargins(14, 0, 14, 10);
    words->setSpacing(6);
    m_sentence = addLine(theme, *words, TextStyle::SmallStrong, Role::Text);
    m_reason = addLine(theme, *words, TextStyle::Small, Role::Text2);
    m_wayOut = addLine(theme, *words, TextStyle::Small, Role::Text);
    column->addWidget(makeLine(theme, Qt::Horizontal, this));
    m_fields = new TableModel<Field>(
        {{.id = QStringLiteral("name"), .title = tr("Request field"), .kind = ColumnKind::Mono, .width = 150, .text = [](const Field &field) { return field.name; }},
            {.id = QStringLiteral("value"), .title = tr("Value"), .kind = ColumnKind::Mono, .width = 200, .flexible = true, .text = [](const Field &field) { return field.value; }}},
        [](const Field &field) { return field.name; }, this);
    m_table->setDense(true);
    m_table->setTable(m_fields);
    m_table->setAccessibleName(tr("Fields of the request"));
    column->addWidget(m_table, 1);
}

void CallDetail::show(const CallRecord &call, const rocketdesk::Client::CallDetail &detail)
{
    m_text = QString::fromUtf8(call.name) + u'\n';
    const QString meaning = callwords::meaning(call.code);
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    showFacts(call);
    showError(call, detail.remark);
    showFields(call, detail.fields);
}

void CallDetail::fact(const QString &label, const QString &value, Tone tone, bool mono)
{
    m_facts->setFact(label, value, tone, mono);
    if (!value.isEmpty())
        m_text += QStringLiteral("%1: %2\n").arg(label, value);
}

void CallDetail::showFacts(const CallRecord &call)
{
    const bool ended = call.cost.count() >= 0;
    fact(tr("Answer"), callwords::answer(call), callwords::tone(call));
    fact(tr("Address"), call.address.toString(), Tone::Normal, true);
    fact(tr("Started"), format::fullTime(call.startedMs));
    fact(tr("Took"), ended ? tr("%1 ms").arg(format::decimal(std::chrono::duration<double, std::milli>(call.cost).count(), 2)) : QString());
    fact(tr("Sent"), call.bytesOut > 0 ? format::bytes(call.bytesOut) : QString());
    fact(tr("Received"), call.bytesIn > 0 ? format::bytes(call.bytesIn) : QString());
    fact(tr("Asked by"), callwords::origin(call.origin, m_pages));
    fact(tr("Changes something"), callwords::changing(call) ? tr("Yes") : QString());
}

void CallDetail::showError(const CallRecord &call, const QString &remark)
{
    const bool wrong = callwords::failed(call);
    m_error->setVisible(wrong);
    if (!wrong)
        return;
    const ErrorText text = words(callwords::error(call, remark));
    const std::pair<Label *, QString> lines[] = {{m_sentence, text.sentence}, {m_reason, text.reason}, {m_wayOut, text.wayOut}};
    for (const auto &[label, line] : lines) {
        label->setText(line);
        label->setVisible(!line.isEmpty());
        if (!line.isEmpty())
            m_text += line + u'\n';
    }
}

void CallDetail::showFields(const CallRecord &call, const QByteArray &fields)
{
    std::vector<Field> rows = {
        {QStringLiteral("code"), QStringLiteral("%1 %2").arg(call.code).arg(QString::fromUtf8(call.name))},
        {QStringLiteral("opaque"), QString::number(call.opaque)},
    };
    const QList<QByteArray> lines = fields.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype at = line.indexOf('=');
        if (at > 0)
            rows.push_back({QString::fromUtf8(line.left(at)), QString::fromUtf8(line.mid(at + 1))});
    }
    for (const Field &row : rows)
        m_text += QStringLiteral("%1=%2\n").arg(row.name, row.value);
    m_fields->setRows(std::move(rows));
}

} // namespace rocketdesk::ui
