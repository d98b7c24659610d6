// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QToolButton;

namespace rocketdesk::ui {

class Chip;
class Theme;

/// Ready-made filters with counts; exactly one is on. What has no room folds into a menu.
class ChipBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ChipBar(Theme &theme, QWidget *parent = nullptr);

    /// The first chip added is on.
    void addChip(const QString &id, const QString &text);
    void setCount(const QString &id, qint64 count);
    /// Text instead of a number: `271 of 312`.
    void setCountText(const QString &id, const QString &text);
    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();
    void fillMore();
    [[nodiscard]] Chip *chip(const QString &id) const;

    Theme &m_theme;
    QList<Chip *> m_chips;
    QToolButton *m_more;
};

} // namespace rocketdesk::ui
