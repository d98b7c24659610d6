// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/tablecopy.h"

#include <QTableView>

class QMenu;

namespace rocketdesk::ui {

class TableDelegate;
class TableHeader;
class Theme;

/// What every table has: rows of one height, hairlines, no grid, whole rows selected, columns that are laid out and chosen.
class RowView : public QTableView
{
    Q_OBJECT

public:
    ~RowView() override;

    void setStale(bool stale); ///< what shows is from before the connection was lost
    void setNoneText(const QString &text); ///< where there are rows and none of them shows; empty: the usual words
    [[nodiscard]] QString noneText() const; ///< what stands there now, empty while rows show or there are none
    [[nodiscard]] QList<int> selectedRows() const; ///< in their order from the top
    void fillColumnMenu(QMenu &menu); ///< which columns show, at least one
    void setColumnWanted(const QString &id, bool wanted); ///< shows or hides it
    void fitColumn(const QString &id, int most); ///< as wide as its rows in sight need, from its usual width to so many px
    virtual void copySelection(CopyFormat format, bool withHeaders) const = 0;

Q_SIGNALS:
    void columnsChanged();

protected:
    explicit RowView(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] virtual int infoCount() const = 0;
    [[nodiscard]] virtual int storedCount() const = 0; ///< rows there are, whether they show or not
    [[nodiscard]] virtual const ColumnInfo &info(int column) const = 0;
    [[nodiscard]] Theme &theme() const { return m_theme; }
    [[nodiscard]] TableHeader &header() const { return *m_header; }
    [[nodiscard]] QList<int> shownColumns() const; ///< as they stand, from the left
    void setRowHeight(int height);
    /// Widths and what is hidden as the columns say.
    void applyColumns();
    /// Gives the room that is left to the flexible columns.
    void layOutColumns();
    void updateNone(); ///< rows came or went, perhaps without one that shows
    void addCopyMenu(QMenu &menu);

    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fillToTheEdge(const QList<int> &flexible);
    void shrinkAgain();
    void hoverRow(int row);
    void paintNone();

    Theme &m_theme;
    TableDelegate *m_delegate;
    TableHeader *m_header;
    QString m_noneText;
    bool m_layingOut = false;
    std::pair<int, int> m_grown{-1, 0}; ///< a column that fills up to the edge for now, and how wide it is by itself
};

} // namespace rocketdesk::ui
