// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/cluster/runtimerows.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace rocketdesk::ui {

class ChipBar;
class FilterField;
class StatePane;
class TableView;

/// What one broker tells of itself, below the table of brokers: runtime values, settings, and its settings beside another's.
class BrokerDetail final : public QWidget
{
    Q_OBJECT

public:
    enum class Tab { Runtime, Settings, Comparison };

    explicit BrokerDetail(Theme &theme, QWidget *parent = nullptr);

    /// The broker's runtime values now, and what they were at the refresh before.
    void showRuntime(const BrokerRef &broker, const QMap<QString, QString> &now, const QMap<QString, QString> &before);
    void showSettings(const BrokerSettings &settings);
    void showComparison(const BrokerRef &a, const BrokerRef &b, const std::vector<SettingPair> &pairs);
    /// Instead of what a tab would show: nothing known of this broker, and why.
    void showFailure(Tab tab, const Error &error);
    void showLoading(Tab tab, const QString &what);
    void showHint(Tab tab, const QString &title, const QString &text);
    void setCurrentTab(Tab tab);
    [[nodiscard]] Tab currentTab() const;
    [[nodiscard]] QPushButton *compareButton() const { return m_compare; }
    [[nodiscard]] FilterField *filterField() const { return m_filter; }

Q_SIGNALS:
    void currentTabChanged();
    void againRequested(); ///< *Ask again* of a tab that failed

private:
    /// A tab is its table, or the pane that stands for it.
    struct Sheet {
        QStackedWidget *stack;
        TableView *table;
        StatePane *pane;
    };

    [[nodiscard]] Sheet makeSheet(const QString &name);
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QWidget *makeComparison();
    [[nodiscard]] const Sheet &sheet(Tab tab) const;
    void applyFilter();
    void showOnlyDifferences();
    void tellWhyNoneCompare();
    void hideHeadingsWhenSorted();

    Theme &m_theme;
    QTabBar *m_tabs;
    FilterField *m_filter;
    QPushButton *m_compare;
    ChipBar *m_chips;
    QStackedWidget *m_stack;
    Sheet m_runtimeSheet;
    Sheet m_settingsSheet;
    Sheet m_comparisonSheet;
    TableModel<RuntimeRow> *m_runtime;
    TableModel<SettingRow> *m_settings;
    TableModel<SettingPair> *m_comparison = nullptr;
};

} // namespace rocketdesk::ui
