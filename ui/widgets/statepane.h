// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QPushButton;
class QTimer;

namespace rocketdesk::ui {

class Label;
class Sign;
class Spinner;

/// Stands where a page has nothing to show: idle, loading, empty, failed.
class StatePane final : public QWidget
{
    Q_OBJECT

public:
    explicit StatePane(Theme &theme, QWidget *parent = nullptr);

    /// Buttons of the state before are gone; add those of this one. Texts may have `**bold**` parts.
    void showIdle(Icon icon, const QString &title, const QString &text);
    void showEmpty(Icon icon, const QString &title, const QString &text);
    void showFailed(const QString &title, const QString &text, Tone tone = Tone::Error, Icon icon = Icon::None);
    /// Other words for what shows; the buttons stay.
    void retell(const QString &title, const QString &text);
    /// Appears after 150 ms; Cancel after 1 s (see cancelled()).
    void showLoading(const QString &title);
    /// `done` of `total`; total 0 hides the bar.
    void setProgress(const QString &text, int done, int total);
    QPushButton *addButton(const QString &text, Icon icon = Icon::None, ButtonLook look = ButtonLook::Plain);
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void cancelled();

private:
    void present(Icon icon, Role role, const QString &title, const QString &text);
    void clearButtons();
    void reveal();

    Theme &m_theme;
    QWidget *m_body;
    Sign *m_sign;
    Spinner *m_spinner;
    Label *m_title;
    Label *m_text;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
    QPushButton *m_cancel;
    QTimer *m_revealing;
    QTimer *m_offering;
    bool m_loading = false;
};

} // namespace rocketdesk::ui
