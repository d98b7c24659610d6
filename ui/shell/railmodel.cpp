// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/railmodel.h"

#include "ui/common/format.h"

#include <QPainter>

namespace rocketdesk::ui {

namespace {

constexpr int separator = 12; // px above the first item of a group

} // namespace

RailModel::RailModel(const std::vector<PageEntry> &entries, QObject *parent) : QAbstractListModel(parent)
{
    for (std::size_t i = 0; i < entries.size(); ++i)
        m_items.append({entries[i].id, entries[i].title, entries[i].icon, i > 0 && entries[i].group != entries[i - 1].group, 0});
}

int RailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant RailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return item.title;
    case Qt::ToolTipRole: return item.title;
    case Qt::AccessibleTextRole: return item.badge > 0 ? QStringLiteral("%1 %2").arg(item.title, format::number(item.badge)) : item.title;
    case PageRole: return item.page;
    case IconRole: return static_cast<int>(item.icon);
    case BadgeRole: return item.badge;
    case BeginsGroupRole: return item.beginsGroup;
    default: return {};
    }
}

void RailModel::setBadge(const QString &page, int count)
{
    const QModelIndex index = find(page);
    if (!index.isValid() || m_items.at(index.row()).badge == count)
        return;
    m_items[index.row()].badge = count;
    Q_EMIT dataChanged(index, index);
}

QModelIndex RailModel::find(const QString &page) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_items.at(row).page == page)
            return index(row, 0);
    }
    return {};
}

RailDelegate::RailDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize RailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {40, m_theme.scaled(32) + (index.data(RailModel::BeginsGroupRole).toBool() ? separator : 0)};
}

void RailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QRect item = option.rect;
    if (index.data(RailModel::BeginsGroupRole).toBool()) {
        painter->fillRect(item.x() + 14, item.y() + separator / 2 - 1, item.width() - 28, 1, m_theme.color(Role::Border));
        item.setTop(item.top() + separator);
    }
    item.adjust(6, 1, -6, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(selected ? Role::Selected : Role::NeutralSoft));
        painter->drawRoundedRect(item, 5, 5);
    }
    if (selected) {
        painter->setBrush(m_theme.color(Role::Accent));
        painter->drawRoundedRect(QRect(item.x(), item.y() + 5, 3, item.height() - 10), 1.5, 1.5);
    }
    const QRect icon(item.x() + (m_narrow ? (item.width() - 18) / 2 : 10), item.y(), 18, item.height());
    m_theme.drawIcon(*painter, icon, static_cast<Icon>(index.data(RailModel::IconRole).toInt()), m_theme.color(selected ? Role::Accent : Role::Text2), 18);
    if (!m_narrow) {
        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(m_theme.color(selected ? Role::Text : Role::Text2));
        painter->drawText(item.adjusted(38, 0, -8, 0), Qt::AlignVCenter, index.data().toString());
    }
    if (const int count = index.data(RailModel::BadgeRole).toInt(); count > 0)
        paintBadge(*painter, item, count);
    if (option.state.testFlag(QStyle::State_HasFocus) && selected) {
        painter->setPen(QPen(m_theme.color(Role::Focus), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(item).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    painter->restore();
}

void RailDelegate::paintBadge(QPainter &painter, const QRect &item, int count) const
{
    painter.setPen(Qt::NoPen);
    if (m_narrow) {
        painter.setBrush(m_theme.color(Role::ErrorFill));
        painter.drawEllipse(QRect(item.center().x() + 5, item.y() + 4, 8, 8));
        return;
    }
    QFont font = m_theme.font(TextStyle::Caption);
    font.setWeight(QFont::DemiBold);
    const QString text = format::number(count);
    const int width = QFontMetrics(font).horizontalAdvance(text) + 10;
    const QRect badge(item.right() - width - 6, item.center().y() - 8, width, 17);
    painter.setBrush(m_theme.color(Role::ErrorSoft));
    painter.drawRoundedRect(badge, 3, 3);
    painter.setFont(font);
    painter.setPen(m_theme.color(Role::ErrorText));
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace rocketdesk::ui
