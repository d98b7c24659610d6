// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QList>
#include <QScrollArea>

class QVBoxLayout;

namespace rocketdesk::ui {

/// One hop of the way to a cluster, in words.
struct HopLine {
    QString title; ///< `Resolve ns1.mq.test`
    QString found; ///< what was seen
    Tone tone = Tone::Ok; ///< Ok, Warning, Error
    double milliseconds = 0;
    QString explanation; ///< of one that is not Ok: what happened, and what to do
};

/// Of the bar that stands for a hop's time: 0 to 1, by the logarithm, so that a slow hop is seen beside quick ones.
[[nodiscard]] double hopShare(double milliseconds);

/// The result of a connection test as it comes, one line a hop; what is not well is explained in place.
class HopList final : public QScrollArea
{
    Q_OBJECT

public:
    explicit HopList(Theme &theme, QWidget *parent = nullptr);

    void clear();
    void add(const HopLine &hop);
    [[nodiscard]] const QList<HopLine> &hops() const { return m_hops; }
    /// `8 of 10 hops passed · 28 ms`.
    [[nodiscard]] QString summary() const;
    /// All lines, for a report.
    [[nodiscard]] QString text() const;
    /// The worst tone among the hops.
    [[nodiscard]] Tone worst() const;

private:
    [[nodiscard]] QWidget *makeLine(const HopLine &hop);

    Theme &m_theme;
    QVBoxLayout *m_column;
    QList<QWidget *> m_lines;
    QList<HopLine> m_hops;
};

} // namespace rocketdesk::ui
