// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/send/sendstore.h"

#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QPushButton;

namespace rocketdesk::ui {

class FactsGrid;
class Label;
class TableView;
class Theme;

/// Name of a status, and whether it is well: the broker has stored the message in each of them.
[[nodiscard]] QString statusName(commands::SendStatus status);
[[nodiscard]] Tone statusTone(commands::SendStatus status);
/// "broker-a / 5 · 14,889,002".
[[nodiscard]] QString placeText(const SendReceipt &receipt);

/// What came of it: the series that runs, the last answer, and everything that was sent before.
class SendResult final : public QWidget
{
    Q_OBJECT

public:
    explicit SendResult(Theme &theme, QWidget *parent = nullptr);

    void showReceipt(const SendReceipt &receipt);
    void showError(const ErrorText &text);
    void showSeries(const SeriesProgress &progress, double wantedPerSecond);
    void setHistory(const std::deque<SendRecord> &history);

Q_SIGNALS:
    void openMessageRequested(); ///< of the last receipt
    void againRequested(int record); ///< index in the history
    void openRecordRequested(int record);
    void clearRequested();

private:
    struct HistoryRow {
        int index = 0;
        SendRecord record;
    };

    void layOut(Theme &theme);
    void layOutSeries(Theme &theme);
    [[nodiscard]] QHBoxLayout *historyHeading(Theme &theme);
    void setUpHistory();
    [[nodiscard]] static QString shortResult(const HistoryRow &row);
    [[nodiscard]] std::vector<Column<HistoryRow>> columns() const;

    Theme &m_theme;
    QWidget *m_series;
    Label *m_state;
    Label *m_counts;
    Label *m_rate;
    Label *m_failures;
    QProgressBar *m_progress;
    FactsGrid *m_facts;
    QPushButton *m_open;
    TableModel<HistoryRow> *m_history;
    TableView *m_table;
};

} // namespace rocketdesk::ui
