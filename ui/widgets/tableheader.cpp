// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tableheader.h"

#include "ui/common/tablebase.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace rocketdesk::ui {

TableHeader::TableHeader(Theme &theme, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(28);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionResized, this, &TableHeader::placeFields);
    connect(this, &QHeaderView::sectionMoved, this, &TableHeader::placeFields);
}

void TableHeader::setTable(TableBase *table)
{
    m_table = table;
    qDeleteAll(m_fields);
    m_fields.clear();
    if (table)
        connect(table, &TableBase::sortChanged, viewport(), qOverload<>(&QWidget::update));
    setFiltersVisible(m_filtersVisible);
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_theme.headerHeight() + (m_filtersVisible ? m_theme.scaled(26) : 0)};
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->fillRect(rect, m_theme.color(Role::Subtle));
    painter->fillRect(rect.x(), rect.bottom(), rect.width(), 1, m_theme.color(Role::Line));
    const QRect title(rect.x(), rect.y(), rect.width(), m_theme.headerHeight());
    if (visualIndex(logicalIndex) > 0)
        painter->fillRect(rect.x() - 1, rect.y() + 7, 1, title.height() - 14, m_theme.color(Role::Border));
    if (!m_table)
        return paintPlainTitle(painter, title, logicalIndex);
    const auto &keys = m_table->sortKeys();
    const auto key = std::find_if(keys.cbegin(), keys.cend(), [&](const auto &each) { return each.column == logicalIndex; });
    const ColumnInfo &info = m_table->columnInfo(logicalIndex);
    const QFont font = m_theme.font(key == keys.cend() ? TextStyle::Small : TextStyle::SmallStrong);
    if (info.titleIcon != Icon::None) {
        m_theme.drawIcon(*painter, title, info.titleIcon, m_theme.color(Role::Text2), 14);
        return;
    }
    const int arrow = key == keys.cend() ? 0 : 14;
    const QRect inner = title.adjusted(8, 0, -8, 0);
    const QFontMetrics metrics(font);
    const QString text = metrics.elidedText(info.title, Qt::ElideMiddle, inner.width() - arrow);
    const bool right = alignmentOf(info.kind).testFlag(Qt::AlignRight);
    const int width = metrics.horizontalAdvance(text);
    const int x = right ? inner.right() + 1 - arrow - width : inner.x();
    painter->setFont(font);
    painter->setPen(m_theme.color(arrow > 0 ? Role::Text : Role::Text2));
    painter->drawText(QRect(x, inner.y(), width + 2, inner.height()), Qt::AlignVCenter | Qt::AlignLeft, text);
    if (arrow > 0)
        m_theme.drawIcon(*painter, QRect(x + width + 2, inner.y(), 14, inner.height()), key->order == Qt::AscendingOrder ? Icon::SortUp : Icon::SortDown, m_theme.color(Role::Accent), 12);
}

/// Of a model that does not sort.
void TableHeader::paintPlainTitle(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Qt::Alignment alignment(model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const QFont font = m_theme.font(TextStyle::Small);
    const QRect inner = rect.adjusted(8, 0, -8, 0);
    painter->setFont(font);
    painter->setPen(m_theme.color(Role::Text2));
    painter->drawText(inner, alignment, QFontMetrics(font).elidedText(model()->headerData(logicalIndex, Qt::Horizontal).toString(), Qt::ElideMiddle, inner.width()));
}

void TableHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton && cursor().shape() != Qt::SplitHCursor ? event->position().toPoint() : QPoint(-1, -1);
    QHeaderView::mousePressEvent(event);
}

void TableHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const bool dragged = m_pressed.x() < 0 || (at - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    const int column = logicalIndexAt(at);
    if (event->button() == Qt::LeftButton && !dragged && column >= 0)
        sortByClick(column, event->modifiers().testFlag(Qt::ShiftModifier));
}

/// The first click on what is counted sorts from large to small, the next turns it, the third lets go of it.
void TableHeader::sortByClick(int column, bool add)
{
    if (!m_table)
        return;
    auto keys = m_table->sortKeys();
    const auto firstOrder = isNumeric(m_table->columnInfo(column).kind) ? Qt::DescendingOrder : Qt::AscendingOrder;
    const auto found = std::find_if(keys.begin(), keys.end(), [column](const auto &key) { return key.column == column; });
    const bool known = found != keys.end();
    const bool turn = known && found->order == firstOrder;
    const auto turned = firstOrder == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    const TableBase::SortKey fresh{column, turn ? turned : firstOrder};
    if (!add)
        keys = known && !turn ? QList<TableBase::SortKey>() : QList<TableBase::SortKey>{fresh};
    else if (!known)
        keys << fresh;
    else if (turn)
        *found = fresh;
    else
        keys.erase(found);
    m_table->sortBy(keys);
}

void TableHeader::setFiltersVisible(bool visible)
{
    m_filtersVisible = visible;
    if (visible && m_table && m_fields.isEmpty())
        makeFields();
    if (!visible && m_table && m_table->hasColumnConditions()) {
        for (QLineEdit *field : std::as_const(m_fields))
            field->clear();
        m_table->clearColumnConditions();
    }
    for (QLineEdit *field : std::as_const(m_fields))
        field->setVisible(visible);
    updateGeometry();
    Q_EMIT geometriesChanged();
    placeFields();
}

void TableHeader::makeFields()
{
    for (int column = 0; column < m_table->columnCount(); ++column) {
        auto *field = new QLineEdit(viewport());
        field->setFont(m_theme.font(TextStyle::Small));
        field->setPlaceholderText(isNumeric(m_table->columnInfo(column).kind) ? QStringLiteral("> < =") : QString());
        field->setAccessibleName(tr("Filter of column %1").arg(m_table->columnInfo(column).title));
        connect(field, &QLineEdit::textChanged, m_table, [this, column](const QString &text) { m_table->setColumnCondition(column, text); });
        m_fields << field;
    }
}

void TableHeader::placeFields()
{
    for (int column = 0; column < m_fields.size(); ++column) {
        const QRect place(sectionViewportPosition(column) + 3, m_theme.headerHeight(), sectionSize(column) - 6, m_theme.scaled(22));
        m_fields.at(column)->setGeometry(place);
        m_fields.at(column)->setVisible(m_filtersVisible && !isSectionHidden(column) && place.width() > 24);
    }
}

void TableHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    placeFields();
}

} // namespace rocketdesk::ui
