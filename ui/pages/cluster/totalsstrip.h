// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace rocketdesk::ui {

class Label;
struct NameServerAnswers;

/// What the brokers add up to, in a few large figures above their table.
class TotalsStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit TotalsStrip(Theme &theme, QWidget *parent = nullptr);

    /// `awaited` brokers more have been asked and have not answered yet.
    void show(const ClusterOverview &overview, int awaited = 0);
    void show(const NameServerAnswers &answers);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Figure {
        QWidget *whole;
        Label *value;
        Label *note;
    };

    [[nodiscard]] Figure addFigure(const QString &title);
    static void fill(const Figure &figure, const QString &value, const QString &note, Role role = Role::Text);
    void showDisk(const ClusterTotals &totals);
    void fit();

    Theme &m_theme;
    QHBoxLayout *m_row;
    Figure m_in;
    Figure m_out;
    Figure m_brokers;
    Figure m_disk;
    Figure m_topics;
    Figure m_nameServers;
    Figure m_today; ///< where there is room for it
};

} // namespace rocketdesk::ui
