// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/profilelist.h"

#include "client/profile/profilestore.h"
#include "ui/common/filterexpression.h"
#include "ui/settings/settings.h"
#include "ui/widgets/signs.h"

#include <QDateTime>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

const QString openedGroup = QStringLiteral("opened");
const QString foldersGroup = QStringLiteral("folders");
constexpr int menuSide = 24; // px of the button at the end of a row

QRect menuRect(const QRect &row)
{
    return {row.right() - menuSide - 6, row.center().y() - menuSide / 2, menuSide, menuSide};
}

QString momentOf(const QDateTime &when)
{
    const qint64 days = when.date().daysTo(QDate::currentDate());
    const QString time = when.toString(QStringLiteral("HH:mm"));
    if (days == 0)
        return ProfileListModel::tr("today %1").arg(time);
    if (days == 1)
        return ProfileListModel::tr("yesterday %1").arg(time);
    return when.toString(when.date().year() == QDate::currentDate().year() ? QStringLiteral("MM-dd HH:mm") : QStringLiteral("yyyy-MM-dd"));
}

QString addressesOf(const Profile &profile)
{
    QStringList parts;
    for (const Endpoint &server : profile.nameServers)
        parts << server.toString();
    QString line = parts.join(QStringLiteral("; "));
    if (!profile.mappings.isEmpty()) {
        const AddressMapping &first = profile.mappings.front();
        line += QStringLiteral(" · ") + ProfileListModel::tr("%1 mapped to %2").arg(first.from(), first.to());
        if (profile.mappings.size() > 1)
            line += QStringLiteral(" +%1").arg(profile.mappings.size() - 1);
    }
    if (profile.tls.enabled)
        line += QStringLiteral(" · TLS");
    if (!profile.accessKey.isEmpty())
        line += QStringLiteral(" · ") + profile.accessKey;
    return line;
}

} // namespace

ProfileListModel::ProfileListModel(ProfileStore &profiles, Settings &settings, QObject *parent)
    : QAbstractListModel(parent)
    , m_profiles(profiles)
    , m_settings(settings)
{
    const QList<QByteArray> collapsed = settings.remembered(foldersGroup, QStringLiteral("collapsed")).split('\n');
    for (const QByteArray &folder : collapsed)
        m_collapsed.insert(QString::fromUtf8(folder));
    m_collapsed.remove(QString());
    connect(&profiles, &ProfileStore::changed, this, &ProfileListModel::forgetGone);
    connect(&profiles, &ProfileStore::changed, this, &ProfileListModel::rebuild);
    forgetGone();
    rebuild();
}

/// When a connection was opened is not remembered longer than the connection.
void ProfileListModel::forgetGone()
{
    QSet<QString> ids;
    for (const Profile &profile : m_profiles.profiles())
        ids.insert(profile.id);
    for (const QString &id : std::as_const(m_known)) {
        if (!ids.contains(id))
            m_settings.forget(openedGroup, id);
    }
    m_known = ids;
}

void ProfileListModel::toggleFolder(const QString &folder)
{
    if (!m_collapsed.remove(folder))
        m_collapsed.insert(folder);
    m_settings.remember(foldersGroup, QStringLiteral("collapsed"), QStringList(m_collapsed.cbegin(), m_collapsed.cend()).join(u'\n').toUtf8());
    rebuild();
}

void ProfileListModel::setFilter(const QString &text)
{
    m_filter = text;
    rebuild();
}

void ProfileListModel::noteOpened(const QString &id, qint64 atMs)
{
    m_settings.remember(openedGroup, id, QByteArray::number(atMs));
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {OpenedRole});
}

void ProfileListModel::rebuild()
{
    const FilterExpression filter(m_filter);
    QMap<QString, QStringList> folders;
    for (const Profile &profile : m_profiles.profiles()) {
        const QString text = FilterExpression::fold(profile.name + u' ' + addressesOf(profile));
        if (filter.matches(text, text))
            folders[profile.folder] << profile.id;
    }
    beginResetModel();
    m_rows.clear();
    for (auto it = folders.cbegin(); it != folders.cend(); ++it) {
        if (!it.key().isEmpty())
            m_rows.append({it.key(), {}});
        if (m_filter.isEmpty() && m_collapsed.contains(it.key()))
            continue; // a filter finds what is in closed folders
        for (const QString &id : it.value())
            m_rows.append({{}, id});
    }
    endResetModel();
}

int ProfileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags ProfileListModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant ProfileListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const Profile *profile = m_profiles.byId(row.id);
    if (!profile)
        return role == FolderRole || role == Qt::DisplayRole ? QVariant(row.folder) : role == CollapsedRole ? QVariant(m_filter.isEmpty() && m_collapsed.contains(row.folder)) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return profile->name;
    case IdRole: return profile->id;
    case AddressRole: return addressesOf(*profile);
    case EnvironmentRole: return static_cast<int>(profile->environment);
    case ReadOnlyRole: return profile->readOnly;
    case OpenedRole: {
        const qint64 openedMs = m_settings.remembered(openedGroup, profile->id).toLongLong();
        return openedMs > 0 ? momentOf(QDateTime::fromMSecsSinceEpoch(openedMs)) : QString();
    }
    default: return {};
    }
}

QSize ProfileDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, m_theme.scaled(index.data(ProfileListModel::FolderRole).isValid() ? 34 : 50)};
}

bool ProfileDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool pressed = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    const bool released = event->type() == QEvent::MouseButtonRelease;
    const auto *mouse = pressed || released ? static_cast<QMouseEvent *>(event) : nullptr;
    if (!mouse || mouse->button() != Qt::LeftButton)
        return false;
    const QVariant folder = index.data(ProfileListModel::FolderRole);
    if (!folder.isValid() && !menuRect(option.rect).contains(mouse->position().toPoint()))
        return false;
    if (released && folder.isValid())
        Q_EMIT folderClicked(folder.toString());
    else if (released)
        Q_EMIT menuRequested(menuRect(option.rect).bottomLeft());
    return true;
}

void ProfileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(selected ? Role::Selected : Role::Hover));
        painter->drawRoundedRect(row, 4, 4);
    }
    if (index.data(ProfileListModel::FolderRole).isValid())
        paintFolder(*painter, row, index);
    else
        paintConnection(*painter, row, index);
    painter->restore();
}

void ProfileDelegate::paintFolder(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const Icon chevron = index.data(ProfileListModel::CollapsedRole).toBool() ? Icon::ChevronRight : Icon::ChevronDown;
    m_theme.drawIcon(painter, QRect(row.x() + 6, row.y(), 16, row.height()), chevron, m_theme.color(Role::Text2), 14);
    m_theme.drawIcon(painter, QRect(row.x() + 26, row.y(), 16, row.height()), Icon::Folder, m_theme.color(Role::Text2), 14);
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(Role::Text));
    const QRect name = row.adjusted(48, 0, -10, 0);
    painter.drawText(name, Qt::AlignVCenter, QFontMetrics(painter.font()).elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
}

void ProfileDelegate::paintConnection(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const auto environment = static_cast<Environment>(index.data(ProfileListModel::EnvironmentRole).toInt());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.environment(environment));
    painter.drawRoundedRect(QRect(row.x() + 28, row.y() + 6, 4, row.height() - 12), 2, 2);
    m_theme.drawIcon(painter, menuRect(row), Icon::More, m_theme.color(Role::Text2));
    const QFontMetrics small(m_theme.font(TextStyle::Small));
    const QString opened = index.data(ProfileListModel::OpenedRole).toString();
    const QRect openedRect(menuRect(row).x() - 10 - small.horizontalAdvance(opened), row.y(), small.horizontalAdvance(opened), row.height());
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(Role::Text2));
    painter.drawText(openedRect, Qt::AlignVCenter, opened);
    const int x = row.x() + 44;
    const int right = openedRect.x() - 12;
    const QRect second(x, row.center().y() + 1, right - x, row.height() / 2 - 5);
    painter.drawText(second, Qt::AlignVCenter, small.elidedText(index.data(ProfileListModel::AddressRole).toString(), Qt::ElideRight, second.width()));
    const bool locked = index.data(ProfileListModel::ReadOnlyRole).toBool();
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.color(Role::Text));
    const int room = right - x - environmentChipWidth(m_theme, environment) - 10 - (locked ? 22 : 0);
    const QString name = QFontMetrics(painter.font()).elidedText(index.data().toString(), Qt::ElideMiddle, room);
    const QRect first(x, row.y() + 5, right - x, row.height() / 2 - 4);
    painter.drawText(first, Qt::AlignVCenter, name);
    int after = x + QFontMetrics(painter.font()).horizontalAdvance(name) + 10;
    after += drawEnvironmentChip(painter, m_theme, QPoint(after, first.center().y() + 1), environment, false) + 8;
    if (locked)
        m_theme.drawIcon(painter, QRect(after, first.y(), 14, first.height()), Icon::Lock, m_theme.color(Role::Text2), 14);
}

} // namespace rocketdesk::ui
