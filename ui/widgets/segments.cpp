// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/segments.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

class Segment final : public QAbstractButton
{
public:
    Segment(Theme &theme, const QString &id, const QString &text, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
    {
        setObjectName(id);
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(text()) + 20, m_theme.scaled(26)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QColor border = m_theme.color(hasFocus() ? Role::Focus : isChecked() ? Role::Accent : Role::Border);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(border, 1, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(m_theme.color(isChecked() ? Role::AccentSoft : underMouse() && isEnabled() ? Role::Hover : Role::Page));
        painter.drawPath(outline());
        painter.setPen(m_theme.color(!isEnabled() ? Role::Disabled : isChecked() ? Role::Accent : Role::Text));
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    /// Round where the row of segments ends, straight where the next one begins.
    [[nodiscard]] QPainterPath outline() const
    {
        constexpr qreal radius = 5;
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        const auto siblings = parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
        const bool first = std::none_of(siblings.cbegin(), siblings.cend(), [this](const QAbstractButton *each) { return each->x() < x(); });
        const bool last = std::none_of(siblings.cbegin(), siblings.cend(), [this](const QAbstractButton *each) { return each->x() > x(); });
        QPainterPath path;
        path.addRoundedRect(box, radius, radius);
        QPainterPath corners;
        if (!first)
            corners.addRect(QRectF(box.topLeft(), QSizeF(radius * 2, box.height())));
        if (!last)
            corners.addRect(QRectF(box.right() - radius * 2, box.y(), radius * 2, box.height()));
        return path.united(corners);
    }

    Theme &m_theme;
};

} // namespace

Segments::Segments(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_row(new QHBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *button, bool on) {
        if (on) {
            button->raise(); // its border lies over its neighbours'
            Q_EMIT currentChanged(button->objectName());
        }
    });
}

void Segments::addSegment(const QString &id, const QString &text)
{
    auto *segment = new Segment(m_theme, id, text, this);
    m_group->addButton(segment);
    m_row->addWidget(segment);
    if (m_group->buttons().size() == 1)
        segment->setChecked(true);
}

void Segments::setCurrent(const QString &id)
{
    if (auto *segment = findChild<QAbstractButton *>(id))
        segment->setChecked(true);
}

void Segments::setSegmentEnabled(const QString &id, bool enabled, const QString &why)
{
    if (auto *segment = findChild<QAbstractButton *>(id)) {
        segment->setEnabled(enabled);
        segment->setToolTip(enabled ? QString() : why);
    }
}

QString Segments::current() const
{
    return m_group->checkedButton() ? m_group->checkedButton()->objectName() : QString();
}

} // namespace rocketdesk::ui
