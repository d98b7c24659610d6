// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/palettemodel.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace rocketdesk::ui {

/// One field over the window that finds actions, pages, topics, groups and connections. Makes no call before a choice.
class Palette final : public QWidget
{
    Q_OBJECT

public:
    /// Lies over the whole of `window`.
    Palette(Theme &theme, QWidget *window);

    /// Opens with these items and, when given, with text in the field.
    void open(const QList<PaletteItem> &items, const QString &text = {});
    void close();

Q_SIGNALS:
    void targetChosen(const rocketdesk::ui::Target &target);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void place();
    void choose(const QModelIndex &index);
    void move(int step);
    [[nodiscard]] bool pressed(const QKeyEvent &event);

    Theme &m_theme;
    QWidget *m_window;
    QWidget *m_box;
    QLineEdit *m_field;
    QListView *m_list;
    PaletteModel *m_model;
    QPointer<QWidget> m_focusBefore;
};

} // namespace rocketdesk::ui
