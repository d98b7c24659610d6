// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/send/sendpage.h"

#include "client/profile/places.h"
#include "ui/common/runningcalls.h"
#include "ui/common/words.h"
#include "ui/pages/send/bodyeditor.h"
#include "ui/pages/send/sendform.h"
#include "ui/pages/send/sendresult.h"
#include "ui/pages/send/topictype.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pageheader.h"

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

/// A name that RocketMQ keeps for itself; what has a field of its own is shown the way there.
std::optional<Wording> reserved(const SendDraft::UserProperty &property)
{
    if (property.name == protocol::property::Tags)
        return Wording{QT_TRANSLATE_NOOP("Words", "TAGS is reserved by RocketMQ. Use the Tag field above, or rename it.")};
    if (property.name == protocol::property::Keys)
        return Wording{QT_TRANSLATE_NOOP("Words", "KEYS is reserved by RocketMQ. Use the Keys field above, or rename it.")};
    return checkUserProperty(property.name, property.value);
}

} // namespace

SendPage::SendPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("send"), tr("Send"), parent)
    , m_store(Places::fromEnvironment().data, context.keptName())
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
    context.actions.add({.id = QStringLiteral("send.once"), .text = tr("Send the message"), .icon = Icon::Send, .shortcut = QKeySequence(Qt::CTRL | Qt::Key_Return), .menu = tr("Send")}, *this,
        [this] { sendOnce(); });
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
    const std::array<std::pair<QWidget *, int>, 3> parts = {{{scroll, 280}, {m_body, 0}, {m_result, 312}}}; // the body: as narrow as its buttons allow
    for (const auto &[part, least] : parts) {
        if (least > 0)
            part->setMinimumWidth(theme().scaled(least));
        splitter->addWidget(part);
    }
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes({theme().scaled(392), theme().scaled(516), theme().scaled(366)});
    setContent(splitter);
    connect(m_form, &SendForm::changed, this, &SendPage::draftChanged);
    connect(m_form, &SendForm::topicChanged, this, [this] { m_routing->start(routingMs); });
    connect(m_form, &SendForm::createTopicRequested, this, [this] { createTopicFirst(m_form->topic()); });
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
    auto *times = new Label(theme(), TextStyle::Body, Role::Text, {}, this);
    auto *perSecond = new Label(theme(), TextStyle::Body, Role::Text, tr("per second"), this);
    bar->addWidget(times);
    bar->addWidget(m_rate);
    bar->addWidget(perSecond);
    bar->addWidget(m_start);
    bar->addWidget(m_problems, 1);
    bar->addWidget(new Label(theme(), TextStyle::Small, Role::Text2, QStringLiteral("Ctrl+Enter"), this));
    bar->addWidget(m_once);
    for (const auto &[box, least] : {std::pair(m_count, 72), std::pair(m_rate, 58)}) {
        box->setButtonSymbols(QAbstractSpinBox::NoButtons); // the arrow keys do it, and the bar is short
        const auto fit = [this, box = box, least = least] { box->setFixedWidth(std::max(theme().scaled(least), box->fontMetrics().horizontalAdvance(box->text()) + theme().scaled(26))); };
        connect(box, &QSpinBox::textChanged, this, fit);
        fit();
    }
    // one sentence with the fields in it
    const auto tell = [this, times, perSecond] {
        const bool limited = m_rate->value() > 0;
        times->setText(limited ? tr("times at") : tr("times,"));
        perSecond->setVisible(limited);
    };
    connect(m_rate, &QSpinBox::valueChanged, this, tell);
    tell();
    connectBar();
}

void SendPage::connectBar()
{
    const QList<QWidget *> order = {m_stop, m_count, m_rate, m_start, m_once};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
    connect(m_stop, &QPushButton::clicked, this, &SendPage::stop);
    connect(m_start, &QPushButton::clicked, this, &SendPage::startSeries);
    connect(m_once, &QPushButton::clicked, this, &SendPage::sendOnce);
    connect(m_count, &QSpinBox::valueChanged, this, &SendPage::draftChanged);
    connect(m_rate, &QSpinBox::valueChanged, this, &SendPage::draftChanged);
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
    if (!m_topicMissing)
        m_form->setTopicWarning(typeConflict(m_topicType, draft()));
    if (m_problemCount > 0)
        (void)check(); // what was wrong is looked at again while it is put right
    updateButtons();
}

bool SendPage::check()
{
    const SendDraft now = draft();
    std::vector<SendProblem> problems = checkMessage(now.message(), now.options(), QDateTime::currentMSecsSinceEpoch());
    for (const SendDraft::UserProperty &property : now.properties) { // a tag among them would be replaced by the one above without a word
        if (!property.used || (property.name.isEmpty() && property.value.isEmpty()) || !protocol::isReservedProperty(property.name))
            continue;
        if (const auto wrong = reserved(property))
            problems.push_back({SendProblem::Field::Property, property.name, *wrong});
    }
    QStringList ofBody;
    std::erase_if(problems, [&ofBody](const SendProblem &problem) {
        if (problem.field == SendProblem::Field::Body)
            ofBody << words(problem.words);
        return problem.field == SendProblem::Field::Body;
    });
    m_body->setProblem(sentences(ofBody));
    m_problemCount = m_form->showProblems(problems, checkTag(now.tag.trimmed())) + static_cast<int>(ofBody.size()) + (m_body->error().isEmpty() ? 0 : 1);
    updateButtons();
    return m_problemCount == 0;
}

void SendPage::updateButtons()
{
    const bool readOnly = context().readOnly;
    const bool busy = m_series != nullptr;
    const bool focused = m_start->hasFocus() || m_stop->hasFocus();
    m_problems->setText(m_problemCount > 0 ? tr("%n problems above", nullptr, m_problemCount) : QString());
    m_problems->setMinimumWidth(m_problems->sizeHint().width());
    const bool production = context().environment == Environment::Production;
    m_once->setText(production ? tr("Send once to %1").arg(shortened(context().connection)) : tr("Send once"));
    for (QPushButton *button : {m_once, m_start}) {
        button->setEnabled(!readOnly && !busy && m_problemCount == 0);
        button->setToolTip(readOnly ? tr("The profile is read-only") : QString());
    }
    m_stop->setVisible(busy);
    m_start->setVisible(!busy);
    if (focused)
        (busy ? m_stop : m_start)->setFocus(); // one stands for the other
}

void SendPage::refresh()
{
    if (!context().client)
        return;
    m_names = whenDone(client().ask(commands::GetAllTopicListFromNameserver(), rocketdesk::Target::nameServer(), context().asking()), this,
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
    m_form->setTopicWarning({});
    m_topicType.clear();
    m_topicMissing = false;
    m_type.cancel();
    if (topic.isEmpty() || !context().client)
        return;
    m_route = whenDone(client().ask(commands::GetRouteInfoByTopic{TopicName(topic), true}, rocketdesk::Target::nameServer(), context().asking()), this,
        [this](const Result<commands::GetRouteInfoByTopic::Reply> &route) { takeRoute(route); });
}

void SendPage::takeRoute(const Result<commands::GetRouteInfoByTopic::Reply> &route)
{
    if (!route) {
        const bool missing = route.error().kind == Error::Kind::NoRoute || route.error().kind == Error::Kind::NotFound;
        m_topicMissing = missing;
        m_form->setQueues({});
        if (!missing)
            return m_form->setTopicHint(words(route.error()).sentence);
        return m_form->setTopicMissing(tr("The topic %1 does not exist: create it, or send all the same, and a broker that creates topics by itself makes it.").arg(m_form->topic()), !context().readOnly);
    }
    const RoutePtr known = makeRoute(TopicName(m_form->topic()), route->body, {});
    m_form->setQueues(known->publish);
    tellTopic(known, {});
    readType(known);
}

void SendPage::readType(const RoutePtr &route)
{
    if (route->brokers.empty())
        return;
    m_type = whenDone(client().readConfigs(route->topic, {route->brokers.front()}, context().asking()), this, [this, route](Result<std::vector<TopicConfigAnswer>> answers) {
        const bool told = answers && !answers->empty() && answers->front().reply && *answers->front().reply;
        const auto attributes = told ? (*answers->front().reply)->attributes : std::nullopt;
        tellTopic(route, attributes ? attributes->value(QStringLiteral("message.type")) : QString());
    });
}

void SendPage::tellTopic(const RoutePtr &route, const QString &type)
{
    QStringList brokers;
    for (const BrokerRef &broker : route->brokers)
        brokers << broker.name.text();
    const QString queues = route->publish.empty() ? tr("No queue of this topic may be sent to.")
                                                  : tr("%n queues on %1", nullptr, static_cast<int>(route->publish.size())).arg(brokers.join(QStringLiteral(", ")));
    const QString word = typeWord(type);
    m_form->setTopicHint(word.isEmpty() ? queues : QStringLiteral("%1 · %2").arg(word, queues));
    m_topicType = type;
    m_form->setTopicWarning(typeConflict(type, draft()));
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
