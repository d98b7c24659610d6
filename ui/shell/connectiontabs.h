// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/connectionstatus.h"
#include "ui/theme/theme.h"

#include <QTabBar>

namespace rocketdesk::ui {

/// One tab for each open connection: lamp, name, environment word, lock, close.
class ConnectionTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit ConnectionTabs(Theme &theme, QWidget *parent = nullptr);

    /// `status` must outlive its tab.
    int addConnection(ConnectionStatus &status);
    void removeConnection(int index);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void paintTab(QPainter &painter, int index);
    [[nodiscard]] QRect closeRect(int index) const;
    [[nodiscard]] QString shownName(const ConnectionStatus &status, const QFont &font) const;

    Theme &m_theme;
    QList<ConnectionStatus *> m_statuses;
};

} // namespace rocketdesk::ui
