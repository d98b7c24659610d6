// SPDX-License-Identifier: Apache-2.0
// The message that the Live page has open, and what can be done with it.
#include "ui/common/words.h"
#include "ui/pages/live/livebars.h"
#include "ui/pages/live/livepage.h"
#include "ui/pages/live/liveview.h"
#include "ui/pages/live/messagedetail.h"
#include "ui/pages/live/messagejson.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/dockpanel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QMenu>
#include <QPushButton>

namespace rocketdesk::ui {

namespace {

using protocol::StoredMessage;

QString placeOf(const StoredMessage &message)
{
    return QStringLiteral("%1 %2 %3 %4").arg(message.topic.text(), message.brokerName.text()).arg(message.queueId.value()).arg(message.queueOffset.value());
}

/// Where it lies, as other pages name it.
Target messageTarget(const QString &page, const StoredMessage &message)
{
    return {page, message.topic.text(), {{QStringLiteral("broker"), message.brokerName.text()}, {QStringLiteral("queue"), message.queueId.value()},
        {QStringLiteral("offset"), message.queueOffset.value()}}};
}

void copy(const QString &text)
{
    QApplication::clipboard()->setText(text);
}

} // namespace

void LivePage::buildDock()
{
    m_dock = new DockPanel(theme());
    m_dock->setContent(m_detail, false);
    auto *again = makeButton(theme(), tr("Send again…"), Icon::Send, ButtonLook::Plain, m_dock);
    auto *watchTopic = makeButton(theme(), tr("Watch this topic"), Icon::Live, ButtonLook::Plain, m_dock);
    auto *copyAs = makeButton(theme(), tr("Copy as"), Icon::Copy, ButtonLook::Flat, m_dock);
    auto *menu = new QMenu(copyAs);
    menu->addAction(tr("Body"), this, [this] { copy(QString::fromUtf8(m_detail->body())); });
    menu->addAction(tr("Message as JSON"), this, [this] { copy(QString::fromUtf8(QJsonDocument(messageJson(*m_chosen, m_detail->body())).toJson())); });
    menu->addAction(tr("Unique id"), this, [this] { copy(m_chosen->messageId()); });
    menu->addAction(tr("Topic, broker, queue and offset"), this, [this] { copy(placeOf(*m_chosen)); });
    copyAs->setMenu(menu);
    QHBoxLayout *bar = m_dock->actionBar();
    bar->addWidget(again);
    bar->addWidget(watchTopic);
    bar->addStretch();
    bar->addWidget(copyAs);
    connect(again, &QPushButton::clicked, this, &LivePage::sendAgain);
    connect(watchTopic, &QPushButton::clicked, this, [this] { openTarget({id(), m_chosen->topic.text(), {}}); });
    setDock(m_dock);
    m_view->setMenuHook([this](QMenu &rowMenu, const LiveRow &row) { fillRowMenu(rowMenu, row); });
    connect(m_view, &LiveView::rowChosen, this, [this](const LiveRow &row) {
        if (row.isGap())
            return;
        m_chosen = row.message;
        if (isDockShown() && !m_dock->isPinned())
            openRow(row);
    });
    connect(m_view, &LiveView::opened, this, [this] {
        if (m_chosen)
            openRow({.message = m_chosen});
    });
}

void LivePage::openRow(const LiveRow &row)
{
    m_chosen = row.message;
    m_dock->setTitle(Icon::File, messageTitle(*row.message));
    m_detail->setMessage(row.message);
    showDock(true);
}

void LivePage::openScene()
{
    m_sceneOpens = false;
    m_view->selectionModel()->setCurrentIndex(m_model->index(std::max(0, m_model->rowCount() - 8), 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (m_chosen)
        openRow({.message = m_chosen});
}

void LivePage::openMessage(const Target &target)
{
    const TopicName topic(target.key);
    const QueueRef queue{BrokerName(target.details.value(QStringLiteral("broker")).toString()), QueueId(target.details.value(QStringLiteral("queue")).toInt())};
    const QueueOffset offset(target.details.value(QStringLiteral("offset")).toLongLong());
    m_opening = whenDone(client().openMessage(topic, queue, offset, context().asking()), this, [this](Result<StoredMessage> message) {
        banners().clear(QStringLiteral("open"));
        if (!message) {
            banners().put({.id = QStringLiteral("open"), .tone = Tone::Error, .fact = tr("The message could not be opened."), .reason = words(message.error()).line()});
            return;
        }
        openRow({.message = std::make_shared<const StoredMessage>(std::move(*message))});
    });
}

void LivePage::fillRowMenu(QMenu &menu, const LiveRow &row)
{
    menu.addAction(theme().icon(Icon::File), tr("Open message"), this, [this, row] { openRow(row); });
    menu.addAction(theme().icon(Icon::Live), tr("Watch this topic alone"), this, [this, topic = row.message->topic.text()] {
        const QStringList topics = m_topics->topics();
        m_topics->addTopics({topic});
        for (const QString &other : topics) {
            if (other != topic)
                m_topics->removeTopic(other);
        }
    });
    menu.addAction(theme().icon(Icon::Topic), tr("Go to topic"), this, [this, topic = row.message->topic.text()] { Q_EMIT openRequested({QStringLiteral("topics"), topic, {}}); });
    menu.addAction(theme().icon(Icon::Send), tr("Send again…"), this, [this, row] {
        openRow(row);
        sendAgain();
    });
}

void LivePage::sendAgain()
{
    if (!m_chosen)
        return;
    Target target = messageTarget(QStringLiteral("send"), *m_chosen);
    target.details.insert(QStringLiteral("body"), m_detail->body());
    QVariantMap properties;
    for (const protocol::Property &property : m_chosen->allProperties())
        properties.insert(property.name, property.value);
    target.details.insert(QStringLiteral("properties"), properties);
    Q_EMIT openRequested(target);
}

} // namespace rocketdesk::ui
