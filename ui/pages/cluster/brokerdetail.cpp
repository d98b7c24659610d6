// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/cluster/brokerdetail.h"

#include "ui/common/words.h"
#include "ui/pages/cluster/brokerrows.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

namespace rocketdesk::ui {

namespace {

const QString allChip = QStringLiteral("all");
const QString differentChip = QStringLiteral("different");

} // namespace

BrokerDetail::BrokerDetail(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new QTabBar(this))
    , m_filter(new FilterField(theme, tr("Filter values"), this))
    , m_compare(makeButton(theme, tr("Compare with…"), Icon::Compare, ButtonLook::Plain, this))
    , m_chips(new ChipBar(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_runtimeSheet(makeSheet(tr("Runtime values")))
    , m_settingsSheet(makeSheet(tr("Settings")))
    , m_comparisonSheet(makeSheet(tr("Comparison of settings")))
    , m_runtime(new TableModel<RuntimeRow>(runtimeColumns(), runtimeKey, this))
    , m_settings(new TableModel<SettingRow>(settingColumns(), [](const SettingRow &row) { return row.key; }, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(makeLine(theme, Qt::Horizontal, this));
    column->addWidget(m_stack, 1);
    m_runtime->setHeading([](const RuntimeRow &row) { return row.heading; });
    m_runtimeSheet.table->setTable(m_runtime);
    m_settingsSheet.table->setTable(m_settings);
    m_stack->addWidget(m_runtimeSheet.stack);
    m_stack->addWidget(m_settingsSheet.stack);
    m_stack->addWidget(makeComparison());
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        Q_EMIT currentTabChanged();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &BrokerDetail::applyFilter);
    connect(m_chips, &ChipBar::currentChanged, this, &BrokerDetail::showOnlyDifferences);
    connect(m_runtime, &TableBase::sortChanged, this, &BrokerDetail::hideHeadingsWhenSorted);
}

BrokerDetail::Sheet BrokerDetail::makeSheet(const QString &name)
{
    const Sheet made{new QStackedWidget(this), new TableView(m_theme), new StatePane(m_theme)};
    made.stack->addWidget(made.table);
    made.stack->addWidget(made.pane);
    made.table->setAccessibleName(name);
    connect(made.table, &TableView::filterByValueRequested, m_filter, &QLineEdit::setText);
    return made;
}

QWidget *BrokerDetail::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(m_theme.scaled(38));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 0, 12, 0);
    row->setSpacing(8);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (const QString &title : {tr("Runtime values"), tr("Settings"), tr("Comparison")})
        m_tabs->addTab(title);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_filter);
    row->addWidget(m_compare);
    return bar;
}

QWidget *BrokerDetail::makeComparison()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    m_chips->addChip(differentChip, tr("Different"));
    m_chips->addChip(allChip, tr("All settings"));
    row->addWidget(m_chips, 1);
    column->addLayout(row);
    column->addWidget(m_comparisonSheet.stack, 1);
    return page;
}

const BrokerDetail::Sheet &BrokerDetail::sheet(Tab tab) const
{
    return tab == Tab::Runtime ? m_runtimeSheet : tab == Tab::Settings ? m_settingsSheet : m_comparisonSheet;
}

void BrokerDetail::showRuntime(const BrokerRef &broker, const QMap<QString, QString> &now, const QMap<QString, QString> &before)
{
    m_runtime->setTitle(QStringLiteral("now"), brokerTitle(broker));
    m_runtime->setRows(runtimeRows(explainRuntime(now, before)));
    m_runtimeSheet.stack->setCurrentWidget(m_runtimeSheet.table);
}

void BrokerDetail::showSettings(const BrokerSettings &settings)
{
    m_settings->setRows(settingRows(settings));
    m_settingsSheet.stack->setCurrentWidget(m_settingsSheet.table);
}

void BrokerDetail::showComparison(const BrokerRef &a, const BrokerRef &b, const std::vector<SettingPair> &pairs)
{
    // the titles of the columns are the brokers' names, so every pair has a model of its own
    auto *model = new TableModel<SettingPair>(comparisonColumns(brokerTitle(a), brokerTitle(b)), [](const SettingPair &row) { return row.key; }, this);
    model->setRows(pairs);
    m_comparisonSheet.table->setTable(model);
    delete std::exchange(m_comparison, model);
    m_chips->setCount(differentChip, model->countIf([](const SettingPair &row) { return row.differs; }));
    m_chips->setCount(allChip, model->storedCount());
    m_comparisonSheet.stack->setCurrentWidget(m_comparisonSheet.table);
    showOnlyDifferences();
    applyFilter();
}

void BrokerDetail::showFailure(Tab tab, const Error &error)
{
    const ErrorText text = words(error);
    StatePane *pane = sheet(tab).pane;
    pane->showFailed(text.sentence, sentences({text.reason, text.wayOut}));
    connect(pane->addButton(tr("Ask again"), Icon::Refresh), &QPushButton::clicked, this, &BrokerDetail::againRequested);
    sheet(tab).stack->setCurrentWidget(pane);
}

void BrokerDetail::showLoading(Tab tab, const QString &what)
{
    sheet(tab).pane->showLoading(what);
    sheet(tab).stack->setCurrentWidget(sheet(tab).pane);
}

void BrokerDetail::showHint(Tab tab, const QString &title, const QString &text)
{
    sheet(tab).pane->showIdle(Icon::Compare, title, text);
    sheet(tab).stack->setCurrentWidget(sheet(tab).pane);
}

void BrokerDetail::setCurrentTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

BrokerDetail::Tab BrokerDetail::currentTab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void BrokerDetail::applyFilter()
{
    const QString text = m_filter->text();
    m_runtime->setFilterText(text);
    m_settings->setFilterText(text);
    if (m_comparison)
        m_comparison->setFilterText(text);
    m_filter->setError(m_runtime->filterError());
    tellWhyNoneCompare();
}

void BrokerDetail::showOnlyDifferences()
{
    if (!m_comparison)
        return;
    const bool only = m_chips->current() == differentChip;
    m_comparison->setPredicate([only](const SettingPair &row) { return !only || row.differs; });
    tellWhyNoneCompare();
}

void BrokerDetail::tellWhyNoneCompare()
{
    const bool same = m_comparison && m_comparison->countIf([](const SettingPair &row) { return row.differs; }) == 0 && m_filter->text().isEmpty();
    m_comparisonSheet.table->setNoneText(same ? tr("Both brokers have the same settings") : QString());
}

void BrokerDetail::hideHeadingsWhenSorted()
{
    const bool sorted = !m_runtime->sortKeys().isEmpty();
    m_runtime->setPredicate([sorted](const RuntimeRow &row) { return !sorted || !row.heading; });
}

} // namespace rocketdesk::ui
