// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/rowview.h"

#include <functional>

namespace rocketdesk::ui {

class TableBase;

/// The table of nearly every page: sorted and filtered by its TableBase, with header menu, copy and export.
class TableView final : public RowView
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
    /// `last` adds what stands under everything else: changes, and deleting at the very end.
    void setMenuHook(MenuHook hook, MenuHook last = {})
    {
        m_menuHook = std::move(hook);
        m_lastMenuHook = std::move(last);
    }
    /// Rows of 22 px as in docks instead of the theme's.
    void setDense(bool dense);
    /// As high as its rows: for short tables inside a dock or a dialog.
    void setFitsRows(bool fits);

    [[nodiscard]] QStringList selectedKeys() const;
    [[nodiscard]] QString currentKey() const;
    bool selectKey(const QString &key); ///< false where no row shows it
    /// `1 of 1,284 selected · Σ lag 12,408`; of the rows that show; empty where nothing is selected.
    [[nodiscard]] QString selectionSummary() const;

    void setColumnFiltersVisible(bool visible);
    [[nodiscard]] bool columnFiltersVisible() const;
    void fillColumnMenu(QMenu &menu); ///< with reset
    void openMenu(); ///< of the current row, as the Menu key does
    void resetColumns();
    /// Widths, order, hidden columns and sorting.
    [[nodiscard]] QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state); ///< false when it is not of this table
    void copySelection(CopyFormat format, bool withHeaders) const override;
    void copyCurrentCell() const;
    /// Asks for a file and writes all rows that show, as CSV, JSON, Markdown or text by its ending.
    void exportRows();
    /// Writes to the file without asking; an empty result is success, else what went wrong.
    [[nodiscard]] QString exportTo(const QString &path) const;

Q_SIGNALS:
    void opened(const QString &key); ///< double-click, Enter
    void currentKeyChanged(const QString &key);
    void selectionSummaryChanged();
    void filterByValueRequested(const QString &text);
    void exportFailed(const QString &reason);
    /// First and last row in sight, after scrolling or resizing: lazy cells are asked in this order.
    void visibleRowsChanged(int first, int last);

protected:
    [[nodiscard]] int infoCount() const override;
    [[nodiscard]] int storedCount() const override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] const ColumnInfo &info(int column) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

private:
    void applySizes();
    void showHeaderMenu(const QPoint &at);
    void fillRowMenu(QMenu &menu, const QModelIndex &index);
    void popUpMenu(const QModelIndex &index, const QPoint &at);
    void updateVisibleRows();

    TableBase *m_table = nullptr;
    MenuHook m_menuHook;
    MenuHook m_lastMenuHook;
    bool m_dense = false;
    bool m_fitsRows = false;
};

} // namespace rocketdesk::ui
