// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QGridLayout;

namespace rocketdesk::ui {

class FactValue;

/// Labels and values, one a line: the facts at the top of a dock.
class FactsGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit FactsGrid(Theme &theme, QWidget *parent = nullptr);

    /// Sets the value of the label's line, which is added when it is not there yet. An empty value hides the line.
    void setFact(const QString &label, const QString &value, Tone tone = Tone::Normal, bool mono = false);
    void clear();

private:
    struct Line {
        QString label;
        QWidget *name;
        FactValue *value;
    };

    Theme &m_theme;
    QGridLayout *m_grid;
    QList<Line> m_lines;
};

} // namespace rocketdesk::ui
