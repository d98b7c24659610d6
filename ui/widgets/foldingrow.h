// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>

class QAbstractButton;
class QMenu;
class QToolButton;

namespace rocketdesk::ui {

/// Buttons side by side. Where room is short they shrink to their least width; what still has none folds into a menu, from the right.
class FoldingRow : public QWidget
{
    Q_OBJECT

public:
    /// Writes a folded button into the menu.
    using MenuEntry = std::function<void(QMenu &menu, QAbstractButton &folded)>;

    explicit FoldingRow(int spacing, QWidget *parent = nullptr);

    void setMenuEntry(MenuEntry entry) { m_entry = std::move(entry); }
    void add(QAbstractButton *button); ///< takes ownership
    void remove(QAbstractButton *button); ///< deletes it
    void arrange(); ///< after something changed that no layout tells
    [[nodiscard]] QList<QAbstractButton *> folded() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QList<int> fitting() const; ///< widths from the left; those that are missing fold
    void place(const QList<int> &widths);
    void nameMore();
    void fillMenu();

    QList<QAbstractButton *> m_buttons;
    QToolButton *m_more;
    MenuEntry m_entry;
    int m_spacing;
};

} // namespace rocketdesk::ui
