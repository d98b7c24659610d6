// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/icon.h"
#include "ui/common/target.h"
#include "ui/common/tone.h"

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

namespace rocketdesk::ui {

/// What the palette can find: an action to run, or a place to go to.
struct PaletteItem {
    enum class Section { Actions, Topics, Groups, Clients, Connections, Pages };

    Section section = Section::Actions;
    QString title;
    QString note; ///< behind the title: type, lag, where it is
    Icon icon = Icon::None;
    Tone tone = Tone::Normal;
    QString shortcut;
    QString forbidden; ///< why it can't be done; it stays in sight
    QPointer<QAction> action; ///< either this
    Target target; ///< or this
    bool own = true; ///< made by users: comes before what RocketMQ made for itself
};

/// The items that fit what was typed, under headings. `>` actions, `#` topics, `@` groups.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum ItemRole { HeadingRole = Qt::UserRole + 1, MoreRole, NoteRole, IconRole, ToneRole, ShortcutRole, ForbiddenRole, MatchesRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(QList<PaletteItem> items);
    void setText(const QString &text);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] const PaletteItem *item(const QModelIndex &index) const; ///< null for a heading and for what only tells
    [[nodiscard]] QModelIndex firstItem() const;
    [[nodiscard]] static QString sectionTitle(PaletteItem::Section section);

private:
    struct Row {
        int item; ///< -1 for a heading, and for the line that says how many more match
        PaletteItem::Section section;
        qsizetype more = 0;
    };
    void rebuild();
    [[nodiscard]] QList<int> matching(PaletteItem::Section section) const; ///< best first

    QList<PaletteItem> m_items;
    QList<Row> m_rows;
    QStringList m_words;
    int m_only = -1; ///< a Section, or all
};

} // namespace rocketdesk::ui
