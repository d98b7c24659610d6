// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace rocketdesk::ui {

class Label;

/// What the brokers add up to, in a few large figures above their table.
class TotalsStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit TotalsStrip(Theme &theme, QWidget *parent = nullptr);

    void show(const ClusterOverview &overview);

private:
    struct Figure {
        Label *value;
        Label *note;
    };

    [[nodiscard]] Figure addFigure(const QString &title);
    static void fill(const Figure &figure, const QString &value, const QString &note, Role role = Role::Text);
    void showDisk(const ClusterTotals &totals);

    Theme &m_theme;
    QHBoxLayout *m_row;
    Figure m_in;
    Figure m_out;
    Figure m_brokers;
    Figure m_disk;
    Figure m_today;
};

} // namespace rocketdesk::ui
