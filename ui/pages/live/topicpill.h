// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace rocketdesk::ui {

/// A watched topic: colour, name, rate and a cross. A click mutes its rows.
class TopicPill final : public QAbstractButton
{
    Q_OBJECT

public:
    TopicPill(Theme &theme, const QString &topic, QWidget *parent = nullptr);

    [[nodiscard]] const QString &topic() const { return m_topic; }
    void setSeries(int series);
    void setRate(const QString &rate); ///< empty while nothing runs
    [[nodiscard]] bool isMuted() const { return isChecked(); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested(const QString &topic);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect crossRect() const;

    Theme &m_theme;
    QString m_topic;
    QString m_rate;
    int m_series = 0;
};

} // namespace rocketdesk::ui
