// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/topics/topicremovaldialog.h"

#include "client/client.h"
#include "ui/common/format.h"
#include "ui/common/runningcalls.h"
#include "ui/common/words.h"
#include "ui/widgets/tableview.h"

#include <QDateTime>
#include <QHeaderView>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int mostGroupsNamed = 3;
constexpr int mostLossesInSight = 8; // of a cluster's brokers; the others are scrolled to

} // namespace

TopicRemovalDialog::TopicRemovalDialog(const PageContext &context, Client &client, const TopicName &topic, QWidget *parent)
    : ConfirmDialog(context.theme, tr("Delete topic %1 from %2?").arg(topic.text(), context.connection), parent)
    , m_context(context)
    , m_client(client)
    , m_topic(topic)
    , m_losses(new TableModel<LossRow>(lossColumns(), [](const LossRow &row) { return row.where; }, this))
    , m_table(new TableView(context.theme))
{
    m_table->setTable(m_losses);
    m_table->setAccessibleName(tr("What is lost"));
    setLowContent(m_table);
    resize(context.theme.scaled(720), context.theme.scaled(360));
    setVerb(tr("Delete from %1").arg(shortened(context.connection)), Severity::Named, Icon::Delete);
    setNameToType(context.environment == Environment::Production ? tr("This is a production connection. Type the topic's name to delete it.") : tr("Type the topic's name to delete it."),
        topic.text());
    connect(this, &ConfirmDialog::verbPressed, this, &TopicRemovalDialog::remove);
    connect(this, &ConfirmDialog::stopRequested, this, [this] { m_removing.cancel(); });
    read();
}

void TopicRemovalDialog::read()
{
    setBlocked(tr("What would be lost is being read"));
    setCalls(tr("Reading what would be lost…"));
    m_reading = m_context.running.watch(m_client.previewRemoval(m_topic, m_context.asking()), tr("What deleting %1 would take away").arg(m_topic.text()), this, [this](Result<TopicRemoval> &&removal) {
        if (removal)
            return present(*removal);
        addNote(Tone::Error, words(removal.error()).line());
        setCalls({});
        setBlocked(tr("What would be lost could not be read"));
    });
}

void TopicRemovalDialog::present(const TopicRemoval &removal)
{
    m_brokers = removal.brokers;
    m_losses->setRows(lossRows(removal, QDateTime::currentMSecsSinceEpoch()));
    m_table->fitColumn(QStringLiteral("where"), m_table->width() - m_context.theme.scaled(376)); // the others keep what they need
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + std::min(m_losses->rowCount(), mostLossesInSight) * m_table->verticalHeader()->defaultSectionSize());
    addReaders(removal);
    addWriters(removal);
    for (const BrokerFailure &failure : removal.failures)
        addNote(Tone::Warning, unknownText(failure) + u' ' + words(failure.error).line());
    addNote(Tone::Warning, tr("Messages cannot be brought back."));
    const QString brokers = tr("%n brokers", nullptr, static_cast<int>(removal.brokers.size()));
    const QString nameServers = tr("%n name servers", nullptr, static_cast<int>(removal.nameServers.size()));
    setCalls(tr("%n calls: 215 to %1, 216 to %2", nullptr, removal.calls()).arg(brokers, nameServers));
    setCommand(command(removal));
    setBlocked(m_context.readOnly ? tr("The profile is read-only") : QString());
}

void TopicRemovalDialog::addReaders(const TopicRemoval &removal)
{
    if (removal.groups.empty() && removal.isUnknown(commands::QueryTopicConsumeByWho::request))
        return; // what is not known is said
    if (removal.groups.empty())
        return addNote(Tone::Ok, tr("No group reads it."));
    QStringList names;
    qint64 backlog = 0;
    for (const GroupBacklog &group : removal.groups) {
        if (names.size() < mostGroupsNamed)
            names << group.group.text();
        backlog += group.messages;
    }
    const auto all = static_cast<int>(removal.groups.size());
    QString named = names.join(QStringLiteral(", "));
    if (all > mostGroupsNamed)
        named = tr("%1 and %n more", nullptr, all - mostGroupsNamed).arg(named);
    addNote(Tone::Error, tr("**%n groups read it**: %1. They have not consumed %2 messages yet.", nullptr, all).arg(named, format::number(backlog)));
}

void TopicRemovalDialog::addWriters(const TopicRemoval &removal)
{
    const qint64 written = removal.lastWriteMs();
    if (removal.inTps > 0)
        return addNote(Tone::Error, tr("**It is being written to**: %1 messages a second, last at %2.").arg(format::decimal(removal.inTps), format::time(written)));
    if (written == 0 && removal.isUnknown(commands::GetTopicStatsInfo::request))
        return;
    addNote(Tone::Accent, written > 0 ? tr("Last written to at %1.").arg(format::fullTime(written)) : tr("It holds no message with a time of writing."));
}

QString TopicRemovalDialog::command(const TopicRemoval &removal) const
{
    QStringList servers;
    for (const Endpoint &server : removal.nameServers)
        servers << server.toString();
    QStringList clusters;
    for (const BrokerRef &broker : removal.brokers) {
        if (!clusters.contains(broker.cluster.text()))
            clusters << broker.cluster.text();
    }
    QStringList lines;
    for (const QString &cluster : std::as_const(clusters))
        lines << QStringLiteral("mqadmin deleteTopic -n '%1' -c '%2' -t '%3'").arg(servers.join(u';'), cluster, m_topic.text());
    return lines.join(u'\n');
}

void TopicRemovalDialog::remove()
{
    clearNotes();
    setWriting(true);
    auto removing = m_client.removeTopic(m_topic, m_brokers, m_context.asking(), this, [this](const StepResult &step) {
        const auto [tone, text] = stepNote(step);
        addNote(tone, text);
    });
    m_removing = m_context.running.watch(std::move(removing), tr("Deleting topic %1").arg(m_topic.text()), this, [this](Result<std::vector<StepResult>> &&steps) { ended(steps); });
}

void TopicRemovalDialog::ended(const Result<std::vector<StepResult>> &steps)
{
    setWriting(false);
    if (!steps)
        return addNote(Tone::Error, words(steps.error()).line());
    if (allDone(*steps)) {
        Q_EMIT removed(m_topic.text());
        return accept();
    }
    m_brokers = failedServers(*steps, commands::DeleteTopicInBroker::request.code);
    const auto failures = std::count_if(steps->cbegin(), steps->cend(), [](const StepResult &step) { return step.state == StepResult::State::Failed; });
    setVerb(tr("Retry the %n that failed", nullptr, static_cast<int>(failures)), Severity::Named, Icon::Delete);
}

} // namespace rocketdesk::ui
