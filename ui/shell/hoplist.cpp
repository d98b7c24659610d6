// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/hoplist.h"

#include "ui/common/format.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signs.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rocketdesk::ui {

namespace {

Role softRole(Tone tone)
{
    return tone == Tone::Error ? Role::ErrorSoft : tone == Tone::Warning ? Role::WarningSoft : Role::Page;
}

Role fillRole(Tone tone)
{
    return tone == Tone::Error ? Role::ErrorFill : tone == Tone::Warning ? Role::WarningFill : Role::OkFill;
}

/// How long a hop took, on a scale that has room for a time-out and still shows a millisecond.
class TimeBar final : public QWidget
{
public:
    TimeBar(Theme &theme, const HopLine &hop) : m_theme(theme), m_role(fillRole(hop.tone)), m_share(hopShare(hop.milliseconds)) { setFixedSize(theme.scaled(56), 16); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const QRectF track(0, height() / 2.0 - 3, width(), 6);
        painter.setBrush(m_theme.color(Role::Track));
        painter.drawRoundedRect(track, 3, 3);
        painter.setBrush(m_theme.color(m_role));
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max(3.0, track.width() * m_share), track.height())), 3, 3);
    }

private:
    Theme &m_theme;
    Role m_role;
    double m_share;
};

int longestWord(const QString &text, const QFontMetrics &metrics)
{
    int widest = 0;
    for (const QString &word : text.split(u' '))
        widest = std::max(widest, metrics.horizontalAdvance(word) + 2);
    return widest;
}

QString cost(const HopLine &hop)
{
    return HopList::tr("%1 ms").arg(format::decimal(hop.milliseconds));
}

} // namespace

double hopShare(double milliseconds)
{
    constexpr double longest = 3000; // the usual time-out
    return std::clamp(std::log10(1 + milliseconds) / std::log10(1 + longest), 0.0, 1.0);
}

HopList::HopList(Theme &theme, QWidget *parent) : QScrollArea(parent), m_theme(theme), m_column(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Hops of the connection test"));
    auto *body = new QWidget;
    auto *outer = new QVBoxLayout(body);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_column->setSpacing(0);
    outer->addLayout(m_column);
    outer->addStretch();
    setBackground(theme, *body, Role::Page);
    setWidget(body);
}

void HopList::clear()
{
    m_hops.clear();
    for (QWidget *line : std::as_const(m_lines)) {
        line->hide();
        line->deleteLater();
    }
    m_lines.clear();
}

void HopList::add(const HopLine &hop)
{
    m_hops << hop;
    m_lines << makeLine(hop);
    m_column->addWidget(m_lines.constLast());
}

QWidget *HopList::makeLine(const HopLine &hop)
{
    auto *line = new QWidget;
    setBackground(m_theme, *line, softRole(hop.tone));
    line->setAccessibleName(QStringLiteral("%1, %2").arg(hop.title, hop.found));
    auto *column = new QVBoxLayout(line);
    column->setContentsMargins(14, 5, 14, 5);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new Sign(m_theme, Theme::stateIcon(hop.tone), fillRole(hop.tone), 14), 0, Qt::AlignTop);
    auto *title = new Label(m_theme, TextStyle::SmallStrong, Role::Text, hop.title);
    title->setElide(Qt::ElideMiddle); // it may be a broker's name
    row->addWidget(title, 0, Qt::AlignTop);
    auto *found = new Label(m_theme, TextStyle::Small, Role::Text2, hop.found);
    found->setWordWrap(true);
    found->setMinimumWidth(std::min(longestWord(hop.found, found->fontMetrics()), m_theme.scaled(160))); // an address does not break
    row->addWidget(found, 1, Qt::AlignTop);
    row->addWidget(new TimeBar(m_theme, hop), 0, Qt::AlignTop);
    auto *time = new Label(m_theme, TextStyle::Small, hop.tone == Tone::Error ? Role::ErrorText : Role::Text2, cost(hop));
    time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    time->setFixedWidth(m_theme.scaled(64)); // the bars stand under one another
    row->addWidget(time, 0, Qt::AlignTop);
    column->addLayout(row);
    if (!hop.explanation.isEmpty()) {
        auto *words = new Label(m_theme, TextStyle::Small, Role::Text, hop.explanation);
        words->setWordWrap(true);
        auto *indented = new QHBoxLayout;
        indented->addSpacing(14 + 8); // under the title, beside the sign
        indented->addWidget(words, 1);
        column->addLayout(indented);
    }
    return line;
}

QString HopList::summary() const
{
    const auto passed = std::count_if(m_hops.cbegin(), m_hops.cend(), [](const HopLine &hop) { return hop.tone == Tone::Ok; });
    double total = 0;
    for (const HopLine &hop : m_hops)
        total += hop.milliseconds;
    return tr("%1 of %2 hops passed · %3 ms").arg(passed).arg(m_hops.size()).arg(format::number(std::llround(total)));
}

QString HopList::text() const
{
    QString text = summary() + u'\n';
    for (const HopLine &hop : m_hops) {
        const QString mark = hop.tone == Tone::Ok ? QStringLiteral("ok") : hop.tone == Tone::Warning ? QStringLiteral("warning") : QStringLiteral("failed");
        text += QStringLiteral("%1\t%2\t%3\t%4\n").arg(mark, hop.title, hop.found, cost(hop));
        if (!hop.explanation.isEmpty())
            text += QStringLiteral("\t%1\n").arg(hop.explanation);
    }
    return text;
}

Tone HopList::worst() const
{
    Tone worst = Tone::Ok;
    for (const HopLine &hop : m_hops)
        worst = std::max(worst, hop.tone);
    return worst;
}

} // namespace rocketdesk::ui
