// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace rocketdesk::ui {

class Theme;

/// A plain text whose lines are numbered at its left where that is switched on.
class NumberedText final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NumberedText(Theme &theme, QWidget *parent = nullptr);

    void setNumbered(bool numbered);
    /// The characters as they are: toPlainText() makes blanks of no-break spaces.
    [[nodiscard]] QString exactText() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Gutter;

    void fitGutter();
    void paintNumbers(QPainter &painter, const QRect &area) const;

    Theme &m_theme;
    QWidget *m_gutter;
    bool m_numbered = false;
};

} // namespace rocketdesk::ui
