// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/cluster/totalsstrip.h"

#include "ui/common/format.h"
#include "ui/common/words.h"
#include "ui/pages/cluster/brokerrows.h"
#include "ui/pages/cluster/nameserverquestion.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int widestNote = 210;
constexpr qsizetype mostLettersOfBroker = 16; // what is said of it is to stay whole
constexpr int betweenFigures = 20; // px

QString inMilliseconds(double ms)
{
    return TotalsStrip::tr("%1 ms").arg(format::decimal(ms));
}

QString answeredNote(const ClusterOverview &overview, int awaited)
{
    if (awaited > 0)
        return TotalsStrip::tr("%n have not answered yet", nullptr, awaited);
    const auto silent = std::count_if(overview.brokers.cbegin(), overview.brokers.cend(), [](const BrokerStatus &status) { return !status.runtime; });
    if (silent > 0)
        return TotalsStrip::tr("%n did not answer", nullptr, static_cast<int>(silent));
    return TotalsStrip::tr("all answered in %1").arg(format::duration(std::chrono::ceil<std::chrono::milliseconds>(overview.cost).count()));
}

/// Whether they say the same, and how long each took.
QString nameServersNote(const NameServerAnswers &answers)
{
    if (answers.silent() > 0)
        return TotalsStrip::tr("%n did not answer", nullptr, answers.silent());
    const auto [least, most] = std::minmax_element(answers.milliseconds.cbegin(), answers.milliseconds.cend());
    if (answers.milliseconds.size() == 1)
        return TotalsStrip::tr("answered in %1").arg(inMilliseconds(*least));
    const QString times = TotalsStrip::tr("%1 to %2").arg(format::decimal(*least), inMilliseconds(*most));
    return answers.agree ? TotalsStrip::tr("same answer, %1").arg(times) : TotalsStrip::tr("different answers, %1").arg(times);
}

QString perSecond(double rate)
{
    return QStringLiteral("%1 /s").arg(rate == 0 || rate >= 100 ? format::number(qRound64(rate)) : format::decimal(rate));
}

} // namespace

TotalsStrip::TotalsStrip(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_in(addFigure(tr("Messages in")))
    , m_out(addFigure(tr("Messages out")))
    , m_brokers(addFigure(tr("Brokers")))
    , m_disk(addFigure(tr("Fullest disk")))
    , m_topics(addFigure(tr("Topics")))
    , m_nameServers(addFigure(tr("Name servers")))
    , m_today(addFigure(tr("Stored today")))
{
    m_row->setContentsMargins(16, 10, 16, 10);
    m_row->setSpacing(betweenFigures);
    m_row->addStretch(1);
}

TotalsStrip::Figure TotalsStrip::addFigure(const QString &title)
{
    auto *whole = new QWidget(this);
    const Figure figure{whole, new Label(m_theme, TextStyle::Display, Role::Text, {}, whole), new Label(m_theme, TextStyle::Caption, Role::Text2, {}, whole)};
    figure.note->setElide(Qt::ElideMiddle);
    figure.note->setMaximumWidth(m_theme.scaled(widestNote)); // it may name a broker
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(betweenFigures);
    if (m_row->count() > 0)
        row->addWidget(makeLine(m_theme, Qt::Vertical, whole));
    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(new Label(m_theme, TextStyle::Small, Role::Text2, title, whole));
    column->addWidget(figure.value);
    column->addWidget(figure.note);
    row->addLayout(column);
    m_row->addWidget(whole);
    return figure;
}

void TotalsStrip::fill(const Figure &figure, const QString &value, const QString &note, Role role)
{
    figure.value->setText(value);
    figure.value->setRole(role);
    figure.note->setText(note);
}

void TotalsStrip::show(const ClusterOverview &overview, int awaited)
{
    const ClusterTotals totals = totalsOf(overview);
    const bool silent = totals.answered < totals.brokers;
    fill(m_in, perSecond(totals.inTps), tr("%n masters, last 10 s", nullptr, totals.masters));
    fill(m_out, perSecond(totals.outTps), tr("all brokers, last 10 s"));
    fill(m_brokers, QStringLiteral("%1 / %2").arg(totals.answered).arg(totals.brokers + awaited), answeredNote(overview, awaited), silent ? Role::ErrorText : Role::Text);
    showDisk(totals);
    fill(m_today, format::number(totals.messagesInToday), tr("messages since midnight"));
}

void TotalsStrip::show(const NameServerAnswers &answers)
{
    const auto answered = static_cast<int>(answers.milliseconds.size());
    if (answered == 0)
        fill(m_topics, format::none(), tr("no name server tells"));
    else
        fill(m_topics, format::number(answers.topics), tr("%1 of your own").arg(format::number(answers.own)));
    const bool wrong = answers.silent() > 0 || !answers.agree;
    fill(m_nameServers, QStringLiteral("%1 / %2").arg(answered).arg(answers.asked), nameServersNote(answers), answers.silent() > 0 ? Role::ErrorText : wrong ? Role::WarningText : Role::Text);
}

void TotalsStrip::fit()
{
    int needed = 32;
    for (const Figure *each : {&m_in, &m_out, &m_brokers, &m_disk, &m_topics, &m_nameServers, &m_today})
        needed += each->whole->sizeHint().width() + betweenFigures;
    m_today.whole->setVisible(needed <= width());
}

void TotalsStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool TotalsStrip::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void TotalsStrip::showDisk(const ClusterTotals &totals)
{
    if (!totals.fullestDisk)
        return fill(m_disk, format::none(), tr("no broker tells"));
    const double share = *totals.fullestDisk;
    const Role role = share >= diskFull ? Role::ErrorText : share >= diskNearlyFull ? Role::WarningText : Role::Text;
    fill(m_disk, format::percent(share), tr("%1 · writes stop at 90 %").arg(shortened(brokerTitle(totals.fullest), mostLettersOfBroker)), role);
    m_disk.note->setToolTip(brokerTitle(totals.fullest));
}

} // namespace rocketdesk::ui
