// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace rocketdesk::ui {

class Theme;

/// A few words side by side of which one holds: JSON | Tree | Text | Hex.
class Segments final : public QWidget
{
    Q_OBJECT

public:
    explicit Segments(Theme &theme, QWidget *parent = nullptr);

    /// The first one added is on.
    void addSegment(const QString &id, const QString &text);
    void setCurrent(const QString &id);
    void setSegmentEnabled(const QString &id, bool enabled, const QString &why = {});
    [[nodiscard]] QString current() const;

Q_SIGNALS:
    void currentChanged(const QString &id);

private:
    Theme &m_theme;
    QHBoxLayout *m_row;
    QButtonGroup *m_group;
};

} // namespace rocketdesk::ui
