// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractListModel>
#include <QSet>
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
    enum ItemRole { IdRole = Qt::UserRole + 1, FolderRole, CollapsedRole, AddressRole, EnvironmentRole, ReadOnlyRole, OpenedRole };

    ProfileListModel(ProfileStore &profiles, Settings &settings, QObject *parent = nullptr);

    void setFilter(const QString &text);
    void noteOpened(const QString &id, qint64 atMs); ///< epoch ms
    /// Shows what is in the folder, or its name only.
    void toggleFolder(const QString &folder);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        QString folder; ///< of a heading
        QString id; ///< of a connection
    };
    void rebuild();
    void forgetGone();

    ProfileStore &m_profiles;
    Settings &m_settings;
    QString m_filter;
    QList<Row> m_rows;
    QSet<QString> m_known; ///< ids of all profiles
    QSet<QString> m_collapsed; ///< folders
};

class ProfileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ProfileDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

Q_SIGNALS:
    void menuRequested(const QPoint &at); ///< in the list
    void folderClicked(const QString &folder);

private:
    void paintFolder(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintConnection(QPainter &painter, const QRect &row, const QModelIndex &index) const;

    Theme &m_theme;
};

} // namespace rocketdesk::ui
