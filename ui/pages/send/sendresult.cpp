// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/send/sendresult.h"

#include "ui/common/words.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>

namespace rocketdesk::ui {

namespace {

QString milliseconds(double micros)
{
    return format::decimal(micros / 1000.0);
}

QString milliseconds(std::chrono::nanoseconds time)
{
    return milliseconds(static_cast<double>(time.count()) / 1000.0);
}

} // namespace

QString statusName(commands::SendStatus status)
{
    switch (status) {
    case commands::SendStatus::SendOk: return QStringLiteral("SEND_OK");
    case commands::SendStatus::FlushDiskTimeout: return QStringLiteral("FLUSH_DISK_TIMEOUT");
    case commands::SendStatus::FlushSlaveTimeout: return QStringLiteral("FLUSH_SLAVE_TIMEOUT");
    case commands::SendStatus::SlaveNotAvailable: return QStringLiteral("SLAVE_NOT_AVAILABLE");
    }
    return {};
}

Tone statusTone(commands::SendStatus status)
{
    return status == commands::SendStatus::SendOk ? Tone::Ok : Tone::Warning;
}

QString placeText(const SendReceipt &receipt)
{
    const QString queue = QStringLiteral("%1 / %2").arg(receipt.queue.broker.text()).arg(receipt.queue.id.value());
    return receipt.queueOffset.value() < 0 ? queue : QStringLiteral("%1 · %2").arg(queue, format::number(receipt.queueOffset.value()));
}

SendResult::SendResult(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_series(new QWidget(this))
    , m_state(new Label(theme, TextStyle::Small, Role::Accent, {}, m_series))
    , m_counts(new Label(theme, TextStyle::Body, Role::Text, {}, m_series))
    , m_rate(new Label(theme, TextStyle::Small, Role::Text2, {}, m_series))
    , m_failures(new Label(theme, TextStyle::Small, Role::ErrorText, {}, m_series))
    , m_progress(new QProgressBar(m_series))
    , m_facts(new FactsGrid(theme, this))
    , m_open(makeButton(theme, tr("Open message"), Icon::File, ButtonLook::Plain, this))
    , m_history(new TableModel<HistoryRow>(columns(), [](const HistoryRow &row) { return QString::number(row.index); }, this))
    , m_table(new TableView(theme, this))
{
    layOutSeries(theme);
    layOut(theme);
    setUpHistory();
    m_open->hide();
    m_facts->setFact(tr("Status"), tr("nothing sent yet"), Tone::Faint);
    connect(m_open, &QPushButton::clicked, this, &SendResult::openMessageRequested);
}

void SendResult::layOutSeries(Theme &theme)
{
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(theme, TextStyle::SmallStrong, Role::Text, tr("Series"), m_series));
    head->addWidget(m_state);
    head->addStretch();
    head->addWidget(m_counts);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(4);
    m_progress->setAccessibleName(tr("Sent of the series"));
    m_failures->setWordWrap(true);
    m_rate->setMarkup(true);
    m_rate->setWordWrap(true);
    auto *series = new QVBoxLayout(m_series);
    series->setContentsMargins(14, 8, 14, 8);
    series->addLayout(head);
    for (QWidget *widget : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_rate), static_cast<QWidget *>(m_failures)})
        series->addWidget(widget);
    m_series->hide();
}

void SendResult::layOut(Theme &theme)
{
    auto *open = new QHBoxLayout;
    open->setContentsMargins(14, 0, 14, 0); // under the facts, which have margins of their own
    open->addWidget(m_open);
    open->addStretch();
    auto *last = new QVBoxLayout;
    last->setContentsMargins(0, 0, 0, 8);
    last->setSpacing(0);
    last->addWidget(m_facts);
    last->addLayout(open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_series);
    column->addLayout(last);
    column->addWidget(makeLine(theme, Qt::Horizontal, this));
    column->addLayout(historyHeading(theme));
    column->addWidget(m_table, 1);
}

QHBoxLayout *SendResult::historyHeading(Theme &theme)
{
    auto *clear = makeButton(theme, tr("Clear"), Icon::Clear, ButtonLook::Flat, this);
    connect(clear, &QPushButton::clicked, this, &SendResult::clearRequested);
    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(14, 4, 8, 4);
    heading->addWidget(new Label(theme, TextStyle::SmallStrong, Role::Text, tr("History"), this));
    heading->addStretch();
    heading->addWidget(clear);
    return heading;
}

void SendResult::setUpHistory()
{
    m_table->setTable(m_history);
    m_table->setAccessibleName(tr("History"));
    m_table->setMenuHook([this](QMenu &menu, const QModelIndex &index) {
        const int record = m_history->row(index.row()).index;
        menu.addAction(m_theme.icon(Icon::Edit), tr("Put into the form"), this, [this, record] { Q_EMIT againRequested(record); });
        menu.addAction(m_theme.icon(Icon::File), tr("Open message"), this, [this, record] { Q_EMIT openRecordRequested(record); })->setEnabled(m_history->row(index.row()).record.offset >= 0);
    });
    connect(m_table, &TableView::opened, this, [this](const QString &key) { Q_EMIT againRequested(key.toInt()); });
}

/// The offset is what a row is for: the broker's name gives way to it.
QString SendResult::shortResult(const HistoryRow &row)
{
    constexpr qsizetype mostLetters = 8;
    const QString &result = row.record.result;
    const qsizetype end = result.indexOf(QStringLiteral(" / "));
    if (row.record.tone != Tone::Ok || end < 0)
        return result;
    const QString broker = shortBroker(result.left(end));
    return (broker.size() > mostLetters ? u'…' + broker.right(mostLetters - 1) : broker) + result.mid(end);
}

std::vector<Column<SendResult::HistoryRow>> SendResult::columns() const
{
    return {
        {.id = QStringLiteral("sent"), .title = tr("Sent"), .kind = ColumnKind::Time, .width = 100, .value = [](const HistoryRow &row) -> SortValue { return row.record.at; }},
        {.id = QStringLiteral("result"), .title = tr("Result"), .kind = ColumnKind::State, .width = 150, .flexible = true,
            .text = shortResult, .tone = [](const HistoryRow &row) { return row.record.tone; }, .cellTooltip = [](const HistoryRow &row) { return row.record.result; }},
        {.id = QStringLiteral("topic"), .title = tr("Topic"), .kind = ColumnKind::Name, .width = 140, .hidden = true, .text = [](const HistoryRow &row) { return row.record.topic; }},
        {.id = QStringLiteral("cost"), .title = tr("ms"), .kind = ColumnKind::Number, .width = 52,
            .text = [](const HistoryRow &row) { return milliseconds(static_cast<double>(row.record.costMicros)); }, .value = [](const HistoryRow &row) -> SortValue { return row.record.costMicros; }},
    };
}

void SendResult::showReceipt(const SendReceipt &receipt)
{
    const bool placed = receipt.queueOffset.value() >= 0;
    m_facts->clear();
    m_facts->setFact(tr("Status"), placed ? statusName(receipt.status) : tr("on its way, one-way: the broker does not answer"), placed ? statusTone(receipt.status) : Tone::Normal);
    m_facts->setFact(tr("Unique id"), receipt.messageId, Tone::Normal, true);
    m_facts->setFact(tr("Offset id"), receipt.offsetMessageId, Tone::Normal, true);
    m_facts->setFact(tr("Queue, offset"), placeText(receipt));
    m_facts->setFact(tr("Cost"), receipt.tries > 1 ? tr("%1 ms, %2 tries").arg(milliseconds(receipt.cost)).arg(receipt.tries) : tr("%1 ms").arg(milliseconds(receipt.cost)));
    m_facts->setFact(tr("Topic"), receipt.createdTopic ? tr("created by the broker") : QString());
    m_open->setVisible(placed);
}

void SendResult::showError(const ErrorText &text)
{
    m_facts->clear();
    m_facts->setFact(tr("Status"), text.sentence, Tone::Error);
    m_facts->setFact(tr("Why"), text.reason);
    m_facts->setFact(tr("What to do"), text.wayOut);
    m_open->hide();
}

void SendResult::showSeries(const SeriesProgress &progress, double wantedPerSecond)
{
    using State = SeriesProgress::State;
    const qint64 done = progress.sent + progress.failed;
    m_series->show();
    m_state->setText(progress.state == State::Running ? tr("running") : progress.state == State::Finished ? tr("finished") : tr("stopped"));
    m_counts->setText(tr("%1 / %2").arg(format::number(done), format::number(progress.wanted)));
    m_progress->setRange(0, 1000);
    m_progress->setValue(progress.wanted > 0 ? static_cast<int>(1000 * done / progress.wanted) : 0);
    const double rate = progress.state == State::Running ? progress.perSecond : progress.perSecondOverall;
    QString speed = wantedPerSecond > 0 ? tr("**%1/s** of %2/s wanted").arg(format::number(qRound64(rate)), format::decimal(wantedPerSecond, 0)) : tr("**%1/s**").arg(format::number(qRound64(rate)));
    speed += tr(" · p50 %1 ms · p99 %2 ms").arg(milliseconds(progress.p50), milliseconds(progress.p99));
    if (progress.state == State::Stopped && progress.waiting > 0)
        speed += tr(" · %1 unanswered: stored or not").arg(format::number(progress.waiting));
    m_rate->setText(speed);
    QStringList failures;
    for (const SeriesProgress::Failures &failure : progress.failures)
        failures << tr("%1 failed: %2").arg(format::number(failure.count), words(failure.first).sentence);
    m_failures->setText(failures.join(u'\n'));
    m_failures->setVisible(!failures.isEmpty());
}

void SendResult::setHistory(const std::deque<SendRecord> &history)
{
    std::vector<HistoryRow> rows;
    rows.reserve(history.size());
    for (const SendRecord &record : history)
        rows.push_back({static_cast<int>(rows.size()), record});
    m_history->setRows(std::move(rows));
}

} // namespace rocketdesk::ui
