// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/connectiondialog.h"

#include "ui/common/words.h"
#include "ui/settings/settings.h"
#include "ui/shell/connectionform.h"
#include "ui/shell/keptdraft.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

namespace rocketdesk::ui {

namespace {

constexpr int edge = 18;
constexpr int keepAfterMs = 500; // of quiet typing

QStringList foldersOf(const ProfileStore &profiles)
{
    QStringList folders;
    for (const Profile &profile : profiles.profiles()) {
        if (!profile.folder.isEmpty() && !folders.contains(profile.folder))
            folders << profile.folder;
    }
    folders.sort(Qt::CaseInsensitive);
    return folders;
}

} // namespace

ConnectionDialog::ConnectionDialog(ConnectionEditing editing, const QString &profileId, QWidget *parent)
    : Sheet(editing.theme, parent)
    , m_editing(std::move(editing))
    , m_keeping(new QTimer(this))
{
    const Profile *known = m_editing.profiles.byId(profileId);
    if (known)
        m_original = *known;
    else
        m_original.timeouts = {.connect = std::chrono::milliseconds(m_editing.settings.get(setting::connectTimeout)),
            .request = std::chrono::milliseconds(m_editing.settings.get(setting::requestTimeout)), .slowRequest = m_original.timeouts.slowRequest};
    const QString title = known ? tr("Edit connection %1").arg(known->name) : tr("New connection");
    setWindowTitle(title);
    setModal(true);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form = new ConnectionForm(m_editing.theme, otherNames(), foldersOf(m_editing.profiles), words(wordsFor(m_editing.secrets.place())));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_form, 1);
    middle->addWidget(makeLine(m_editing.theme, Qt::Vertical, this));
    middle->addWidget(makeTestPane(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeDialogHead(m_editing.theme, title, *this));
    column->addWidget(makeLine(m_editing.theme, Qt::Horizontal, this));
    column->addLayout(middle, 1);
    column->addWidget(makeLine(m_editing.theme, Qt::Horizontal, this));
    column->addWidget(makeFoot());
    resize(m_editing.theme.scaled(980), std::min(m_editing.theme.scaled(640), 640));
    m_keeping->setSingleShot(true);
    connect(m_keeping, &QTimer::timeout, this, [this] { keepDraft(m_editing.settings, m_original.id, m_form->draft()); });
    start();
    loadSecrets();
    m_form->setFocus();
}

QWidget *ConnectionDialog::makeTestPane()
{
    Theme &theme = m_editing.theme;
    auto *pane = new QWidget(this);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(new Label(theme, TextStyle::BodyStrong, Role::Text, tr("Test")));
    m_summary = new Label(theme, TextStyle::Small, Role::Text2, tr("Goes hop by hop and changes nothing."));
    row->addWidget(m_summary, 1);
    m_copy = makeButton(theme, tr("Copy report"), Icon::Copy, ButtonLook::Flat);
    m_copy->setEnabled(false); // until there is one
    row->addWidget(m_copy);
    column->addLayout(row);
    column->addWidget(makeLine(theme, Qt::Horizontal, pane));
    m_hops = new HopList(theme);
    column->addWidget(m_hops, 1);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_hops->text()); });
    return pane;
}

QWidget *ConnectionDialog::makeFoot()
{
    Theme &theme = m_editing.theme;
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(edge, 10, edge, 10);
    row->setSpacing(8);
    m_test = makeButton(theme, tr("Test connection"), Icon::Plug);
    m_test->setEnabled(bool(m_editing.test));
    m_word = new Label(theme, TextStyle::Small, Role::Text2);
    m_again = makeButton(theme, tr("Start again"), Icon::Undo, ButtonLook::Link);
    m_again->hide();
    QPushButton *cancel = makeButton(theme, tr("Cancel"));
    m_save = makeButton(theme, tr("Save"));
    m_connect = makeButton(theme, tr("Save and connect"), Icon::None, ButtonLook::Primary);
    m_connect->setDefault(true);
    row->addWidget(m_test);
    row->addWidget(m_word, 1);
    for (QPushButton *button : {m_again, cancel, m_save, m_connect})
        row->addWidget(button);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::runTest);
    connect(m_again, &QPushButton::clicked, this, &ConnectionDialog::startAgain);
    connect(cancel, &QPushButton::clicked, this, &ConnectionDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_connect, &QPushButton::clicked, this, [this] { save(true); });
    return foot;
}

QStringList ConnectionDialog::otherNames() const
{
    QStringList names;
    for (const Profile &profile : m_editing.profiles.profiles()) {
        if (profile.id != m_original.id)
            names << profile.name;
    }
    return names;
}

void ConnectionDialog::start()
{
    m_begun = ProfileDraft::of(m_original);
    const auto kept = keptDraft(m_editing.settings, m_original.id);
    m_form->setDraft(kept.value_or(m_begun));
    m_begun = kept ? m_begun : m_form->draft();
    if (kept) {
        say(Tone::Muted, tr("What was typed the last time is here again."));
        m_again->show();
    }
    connect(m_form, &ConnectionForm::changed, this, &ConnectionDialog::edited);
}

void ConnectionDialog::edited()
{
    m_keeping->start(keepAfterMs);
    say(Tone::Muted, {});
}

void ConnectionDialog::startAgain()
{
    m_form->setDraft(ProfileDraft::of(m_original));
    m_keeping->stop();
    forgetDraft(m_editing.settings, m_original.id);
    m_again->hide();
    say(Tone::Muted, {});
}

void ConnectionDialog::loadSecrets()
{
    if (m_original.id.isEmpty() || m_original.accessKey.isEmpty())
        return;
    std::vector<Pending<std::optional<Secret>>> reads;
    reads.push_back(m_editing.secrets.read(m_original.id, SecretKind::SecretKey));
    reads.push_back(m_editing.secrets.read(m_original.id, SecretKind::SecurityToken));
    m_reading = whenDone(whenAll(std::move(reads)), this, [this](Result<std::vector<Result<std::optional<Secret>>>> secrets) {
        const auto secret = [&secrets](std::size_t i) { return secrets && (*secrets)[i] ? (*secrets)[i]->value_or(Secret()) : Secret(); };
        m_keptKey = secret(0);
        m_keptToken = secret(1);
        m_form->setSecretsKept(!m_keptKey.isEmpty(), !m_keptToken.isEmpty());
        if (std::exchange(m_testWanted, false))
            runTest();
    });
}

void ConnectionDialog::testWhenReady()
{
    m_testWanted = m_reading.isRunning();
    if (!m_testWanted)
        runTest();
}

void ConnectionDialog::runTest()
{
    if (m_testing.isRunning())
        return m_testing.cancel();
    if (!m_form->showProblems(ConnectionForm::Wanted::Test))
        return say(Tone::Error, tr("The fields that are marked have to be right before a test."));
    const auto key = m_form->secretKey();
    const auto token = m_form->securityToken();
    testWith(key ? Secret(*key) : m_keptKey, token ? Secret(*token) : m_keptToken);
}

void ConnectionDialog::testWith(const Secret &secretKey, const Secret &securityToken)
{
    m_hops->clear();
    m_test->setText(tr("Stop the test"));
    m_summary->setText(tr("On the way…"));
    const auto seen = [this](const HopLine &hop) {
        m_hops->add(hop);
        m_copy->setEnabled(true);
        m_summary->setText(m_hops->summary());
    };
    m_testing = m_editing.test({m_form->draft().applied(m_original), secretKey, securityToken}, this, seen, [this](bool cancelled) { testEnded(cancelled); });
}

void ConnectionDialog::testEnded(bool cancelled)
{
    m_test->setText(tr("Test connection"));
    m_summary->setText(m_hops->summary());
    if (cancelled)
        return say(Tone::Muted, tr("The test was stopped."));
    switch (m_hops->worst()) {
    case Tone::Error: return say(Tone::Error, tr("Something on the way does not work. Saving is possible all the same."));
    case Tone::Warning: return say(Tone::Warning, tr("Usable, with a warning."));
    default: return say(Tone::Ok, tr("Every hop works."));
    }
}

void ConnectionDialog::save(bool connect)
{
    if (!m_form->showProblems()) {
        const auto count = static_cast<int>(m_form->problems().size());
        return say(Tone::Error, tr("%n fields have to be changed first.", nullptr, count));
    }
    const Result<Profile> done = m_editing.profiles.save(m_form->draft().applied(m_original));
    if (!done)
        return say(Tone::Error, words(done.error()).line());
    m_keeping->stop();
    forgetDraft(m_editing.settings, m_original.id);
    storeSecrets(done->id, connect);
}

void ConnectionDialog::storeSecrets(const QString &profileId, bool connect)
{
    std::vector<Pending<void>> writes;
    if (const auto key = m_form->secretKey())
        writes.push_back(m_editing.secrets.write(profileId, SecretKind::SecretKey, Secret(*key)));
    if (const auto token = m_form->securityToken())
        writes.push_back(m_editing.secrets.write(profileId, SecretKind::SecurityToken, Secret(*token)));
    if (writes.empty())
        return finish(profileId, connect);
    setEnabled(false);
    m_reading = whenDone(whenAll(std::move(writes)), this, [this, profileId, connect](Result<std::vector<Result<void>>> written) {
        setEnabled(true);
        m_original.id = profileId; // the profile is saved: another try replaces it
        for (const Result<void> &each : written ? *written : std::vector<Result<void>>()) {
            if (!each)
                return say(Tone::Error, words(each.error()).line());
        }
        finish(profileId, connect);
    });
}

void ConnectionDialog::finish(const QString &profileId, bool connect)
{
    Q_EMIT saved(profileId);
    if (connect)
        Q_EMIT connectRequested(profileId);
    accept();
}

void ConnectionDialog::reject()
{
    m_keeping->stop();
    if (m_form->draft() == m_begun)
        forgetDraft(m_editing.settings, m_original.id);
    else
        keepDraft(m_editing.settings, m_original.id, m_form->draft());
    QDialog::reject();
}

void ConnectionDialog::say(Tone tone, const QString &text)
{
    m_word->setRole(tone == Tone::Error ? Role::ErrorText : tone == Tone::Warning ? Role::WarningText : tone == Tone::Ok ? Role::OkText : Role::Text2);
    m_word->setText(text);
}

} // namespace rocketdesk::ui
