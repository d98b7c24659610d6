// SPDX-License-Identifier: Apache-2.0
// What a user can do on the topics page: actions, menus, the dock, dialogs.
#include "ui/pages/topics/topicdialog.h"
#include "ui/pages/topics/topicdock.h"
#include "ui/pages/topics/topicremovaldialog.h"
#include "ui/pages/topics/topicspage.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/dockpanel.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace rocketdesk::ui {

namespace {

constexpr int roomForDock = 1100; // px of page width; narrower, the dock opens on Enter only

} // namespace

void TopicsPage::addActions()
{
    ActionRegistry &actions = context().actions;
    const QString menu = tr("Topic");
    actions.add({.id = QStringLiteral("topics.watch"), .text = tr("Watch live"), .icon = Icon::Live, .shortcut = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), .menu = menu}, *this,
        [this] { goTo(QStringLiteral("live")); });
    actions.add({.id = QStringLiteral("topics.send"), .text = tr("Send a message…"), .icon = Icon::Send, .shortcut = QKeySequence(Qt::CTRL | Qt::Key_M), .menu = menu}, *this,
        [this] { goTo(QStringLiteral("send")); });
    actions.add({.id = QStringLiteral("topics.copyName"), .text = tr("Copy name"), .icon = Icon::Copy, .menu = menu}, *this, [this] { QApplication::clipboard()->setText(m_table->currentKey()); });
    actions.add({.id = QStringLiteral("topics.create"), .text = tr("Create topic…"), .icon = Icon::Add, .menu = menu}, *this, [this] { createTopic({}, {}); });
    actions.add({.id = QStringLiteral("topics.change"), .text = tr("Change configuration…"), .icon = Icon::Edit, .shortcut = QKeySequence(Qt::Key_F2), .menu = menu}, *this,
        [this] { changeTopic(); });
    actions.add({.id = QStringLiteral("topics.delete"), .text = tr("Delete topic…"), .icon = Icon::Delete, .shortcut = QKeySequence(Qt::Key_Delete), .tone = Tone::Error, .menu = menu}, *this,
        [this] { deleteTopic(); });
}

void TopicsPage::makeHeader()
{
    auto *columns = makeMenuButton(theme(), Icon::Columns, tr("Columns"), [this](QMenu &menu) { m_table->fillColumnMenu(menu); }, this);
    auto *exports = makeIconButton(theme(), Icon::Export, tr("Export the table… (Ctrl+E)"), this);
    connect(exports, &QToolButton::clicked, this, &Page::exportMainTable);
    header().addWidget(columns);
    header().addWidget(exports);
    m_create = header().setPrimary(tr("Create topic"), Icon::Add);
    connect(m_create, &QPushButton::clicked, this, [this] { createTopic({}, {}); });
}

void TopicsPage::makeDock()
{
    m_detail = new TopicDock(context(), client(), this);
    setDock(m_detail->panel());
    connect(m_detail->panel(), &DockPanel::closeRequested, this, [this] { m_dockWanted = false; });
    connect(m_detail, &TopicDock::watchRequested, this, [this] { goTo(QStringLiteral("live")); });
    connect(m_detail, &TopicDock::sendRequested, this, [this] { goTo(QStringLiteral("send")); });
    connect(m_detail, &TopicDock::changeRequested, this, &TopicsPage::changeTopic);
}

void TopicsPage::connectTable()
{
    m_table->setMenuHook([this](QMenu &menu, const QModelIndex &) { addToMenu(menu, {"topics.watch", "topics.send", "topics.copyName"}); },
        [this](QMenu &menu, const QModelIndex &) { addToMenu(menu, {"topics.change", "topics.delete"}); });
    connect(m_table, &TableView::currentKeyChanged, this, &TopicsPage::currentChanged);
    connect(m_table, &TableView::opened, this, [this] {
        m_dockWanted = true;
        showDock(true);
        currentChanged();
    });
    connect(m_table, &TableView::filterByValueRequested, m_filter, &QLineEdit::setText);
    connect(m_table, &TableView::visibleRowsChanged, this, &TopicsPage::wantNumbers);
    connect(m_topics, &TableBase::sortChanged, this, &TopicsPage::offerReadingAll);
    connectNumbers();
}

void TopicsPage::addToMenu(QMenu &menu, std::initializer_list<const char *> ids)
{
    for (const char *id : ids)
        menu.addAction(context().actions.action(QLatin1StringView(id)));
}

void TopicsPage::forbidWhatCannotBe()
{
    const TopicLine *line = currentLine();
    const QString readOnly = context().readOnly ? tr("The profile is read-only") : QString();
    const QString none = line ? QString() : tr("No topic is selected");
    const QString own = line && line->topic.type == TopicType::System ? tr("RocketMQ itself needs this topic") : QString();
    const auto forbid = [this](const char *id, const QStringList &reasons) {
        QString why;
        for (const QString &reason : reasons)
            why = why.isEmpty() ? reason : why;
        ActionRegistry::setForbidden(*context().actions.action(QLatin1StringView(id)), why);
    };
    forbid("topics.watch", {none});
    forbid("topics.send", {none, readOnly});
    forbid("topics.copyName", {none});
    forbid("topics.create", {readOnly});
    forbid("topics.change", {readOnly, none, own});
    forbid("topics.delete", {readOnly, none, own});
    m_create->setEnabled(readOnly.isEmpty());
    m_create->setToolTip(readOnly);
}

void TopicsPage::currentChanged()
{
    forbidWhatCannotBe();
    const TopicLine *line = currentLine();
    if (line && !isDockShown() && m_dockWanted && width() >= theme().scaled(roomForDock))
        showDock(true);
    if (line && isDockShown() && !m_detail->panel()->isPinned())
        m_detail->show(*line);
    Q_EMIT placeChanged();
}

const TopicLine *TopicsPage::currentLine() const
{
    return m_topics->find(m_table->currentKey());
}

void TopicsPage::goTo(const QString &page)
{
    if (const TopicLine *line = currentLine())
        Q_EMIT openRequested({page, line->topic.name.text(), {{QStringLiteral("topic"), line->topic.name.text()}}});
}

void TopicsPage::createTopic(const QString &name, const QString &then)
{
    auto *dialog = new TopicDialog(context(), client(), {}, this);
    dialog->setNewName(name);
    connect(dialog, &TopicDialog::written, this, [this, then](const QString &topic) {
        written(topic);
        if (!then.isEmpty())
            Q_EMIT openRequested({then, topic, {}});
    });
    dialog->open();
}

void TopicsPage::changeTopic()
{
    const TopicLine *line = currentLine();
    if (!line)
        return;
    auto *dialog = new TopicDialog(context(), client(), line->topic.name, this);
    connect(dialog, &TopicDialog::written, this, &TopicsPage::written);
    dialog->open();
}

void TopicsPage::deleteTopic()
{
    const TopicLine *line = currentLine();
    if (!line)
        return;
    auto *dialog = new TopicRemovalDialog(context(), client(), line->topic.name, this);
    connect(dialog, &TopicRemovalDialog::removed, this, &TopicsPage::refresh);
    dialog->open();
}

void TopicsPage::written(const QString &topic)
{
    m_pending = topic;
    refresh();
}

} // namespace rocketdesk::ui
