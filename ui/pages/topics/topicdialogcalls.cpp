// SPDX-License-Identifier: Apache-2.0
// What the dialog of a topic reads and writes.
#include "client/client.h"
#include "ui/common/runningcalls.h"
#include "ui/common/words.h"
#include "ui/pages/topics/topicdialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QPointer>
#include <QSpinBox>

#include <algorithm>

namespace rocketdesk::ui {

void TopicDialog::readBrokers()
{
    auto asking = m_client.ask(commands::GetBrokerClusterInfo(), rocketdesk::Target::nameServer(), m_context.asking());
    m_reading = m_context.running.watch(std::move(asking), tr("Reading the brokers"), this, [this](Result<commands::GetBrokerClusterInfo::Reply> &&reply) {
        if (reply)
            brokersKnown(brokersOf(reply->body, false));
        else
            cannotRead(reply.error());
    });
}

void TopicDialog::brokersKnown(std::vector<BrokerRef> brokers)
{
    for (BrokerRef &broker : brokers)
        m_places.push_back({std::move(broker), {}, nullptr});
    if (!creates())
        return readConfigs();
    addBoxes();
    m_filled = true;
    present();
    Q_EMIT filled();
}

void TopicDialog::readConfigs()
{
    std::vector<BrokerRef> brokers;
    for (const Place &place : m_places)
        brokers.push_back(place.broker);
    setBlocked(tr("The configurations are being read"));
    auto asking = m_client.readConfigs(m_topic, std::move(brokers), m_context.asking());
    m_reading = m_context.running.watch(std::move(asking), tr("Reading configurations of %1").arg(m_topic.text()), this, [this](Result<std::vector<TopicConfigAnswer>> &&answers) {
        if (answers)
            configsKnown(*answers);
        else
            cannotRead(answers.error());
    });
}

void TopicDialog::configsKnown(const std::vector<TopicConfigAnswer> &answers)
{
    const commands::TopicConfig *first = nullptr;
    std::vector<Place> places;
    for (const TopicConfigAnswer &answer : answers) {
        if (!answer.reply) {
            addNote(Tone::Warning, QStringLiteral("**%1**: %2").arg(answer.broker.name.text(), words(answer.reply.error()).line()));
            continue;
        }
        places.push_back({answer.broker, *answer.reply, nullptr});
        if (*answer.reply && !first)
            first = &**answer.reply;
    }
    for (const Place &place : m_places)
        delete place.box;
    m_places = std::move(places);
    addBoxes();
    if (first && !m_filled)
        fillForm(*first);
    m_filled = true;
    present();
    QMetaObject::invokeMethod(this, &TopicDialog::growToContent, Qt::QueuedConnection); // when the boxes are there
    Q_EMIT filled();
}

void TopicDialog::addBoxes()
{
    for (Place &place : m_places) {
        place.box = new QCheckBox(place.broker.name.text());
        // a broker without the topic gets it only when asked to; after a failure only what failed is tried again
        const bool failed = std::find(m_failed.cbegin(), m_failed.cend(), place.broker) != m_failed.cend();
        place.box->setChecked(m_failed.empty() ? creates() || place.before.has_value() : failed);
        m_boxes->addWidget(place.box);
        connect(place.box, &QCheckBox::toggled, this, &TopicDialog::present);
    }
}

void TopicDialog::fillForm(const commands::TopicConfig &config)
{
    m_readQueues->setValue(config.readQueueNums);
    m_writeQueues->setValue(config.writeQueueNums);
    m_perm->setCurrentIndex(std::max(0, m_perm->findData(config.perm)));
    m_order->setChecked(config.order);
    const QString type = config.attributes ? config.attributes->value(QStringLiteral("message.type")) : QString();
    if (!type.isEmpty() && type != QStringLiteral("NORMAL") && m_type->findData(type) < 0)
        m_type->addItem(type, type); // one that this dialog has no word for
    m_type->setCurrentIndex(std::max(0, m_type->findData(type)));
    m_typeBefore = type;
    const auto attribute = [&config](const char *name) { return config.attributes ? config.attributes->value(QLatin1StringView(name)) : QString(); };
    m_cleanup->setCurrentIndex(std::max(0, m_cleanup->findData(attribute("cleanup.policy"))));
    m_queueType->setCurrentIndex(std::max(0, m_queueType->findData(attribute("queue.type"))));
    if (const QString reserve = attribute("reserve.time"); !reserve.isEmpty())
        m_reserve->setValue(reserve.toInt());
}

void TopicDialog::cannotRead(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    addNote(Tone::Error, words(error).line());
    setBlocked(tr("What is there now could not be read"));
}

QString TopicDialog::command(const std::vector<TopicPreview> &previews) const
{
    QStringList servers;
    for (const Endpoint &server : m_client.profile().nameServers)
        servers << server.toString();
    QStringList lines;
    for (const TopicPreview &preview : previews) {
        const commands::TopicConfig &after = preview.after;
        QString line = QStringLiteral("mqadmin updateTopic -n '%1' -b %2 -t '%3' -r %4 -w %5 -p %6 -o %7")
                           .arg(servers.join(u';'), preview.broker.address.toString(), topic().text())
                           .arg(after.readQueueNums)
                           .arg(after.writeQueueNums)
                           .arg(after.perm)
                           .arg(after.order ? QStringLiteral("true") : QStringLiteral("false"));
        if (const auto attributes = commandFor(preview).attributes; attributes && !attributes->isEmpty())
            line += QStringLiteral(" -a '%1'").arg(*attributes);
        lines << line;
    }
    return lines.join(u'\n');
}

void TopicDialog::write()
{
    const QString name = topic().text();
    clearNotes();
    setWriting(true);
    auto writing = m_client.writeTopic(previews(), m_context.asking(), this, [this](const StepResult &step) {
        const auto [tone, text] = stepNote(step);
        addNote(tone, text);
    });
    m_writing = m_context.running.watch(std::move(writing), tr("Writing topic %1").arg(name), this, [this](Result<std::vector<StepResult>> &&steps) { ended(steps); });
}

void TopicDialog::ended(const Result<std::vector<StepResult>> &steps)
{
    setWriting(false);
    if (steps && allDone(*steps)) {
        Q_EMIT written(topic().text());
        return accept();
    }
    if (!steps) {
        addNote(Tone::Error, words(steps.error()).line());
        return;
    }
    const bool changed = std::any_of(steps->cbegin(), steps->cend(), [](const StepResult &step) { return step.state == StepResult::State::Changed; });
    m_failed = changed ? std::vector<BrokerRef>() : failedServers(*steps, commands::UpdateAndCreateTopic::request.code);
    if (!creates())
        return readConfigs(); // what was written is what is there now: the preview then asks only for the rest
    if (changed) {
        clearNotes();
        return addNote(Tone::Error, tr("The topic exists already, so nothing was written. Change it instead, or choose another name."));
    }
    for (const Place &place : m_places)
        place.box->setChecked(std::find(m_failed.cbegin(), m_failed.cend(), place.broker) != m_failed.cend());
    present();
}

} // namespace rocketdesk::ui
