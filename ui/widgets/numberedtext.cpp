// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/numberedtext.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextBlock>

namespace rocketdesk::ui {

namespace {

constexpr int leastDigits = 2;
constexpr int edge = 14; // left of the numbers

} // namespace

class NumberedText::Gutter final : public QWidget
{
public:
    explicit Gutter(NumberedText &text) : QWidget(&text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        m_text.paintNumbers(painter, event->rect());
    }

private:
    NumberedText &m_text;
};

NumberedText::NumberedText(Theme &theme, QWidget *parent) : QPlainTextEdit(parent), m_theme(theme), m_gutter(new Gutter(*this))
{
    m_gutter->hide();
    connect(this, &QPlainTextEdit::blockCountChanged, this, &NumberedText::fitGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
    });
    connect(&theme, &Theme::changed, m_gutter, qOverload<>(&QWidget::update));
}

void NumberedText::setNumbered(bool numbered)
{
    m_numbered = numbered;
    m_gutter->setVisible(numbered);
    fitGutter();
}

QString NumberedText::exactText() const
{
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

void NumberedText::fitGutter()
{
    const auto digits = std::max<qsizetype>(leastDigits, QString::number(blockCount()).size());
    const int width = m_numbered ? edge + fontMetrics().horizontalAdvance(u'9') * static_cast<int>(digits) : 0;
    setViewportMargins(width, 0, 0, 0);
    const QRect inner = contentsRect();
    m_gutter->setGeometry(inner.x(), inner.y(), width, inner.height());
}

void NumberedText::paintNumbers(QPainter &painter, const QRect &area) const
{
    painter.fillRect(area, m_theme.color(Role::Page));
    painter.setFont(font());
    painter.setPen(m_theme.color(Role::Text3));
    QRectF line = blockBoundingGeometry(firstVisibleBlock()).translated(contentOffset());
    for (QTextBlock block = firstVisibleBlock(); block.isValid() && line.top() <= area.bottom(); block = block.next()) {
        line.setHeight(blockBoundingRect(block).height());
        if (line.bottom() >= area.top())
            painter.drawText(QRectF(0, line.top(), m_gutter->width(), fontMetrics().height()), Qt::AlignRight | Qt::AlignTop, QString::number(block.blockNumber() + 1));
        line.moveTop(line.bottom());
    }
}

void NumberedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitGutter();
}

void NumberedText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_gutter)
        fitGutter();
}

} // namespace rocketdesk::ui
