// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/topics/topicspage.h"

#include "client/client.h"
#include "ui/common/format.h"
#include "ui/common/runningcalls.h"
#include "ui/common/words.h"
#include "ui/pages/topics/lazynumbers.h"
#include "ui/pages/topics/topicdock.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QPushButton>

#include <array>

namespace rocketdesk::ui {

namespace {

const QString partialBanner = QStringLiteral("partial");
const QString failedBanner = QStringLiteral("failed");
const QString missingBanner = QStringLiteral("missing");

QString chipId(TopicKind kind)
{
    return QString::number(static_cast<int>(kind));
}

} // namespace

TopicsPage::TopicsPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("topics"), tr("Topics"), parent)
    , m_topics(new TableModel<TopicLine>(topicColumns(), [](const TopicLine &line) { return line.topic.name.text(); }, this))
    , m_table(new TableView(context.theme))
    , m_numbers(new LazyNumbers(this->context(), this))
{
    m_table->setTable(m_topics);
    m_topics->sortBy({{0, Qt::AscendingOrder}}); // the header says so, until the user sorts otherwise
    m_table->setAccessibleName(tr("Topics"));
    addActions();
    makeHeader();
    makeFilterBar();
    setContent(m_table);
    setMainTable(m_table);
    makeDock();
    connectTable();
    chooseKind();
    forbidWhatCannotBe();
}

TopicsPage::~TopicsPage() = default;

void TopicsPage::refresh()
{
    if (m_generation == 0) {
        pane().showLoading(tr("Reading topics"));
        setState(PageState::Loading);
    }
    auto reading = client().readTopics(context().asking(), this, [this](int answered, int asked) {
        if (m_generation == 0)
            showAnswers(answered, asked);
    });
    m_reading = context().running.watch(std::move(reading), tr("Reading topics"), this, [this](Result<TopicsOverview> &&overview) { finished(std::move(overview)); });
    if (isDockShown())
        m_detail->refresh();
}

void TopicsPage::cancelRunning()
{
    m_reading.cancel();
    m_numbers->stopEverything();
    m_detail->cancel();
}

void TopicsPage::activeChanged(bool active)
{
    if (active)
        wantNumbers(m_inSight.first, m_inSight.second);
}

void TopicsPage::finished(Result<TopicsOverview> overview)
{
    if (!overview)
        return presentFailure(overview.error());
    m_overview = std::move(*overview);
    ++m_generation;
    m_numbers->stopEverything(); // what it was asked belongs to the reading before
    std::vector<TopicLine> lines;
    lines.reserve(m_overview.topics.size());
    for (const TopicRow &topic : m_overview.topics) {
        const TopicLine *known = m_topics->find(topic.name.text());
        lines.push_back(known ? TopicLine{topic, known->numbers, known->reading} : TopicLine{topic, {}, 0});
    }
    m_topics->setRows(std::move(lines));
    banners().clear(failedBanner);
    presentBanner();
    presentCounts();
    presentEmptiness();
    header().setSummary(summary());
    if (m_generation == 1 && isActive() && !m_filter->hasFocus()) {
        m_table->setFocus(Qt::OtherFocusReason);
        if (m_table->selectedRows().isEmpty())
            m_table->selectRow(0); // a window that is not active yet gives the focus later, and as it gives it back
    }
    selectPending();
    wantNumbers(m_inSight.first, m_inSight.second);
    if (!m_scene.isEmpty())
        openScene();
}

QString TopicsPage::summary() const
{
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(m_overview.cost).count();
    return tr("%1 topics on %n brokers · read at %2 in %3", nullptr, m_overview.brokersAsked)
        .arg(format::number(static_cast<qint64>(m_overview.topics.size())), format::time(m_overview.readMs), format::duration(ms));
}

void TopicsPage::presentFailure(const Error &error)
{
    const ErrorText text = words(error);
    const bool cancelled = error.kind == Error::Kind::Cancelled;
    if (m_generation > 0) { // what is there stays
        if (cancelled || isLost())
            return;
        Banner *banner = banners().put({.id = failedBanner, .tone = Tone::Error, .fact = tr("The topics could not be read again."), .reason = text.line()});
        connect(banner->addButton(tr("Refresh"), Icon::Refresh), &QPushButton::clicked, this, [this] { refresh(); });
        return;
    }
    if (cancelled)
        pane().showIdle(Icon::Topic, tr("The topics were not read"), tr("Reading them was cancelled."));
    else
        showFailure(error);
    connect(pane().addButton(tr("Refresh"), Icon::Refresh, cancelled ? ButtonLook::Plain : ButtonLook::Primary), &QPushButton::clicked, this, [this] { refresh(); });
    if (!cancelled)
        offerFailedCalls();
    setState(cancelled ? PageState::Idle : PageState::Failed);
}

void TopicsPage::presentBanner()
{
    const auto &failures = m_overview.failures;
    if (failures.empty() && !m_overview.namesFailed)
        return banners().clear(partialBanner);
    const Error &error = failures.empty() ? *m_overview.namesFailed : failures.front().error;
    const QString fact = failures.empty() ? tr("The name server did not list its topics.")
                                          : tr("%1 of %n brokers answered.", nullptr, m_overview.brokersAsked).arg(m_overview.brokersAsked - static_cast<int>(failures.size()));
    const QString reason = failures.empty() ? tr("Topics that no broker has are missing below.") : tr("Its topics may be missing below, or be known by name only.");
    Banner *banner = banners().put({.id = partialBanner, .tone = Tone::Warning, .fact = fact, .reason = sentences({words(error).sentence, reason})});
    connect(banner->addButton(tr("Ask again"), Icon::Refresh), &QPushButton::clicked, this, [this] { refresh(); });
}

void TopicsPage::presentCounts()
{
    if (m_generation == 0)
        return; // not read is not zero
    std::array<int, 8> counts{};
    for (const TopicLine &line : m_topics->rows()) {
        ++counts[static_cast<std::size_t>(kindOf(line.topic.type))];
        ++counts[static_cast<std::size_t>(TopicKind::All)];
    }
    if (counts[static_cast<std::size_t>(TopicKind::Other)] > 0 && !m_hasOther) {
        m_hasOther = true;
        m_chips->addChip(chipId(TopicKind::Other), tr("Other"));
    }
    for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        if (m_hasOther || kind != static_cast<std::size_t>(TopicKind::Other))
            m_chips->setCount(QString::number(kind), counts[kind]);
    }
    if (!m_filter->text().isEmpty()) {
        const auto own = static_cast<std::size_t>(m_chips->current().toInt());
        m_chips->setCountText(m_chips->current(), tr("%1 of %2").arg(format::number(m_topics->rowCount()), format::number(counts[own])));
    }
}

void TopicsPage::presentEmptiness()
{
    if (m_generation == 0)
        return;
    if (m_topics->rowCount() > 0)
        return setState(m_overview.failures.empty() && !m_overview.namesFailed ? PageState::Ready : PageState::Partial);
    if (m_topics->storedCount() == 0) {
        pane().showEmpty(Icon::Topic, tr("There are no topics"), tr("The name server and %n brokers were asked, and have none.", nullptr, m_overview.brokersAsked));
        QPushButton *create = pane().addButton(tr("Create topic…"), Icon::Add, ButtonLook::Primary);
        create->setEnabled(!context().readOnly);
        connect(create, &QPushButton::clicked, this, [this] { createTopic({}, {}); });
    } else {
        pane().showEmpty(Icon::Filter, tr("No topic matches"), tr("None of %1 topics passes the filter and the chip above.").arg(format::number(m_topics->storedCount())));
        connect(pane().addButton(tr("Show all topics")), &QPushButton::clicked, this, [this] {
            m_filter->clear();
            m_chips->setCurrent(chipId(TopicKind::All));
        });
    }
    setState(PageState::Empty);
}

void TopicsPage::chooseKind()
{
    const auto kind = static_cast<TopicKind>(m_chips->current().toInt());
    m_topics->setPredicate([kind](const TopicLine &line) { return belongsTo(line.topic.type, kind); });
    presentCounts();
    presentEmptiness();
}

void TopicsPage::openTarget(const Target &target)
{
    if (const QString name = target.details.value(QStringLiteral("create")).toString(); !name.isEmpty()) {
        createTopic(name, target.details.value(QStringLiteral("then")).toString());
        Q_EMIT placeChanged(); // going back here is not to ask again
        return;
    }
    if (target.key.isEmpty())
        return;
    m_pending = target.key;
    if (m_topics->find(target.key))
        selectPending();
    else if (m_generation > 0)
        refresh(); // it may be new
    if (target.details.contains(QStringLiteral("tab")))
        m_detail->setCurrentTab(target.details.value(QStringLiteral("tab")).toString());
}

void TopicsPage::selectPending()
{
    const QString topic = std::exchange(m_pending, {});
    if (topic.isEmpty())
        return;
    if (!m_topics->find(topic))
        return presentMissing(topic);
    banners().clear(missingBanner);
    if (m_topics->rowOf(topic) < 0) {
        m_filter->clear();
        m_chips->setCurrent(chipId(TopicKind::All));
        chooseKind();
    }
    m_dockWanted = true;
    m_table->selectKey(topic);
    showDock(true);
    currentChanged();
}

void TopicsPage::presentMissing(const QString &topic)
{
    Banner *banner = banners().put({.id = missingBanner, .tone = Tone::Warning, .fact = tr("The topic %1 is not there.").arg(topic), .reason = tr("Nobody who answered has it: check the name, or create it.")});
    if (!context().readOnly)
        connect(banner->addButton(tr("Create topic…"), Icon::Add), &QPushButton::clicked, this, [this, topic] { createTopic(topic, {}); });
}

Target TopicsPage::currentTarget() const
{
    return {id(), m_table->currentKey(), {}};
}

void TopicsPage::makeFilterBar()
{
    QHBoxLayout *bar = addFilterBar();
    m_filter = new FilterField(theme(), tr("Filter topics"), this);
    m_chips = new ChipBar(theme(), this);
    m_chips->addChip(chipId(TopicKind::All), tr("All"));
    m_chips->addChip(chipId(TopicKind::Normal), tr("Normal"));
    m_chips->addChip(chipId(TopicKind::Fifo), tr("FIFO"));
    m_chips->addChip(chipId(TopicKind::Delay), tr("Delay"));
    m_chips->addChip(chipId(TopicKind::Transaction), tr("Transaction"));
    m_chips->addChip(chipId(TopicKind::RetryAndDead), tr("Retry, DLQ"));
    m_chips->addChip(chipId(TopicKind::System), tr("System"));
    bar->addWidget(m_filter);
    bar->addWidget(m_chips, 1);
    setFilterField(m_filter);
    connect(m_chips, &ChipBar::currentChanged, this, &TopicsPage::chooseKind);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_topics->setFilterText(text);
        m_filter->setError(m_topics->filterError());
        presentCounts();
        presentEmptiness();
    });
    connect(m_filter, &FilterField::tableRequested, m_table, [this] { m_table->setFocus(); });
}

} // namespace rocketdesk::ui
