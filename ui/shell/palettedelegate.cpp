// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palettedelegate.h"

#include "ui/shell/palettemodel.h"

#include <QPainter>

#include <algorithm>

namespace rocketdesk::ui {

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {100, m_theme.scaled(index.data(PaletteModel::HeadingRole).toBool() ? 28 : 32)};
}

/// Draws the title in runs, matched letters semibold in the accent; gives its width.
int PaletteDelegate::paintTitle(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const QString title = index.data().toString();
    const bool forbidden = index.data(PaletteModel::ForbiddenRole).toBool();
    QList<bool> marked(title.size(), false);
    for (const QString &word : index.data(PaletteModel::MatchesRole).toStringList()) {
        const qsizetype at = title.indexOf(word, 0, Qt::CaseInsensitive);
        for (qsizetype i = std::max<qsizetype>(at, 0); at >= 0 && i < at + word.size(); ++i)
            marked[i] = true;
    }
    int x = rect.x();
    for (qsizetype i = 0; i < title.size();) {
        qsizetype end = i;
        while (end < title.size() && marked.at(end) == marked.at(i))
            ++end;
        painter.setFont(m_theme.font(marked.at(i) ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(m_theme.color(marked.at(i) ? Role::Accent : forbidden ? Role::Text3 : Role::Text));
        const QString run = title.mid(i, end - i);
        const int width = QFontMetrics(painter.font()).horizontalAdvance(run);
        painter.drawText(QRect(x, rect.y(), std::min(width + 1, rect.right() - x), rect.height()), Qt::AlignVCenter, run);
        x += width;
        i = end;
    }
    return x - rect.x();
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(PaletteModel::HeadingRole).toBool()) {
        QFont font = m_theme.font(TextStyle::Caption);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(m_theme.color(Role::Text2));
        painter->drawText(option.rect.adjusted(14, 6, 0, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
        return;
    }
    if (index.data(PaletteModel::MoreRole).toBool()) {
        painter->setFont(m_theme.font(TextStyle::Small));
        painter->setPen(m_theme.color(Role::Text2));
        painter->drawText(option.rect.adjusted(38, 0, -12, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
        return;
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Role::Selected));
        painter->drawRoundedRect(option.rect, 4, 4);
    }
    const bool forbidden = index.data(PaletteModel::ForbiddenRole).toBool();
    const auto tone = static_cast<Tone>(index.data(PaletteModel::ToneRole).toInt());
    const QColor icon = forbidden ? m_theme.color(Role::Disabled) : tone == Tone::Normal ? m_theme.color(Role::Text2) : m_theme.text(tone);
    m_theme.drawIcon(*painter, QRect(option.rect.x() + 12, option.rect.y(), 18, option.rect.height()), static_cast<Icon>(index.data(PaletteModel::IconRole).toInt()), icon);
    const QString shortcut = index.data(PaletteModel::ShortcutRole).toString();
    const QFont mono = m_theme.font(TextStyle::MonoSmall);
    const int keys = shortcut.isEmpty() ? 0 : QFontMetrics(mono).horizontalAdvance(shortcut) + 12;
    const QRect text = option.rect.adjusted(38, 0, -12 - keys, 0);
    const int used = paintTitle(*painter, text, index);
    painter->setFont(m_theme.font(TextStyle::Small));
    painter->setPen(m_theme.color(Role::Text2));
    const QRect note = text.adjusted(used + 10, 0, 0, 0);
    if (note.width() > 20)
        painter->drawText(note, Qt::AlignVCenter, QFontMetrics(painter->font()).elidedText(index.data(PaletteModel::NoteRole).toString(), Qt::ElideRight, note.width()));
    painter->setFont(mono);
    painter->drawText(option.rect.adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, shortcut);
    painter->restore();
}

} // namespace rocketdesk::ui
