// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/factsgrid.h"

#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QPainter>
#include <QTextEdit>
#include <QTextFrame>
#include <QTextLayout>
#include <QtMath>

#include <algorithm>

namespace rocketdesk::ui {

/// A value that can be selected and copied, with the tone's sign before it where it has one. Long ids are broken anywhere: they never
/// end in an ellipsis.
class FactValue final : public QTextEdit
{
public:
    FactValue(Theme &theme, QWidget *parent) : QTextEdit(parent), m_theme(theme)
    {
        setReadOnly(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setFocusPolicy(Qt::ClickFocus);
        setTabChangesFocus(true);
        document()->setDocumentMargin(0);
        viewport()->setAutoFillBackground(false);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        connect(&theme, &Theme::changed, this, [this] { refresh(); });
    }

    void set(const QString &value, Tone tone, bool mono)
    {
        m_tone = tone;
        m_mono = mono;
        setPlainText(value);
        refresh();
    }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        QTextLayout layout(toPlainText().replace(u'\n', QChar::LineSeparator), font());
        layout.setTextOption(document()->defaultTextOption());
        layout.beginLayout();
        qreal height = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1, width - indent()));
            height += line.height();
        }
        layout.endLayout();
        return qCeil(height);
    }
    [[nodiscard]] QSize sizeHint() const override { return {m_theme.scaled(160), heightForWidth(std::max(width(), m_theme.scaled(160)))}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {m_theme.scaled(80), fontMetrics().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (hasSign()) {
            QPainter painter(viewport());
            m_theme.drawIcon(painter, QRect(0, 0, 14, QFontMetrics(font()).height() + 2), Theme::stateIcon(m_tone), m_theme.fill(m_tone), 14);
        }
        QTextEdit::paintEvent(event);
    }

private:
    [[nodiscard]] bool hasSign() const { return m_tone >= Tone::Ok; }
    [[nodiscard]] int indent() const { return hasSign() ? 20 : 0; }
    void refresh()
    {
        setFont(m_theme.font(m_mono ? TextStyle::MonoSmall : TextStyle::Small));
        QTextFrameFormat frame = document()->rootFrame()->frameFormat();
        frame.setLeftMargin(indent());
        document()->rootFrame()->setFrameFormat(frame);
        QPalette palette = this->palette();
        palette.setColor(QPalette::Text, m_tone == Tone::Ok ? m_theme.color(Role::Text) : m_theme.text(m_tone));
        setPalette(palette);
        updateGeometry();
    }

    Theme &m_theme;
    Tone m_tone = Tone::Normal;
    bool m_mono = false;
};

FactsGrid::FactsGrid(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(14, 10, 14, 10);
    m_grid->setHorizontalSpacing(20);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, theme.scaled(84));
}

void FactsGrid::setFact(const QString &label, const QString &value, Tone tone, bool mono)
{
    auto line = std::find_if(m_lines.begin(), m_lines.end(), [&label](const Line &each) { return each.label == label; });
    if (line == m_lines.end()) {
        const auto row = static_cast<int>(m_lines.size());
        auto *name = new Label(m_theme, TextStyle::Small, Role::Text2, label, this);
        m_lines.append({label, name, new FactValue(m_theme, this)});
        line = m_lines.end() - 1;
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(line->value, row, 1);
    }
    line->value->set(value, tone, mono);
    line->value->setAccessibleName(label);
    line->name->setVisible(!value.isEmpty());
    line->value->setVisible(!value.isEmpty());
}

void FactsGrid::clear()
{
    for (const Line &line : std::as_const(m_lines)) {
        delete line.name;
        delete line.value;
    }
    m_lines.clear();
}

} // namespace rocketdesk::ui
