// SPDX-License-Identifier: Apache-2.0
// What the Live page says about itself: states, header, banners, the end of a watch.
#include "ui/common/words.h"
#include "ui/pages/live/livebars.h"
#include "ui/pages/live/livepage.h"
#include "ui/pages/live/livestream.h"
#include "ui/pages/live/liveview.h"
#include "ui/settings/settings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/statepane.h"

#include <QDateTime>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

const QString lastGroup = QStringLiteral("liveTopics");
constexpr qsizetype longestNames = 48; // of the topics on a button

QString missingId(const QString &topic)
{
    return QStringLiteral("missing.") + topic;
}

QString endedId(const QString &topic)
{
    return QStringLiteral("ended.") + topic;
}

/// As a fact; of many topics only the first are named.
QString notWatched(const QStringList &topics)
{
    constexpr qsizetype named = 3;
    if (topics.size() == 1)
        return LivePage::tr("%1 is not watched.").arg(topics.front());
    if (topics.size() <= named)
        return LivePage::tr("%1 and %2 are not watched.").arg(topics.mid(0, topics.size() - 1).join(LivePage::tr(", ", "between names")), topics.back());
    return LivePage::tr("%1 and %n more are not watched.", nullptr, static_cast<int>(topics.size() - named + 1)).arg(topics.mid(0, named - 1).join(LivePage::tr(", ", "between names")));
}

QString troubleId(const QString &broker)
{
    return QStringLiteral("trouble.") + broker;
}

} // namespace

void LivePage::updateState()
{
    updateHeader();
    if (m_model->keptCount() > 0) {
        if (m_sceneOpens)
            openScene();
        return setState(m_troubled.isEmpty() ? PageState::Ready : PageState::Partial);
    }
    if (m_starting) {
        if (state() != PageState::Loading)
            pane().showLoading(tr("Finding the queues and where to begin in them"));
        return setState(PageState::Loading);
    }
    if (isWatching()) {
        if (state() != PageState::Empty && m_model->canUndoClear())
            pane().showEmpty(Icon::Clear, tr("The rows are cleared"), tr("New messages show here as they come. Ctrl+Z brings the rows back."));
        else if (state() != PageState::Empty)
            pane().showEmpty(Icon::Live, tr("No messages yet"), tr("Every message of %1 shows here as soon as its broker has it. To see what is there already, start from oldest or from the last n.").arg(m_topics->topics().join(QStringLiteral(", "))));
        return setState(PageState::Empty);
    }
    if (state() != PageState::Failed) // until the next start
        showIdle();
}

void LivePage::showIdle()
{
    const bool chosen = !m_topics->topics().isEmpty();
    const QString harmless = tr("Watching registers no group, commits no offset and creates nothing on the brokers.");
    pane().showIdle(Icon::Live, tr("Messages as they arrive"), chosen ? harmless : sentences({tr("Choose one or several topics above."), harmless}));
    // One filled button: this one until there is a topic, then Start in the header
    if (!chosen)
        connect(pane().addButton(tr("Choose topics…"), Icon::Add, ButtonLook::Primary), &QPushButton::clicked, m_topics, &TopicsBar::focusTopic);
    const QStringList last = lastTopics();
    if (!chosen && !last.isEmpty()) {
        QString names = last.join(QStringLiteral(", "));
        if (names.size() > longestNames)
            names = names.left(longestNames) + u'…';
        connect(pane().addButton(tr("Watch again: %1").arg(names), Icon::Live), &QPushButton::clicked, this, [this, last] {
            m_topics->addTopics(last);
            start();
        });
    }
    setState(PageState::Idle);
}

QStringList LivePage::lastTopics() const
{
    return QString::fromUtf8(context().settings.remembered(lastGroup, context().keptName())).split(u'\n', Qt::SkipEmptyParts);
}

void LivePage::keepTopics()
{
    context().settings.remember(lastGroup, context().keptName(), m_topics->topics().join(u'\n').toUtf8());
}

void LivePage::updateHeader()
{
    quint64 dropped = m_missed + m_model->evictedCount() + m_counts->heldDropped();
    qint64 behind = 0;
    qint64 behindMs = 0;
    qint64 skipped = 0;
    int queues = 0;
    for (const auto &running : m_watches) {
        dropped += running->watch->counts().dropped;
        behind += running->progress.behind;
        behindMs = std::max(behindMs, running->progress.behindMs);
        skipped += running->progress.skipped;
        queues += running->queues;
    }
    QStringList facts;
    if (isWatching())
        facts << (behind > 0 ? tr("behind %1, %2 messages").arg(format::duration(behindMs), format::number(behind)) : tr("behind %1").arg(format::duration(behindMs)));
    if (m_counts->isPaused())
        facts << tr("paused, %1 waiting").arg(format::number(static_cast<qint64>(m_counts->heldCount())));
    if (isWatching() || m_model->keptCount() > 0)
        facts << tr("kept %1").arg(format::number(m_model->keptCount())) << tr("dropped %1 oldest").arg(format::number(static_cast<qint64>(dropped)));
    if (skipped > 0)
        facts << tr("skipped %1 that brokers had deleted or that can't be read").arg(format::number(skipped));
    if (m_model->isFiltered())
        facts << tr("%1 shown").arg(format::number(m_model->rowCount()));
    header().setSummary(facts.join(QStringLiteral(" · ")));
    header().setPrimary(isWatching() ? tr("Stop") : tr("Start"), isWatching() ? Icon::Stop : Icon::Play);
    const bool possible = isWatching() || !m_topics->topics().isEmpty();
    header().setPrimaryLook(isWatching() || !possible ? ButtonLook::Plain : ButtonLook::Primary);
    m_startButton->setEnabled(possible);
    m_startButton->setToolTip(possible ? QString() : tr("No topic is chosen"));
    m_stream->setPaused(m_counts->isPaused(), isWatching());
    m_stream->showRate(*m_counts);
    m_topics->showRates(*m_counts, [this](const QString &topic) { return m_model->seriesOf(topic); });
    setStatusText(isWatching() ? tr("Watching %Ln queues: no group registered, nothing committed", nullptr, queues) : QString());
}

void LivePage::takeTrouble(const watchnews::Trouble &trouble)
{
    const QString broker = trouble.broker.name.text();
    m_troubled.insert(broker, trouble);
    m_starting = false;
    if (trouble.answeredBefore && m_lostAt == 0)
        m_lostAt = QDateTime::currentMSecsSinceEpoch();
    const ErrorText text = words(trouble.error);
    Banner *banner = banners().put({.id = troubleId(broker), .tone = text.refused ? Tone::Error : Tone::Warning,
        .fact = text.refused ? tr("%1 refuses.").arg(trouble.broker.label()) : tr("%1 does not answer.").arg(trouble.broker.label()),
        .reason = sentences({text.line(), tr("It is asked again; the others go on.")})});
    const bool rights = trouble.error.kind == Error::Kind::NotAuthorised || trouble.error.kind == Error::Kind::NoPermission;
    if (rights && !m_asGroup)
        connect(banner->addButton(tr("Watch as group…"), Icon::Group), &QPushButton::clicked, this, &LivePage::askForGroup);
    updateState();
}

void LivePage::takeRecovered(const BrokerName &broker)
{
    m_troubled.remove(broker.text());
    banners().clear(troubleId(broker.text()));
    markGap();
    updateState();
}

void LivePage::takeMissing(const watchnews::TopicMissing &missing)
{
    m_missing.insert(missing.topic.text(), missing);
    presentMissing();
}

void LivePage::takeFound(const TopicName &topic)
{
    m_missing.remove(topic.text());
    banners().clear(missingId(topic.text()));
}

/// Topics that their watch looks for in vain, as far as the bar names them.
void LivePage::presentMissing()
{
    const QStringList wanted = m_topics->topics();
    for (const watchnews::TopicMissing &missing : std::as_const(m_missing)) {
        const QString topic = missing.topic.text();
        if (!wanted.contains(topic))
            banners().clear(missingId(topic));
        else if (!banners().banner(missingId(topic)))
            presentMissing(topic, missing.error);
    }
}

void LivePage::presentMissing(const QString &topic, const Error &error)
{
    const bool nobodyKnows = error.kind == Error::Kind::NoRoute;
    const QString why = nobodyKnows ? tr("The topic does not exist: check the name, or create it.") : words(error).line();
    Banner *banner = banners().put({.id = missingId(topic), .tone = Tone::Warning, .fact = notWatched({topic}), .reason = sentences({why, tr("It is looked for again; the others go on.")})});
    if (nobodyKnows && !context().readOnly)
        connect(banner->addButton(tr("Create topic…"), Icon::Add), &QPushButton::clicked, this, [this, topic] { createTopicFirst(topic); });
}

void LivePage::presentEnded()
{
    const QStringList wanted = m_topics->topics();
    for (Ended &each : m_ended) {
        banners().clear(endedId(each.topics.front()));
        each.topics.removeIf([&wanted](const QString &topic) { return !wanted.contains(topic); });
    }
    std::erase_if(m_ended, [](const Ended &each) { return each.topics.isEmpty(); });
    for (const Ended &each : std::as_const(m_ended)) {
        const QString id = endedId(each.topics.front());
        Banner *banner = banners().put({.id = id, .tone = Tone::Error, .fact = notWatched(each.topics), .reason = words(each.error).line()});
        connect(banner->addButton(tr("Try again"), Icon::Retry), &QPushButton::clicked, this, [this, id, topics = each.topics] {
            banners().clear(id);
            std::erase_if(m_ended, [&topics](const Ended &ended) { return ended.topics == topics; });
            watch(topics, m_topics->from());
        });
    }
}

void LivePage::forgetTroubles()
{
    for (const QString &broker : m_troubled.keys())
        banners().clear(troubleId(broker));
    for (const QString &topic : m_missing.keys())
        banners().clear(missingId(topic));
    m_troubled.clear();
    m_missing.clear();
    forgetEnded();
}

void LivePage::forgetEnded()
{
    for (const Ended &each : std::as_const(m_ended))
        banners().clear(endedId(each.topics.front()));
    m_ended.clear();
}

void LivePage::takeClientState(const ClientState &state)
{
    m_view->setStale(state.kind == ClientState::Kind::Lost);
    if (state.kind == ClientState::Kind::Lost && isWatching() && m_lostAt == 0)
        m_lostAt = state.sinceMs;
    else if (state.kind == ClientState::Kind::Online && m_troubled.isEmpty())
        markGap();
}

/// Nothing came for a while because nothing could: the rows say so where it was.
void LivePage::markGap()
{
    if (m_lostAt == 0)
        return;
    if (m_model->keptCount() > 0)
        m_model->appendGap(m_lostAt, QDateTime::currentMSecsSinceEpoch());
    m_lostAt = 0;
}

void LivePage::goOnFrom(Page &before)
{
    auto &page = static_cast<LivePage &>(before);
    const bool paused = page.m_counts->isPaused();
    page.m_counts->setDrain({}); // what it held is a row from here on
    m_model->copyRows(*page.m_model);
    m_stream->copyFrom(*page.m_stream);
    m_topics->copyFrom(*page.m_topics);
    m_asGroup = page.m_asGroup;
    m_missed = page.m_missed + page.m_counts->heldDropped();
    m_lostAt = page.m_lostAt;
    m_starting = page.m_starting;
    m_watches = std::move(page.m_watches);
    for (const auto &running : m_watches) {
        running->watch->disconnect(&page);
        listen(*running);
    }
    if (isWatching()) {
        takeWatched();
        m_counts->setPaused(paused);
    }
    for (const watchnews::Trouble &trouble : std::as_const(page.m_troubled))
        takeTrouble(trouble);
    m_missing = page.m_missing;
    m_ended = page.m_ended;
    presentMissing();
    presentEnded();
    updateState();
}

void LivePage::takeEnd(const Watch *ended, const Error &error)
{
    const auto running = std::find_if(m_watches.begin(), m_watches.end(), [ended](const auto &one) { return one->watch.get() == ended; });
    if (running == m_watches.end()) // stopped meanwhile
        return;
    if (m_watches.size() == 1)
        return showEnd(error);
    const QStringList topics = (*running)->topics;
    m_missed += ended->counts().dropped;
    m_watches.erase(running);
    for (const QString &topic : topics)
        takeFound(TopicName(topic)); // nobody looks for it any more
    m_ended.push_back({topics, error});
    presentEnded();
    updateState();
}

void LivePage::showEnd(const Error &error)
{
    stop();
    const ErrorText text = words(error);
    if (error.kind == Error::Kind::InvalidArgument)
        m_stream->setFilterError(text.line());
    const QString rest = sentences({text.reason, text.wayOut});
    const bool rights = error.kind == Error::Kind::NotAuthorised || error.kind == Error::Kind::NoPermission;
    if (m_model->keptCount() > 0) {
        Banner *banner = banners().put({.id = QStringLiteral("ended"), .tone = Tone::Error, .fact = text.sentence, .reason = rest});
        connect(banner->addButton(tr("Start again"), Icon::Retry), &QPushButton::clicked, this, &LivePage::start);
        if (rights)
            connect(banner->addButton(tr("Watch as group…"), Icon::Group), &QPushButton::clicked, this, &LivePage::askForGroup);
        return;
    }
    showFailure(error);
    connect(pane().addButton(tr("Start again"), Icon::Retry, ButtonLook::Primary), &QPushButton::clicked, this, &LivePage::start);
    if (rights)
        offerGroup();
    offerFailedCalls();
    setState(PageState::Failed);
}

/// A pull needs a group's name, and an account may read under some groups only.
void LivePage::offerGroup()
{
    auto *button = pane().addButton(tr("Watch as group…"), Icon::Group);
    button->setToolTip(tr("Reads under the rights of an existing group; still no commit and no heartbeat"));
    connect(button, &QPushButton::clicked, this, &LivePage::askForGroup);
}

void LivePage::askForGroup()
{
    auto *dialog = new ConfirmDialog(theme(), tr("Watch as group on %1").arg(context().connection), this);
    auto *name = new QLineEdit(m_asGroup ? m_asGroup->text() : QString());
    auto *field = new FormField(theme(), tr("Group"), name);
    field->setHint(tr("Existing group whose rights are used. Nothing is committed, the group's members don't notice."));
    field->setOptional(true);
    dialog->setLowContent(field);
    dialog->setVerb(tr("Watch as this group"), ConfirmDialog::Severity::Reversible, Icon::Group);
    dialog->verbButton()->setDefault(true);
    name->setFocus();
    connect(dialog, &ConfirmDialog::verbPressed, this, [this, dialog, name] {
        const QString group = name->text().trimmed();
        m_asGroup = group.isEmpty() ? std::nullopt : std::optional(ConsumerGroup(group));
        dialog->accept();
        start();
    });
    dialog->open();
}

} // namespace rocketdesk::ui
