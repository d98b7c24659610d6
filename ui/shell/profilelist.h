// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace rocketdesk {
class ProfileStore;
}

namespace rocketdesk::ui {

class Settings;

/// The saved connections under their folders, as far as they fit a filter.
class ProfileListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum ItemRole { IdRole = Qt::UserRole + 1, FolderRole, AddressRole, EnvironmentRole, ReadOnlyRole, OpenedRole };

    ProfileListModel(ProfileStore &profiles, Settings &settings, QObject *parent = nullptr);

    void setFilter(const QString &text);
    void noteOpened(const QString &id); ///< now
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        QString folder; ///< of a heading
        QString id; ///< of a connection
    };
    void rebuild();

    ProfileStore &m_profiles;
    Settings &m_settings;
    QString m_filter;
    QList<Row> m_rows;
};

class ProfileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ProfileDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace rocketdesk::ui
