// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/profilelist.h"

#include "client/profile/profilestore.h"
#include "ui/common/filterexpression.h"
#include "ui/settings/settings.h"
#include "ui/widgets/signs.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

const QString openedGroup = QStringLiteral("opened");

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
    connect(&profiles, &ProfileStore::changed, this, &ProfileListModel::rebuild);
    rebuild();
}

void ProfileListModel::setFilter(const QString &text)
{
    m_filter = text;
    rebuild();
}

void ProfileListModel::noteOpened(const QString &id)
{
    m_settings.remember(openedGroup, id, QByteArray::number(QDateTime::currentMSecsSinceEpoch()));
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
    return index.isValid() && !m_rows.at(index.row()).id.isEmpty() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant ProfileListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const Profile *profile = m_profiles.byId(row.id);
    if (!profile)
        return role == FolderRole || role == Qt::DisplayRole ? QVariant(row.folder) : QVariant();
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

void ProfileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    if (index.data(ProfileListModel::FolderRole).isValid()) {
        m_theme.drawIcon(*painter, QRect(row.x() + 8, row.y(), 18, row.height()), Icon::Folder, m_theme.color(Role::Text2), 14);
        painter->setFont(m_theme.font(TextStyle::BodyStrong));
        painter->setPen(m_theme.color(Role::Text));
        painter->drawText(row.adjusted(34, 0, 0, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(m_theme.color(selected ? Role::Selected : Role::Hover));
        painter->drawRoundedRect(row, 4, 4);
    }
    const auto environment = static_cast<Environment>(index.data(ProfileListModel::EnvironmentRole).toInt());
    painter->setBrush(m_theme.environment(environment));
    painter->drawRoundedRect(QRect(row.x() + 28, row.y() + 6, 4, row.height() - 12), 2, 2);
    const int x = row.x() + 44;
    painter->setFont(m_theme.font(TextStyle::Body));
    painter->setPen(m_theme.color(Role::Text));
    const QString name = QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideMiddle, row.width() - 200);
    const QRect first(x, row.y() + 5, row.right() - x - 10, row.height() / 2 - 4);
    painter->drawText(first, Qt::AlignVCenter, name);
    int after = x + QFontMetrics(painter->font()).horizontalAdvance(name) + 10;
    after += drawEnvironmentChip(*painter, m_theme, QPoint(after, first.center().y() + 1), environment, false) + 8;
    if (index.data(ProfileListModel::ReadOnlyRole).toBool())
        m_theme.drawIcon(*painter, QRect(after, first.y(), 14, first.height()), Icon::Lock, m_theme.color(Role::Text2), 14);
    painter->setFont(m_theme.font(TextStyle::Small));
    painter->setPen(m_theme.color(Role::Text2));
    const QString opened = index.data(ProfileListModel::OpenedRole).toString();
    const int openedWidth = opened.isEmpty() ? 0 : QFontMetrics(painter->font()).horizontalAdvance(opened) + 12;
    painter->drawText(row.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, opened);
    const QRect second(x, row.center().y() + 1, row.right() - x - 10 - openedWidth, row.height() / 2 - 5);
    painter->drawText(second, Qt::AlignVCenter, QFontMetrics(painter->font()).elidedText(index.data(ProfileListModel::AddressRole).toString(), Qt::ElideRight, second.width()));
    painter->restore();
}

} // namespace rocketdesk::ui
