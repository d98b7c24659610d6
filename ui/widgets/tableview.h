// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/tablecopy.h"

#include <QTableView>

#include <functional>

namespace rocketdesk::ui {

class TableBase;
class TableDelegate;
class TableHeader;
class Theme;

/// The table of every page: rows of one height, hairlines, no grid, whole rows selected, header menu, copy and export.
class TableView final : public QTableView
{
    Q_OBJECT

public:
    /// Adds the page's own actions before those that every table has.
    using MenuHook = std::function<void(QMenu &, const QModelIndex &)>;

    explicit TableView(Theme &theme, QWidget *parent = nullptr);
    ~TableView() override;

    /// `table` must outlive the view or be its child.
    void setTable(TableBase *table);
    [[nodiscard]] TableBase *table() const { return m_table; }
    void setMenuHook(MenuHook hook) { m_menuHook = std::move(hook); }
    void setStale(bool stale);
    /// Rows of 22 px as in docks instead of the theme's.
    void setDense(bool dense);
    /// As high as its rows: for short tables inside a dock or a dialog.
    void setFitsRows(bool fits);

    [[nodiscard]] QStringList selectedKeys() const;
    [[nodiscard]] QList<int> selectedRows() const; ///< in their order from the top
    [[nodiscard]] QString currentKey() const;
    bool selectKey(const QString &key); ///< false where no row shows it
    /// `1 of 1,284 selected · Σ lag 12,408`; empty where nothing is selected.
    [[nodiscard]] QString selectionSummary() const;

    void setColumnFiltersVisible(bool visible);
    [[nodiscard]] bool columnFiltersVisible() const;
    void fillColumnMenu(QMenu &menu); ///< which columns show, reset
    void resetColumns();
    /// Widths, order, hidden columns and sorting.
    [[nodiscard]] QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state); ///< false when it is not of this table
    void copySelection(CopyFormat format, bool withHeaders) const;
    void copyCurrentCell() const;
    /// Asks for a file and writes all rows that show, as CSV, JSON, Markdown or text by its ending.
    void exportRows();
    /// Writes to the file without asking; an empty result is success, else what went wrong.
    [[nodiscard]] QString exportTo(const QString &path) const;

Q_SIGNALS:
    void opened(const QString &key); ///< double-click, Enter
    void openedApart(const QString &key); ///< Ctrl+Enter
    void currentKeyChanged(const QString &key);
    void selectionSummaryChanged();
    void columnsChanged();
    void filterByValueRequested(const QString &text);
    void exportFailed(const QString &reason);
    /// First and last row in sight, after scrolling or resizing: lazy cells are asked in this order.
    void visibleRowsChanged(int first, int last);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void applySizes();
    void layOutColumns();
    void hoverRow(int row);
    void showHeaderMenu(const QPoint &at);
    void fillRowMenu(QMenu &menu, const QModelIndex &index);
    void updateVisibleRows();
    [[nodiscard]] QList<int> shownColumns() const;

    Theme &m_theme;
    TableBase *m_table = nullptr;
    TableDelegate *m_delegate;
    TableHeader *m_header;
    MenuHook m_menuHook;
    bool m_dense = false;
    bool m_fitsRows = false;
    bool m_layingOut = false;
};

} // namespace rocketdesk::ui
