// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/cluster/totalsstrip.h"

#include "ui/common/format.h"
#include "ui/pages/cluster/brokerrows.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>

namespace rocketdesk::ui {

namespace {

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
    , m_today(addFigure(tr("Stored today")))
{
    m_row->setContentsMargins(16, 10, 16, 10);
    m_row->setSpacing(20);
    m_row->addStretch(1);
}

TotalsStrip::Figure TotalsStrip::addFigure(const QString &title)
{
    if (m_row->count() > 0)
        m_row->addWidget(makeLine(m_theme, Qt::Vertical, this));
    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    const Figure figure{new Label(m_theme, TextStyle::Display, Role::Text, {}, this), new Label(m_theme, TextStyle::Caption, Role::Text2, {}, this)};
    column->addWidget(new Label(m_theme, TextStyle::Small, Role::Text2, title, this));
    column->addWidget(figure.value);
    column->addWidget(figure.note);
    m_row->addLayout(column);
    return figure;
}

void TotalsStrip::fill(const Figure &figure, const QString &value, const QString &note, Role role)
{
    figure.value->setText(value);
    figure.value->setRole(role);
    figure.note->setText(note);
}

void TotalsStrip::show(const ClusterOverview &overview)
{
    const ClusterTotals totals = totalsOf(overview);
    const int silent = totals.brokers - totals.answered;
    fill(m_in, perSecond(totals.inTps), tr("%n masters, last 10 s", nullptr, totals.masters));
    fill(m_out, perSecond(totals.outTps), tr("of masters and slaves, last 10 s"));
    fill(m_brokers, QStringLiteral("%1 / %2").arg(totals.answered).arg(totals.brokers),
        silent == 0 ? tr("all answered") : tr("%n did not answer", nullptr, silent), silent == 0 ? Role::Text : Role::ErrorText);
    showDisk(totals);
    fill(m_today, format::number(totals.messagesInToday), tr("messages since midnight"));
}

void TotalsStrip::showDisk(const ClusterTotals &totals)
{
    if (!totals.fullestDisk)
        return fill(m_disk, format::none(), tr("no broker tells"));
    const double share = *totals.fullestDisk;
    const Role role = share >= diskFull ? Role::ErrorText : share >= diskNearlyFull ? Role::WarningText : Role::Text;
    fill(m_disk, format::percent(share), tr("%1 · writes stop at 90 %").arg(brokerTitle(totals.fullest)), role);
}

} // namespace rocketdesk::ui
