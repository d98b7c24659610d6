// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/foldingrow.h"

namespace rocketdesk::ui {

class Chip;
class Theme;

/// Ready-made filters with counts; exactly one is on. What has no room folds into a menu.
class ChipBar final : public FoldingRow
{
    Q_OBJECT

public:
    explicit ChipBar(Theme &theme, QWidget *parent = nullptr);

    /// The first chip added is on.
    void addChip(const QString &id, const QString &text);
    void setCount(const QString &id, qint64 count);
    /// Text instead of a number: `271 of 312`.
    void setCountText(const QString &id, const QString &text);
    [[nodiscard]] QString countText(const QString &id) const; ///< empty while nothing is known
    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const;

Q_SIGNALS:
    void currentChanged(const QString &id);

private:
    [[nodiscard]] Chip *chip(const QString &id) const;

    Theme &m_theme;
    QList<Chip *> m_chips;
};

} // namespace rocketdesk::ui
