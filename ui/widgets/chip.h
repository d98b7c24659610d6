// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace rocketdesk::ui {

/// A filter of a ChipBar: a word and a count.
class Chip final : public QAbstractButton
{
    Q_OBJECT

public:
    Chip(Theme &theme, const QString &id, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_id; }
    void setCountText(const QString &count);
    [[nodiscard]] QString countText() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_id;
    QString m_count;
};

} // namespace rocketdesk::ui
