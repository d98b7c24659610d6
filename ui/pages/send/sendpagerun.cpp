// SPDX-License-Identifier: Apache-2.0
// What the Send page does: asks where it has to, sends, and keeps what came of it.
#include "ui/common/runningcalls.h"
#include "ui/common/words.h"
#include "ui/pages/send/bodyeditor.h"
#include "ui/pages/send/sendform.h"
#include "ui/pages/send/sendpage.h"
#include "ui/pages/send/sendresult.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/label.h"

#include <QSpinBox>

#include <QDateTime>

namespace rocketdesk::ui {

namespace {

constexpr qint64 asksAbove = 1000; // messages of one series

QString shortResult(const Error &error)
{
    return error.code != 0 ? QStringLiteral("%1 (%2)").arg(kindName(error.kind)).arg(error.code) : words(error).sentence;
}

SendRecord recordOf(const SendDraft &sent)
{
    SendRecord record;
    record.at = QDateTime::currentMSecsSinceEpoch();
    record.topic = sent.topic;
    record.draft = sent;
    return record;
}

} // namespace

void SendPage::sendOnce()
{
    if (context().readOnly || m_series || !context().client)
        return;
    if (!check())
        return focusProblem();
    SendDraft once = draft();
    once.count = once.how == SendDraft::How::Batch ? once.perRequest : 1;
    confirm(once.count, [this, once] { once.how == SendDraft::How::Batch ? runSeries(once) : runOnce(once); });
}

void SendPage::focusProblem()
{
    if (!m_form->focusFirstProblem())
        m_body->focusText();
}

void SendPage::startSeries()
{
    if (context().readOnly || m_series || !context().client)
        return;
    if (!check())
        return focusProblem();
    confirm(m_count->value(), [this, sent = draft()] { runSeries(sent); });
}

/// More than a thousand, or anything on production, is asked first.
void SendPage::confirm(qint64 count, std::function<void()> run)
{
    const bool production = context().environment == Environment::Production;
    if (!production && count <= asksAbove)
        return run();
    auto *dialog = new ConfirmDialog(theme(), tr("Send to %1 on %2").arg(m_form->topic(), context().connection), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new Label(theme(), TextStyle::Body, Role::Text, tr("%Ln messages are stored on the brokers and delivered to every group that consumes the topic. They cannot be taken back.", nullptr, static_cast<int>(count)));
    text->setWordWrap(true);
    dialog->setContent(text);
    dialog->setVerb(production ? tr("Send %Ln messages to %1", nullptr, static_cast<int>(count)).arg(shortened(context().connection)) : tr("Send %Ln messages", nullptr, static_cast<int>(count)),
        ConfirmDialog::Severity::Dangerous, Icon::Send);
    connect(dialog, &ConfirmDialog::verbPressed, this, [dialog, run = std::move(run)] {
        dialog->accept();
        run();
    });
    dialog->open();
}

void SendPage::runOnce(const SendDraft &sent)
{
    m_sending = context().running.watch(client().send(sent.message(), sent.options()), tr("Sending to %1").arg(sent.topic), this,
        [this, sent](const Result<SendReceipt> &receipt) { takeReceipt(sent, receipt); });
}

void SendPage::takeReceipt(const SendDraft &sent, const Result<SendReceipt> &receipt)
{
    SendRecord record = recordOf(sent);
    if (receipt) {
        const bool placed = receipt->queueOffset.value() >= 0;
        record.tone = placed ? statusTone(receipt->status) : Tone::Normal;
        record.result = record.tone == Tone::Warning ? statusName(receipt->status) : placeText(*receipt);
        record.costMicros = receipt->cost.count() / 1000;
        record.messageId = receipt->messageId;
        record.queue = receipt->queue;
        record.offset = receipt->queueOffset.value();
        m_result->showReceipt(*receipt);
        if (receipt->createdTopic)
            readRoute();
    } else {
        record.tone = Tone::Error;
        record.result = shortResult(receipt.error());
        m_result->showError(words(receipt.error()));
    }
    keep(record);
}

void SendPage::runSeries(const SendDraft &sent)
{
    follow(client().startSeries(sent.plan()), sent);
}

void SendPage::follow(std::unique_ptr<RunningSeries> series, const SendDraft &sent)
{
    m_seriesDraft = sent;
    m_series = std::move(series);
    m_seriesEnd = Promise<void>();
    m_seriesEnd.onCancel([this] { stop(); });
    context().running.watch(m_seriesEnd.pending(), tr("Series to %1").arg(sent.topic), this, [](const Result<void> &) {});
    connect(m_series.get(), &RunningSeries::progressed, this, &SendPage::takeProgress);
    // it must not die in its own signal
    connect(m_series.get(), &RunningSeries::finished, this, &SendPage::takeSeriesEnd, Qt::QueuedConnection);
    updateButtons();
}

void SendPage::goOnFrom(Page &before)
{
    auto &page = static_cast<SendPage &>(before);
    setDraft(page.draft());
    if (!page.m_series)
        return;
    page.m_series->disconnect(&page);
    page.m_seriesEnd.finish({});
    follow(std::move(page.m_series), page.m_seriesDraft);
    takeProgress(m_series->progress());
    if (!m_series->isRunning())
        takeSeriesEnd(m_series->progress()); // its last word was on the way to the other page
}

void SendPage::takeProgress(const SeriesProgress &progress)
{
    m_result->showSeries(progress, m_seriesDraft.perSecond);
    setStatusText(tr("Sending %1/s to %2").arg(format::number(qRound64(progress.perSecond)), m_seriesDraft.topic));
    Q_EMIT writingChanged();
}

QString SendPage::writing() const
{
    if (!m_series)
        return {};
    return tr("A series to %1 on %2 is running: %3 of %4 messages are sent.")
        .arg(m_seriesDraft.topic, context().connection, format::number(m_series->progress().sent), format::number(m_seriesDraft.count));
}

void SendPage::takeSeriesEnd(const SeriesProgress &last)
{
    const SeriesProgress progress = last; // it may be the series' own
    m_result->showSeries(progress, m_seriesDraft.perSecond);
    m_series.reset();
    m_seriesEnd.finish({});
    setStatusText({});
    if (progress.createdTopic)
        readRoute();
    SendRecord record = recordOf(m_seriesDraft);
    record.tone = progress.failed > 0 ? Tone::Error : progress.state == SeriesProgress::State::Stopped ? Tone::Warning : Tone::Ok;
    record.result = progress.failed > 0 ? tr("%1 sent, %2 failed").arg(format::number(progress.sent), format::number(progress.failed))
                                        : tr("%1 of %2 sent").arg(format::number(progress.sent), format::number(progress.wanted));
    record.costMicros = progress.p50.count() / 1000;
    keep(record);
    updateButtons();
    Q_EMIT writingChanged();
}

void SendPage::keep(const SendRecord &record)
{
    m_store.add(record);
    m_result->setHistory(m_store.history());
    if (const auto saved = m_store.saveHistory(); !saved)
        setStatusText(tr("The history could not be kept: %1").arg(saved.error().remark));
}

void SendPage::openRecord(const SendRecord &record)
{
    if (!record.queue || record.offset < 0)
        return;
    Q_EMIT openRequested({QStringLiteral("live"), record.topic, {{QStringLiteral("broker"), record.queue->broker.text()},
        {QStringLiteral("queue"), record.queue->id.value()}, {QStringLiteral("offset"), record.offset}}});
}

void SendPage::stop()
{
    if (m_series)
        m_series->stop();
}

void SendPage::cancelRunning()
{
    stop();
    m_sending.cancel();
}

} // namespace rocketdesk::ui
