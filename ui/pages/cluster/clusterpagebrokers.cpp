// SPDX-License-Identifier: Apache-2.0
// What the cluster page asks of single brokers: a silent one again, settings, a comparison of two.
#include "client/client.h"
#include "ui/common/runningcalls.h"
#include "ui/common/words.h"
#include "ui/pages/cluster/brokerdetail.h"
#include "ui/pages/cluster/clusterpage.h"
#include "ui/widgets/tableview.h"

#include <QElapsedTimer>
#include <QMenu>
#include <QPushButton>

namespace rocketdesk::ui {

using Tab = BrokerDetail::Tab;

void ClusterPage::askFailedAgain()
{
    for (const BrokerStatus &status : m_overview.brokers) {
        if (!status.runtime)
            askAgain(status.broker);
    }
}

void ClusterPage::askAgain(const BrokerRef &broker)
{
    QElapsedTimer since;
    since.start();
    auto asking = client().ask(commands::GetBrokerRuntimeInfo(), rocketdesk::Target::at(broker.address), context().asking());
    m_againCalls[brokerKey(broker)] = context().running.watch(std::move(asking), tr("Asking %1").arg(brokerTitle(broker)), this,
        [this, broker, since](Result<commands::KvTableReply> &&reply) { answeredAgain(broker, std::move(reply), since.nsecsElapsed()); });
}

void ClusterPage::answeredAgain(const BrokerRef &broker, Result<commands::KvTableReply> reply, qint64 costNs)
{
    const auto status = std::find_if(m_overview.brokers.begin(), m_overview.brokers.end(), [&broker](const BrokerStatus &each) { return each.broker == broker; });
    if (status == m_overview.brokers.end())
        return;
    const QString key = brokerKey(broker);
    status->cost = std::chrono::nanoseconds(costNs);
    if (reply) {
        status->runtime = readRuntime(reply->body);
        m_before[key] = std::exchange(m_now[key], status->runtime->values);
    } else {
        if (!reply.error().where.contains(broker.name.text()))
            reply.error().where = broker.label();
        status->runtime = failed(std::move(reply.error()));
    }
    m_settings.erase(key);
    present();
}

const BrokerRow *ClusterPage::currentRow() const
{
    return m_brokers->find(m_table->currentKey());
}

void ClusterPage::presentDetail()
{
    const BrokerRow *row = currentRow();
    m_detail->compareButton()->setEnabled(row && m_brokers->storedCount() > 1);
    if (!row)
        return;
    switch (m_detail->currentTab()) {
    case Tab::Runtime: return presentRuntime(*row);
    case Tab::Settings: return presentSettings(*row);
    case Tab::Comparison: return presentComparison(*row);
    }
}

void ClusterPage::presentRuntime(const BrokerRow &row)
{
    if (!row.answered())
        return m_detail->showFailure(Tab::Runtime, row.status.runtime.error());
    const auto before = m_before.find(brokerKey(row.status.broker));
    m_detail->showRuntime(row.status.broker, row.status.runtime->values, before == m_before.end() ? Values() : before->second);
}

void ClusterPage::presentSettings(const BrokerRow &row)
{
    const Result<BrokerSettings> *settings = settingsOf(row.status.broker);
    if (!settings)
        m_detail->showLoading(Tab::Settings, tr("Reading the settings of %1").arg(brokerTitle(row.status.broker)));
    else if (!*settings)
        m_detail->showFailure(Tab::Settings, settings->error());
    else
        m_detail->showSettings(**settings);
}

void ClusterPage::presentComparison(const BrokerRow &row)
{
    const BrokerRow *other = m_brokers->find(m_other);
    if (!other)
        return m_detail->showHint(Tab::Comparison, tr("Compare two brokers"), tr("Choose the broker whose settings stand beside those of %1.").arg(brokerTitle(row.status.broker)));
    const Result<BrokerSettings> *a = settingsOf(row.status.broker);
    const Result<BrokerSettings> *b = settingsOf(other->status.broker);
    if (!a || !b)
        return m_detail->showLoading(Tab::Comparison, tr("Reading the settings of %1 and %2").arg(brokerTitle(row.status.broker), brokerTitle(other->status.broker)));
    if (!*a || !*b)
        return m_detail->showFailure(Tab::Comparison, !*a ? a->error() : b->error());
    m_detail->showComparison(row.status.broker, other->status.broker, compareSettings(**a, **b));
}

const Result<BrokerSettings> *ClusterPage::settingsOf(const BrokerRef &broker)
{
    const QString key = brokerKey(broker);
    if (const auto known = m_settings.find(key); known != m_settings.end())
        return &known->second;
    if (m_settingsCalls[key].isRunning())
        return nullptr;
    auto asking = client().ask(commands::GetBrokerConfig(), rocketdesk::Target::at(broker.address), context().asking());
    m_settingsCalls[key] = context().running.watch(std::move(asking), tr("Settings of %1").arg(brokerTitle(broker)), this,
        [this, key](Result<commands::GetBrokerConfig::Reply> &&reply) {
            m_settings.insert_or_assign(key, reply ? Result<BrokerSettings>(parseSettings(reply->body)) : Result<BrokerSettings>(failed(std::move(reply.error()))));
            presentDetail();
        });
    return nullptr;
}

void ClusterPage::forgetSettingsOfCurrent()
{
    const BrokerRow *row = currentRow();
    if (!row)
        return;
    if (m_detail->currentTab() == Tab::Runtime)
        return askAgain(row->status.broker);
    m_settings.erase(m_table->currentKey());
    m_settings.erase(m_other);
    presentDetail();
}

void ClusterPage::chooseOther()
{
    const BrokerRow *row = currentRow();
    if (!row)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const BrokerRow &other : m_brokers->rows()) {
        const QString key = brokerKey(other.status.broker);
        if (key != m_table->currentKey())
            menu->addAction(brokerTitle(other.status.broker), this, [this, key] { compareWith(key); });
    }
    const QPushButton *button = m_detail->compareButton();
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void ClusterPage::compareWith(const QString &key)
{
    m_other = key;
    m_detail->setCurrentTab(Tab::Comparison);
    presentDetail();
}

} // namespace rocketdesk::ui
