// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/live/livemodel.h"
#include "ui/widgets/rowview.h"

#include <functional>

class QMenu;
class QPushButton;

namespace rocketdesk::ui {

/// The table of the Live page: follows the newest row, or stands still while rows come below and go above.
class LiveView final : public RowView
{
    Q_OBJECT

public:
    using MenuHook = std::function<void(QMenu &, const LiveRow &)>;

    /// The model outlives the view.
    LiveView(Theme &theme, LiveModel &model, QWidget *parent = nullptr);
    ~LiveView() override;

    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const { return m_following; }
    void setMenuHook(MenuHook hook) { m_menuHook = std::move(hook); }
    /// Rows as text; all that show where `rows` is empty.
    [[nodiscard]] QString textOf(const QList<int> &rows, CopyFormat format, bool withHeaders) const;
    void copySelection(CopyFormat format, bool withHeaders) const override;
    /// Rows that came below what is in sight.
    [[nodiscard]] qint64 newerCount() const { return m_newer; }

Q_SIGNALS:
    void followingChanged(bool following);
    /// The user opened or walked to this row; the message is alive as long as `row` is.
    void rowChosen(const rocketdesk::ui::LiveRow &row);
    void opened(); ///< double-click, Enter
    void pauseRequested(); ///< Space

protected:
    [[nodiscard]] int infoCount() const override { return m_model.columnCount(); }
    [[nodiscard]] int storedCount() const override { return m_model.isSearching() ? 0 : m_model.keptCount(); } ///< while older rows are looked through, more may come
    [[nodiscard]] const ColumnInfo &info(int column) const override { return m_model.columnInfo(column); }
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void settle();
    void applySizes();
    void placePill();

    LiveModel &m_model;
    QPushButton *m_pill;
    MenuHook m_menuHook;
    qint64 m_newer = 0;
    qint64 m_shift = 0; ///< px by which rows moved since the view was last settled
    bool m_following = true;
    bool m_rowsChanged = false; ///< since they were painted at once
    bool m_adjusting = false; ///< the scroll bar moves by our hand
};

} // namespace rocketdesk::ui
