// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chipbar.h"

#include "ui/common/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QMenu>

#include <algorithm>

namespace rocketdesk::ui {

namespace {
constexpr int between = 3;
}

ChipBar::ChipBar(Theme &theme, QWidget *parent) : FoldingRow(between, parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMenuEntry([](QMenu &menu, QAbstractButton &folded) {
        const auto &each = static_cast<const Chip &>(folded);
        QAction *action = menu.addAction(each.text() + u'\t' + each.countText(), &folded, [&folded] { folded.setChecked(true); });
        action->setCheckable(true);
        action->setChecked(folded.isChecked());
    });
}

void ChipBar::addChip(const QString &id, const QString &text)
{
    auto *added = new Chip(m_theme, id, text, this);
    added->setChecked(m_chips.isEmpty());
    connect(added, &QAbstractButton::toggled, this, [this, id](bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
    m_chips << added;
    add(added);
}

Chip *ChipBar::chip(const QString &id) const
{
    const auto found = std::find_if(m_chips.cbegin(), m_chips.cend(), [&id](const Chip *each) { return each->id() == id; });
    return found == m_chips.cend() ? nullptr : *found;
}

void ChipBar::setCount(const QString &id, qint64 count)
{
    setCountText(id, format::number(count));
}

void ChipBar::setCountText(const QString &id, const QString &text)
{
    if (Chip *found = chip(id))
        found->setCountText(text);
    arrange();
}

QString ChipBar::countText(const QString &id) const
{
    const Chip *found = chip(id);
    return found ? found->countText() : QString();
}

void ChipBar::setCurrent(const QString &id)
{
    if (Chip *found = chip(id))
        found->setChecked(true);
}

QString ChipBar::current() const
{
    const auto found = std::find_if(m_chips.cbegin(), m_chips.cend(), [](const Chip *each) { return each->isChecked(); });
    return found == m_chips.cend() ? QString() : (*found)->id();
}

} // namespace rocketdesk::ui
