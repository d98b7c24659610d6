// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/registry.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace rocketdesk::ui {

/// The entries of the rail, with the counts that the user must act on.
class RailModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum ItemRole { PageRole = Qt::UserRole + 1, IconRole, BadgeRole, BeginsGroupRole };

    explicit RailModel(const std::vector<PageEntry> &entries, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    void setBadge(const QString &page, int count);
    [[nodiscard]] QModelIndex find(const QString &page) const;

private:
    struct Item {
        QString page;
        QString title;
        Icon icon;
        bool beginsGroup;
        int badge;
    };
    QList<Item> m_items;
};

class RailDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RailDelegate(Theme &theme, QObject *parent);

    void setNarrow(bool narrow) { m_narrow = narrow; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBadge(QPainter &painter, const QRect &item, int count) const;

    Theme &m_theme;
    bool m_narrow = false;
};

} // namespace rocketdesk::ui
