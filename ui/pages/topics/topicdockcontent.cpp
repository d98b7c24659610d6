// SPDX-License-Identifier: Apache-2.0
// What the dock shows of a topic, part by part, as the parts come.
#include "ui/common/format.h"
#include "ui/common/words.h"
#include "ui/pages/topics/routepicture.h"
#include "ui/pages/topics/topicdock.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dockpanel.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <algorithm>

namespace rocketdesk::ui {

namespace {

const QString skewBanner = QStringLiteral("skew");
const QString failureBanner = QStringLiteral("failure");

qint64 newestWrite(const TopicDetail &detail)
{
    qint64 newest = 0;
    for (const QueueStatus &queue : detail.queues)
        newest = std::max(newest, queue.lastWriteMs);
    return newest;
}

} // namespace

void TopicDock::clear()
{
    m_facts->clear();
    m_banners->clearAll();
    m_routes->clear();
    m_queues->clear();
    m_groups->clear();
    m_picture->show(m_line->topic.name.text(), {});
    m_agreement->setText(tr("reading…"));
    m_agreement->setRole(Role::Text2);
    m_queueCount->setText({});
    m_configNote->setText(tr("reading…"));
    m_groupNote->setText(tr("reading…"));
    if (m_configs)
        m_configs->clear();
    presentFacts({});
}

void TopicDock::ended(Result<TopicDetail> detail)
{
    if (detail)
        return present(*detail);
    if (detail.error().kind == Error::Kind::Cancelled)
        return;
    const ErrorText text = words(detail.error());
    m_agreement->setText({});
    m_banners->put({.id = failureBanner, .tone = Tone::Error, .fact = text.sentence, .reason = text.reason});
}

void TopicDock::present(const TopicDetail &detail)
{
    presentFacts(detail);
    presentRoute(detail);
    presentQueues(detail);
    presentConfig(detail);
    presentGroups(detail);
    presentFailures(detail);
}

void TopicDock::presentFacts(const TopicDetail &detail)
{
    const TopicRow &topic = m_line->topic;
    m_facts->setFact(tr("Type"), topic.order ? tr("%1 · ordered").arg(typeWord(topic.type)) : typeWord(topic.type));
    m_facts->setFact(tr("Queues"), tr("%1 read · %2 write · on %n brokers", nullptr, static_cast<int>(topic.brokers.size())).arg(topic.readQueues).arg(topic.writeQueues));
    m_facts->setFact(tr("Permission"), permissionName(topic.perm), topic.perm == 6 ? Tone::Normal : Tone::Warning);
    qint64 messages = 0;
    for (const QueueStatus &queue : detail.queues)
        messages += queue.messages();
    const QString count = detail.queues.empty() ? format::none() : format::number(messages);
    m_facts->setFact(tr("Messages"), detail.inTps ? tr("%1 · %2 /s").arg(count, format::decimal(*detail.inTps)) : count);
    const qint64 written = newestWrite(detail);
    m_facts->setFact(tr("Last write"), written > 0 ? format::fullTime(written) : format::none());
    m_facts->setFact(tr("Groups"), detail.complete ? format::number(static_cast<qint64>(detail.groups.size())) : format::none());
}

void TopicDock::presentRoute(const TopicDetail &detail)
{
    if (const commands::TopicRouteData *route = detail.route()) {
        m_routes->setRows(routeRows(*route));
        m_picture->show(detail.topic.text(), *route);
    }
    if (detail.routes.empty())
        return;
    const auto [sentence, tone] = routeAgreement(detail.routes);
    m_agreement->setText(sentence);
    m_agreement->setRole(tone == Tone::Warning ? Role::WarningText : Role::Text2);
}

void TopicDock::presentQueues(const TopicDetail &detail)
{
    if (detail.queues.empty() && !detail.complete)
        return;
    m_queues->setRows(queueRows(detail.queues));
    m_queueCount->setText(format::number(static_cast<qint64>(detail.queues.size())));
    const QString skew = skewSentence(detail.queues);
    if (skew.isEmpty())
        m_banners->clear(skewBanner);
    else
        m_banners->put({.id = skewBanner, .tone = Tone::Warning, .fact = {}, .reason = skew, .closable = false});
}

void TopicDock::presentConfig(const TopicDetail &detail)
{
    if (detail.configs.empty())
        return;
    QStringList brokers;
    for (const TopicConfigAnswer &answer : detail.configs) {
        if (answer.reply)
            brokers << answer.broker.name.text();
    }
    const std::vector<ConfigRow> rows = compareConfigs(detail.configs);
    const auto differing = std::count_if(rows.cbegin(), rows.cend(), [](const ConfigRow &row) { return row.differs; });
    // the columns are the topic's brokers, so a topic has a model of its own
    auto *model = new TableModel<ConfigRow>(configColumns(brokers), [](const ConfigRow &row) { return row.key; }, this);
    model->setRows(rows);
    m_configTable->setTable(model);
    delete std::exchange(m_configs, model);
    m_configNote->setText(brokers.size() < 2 ? tr("%n settings", nullptr, static_cast<int>(rows.size()))
            : differing > 0                  ? tr("%n settings differ between brokers", nullptr, static_cast<int>(differing))
                                             : tr("the same on all %n brokers", nullptr, static_cast<int>(brokers.size())));
    m_configNote->setRole(differing > 0 ? Role::WarningText : Role::Text2);
}

void TopicDock::presentGroups(const TopicDetail &detail)
{
    if (detail.groups.empty() && !detail.complete)
        return;
    m_groups->setRows(detail.groups);
    m_groupNote->setText(detail.groups.empty() ? tr("No group consumes this topic, online or with offsets.")
                                               : tr("%n groups consume this topic, online or with offsets", nullptr, static_cast<int>(detail.groups.size())));
    m_groupTable->setVisible(!detail.groups.empty());
}

void TopicDock::presentFailures(const TopicDetail &detail)
{
    if (detail.failures.empty())
        return m_banners->clear(failureBanner);
    const ErrorText text = words(detail.failures.front().error);
    m_banners->put({.id = failureBanner, .tone = Tone::Warning, .fact = text.sentence, .reason = tr("Its part is missing here.")});
}

} // namespace rocketdesk::ui
