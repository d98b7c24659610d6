// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace rocketdesk::ui {

class Theme;

/// Filters while typing: words, -word, /regular expression/. Esc empties it; Down asks for the table.
class FilterField final : public QLineEdit
{
    Q_OBJECT

public:
    FilterField(Theme &theme, const QString &placeholder, QWidget *parent = nullptr);

    /// Marks the field and explains, or takes the mark away when `error` is empty.
    void setError(const QString &error);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void tableRequested();
    void errorChanged(const QString &error); ///< empty where nothing is wrong

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Theme &m_theme;
    QString m_error;
};

} // namespace rocketdesk::ui
