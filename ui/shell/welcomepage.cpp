// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/welcomepage.h"

#include "client/profile/profilestore.h"
#include "ui/shell/profilefiles.h"
#include "ui/shell/profilelist.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signs.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int connectionsWidth = 560;
constexpr int stepsWidth = 400;

} // namespace

WelcomePage::WelcomePage(Theme &theme, ProfileStore &profiles, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_profiles(profiles)
    , m_model(new ProfileListModel(profiles, settings, this))
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setBackground(theme, *this, Role::Page);
    m_row->setContentsMargins(24, 52, 24, 24);
    m_row->setSpacing(56);
    m_row->addStretch(1);
    m_row->addWidget(makeConnections(), 100); // as wide as it may be, the rest is shared by both sides
    m_row->addWidget(makeSteps());
    m_row->addStretch(1);
}

void WelcomePage::setAvailable(bool sandbox, bool editor, bool import)
{
    const auto offer = [](const QList<QAbstractButton *> &buttons, bool possible) {
        for (QAbstractButton *button : buttons) {
            button->setEnabled(possible);
            button->setToolTip(possible ? QString() : tr("Not part of this build"));
        }
    };
    offer(m_sandboxButtons, sandbox);
    offer(m_editButtons, editor);
    offer(m_importButtons, import);
}

void WelcomePage::noteOpened(const QString &profileId, qint64 atMs)
{
    m_model->noteOpened(profileId, atMs);
}

QWidget *WelcomePage::makeConnections()
{
    auto *side = new QWidget(this);
    side->setMaximumWidth(m_theme.scaled(connectionsWidth));
    side->setMinimumWidth(m_theme.scaled(320));
    side->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 4, 0);
    auto *import = makeIconButton(m_theme, Icon::Import, tr("Import connections…"), side);
    auto *add = makeButton(m_theme, tr("New connection"), Icon::Add, ButtonLook::Plain, side);
    head->addWidget(new Label(m_theme, TextStyle::Title, Role::Text, tr("Connections"), side), 1);
    head->addWidget(import);
    head->addWidget(add);
    column->addLayout(head);
    auto *filter = new FilterField(m_theme, tr("Filter connections"), side);
    column->addWidget(filter);
    makeList(side);
    column->addWidget(m_list, 1);
    auto *none = new Label(m_theme, TextStyle::Body, Role::Text2, tr("No connection is saved yet."), side);
    none->setContentsMargins(8, 0, 0, 0);
    column->insertWidget(2, none);
    none->setVisible(m_profiles.profiles().empty());
    connect(&m_profiles, &ProfileStore::changed, none, [this, none] { none->setVisible(m_profiles.profiles().empty()); });
    connect(filter, &QLineEdit::textChanged, m_model, &ProfileListModel::setFilter);
    connect(filter, &FilterField::tableRequested, m_list, qOverload<>(&QWidget::setFocus));
    m_importButtons << import;
    m_editButtons << add;
    connect(import, &QToolButton::clicked, this, &WelcomePage::importRequested);
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT editRequested({}); });
    return side;
}

void WelcomePage::makeList(QWidget *side)
{
    m_list = new QListView(side);
    m_list->setModel(m_model);
    auto *delegate = new ProfileDelegate(m_theme, m_list);
    m_list->setItemDelegate(delegate);
    connect(delegate, &ProfileDelegate::menuRequested, this, &WelcomePage::showMenu);
    connect(delegate, &ProfileDelegate::folderClicked, m_model, &ProfileListModel::toggleFolder, Qt::QueuedConnection); // the rows change under the click
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Saved connections"));
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const QVariant folder = index.data(ProfileListModel::FolderRole);
        if (folder.isValid())
            m_model->toggleFolder(folder.toString());
        else
            Q_EMIT openRequested(index.data(ProfileListModel::IdRole).toString());
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &WelcomePage::showMenu);
}

QWidget *WelcomePage::makeSteps()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(m_theme.scaled(stepsWidth));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(new Sign(m_theme, Icon::Rocket, Role::Accent, 28, side));
    head->addWidget(new Label(m_theme, TextStyle::Display, Role::Text, QStringLiteral("Rocketdesk"), side), 1);
    column->addLayout(head);
    auto *what = new Label(m_theme, TextStyle::Body, Role::Text2, tr("A console for Apache RocketMQ. It talks only to the addresses you give it."), side);
    what->setWordWrap(true);
    column->addWidget(what);
    column->addSpacing(8);
    auto *sandbox = makeButton(m_theme, tr("Open the sandbox"), Icon::None, ButtonLook::Primary, side);
    auto *add = makeButton(m_theme, tr("New connection…"), Icon::None, ButtonLook::Plain, side);
    auto *import = makeButton(m_theme, tr("Import…"), Icon::None, ButtonLook::Plain, side);
    addStep(*column, Icon::Play, Role::Accent, tr("Try it without a server"), tr("Starts a cluster inside this program: brokers, topics, a trickle of orders and payments."), sandbox);
    column->addWidget(makeLine(m_theme, Qt::Horizontal, side));
    addStep(*column, Icon::Plug, Role::Text2, tr("Connect to your cluster"), tr("You need the address of a name server. The test explains each hop, also through NAT and tunnels."), add);
    column->addWidget(makeLine(m_theme, Qt::Horizontal, side));
    addStep(*column, Icon::Import, Role::Text2, tr("Bring connections from a colleague"), tr("Exported files carry no secrets."), import);
    column->addStretch();
    auto *keys = makeButton(m_theme, tr("Keyboard shortcuts"), Icon::None, ButtonLook::Link, side);
    column->addWidget(keys, 0, Qt::AlignLeft);
    m_sandboxButtons << sandbox;
    m_editButtons << add;
    m_importButtons << import;
    setFocusProxy(sandbox);
    connect(sandbox, &QPushButton::clicked, this, &WelcomePage::sandboxRequested);
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT editRequested({}); });
    connect(import, &QPushButton::clicked, this, &WelcomePage::importRequested);
    connect(keys, &QPushButton::clicked, this, &WelcomePage::shortcutsRequested);
    return side;
}

void WelcomePage::addStep(QBoxLayout &column, Icon icon, Role role, const QString &title, const QString &text, QWidget *button)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(new Sign(m_theme, icon, role, 18, this), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(new Label(m_theme, TextStyle::BodyStrong, Role::Text, title, this));
    auto *explained = new Label(m_theme, TextStyle::Small, Role::Text2, text, this);
    explained->setWordWrap(true);
    words->addWidget(explained);
    words->addSpacing(2);
    words->addWidget(button, 0, Qt::AlignLeft);
    row->addLayout(words, 1);
    column.addLayout(row);
}

void WelcomePage::showMenu(const QPoint &at)
{
    const QString id = m_list->indexAt(at).data(ProfileListModel::IdRole).toString();
    if (id.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_theme.icon(Icon::Plug), tr("Open"), this, [this, id] { Q_EMIT openRequested(id); });
    menu->addAction(m_theme.icon(Icon::Edit), tr("Edit…"), this, [this, id] { Q_EMIT editRequested(id); });
    menu->addSeparator();
    menu->addAction(m_theme.icon(Icon::Copy), tr("Duplicate"), this, [this, id] {
        if (const auto copy = m_profiles.duplicate(id))
            Q_EMIT editRequested(copy->id);
    });
    menu->addAction(m_theme.icon(Icon::Export), tr("Export without secrets…"), this, [this, id] { exportProfiles(m_theme, m_profiles, {id}, this); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_row->setSpacing(std::clamp(width() / 26, 24, 56));
}

} // namespace rocketdesk::ui
