// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHeaderView>

class QLineEdit;

namespace rocketdesk::ui {

class TableBase;
class Theme;

/// Header of a table: sorts on click, adds a second sort on Shift+click, fits on double-click, and can show a row of
/// column filters under the titles.
class TableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(Theme &theme, QWidget *parent = nullptr);

    /// The table whose sorting is shown and changed; may be null.
    void setTable(TableBase *table);
    void setFiltersVisible(bool visible);
    [[nodiscard]] bool filtersVisible() const { return m_filtersVisible; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void updateGeometries() override;

private:
    void paintPlainTitle(QPainter *painter, const QRect &rect, int logicalIndex) const;
    void sortByClick(int column, bool add);
    void placeFields();
    void makeFields();

    Theme &m_theme;
    TableBase *m_table = nullptr;
    QPoint m_pressed;
    QList<QLineEdit *> m_fields;
    bool m_filtersVisible = false;
};

} // namespace rocketdesk::ui
