// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/send/sendpage.h"

#include "client/profile/places.h"
#include "ui/common/runningcalls.h"
#include "ui/pages/send/bodyeditor.h"
#include "ui/pages/send/sendform.h"
#include "ui/pages/send/sendresult.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pageheader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QTimer>

#include <algorithm>
#include <array>

namespace rocketdesk::ui {

namespace {

constexpr int savingMs = 400;
constexpr int routingMs = 300;
constexpr int mostCount = 100'000'000;
constexpr int mostRate = 1'000'000;

} // namespace

SendPage::SendPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("send"), tr("Send"), parent)
    , m_store(Places::fromEnvironment().data, context.connection)
    , m_saving(new QTimer(this))
    , m_routing(new QTimer(this))
{
    header().setRefreshable(false);
    buildContent();
    buildBar();
    for (QTimer *timer : {m_saving, m_routing})
        timer->setSingleShot(true);
    connect(m_saving, &QTimer::timeout, this, [this] {
        if (const auto saved = m_store.saveDraft(draft()); !saved)
            setStatusText(tr("The draft could not be kept: %1").arg(saved.error().remark));
    });
    connect(m_routing, &QTimer::timeout, this, &SendPage::readRoute);
    context.actions.add({QStringLiteral("send.once"), tr("Send the message"), Icon::Send, QKeySequence(Qt::CTRL | Qt::Key_Return)}, *this, [this] { sendOnce(); });
    setDraft(m_store.loadDraft());
    m_result->setHistory(m_store.history());
    setState(PageState::Ready);
}

SendPage::~SendPage()
{
    if (m_saving->isActive())
        (void)m_store.saveDraft(draft());
}

void SendPage::buildContent()
{
    m_form = new SendForm(theme());
    m_body = new BodyEditor(theme());
    m_result = new SendResult(theme());
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    const std::array<std::pair<QWidget *, int>, 3> parts = {{{scroll, 280}, {m_body, 240}, {m_result, 260}}};
    for (const auto &[part, least] : parts) {
        part->setMinimumWidth(theme().scaled(least));
        splitter->addWidget(part);
    }
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes({theme().scaled(392), theme().scaled(532), theme().scaled(350)});
    setContent(splitter);
    connect(m_form, &SendForm::changed, this, &SendPage::draftChanged);
    connect(m_form, &SendForm::topicChanged, this, [this] { m_routing->start(routingMs); });
    connect(m_body, &BodyEditor::changed, this, &SendPage::draftChanged);
    connect(m_result, &SendResult::againRequested, this, [this](int record) { setDraft(m_store.history().at(static_cast<std::size_t>(record)).draft); });
    connect(m_result, &SendResult::openRecordRequested, this, [this](int record) { openRecord(m_store.history().at(static_cast<std::size_t>(record))); });
    connect(m_result, &SendResult::openMessageRequested, this, [this] {
        if (!m_store.history().empty())
            openRecord(m_store.history().front());
    });
    connect(m_result, &SendResult::clearRequested, this, [this] {
        m_store.clearHistory();
        (void)m_store.saveHistory();
        m_result->setHistory({});
    });
}

void SendPage::buildBar()
{
    QHBoxLayout *bar = addActionBar();
    m_stop = makeButton(theme(), tr("Stop"), Icon::Stop, ButtonLook::DangerPlain, this);
    m_start = makeButton(theme(), tr("Start series"), Icon::Play, ButtonLook::Plain, this);
    m_once = makeButton(theme(), tr("Send once"), Icon::Send, ButtonLook::Primary, this);
    m_count = new QSpinBox(this);
    m_count->setRange(1, mostCount);
    m_count->setGroupSeparatorShown(true);
    m_count->setAccessibleName(tr("How many messages"));
    m_rate = new QSpinBox(this);
    m_rate->setRange(0, mostRate);
    m_rate->setSpecialValueText(tr("as fast as it goes"));
    m_rate->setGroupSeparatorShown(true);
    m_rate->setAccessibleName(tr("Messages a second"));
    m_problems = new Label(theme(), TextStyle::Small, Role::ErrorText, {}, this);
    m_problems->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    bar->addWidget(m_stop);
    bar->addWidget(new Label(theme(), TextStyle::Body, Role::Text, tr("Send"), this));
    bar->addWidget(m_count);
    bar->addWidget(new Label(theme(), TextStyle::Body, Role::Text, tr("times at"), this));
    bar->addWidget(m_rate);
    bar->addWidget(new Label(theme(), TextStyle::Body, Role::Text, tr("per second"), this));
    bar->addWidget(m_start);
    bar->addWidget(m_problems, 1);
    bar->addWidget(new Label(theme(), TextStyle::Small, Role::Text2, QStringLiteral("Ctrl+Enter"), this));
    bar->addWidget(m_once);
    connect(m_stop, &QPushButton::clicked, this, &SendPage::stop);
    connect(m_start, &QPushButton::clicked, this, &SendPage::startSeries);
    connect(m_once, &QPushButton::clicked, this, &SendPage::sendOnce);
    connect(m_count, &QSpinBox::valueChanged, this, &SendPage::draftChanged);
    connect(m_rate, &QSpinBox::valueChanged, this, &SendPage::draftChanged);
}

bool SendPage::prepareScene(const QString &scene)
{
    if (scene != QStringLiteral("ready"))
        return false;
    setDraft({.topic = QStringLiteral("order-created"), .tag = QStringLiteral("WEB"), .keys = QStringLiteral("SO-65100745 C31329"),
        .properties = {{true, QStringLiteral("channel"), QStringLiteral("web")}, {true, QStringLiteral("schema"), QStringLiteral("3")}},
        .body = R"({
  "orderId": "SO-65100745",
  "customer": { "id": "C31329", "city": "Utrecht" },
  "items": [
    { "sku": "PLT-0615", "name": "Dinner plate, Größe L", "quantity": 2, "price": 12.9 },
    { "sku": "TEA-0103", "name": "乌龙茶 Oolong, 100 g", "quantity": 1, "price": 14.9 }
  ],
  "total": 40.7,
  "currency": "EUR"
})"});
    return true;
}

void SendPage::setDraft(const SendDraft &draft)
{
    m_filling = true;
    m_form->setDraft(draft);
    m_body->setBody(draft.body);
    m_count->setValue(static_cast<int>(std::min<qint64>(draft.count, mostCount)));
    m_rate->setValue(static_cast<int>(draft.perSecond));
    m_filling = false;
    draftChanged();
    m_routing->start(routingMs);
}

SendDraft SendPage::draft() const
{
    SendDraft draft;
    m_form->fill(draft);
    draft.body = m_body->body();
    draft.count = m_count->value();
    draft.perSecond = m_rate->value();
    return draft;
}

void SendPage::draftChanged()
{
    if (m_filling)
        return;
    m_saving->start(savingMs);
    if (m_problemCount > 0)
        (void)check(); // what was wrong is looked at again while it is put right
    updateButtons();
}

bool SendPage::check()
{
    const SendDraft now = draft();
    m_problemCount = m_form->showProblems(checkMessage(now.message(), now.options(), QDateTime::currentMSecsSinceEpoch()));
    if (!m_body->error().isEmpty())
        ++m_problemCount;
    updateButtons();
    return m_problemCount == 0;
}

void SendPage::updateButtons()
{
    const bool readOnly = context().readOnly;
    const bool busy = m_series != nullptr;
    m_problems->setText(m_problemCount > 0 ? tr("%n problems above", nullptr, m_problemCount) : QString());
    const bool production = context().environment == Environment::Production;
    m_once->setText(production ? tr("Send once to %1").arg(context().connection) : tr("Send once"));
    for (QPushButton *button : {m_once, m_start}) {
        button->setEnabled(!readOnly && !busy && m_problemCount == 0);
        button->setToolTip(readOnly ? tr("The profile is read-only") : QString());
    }
    m_stop->setVisible(busy);
}

void SendPage::refresh()
{
    if (!context().client)
        return;
    m_names = whenDone(client().ask(commands::GetAllTopicListFromNameserver(), rocketdesk::Target::nameServer(), {.limit = milliseconds(0), .origin = Origin::Send}), this,
        [this](const Result<commands::TopicListReply> &names) {
            if (!names)
                return; // completion is a help, not a need
            QStringList topics;
            for (const TopicName &topic : names->body.topicList)
                topics << topic.text();
            topics.sort(Qt::CaseInsensitive);
            m_form->setKnownTopics(topics);
        });
}

void SendPage::readRoute()
{
    const QString topic = m_form->topic();
    m_form->setTopicHint({});
    if (topic.isEmpty() || !context().client)
        return;
    m_route = whenDone(client().ask(commands::GetRouteInfoByTopic{TopicName(topic), true}, rocketdesk::Target::nameServer(), {.limit = milliseconds(0), .origin = Origin::Send}), this,
        [this](const Result<commands::GetRouteInfoByTopic::Reply> &route) { takeRoute(route); });
}

void SendPage::takeRoute(const Result<commands::GetRouteInfoByTopic::Reply> &route)
{
    if (!route) {
        const bool missing = route.error().kind == Error::Kind::NoRoute || route.error().kind == Error::Kind::NotFound;
        m_form->setQueues({});
        return m_form->setTopicHint(missing ? tr("This topic does not exist. Sent to all the same, a broker that creates topics by itself makes it; else create it on the Topics page.")
                                            : wordsFor(route.error(), [](const char *text) { return QCoreApplication::translate("Words", text); }).sentence);
    }
    const RoutePtr known = makeRoute(TopicName(m_form->topic()), route->body, {});
    m_form->setQueues(known->publish);
    QStringList brokers;
    for (const BrokerRef &broker : known->brokers)
        brokers << broker.name.text();
    m_form->setTopicHint(known->publish.empty() ? tr("No queue of this topic may be sent to.")
                                                : tr("%n queues on %1", nullptr, static_cast<int>(known->publish.size())).arg(brokers.join(QStringLiteral(", "))));
}

void SendPage::openTarget(const Target &target)
{
    if (target.key.isEmpty())
        return;
    SendDraft next = draft();
    next.topic = target.key;
    next.queue.reset();
    if (target.details.contains(QStringLiteral("body"))) {
        next.body = target.details.value(QStringLiteral("body")).toByteArray();
        next.properties.clear();
        const QVariantMap properties = target.details.value(QStringLiteral("properties")).toMap();
        next.tag = properties.value(QString(protocol::property::Tags)).toString();
        next.keys = properties.value(QString(protocol::property::Keys)).toString();
        for (auto it = properties.cbegin(); it != properties.cend(); ++it) {
            if (!protocol::isReservedProperty(it.key()))
                next.properties.push_back({true, it.key(), it.value().toString()});
        }
    }
    setDraft(next);
}

} // namespace rocketdesk::ui
