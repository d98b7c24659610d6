// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live/livebars.h"

#include "ui/common/format.h"
#include "ui/models/topiccompleter.h"
#include "ui/pages/live/livestream.h"
#include "ui/pages/live/topicpill.h"
#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/foldingrow.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sparkline.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QToolButton>

namespace rocketdesk::ui {

namespace {

constexpr int lastDefault = 1000;
constexpr int lastMost = 100'000;

QString rateText(double rate)
{
    return TopicsBar::tr("%1/s").arg(rate < 10 && rate > 0 ? format::decimal(rate) : format::number(qRound64(rate)));
}

QHBoxLayout *barLayout(QWidget *bar)
{
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    return row;
}

} // namespace

/// Where a topic is added: as small as its plus while the pills need the room and nobody types.
class TopicsBar::AddField final : public QLineEdit
{
public:
    AddField(Theme &theme, QWidget *parent) : QLineEdit(parent), m_theme(theme)
    {
        setAccessibleName(TopicsBar::tr("Add topic"));
        setToolTip(TopicsBar::tr("Name of a topic; several may be pasted"));
        addAction(theme.icon(Icon::Add), QLineEdit::LeadingPosition);
        setMaximumWidth(theme.scaled(240));
    }

    [[nodiscard]] QSize sizeHint() const override { return {isUsed() ? wholeWidth() : m_theme.scaled(32), QLineEdit::sizeHint().height()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLineEdit::resizeEvent(event);
        setPlaceholderText(width() >= wholeWidth() ? TopicsBar::tr("Add topic") : QString()); // half a word says nothing
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QLineEdit::focusInEvent(event);
        updateGeometry();
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QLineEdit::focusOutEvent(event);
        updateGeometry();
    }

private:
    [[nodiscard]] bool isUsed() const { return hasFocus() || !text().isEmpty(); }
    [[nodiscard]] int wholeWidth() const { return fontMetrics().horizontalAdvance(TopicsBar::tr("Add topic")) + m_theme.scaled(46); }

    Theme &m_theme;
};

TopicsBar::TopicsBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pillRow(new FoldingRow(6, this))
    , m_add(new AddField(theme, this))
    , m_known(new TopicCompleter(*m_add))
    , m_fromLabel(new Label(theme, TextStyle::Body, Role::Text2, tr("From"), this))
    , m_from(new QComboBox(this))
    , m_time(new QDateTimeEdit(QDateTime::currentDateTime().addSecs(-600), this))
    , m_count(new QSpinBox(this))
{
    m_from->addItems({tr("newest"), tr("oldest"), tr("a time"), tr("the last")});
    m_from->setAccessibleName(tr("From"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setAccessibleName(tr("Stored at this time or later"));
    m_time->hide();
    m_count->setRange(1, lastMost);
    m_count->setValue(lastDefault);
    m_count->setGroupSeparatorShown(true);
    m_count->setAccessibleName(tr("So many of the newest messages"));
    m_count->setButtonSymbols(QAbstractSpinBox::NoButtons); // the pills need the room, and the arrow keys do it
    const auto fit = [this] { m_count->setFixedWidth(std::max(m_theme.scaled(48), m_count->fontMetrics().horizontalAdvance(m_count->text()) + m_theme.scaled(24))); };
    connect(m_count, &QSpinBox::textChanged, this, fit);
    fit();
    m_count->hide();
    m_pillRow->setMenuEntry([this](QMenu &menu, QAbstractButton &pill) { addToMenu(menu, static_cast<TopicPill &>(pill)); });
    auto *row = barLayout(this);
    row->addWidget(m_pillRow);
    row->addWidget(m_add, 1);
    row->addStretch(1);
    m_fromLabel->setMinimumWidth(m_fromLabel->sizeHint().width()); // one word: elided it says nothing
    row->addWidget(m_fromLabel);
    row->addWidget(m_from);
    row->addWidget(m_time);
    row->addWidget(m_count);
    connect(m_add, &QLineEdit::returnPressed, this, &TopicsBar::takeTyped);
    connect(m_known, qOverload<const QString &>(&QCompleter::activated), this, [this] { takeTyped(); }, Qt::QueuedConnection);
    connect(m_from, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_time->setVisible(index == static_cast<int>(WatchFrom::Kind::Time));
        m_count->setVisible(index == static_cast<int>(WatchFrom::Kind::Last));
    });
    setFixedHeight(theme.scaled(38));
}

void TopicsBar::setKnownTopics(const QStringList &topics)
{
    m_known->setTopics(topics);
}

void TopicsBar::takeTyped()
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    const QStringList typed = m_add->text().split(between, Qt::SkipEmptyParts);
    m_add->clear();
    addTopics(typed);
}

void TopicsBar::addTopics(const QStringList &topics)
{
    const QStringList before = this->topics();
    QStringList known = before;
    for (const QString &topic : topics) {
        if (known.contains(topic))
            continue;
        known << topic;
        auto *pill = new TopicPill(m_theme, topic, this);
        pill->setSeries(static_cast<int>(m_pills.size()));
        m_pills << pill;
        m_pillRow->add(pill);
        connect(pill, &TopicPill::removeRequested, this, &TopicsBar::removeTopic, Qt::QueuedConnection);
        connect(pill, &QAbstractButton::toggled, this, &TopicsBar::mutedChanged);
    }
    giveWay();
    if (known.size() != before.size())
        Q_EMIT topicsChanged();
}

void TopicsBar::removeTopic(const QString &topic)
{
    for (TopicPill *pill : std::as_const(m_pills)) {
        if (pill->topic() != topic)
            continue;
        m_pills.removeOne(pill);
        m_pillRow->remove(pill);
        giveWay();
        Q_EMIT topicsChanged();
        return;
    }
}

void TopicsBar::addToMenu(QMenu &menu, TopicPill &pill)
{
    QMenu *own = menu.addMenu(pill.topic());
    QAction *hidden = own->addAction(tr("Hide its rows"), &pill, &QAbstractButton::setChecked);
    hidden->setCheckable(true);
    hidden->setChecked(pill.isMuted());
    own->addAction(tr("Stop watching it"), &pill, [&pill] { Q_EMIT pill.removeRequested(pill.topic()); });
}

/// The word From goes before a pill loses its rate.
void TopicsBar::giveWay()
{
    m_pillRow->setVisible(!m_pills.isEmpty()); // else its margin stands before the field
    int needed = 24 + m_pillRow->sizeHint().width() + m_add->sizeHint().width() + m_from->sizeHint().width() + m_fromLabel->minimumWidth() + 4 * 8;
    for (const QWidget *each : {static_cast<QWidget *>(m_time), static_cast<QWidget *>(m_count)}) {
        if (!each->isHidden())
            needed += std::min(each->sizeHint().width(), each->maximumWidth()) + 8;
    }
    m_fromLabel->setVisible(needed <= width());
}

void TopicsBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    giveWay();
}

bool TopicsBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        giveWay();
    return QWidget::event(event);
}

QStringList TopicsBar::topics() const
{
    QStringList topics;
    for (const TopicPill *pill : m_pills)
        topics << pill->topic();
    return topics;
}

QSet<QString> TopicsBar::muted() const
{
    QSet<QString> topics;
    for (const TopicPill *pill : m_pills) {
        if (pill->isMuted())
            topics.insert(pill->topic());
    }
    return topics;
}

void TopicsBar::showRates(const LiveStream &stream, const std::function<int(const QString &)> &seriesOf)
{
    for (TopicPill *pill : std::as_const(m_pills)) {
        pill->setSeries(std::max(0, seriesOf(pill->topic())));
        pill->setRate(stream.isRunning() ? rateText(stream.rateOf(pill->topic())) : QString());
    }
}

WatchFrom TopicsBar::from() const
{
    switch (static_cast<WatchFrom::Kind>(m_from->currentIndex())) {
    case WatchFrom::Kind::Newest: return WatchFrom::newest();
    case WatchFrom::Kind::Oldest: return WatchFrom::oldest();
    case WatchFrom::Kind::Time: return WatchFrom::time(m_time->dateTime().toMSecsSinceEpoch());
    case WatchFrom::Kind::Last: return WatchFrom::last(m_count->value());
    }
    return {};
}

void TopicsBar::setFrom(const WatchFrom &from)
{
    m_from->setCurrentIndex(static_cast<int>(from.kind));
    if (from.kind == WatchFrom::Kind::Time)
        m_time->setDateTime(QDateTime::fromMSecsSinceEpoch(from.number));
    if (from.kind == WatchFrom::Kind::Last)
        m_count->setValue(static_cast<int>(from.number));
}

void TopicsBar::copyFrom(const TopicsBar &other)
{
    m_time->setDateTime(other.m_time->dateTime());
    m_count->setValue(other.m_count->value());
    m_from->setCurrentIndex(other.m_from->currentIndex());
    addTopics(other.topics());
    const QSet<QString> muted = other.muted();
    for (TopicPill *pill : std::as_const(m_pills))
        pill->setChecked(muted.contains(pill->topic()));
}

void TopicsBar::focusTopic()
{
    m_add->setFocus(Qt::ShortcutFocusReason);
}

/// The rate of the last half minute as a line.
class StreamBar::Rate final : public QWidget
{
public:
    Rate(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) { setFixedSize(theme.scaled(84), theme.scaled(22)); }

    void setPoints(const QList<double> &points)
    {
        m_points = points;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawSparkline(painter, rect().adjusted(2, 4, -2, -4), m_points, m_theme.color(Role::Accent));
    }

private:
    Theme &m_theme;
    QList<double> m_points;
};

StreamBar::StreamBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pause(makeButton(theme, tr("Pause"), Icon::Pause, ButtonLook::Plain, this))
    , m_follow(makeIconButton(theme, Icon::Jump, tr("Follow the newest message (End)"), this))
    , m_kind(new QComboBox(this))
    , m_expression(new QLineEdit(this))
    , m_rows(new FilterField(theme, tr("Show only rows with…"), this))
    , m_rate(new Label(theme, TextStyle::BodyStrong, Role::Text, {}, this))
    , m_line(new Rate(theme, this))
{
    auto *clear = makeIconButton(theme, Icon::Clear, tr("Clear (Ctrl+L); Ctrl+Z brings the rows back"), this);
    m_kind->addItems({tr("Tags"), QStringLiteral("SQL92")});
    m_kind->setAccessibleName(tr("Kind of filter that brokers apply"));
    m_kind->setToolTip(tr("The brokers send only what fits; Enter begins again with it"));
    m_expression->setPlaceholderText(QStringLiteral("*"));
    m_expression->setAccessibleName(tr("Filter that brokers apply"));
    m_expression->setFont(theme.font(TextStyle::Mono));
    m_expression->setMinimumWidth(theme.scaled(60));
    m_expression->setMaximumWidth(theme.scaled(260));
    m_rows->setToolTip(tr("Filters here, on what has come: every word must be in the row; -word leaves rows out; /x/ is a regular expression"));
    m_rows->setMinimumWidth(theme.scaled(96));
    m_rows->setMaximumWidth(QWIDGETSIZE_MAX);
    m_rate->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    auto *row = barLayout(this);
    row->addWidget(m_pause);
    row->addWidget(clear);
    row->addWidget(m_follow);
    row->addWidget(makeLine(theme, Qt::Vertical, this));
    row->addWidget(m_kind);
    row->addWidget(m_expression, 1);
    row->addWidget(m_rows, 2);
    row->addWidget(m_rate);
    row->addWidget(m_line);
    connect(m_pause, &QPushButton::clicked, this, &StreamBar::pauseToggled);
    connect(clear, &QToolButton::clicked, this, &StreamBar::clearRequested);
    connect(m_follow, &QToolButton::clicked, this, &StreamBar::followRequested);
    connect(m_expression, &QLineEdit::returnPressed, this, &StreamBar::brokerFilterChanged);
    connect(m_kind, &QComboBox::activated, this, [this](int kind) {
        m_expression->setPlaceholderText(kind == 0 ? QStringLiteral("*") : QStringLiteral("a > 3 AND b IS NOT NULL"));
        setFilterError({});
    });
    connect(m_expression, &QLineEdit::textEdited, this, [this] { setFilterError({}); });
    setPaused(false, false);
    setFixedHeight(theme.scaled(38));
}

void StreamBar::setPaused(bool paused, bool running)
{
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    setButtonLook(*m_pause, running ? ButtonLook::Primary : ButtonLook::Plain);
    setButtonIcon(m_theme, *m_pause, paused ? Icon::Play : Icon::Pause);
    m_pause->setEnabled(running);
    m_pause->setToolTip(paused ? tr("Show what came meanwhile (Space)") : tr("Hold the rows still; messages are still read (Space)"));
}

void StreamBar::setFollowing(bool following)
{
    m_follow->setChecked(following);
}

void StreamBar::showRate(const LiveStream &stream)
{
    m_rate->setText(stream.isRunning() ? rateText(stream.rate()) : QString());
    m_rate->setMinimumWidth(m_rate->sizeHint().width()); // cut, a number is another one
    m_rate->setVisible(stream.isRunning());
    m_line->setPoints(stream.history());
    m_line->setVisible(stream.isRunning() && width() >= m_theme.scaled(640) && stream.history().size() > 1);
}

QString StreamBar::tags() const
{
    const QString text = m_expression->text().trimmed();
    return m_kind->currentIndex() == 0 && text != QStringLiteral("*") ? text : QString();
}

QString StreamBar::sql() const
{
    return m_kind->currentIndex() == 1 ? m_expression->text().trimmed() : QString();
}

void StreamBar::copyFrom(const StreamBar &other)
{
    m_kind->setCurrentIndex(other.m_kind->currentIndex());
    m_expression->setPlaceholderText(other.m_expression->placeholderText());
    m_expression->setText(other.m_expression->text());
    m_rows->setText(other.m_rows->text());
}

void StreamBar::setFilterError(const QString &error)
{
    setInvalid(*m_expression, !error.isEmpty());
    m_expression->setToolTip(error);
}

} // namespace rocketdesk::ui
