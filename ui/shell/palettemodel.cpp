// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palettemodel.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <tuple>

namespace rocketdesk::ui {

namespace {

constexpr qsizetype mostOfASection = 8;
constexpr qsizetype mostOfTheOnly = 50;
constexpr std::array sectionTitles = {
    QT_TRANSLATE_NOOP("palette", "Actions"), QT_TRANSLATE_NOOP("palette", "Topics"), QT_TRANSLATE_NOOP("palette", "Groups"),
    QT_TRANSLATE_NOOP("palette", "Clients"), QT_TRANSLATE_NOOP("palette", "Connections"), QT_TRANSLATE_NOOP("palette", "Pages"),
};

/// 0 where the title begins with the first word, then by how late it comes; -1 where a word is missing.
int rank(const PaletteItem &item, const QStringList &words)
{
    int sum = 0;
    for (const QString &word : words) {
        const auto at = static_cast<int>(item.title.indexOf(word, 0, Qt::CaseInsensitive));
        if (at < 0)
            return -1;
        const bool begins = at == 0 || !item.title.at(at - 1).isLetterOrNumber();
        sum += at + (begins ? 0 : 100);
    }
    return sum;
}

} // namespace

QString PaletteModel::sectionTitle(PaletteItem::Section section)
{
    return QCoreApplication::translate("palette", sectionTitles[static_cast<std::size_t>(section)]);
}

void PaletteModel::setItems(QList<PaletteItem> items)
{
    m_items = std::move(items);
    rebuild();
}

void PaletteModel::setText(const QString &text)
{
    static const QHash<QChar, PaletteItem::Section> prefixes = {
        {u'>', PaletteItem::Section::Actions}, {u'#', PaletteItem::Section::Topics}, {u'@', PaletteItem::Section::Groups}};
    const QString trimmed = text.trimmed();
    const bool narrowed = !trimmed.isEmpty() && prefixes.contains(trimmed.front());
    m_only = narrowed ? static_cast<int>(prefixes.value(trimmed.front())) : -1;
    m_words = (narrowed ? trimmed.mid(1) : trimmed).split(u' ', Qt::SkipEmptyParts);
    rebuild();
}

void PaletteModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t section = 0; section < sectionTitles.size(); ++section) {
        if (m_only >= 0 && m_only != static_cast<int>(section))
            continue;
        const auto named = static_cast<PaletteItem::Section>(section);
        const QList<int> fitting = matching(named);
        if (!fitting.isEmpty())
            m_rows.append({-1, named});
        const qsizetype shown = std::min(fitting.size(), m_only >= 0 ? mostOfTheOnly : mostOfASection);
        for (const int item : fitting.first(shown))
            m_rows.append({item, named});
        if (shown < fitting.size())
            m_rows.append({-1, named, fitting.size() - shown});
    }
    endResetModel();
}

QList<int> PaletteModel::matching(PaletteItem::Section section) const
{
    QList<std::tuple<bool, int, int>> fitting; // neither one's own nor possible, rank, item
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        const int fits = m_items.at(i).section == section ? rank(m_items.at(i), m_words) : -1;
        if (fits >= 0)
            fitting.append({!m_items.at(i).own || !m_items.at(i).forbidden.isEmpty(), fits, i});
    }
    std::sort(fitting.begin(), fitting.end());
    QList<int> items;
    for (const auto &each : std::as_const(fitting))
        items << std::get<2>(each);
    return items;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

const PaletteItem *PaletteModel::item(const QModelIndex &index) const
{
    const bool real = index.isValid() && m_rows.at(index.row()).item >= 0;
    return real ? &m_items.at(m_rows.at(index.row()).item) : nullptr;
}

QModelIndex PaletteModel::firstItem() const
{
    return rowCount() > 1 ? index(1, 0) : QModelIndex();
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return item(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteItem *found = item(index);
    const Row &row = m_rows.at(index.row());
    if (role == HeadingRole)
        return !found && row.more == 0;
    if (role == MoreRole)
        return row.more > 0;
    if (row.more > 0)
        return role == Qt::DisplayRole ? QVariant(tr("%Ln more match: type on to narrow them", nullptr, static_cast<int>(row.more))) : QVariant();
    if (!found)
        return role == Qt::DisplayRole ? QVariant(sectionTitle(row.section).toUpper()) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return found->title;
    case NoteRole: return found->forbidden.isEmpty() ? found->note : found->forbidden;
    case IconRole: return static_cast<int>(found->icon);
    case ToneRole: return static_cast<int>(found->tone);
    case ShortcutRole: return found->shortcut;
    case ForbiddenRole: return !found->forbidden.isEmpty();
    case MatchesRole: return m_words;
    default: return {};
    }
}

} // namespace rocketdesk::ui
