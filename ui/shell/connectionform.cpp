// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/connectionform.h"

#include "client/profile/nameservers.h"
#include "ui/common/words.h"
#include "ui/shell/mappingrows.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSet>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace rocketdesk::ui {

namespace {

constexpr int nameServerLines = 3;

int milliseconds(std::chrono::milliseconds time)
{
    return static_cast<int>(time.count());
}

} // namespace

ConnectionForm::ConnectionForm(Theme &theme, const QStringList &otherNames, const QStringList &folders, const QString &secretsPlace, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_otherNames(otherNames)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Parts of the connection"));
    column->addWidget(m_tabs);
    column->addWidget(makeLine(theme, Qt::Horizontal, this));
    column->addWidget(m_stack, 1);
    makeGeneral(folders);
    makeCredentials(secretsPlace);
    makeTls();
    makeTimeouts();
    setFocusProxy(m_name);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(this, &ConnectionForm::changed, this, &ConnectionForm::showFound);
}

QVBoxLayout *ConnectionForm::addLeaf(const QString &title)
{
    auto *leaf = new QWidget;
    auto *column = new QVBoxLayout(leaf);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(10);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(leaf);
    m_stack->addWidget(area);
    m_tabs->addTab(title);
    return column;
}

FormField *ConnectionForm::addField(QVBoxLayout &leaf, const QString &label, QWidget *widget, Field field)
{
    auto *made = new FormField(m_theme, label, widget);
    // one place decides what is wrong; the field asks it on leaving and while it is wrong
    made->setCheck([this, field] {
        m_touched.insert(field);
        for (const auto &problem : problems()) {
            if (problem.field == field)
                return words(problem.words);
        }
        return QString();
    });
    connect(made, &FormField::errorChanged, this, &ConnectionForm::markTabs);
    m_fields.insert(field, made);
    m_leafOf.insert(field, m_tabs->count() - 1);
    leaf.addWidget(made);
    return made;
}

QLineEdit *ConnectionForm::addLine(QVBoxLayout &leaf, const QString &label, Field field, bool mono)
{
    auto *line = new QLineEdit;
    if (mono)
        line->setFont(m_theme.font(TextStyle::Mono));
    addField(leaf, label, line, field);
    connect(line, &QLineEdit::textChanged, this, [this, field] { touch(field); });
    return line;
}

QLineEdit *ConnectionForm::addSecret(QVBoxLayout &leaf, const QString &label)
{
    auto *line = new QLineEdit;
    line->setEchoMode(QLineEdit::Password);
    auto *field = new FormField(m_theme, label, line);
    field->setOptional(true);
    leaf.addWidget(field);
    connect(line, &QLineEdit::textEdited, this, [this, line] {
        line->setModified(true);
        Q_EMIT changed();
    });
    return line;
}

QSpinBox *ConnectionForm::addTimeout(QVBoxLayout &leaf, const QString &label, Field field, const QString &hint)
{
    auto *box = new QSpinBox;
    box->setRange(0, 10'000'000);
    box->setSingleStep(500);
    box->setGroupSeparatorShown(true);
    box->setSuffix(tr(" ms"));
    addField(leaf, label, box, field)->setHint(hint);
    connect(box, &QSpinBox::valueChanged, this, [this, field] { touch(field); });
    return box;
}

QLineEdit *ConnectionForm::addFile(QVBoxLayout &leaf, const QString &label, Field field, const QString &hint)
{
    QLineEdit *line = addLine(leaf, label, field, true);
    m_fields.value(field)->setOptional(true);
    m_fields.value(field)->setHint(hint);
    QAction *browse = line->addAction(m_theme.icon(Icon::Folder), QLineEdit::TrailingPosition);
    browse->setText(tr("Choose a file…"));
    browse->setToolTip(browse->text());
    connect(browse, &QAction::triggered, this, [this, line] {
        auto *dialog = new QFileDialog(this, tr("Choose a file"), line->text(), tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
        dialog->open();
    });
    return line;
}

void ConnectionForm::makeGeneral(const QStringList &folders)
{
    QVBoxLayout *leaf = addLeaf(tr("General"));
    m_name = addLine(*leaf, tr("Name"), Field::Name);
    m_folder = new QComboBox;
    m_folder->setEditable(true);
    m_folder->addItem(QString());
    m_folder->addItems(folders);
    addField(*leaf, tr("Folder"), m_folder, Field::Folder)->setOptional(true);
    connect(m_folder, &QComboBox::currentTextChanged, this, [this] { touch(Field::Folder); });
    m_environment = new QComboBox;
    for (const QString &word : {tr("Local"), tr("Test"), tr("Staging"), tr("Production")})
        m_environment->addItem(word);
    auto *environment = new FormField(m_theme, tr("Environment"), m_environment);
    environment->setHint(tr("Gives the tab its colour and word. In production, changes ask for more."));
    leaf->addWidget(environment);
    connect(m_environment, &QComboBox::currentIndexChanged, this, &ConnectionForm::changed);
    m_nameServers = new QPlainTextEdit;
    m_nameServers->setFont(m_theme.font(TextStyle::Mono));
    m_nameServers->setTabChangesFocus(true);
    m_nameServers->setFixedHeight(QFontMetrics(m_nameServers->font()).lineSpacing() * nameServerLines + 18);
    m_nameServers->document()->setDocumentMargin(5);
    addField(*leaf, tr("Name servers, one a line or separated by ;"), m_nameServers, Field::NameServers);
    connect(m_nameServers, &QPlainTextEdit::textChanged, this, [this] { touch(Field::NameServers); });
    m_mappings = new MappingRows(m_theme);
    addField(*leaf, tr("Address mapping"), m_mappings, Field::Mapping)->setOptional(true);
    m_fields.value(Field::Mapping)->setHint(tr("For NAT, containers and tunnels: where to connect for an address that a broker announces. * stands for any host or port."));
    connect(m_mappings, &MappingRows::changed, this, [this] { touch(Field::Mapping); });
    connect(m_mappings, &MappingRows::left, this, [this] { m_fields.value(Field::Mapping)->validate(); });
    m_readOnly = new QCheckBox(tr("Read-only: changing calls never leave this program"));
    leaf->addWidget(m_readOnly);
    connect(m_readOnly, &QCheckBox::toggled, this, &ConnectionForm::changed);
    leaf->addStretch();
}

void ConnectionForm::makeCredentials(const QString &secretsPlace)
{
    QVBoxLayout *leaf = addLeaf(tr("Credentials"));
    m_accessKey = addLine(*leaf, tr("Access key"), Field::AccessKey, true);
    m_fields.value(Field::AccessKey)->setOptional(true);
    m_fields.value(Field::AccessKey)->setHint(tr("Empty: requests are not signed."));
    m_secretKey = addSecret(*leaf, tr("Secret key"));
    m_token = addSecret(*leaf, tr("Security token"));
    auto *row = new QHBoxLayout;
    row->addWidget(new Sign(m_theme, Icon::Lock, Role::Text2, 14), 0, Qt::AlignTop);
    auto *where = new Label(m_theme, TextStyle::Small, Role::Text2, secretsPlace);
    where->setWordWrap(true);
    row->addWidget(where, 1);
    leaf->addLayout(row);
    leaf->addStretch();
}

void ConnectionForm::makeTls()
{
    QVBoxLayout *leaf = addLeaf(tr("TLS"));
    m_tls = new QCheckBox(tr("Encrypt with TLS"));
    leaf->addWidget(m_tls);
    m_verify = new QComboBox;
    for (const QString &word : {tr("Verify certificate and name"), tr("Verify the certificate, not the name"), tr("Don't verify")})
        m_verify->addItem(word);
    auto *verify = new FormField(m_theme, tr("Verification"), m_verify);
    leaf->addWidget(verify);
    m_caFile = addFile(*leaf, tr("Certificate authority (CA)"), Field::CaFile, tr("PEM. Empty: the authorities of this system."));
    m_certFile = addFile(*leaf, tr("Client certificate"), Field::CertFile, tr("PEM, with its key, where the server asks for one."));
    m_keyFile = addFile(*leaf, tr("Client key"), Field::KeyFile, tr("PEM, without a passphrase."));
    leaf->addStretch();
    const QList<QWidget *> parts = {verify, m_fields.value(Field::CaFile), m_fields.value(Field::CertFile), m_fields.value(Field::KeyFile)};
    const auto follow = [this, verify, parts](bool on) {
        for (QWidget *part : parts)
            part->setEnabled(on);
        const bool open = on && m_verify->currentIndex() == static_cast<int>(Profile::Tls::Verify::None);
        verify->setHint(open ? tr("The other side may be anybody.") : QString());
    };
    follow(false);
    connect(m_tls, &QCheckBox::toggled, this, follow);
    connect(m_verify, &QComboBox::currentIndexChanged, this, [this, follow] { follow(m_tls->isChecked()); });
    connect(m_tls, &QCheckBox::toggled, this, &ConnectionForm::changed);
    connect(m_verify, &QComboBox::currentIndexChanged, this, &ConnectionForm::changed);
}

void ConnectionForm::makeTimeouts()
{
    QVBoxLayout *leaf = addLeaf(tr("Time-outs"));
    m_connect = addTimeout(*leaf, tr("Connecting"), Field::ConnectTimeout, {});
    m_request = addTimeout(*leaf, tr("Answers"), Field::RequestTimeout, {});
    m_slow = addTimeout(*leaf, tr("Slow answers"), Field::SlowRequestTimeout, tr("Pulls that a broker holds, and calls that it relays to clients."));
    leaf->addStretch();
}

void ConnectionForm::setDraft(const ProfileDraft &draft)
{
    m_name->setText(draft.name);
    m_folder->setCurrentText(draft.folder);
    m_environment->setCurrentIndex(static_cast<int>(draft.environment));
    m_nameServers->setPlainText(draft.nameServers);
    m_mappings->setMappings(draft.mappings);
    m_readOnly->setChecked(draft.readOnly);
    m_accessKey->setText(draft.accessKey);
    m_tls->setChecked(draft.tls.enabled);
    m_verify->setCurrentIndex(static_cast<int>(draft.tls.verify));
    m_caFile->setText(draft.tls.caFile);
    m_certFile->setText(draft.tls.certFile);
    m_keyFile->setText(draft.tls.keyFile);
    m_connect->setValue(milliseconds(draft.timeouts.connect));
    m_request->setValue(milliseconds(draft.timeouts.request));
    m_slow->setValue(milliseconds(draft.timeouts.slowRequest));
    m_touched.clear();
    mark();
    showFound();
}

ProfileDraft ConnectionForm::draft() const
{
    using std::chrono::milliseconds;
    ProfileDraft draft;
    draft.name = m_name->text();
    draft.folder = m_folder->currentText();
    draft.environment = static_cast<Profile::Environment>(m_environment->currentIndex());
    draft.nameServers = m_nameServers->toPlainText();
    draft.mappings = m_mappings->mappings();
    draft.readOnly = m_readOnly->isChecked();
    draft.tls = {.enabled = m_tls->isChecked(), .caFile = m_caFile->text(), .certFile = m_certFile->text(), .keyFile = m_keyFile->text(),
        .verify = static_cast<Profile::Tls::Verify>(m_verify->currentIndex())};
    draft.accessKey = m_accessKey->text();
    draft.timeouts = {.connect = milliseconds(m_connect->value()), .request = milliseconds(m_request->value()), .slowRequest = milliseconds(m_slow->value())};
    return draft;
}

std::optional<QString> ConnectionForm::secretKey() const
{
    return m_secretKey->isModified() ? std::optional(m_secretKey->text()) : std::nullopt;
}

std::optional<QString> ConnectionForm::securityToken() const
{
    return m_token->isModified() ? std::optional(m_token->text()) : std::nullopt;
}

void ConnectionForm::setSecretsKept(bool secretKey, bool securityToken)
{
    const QString kept = tr("•••••••• (kept; type to replace)");
    m_secretKey->setPlaceholderText(secretKey ? kept : QString());
    m_token->setPlaceholderText(securityToken ? kept : QString());
}

std::vector<ProfileDraft::Problem> ConnectionForm::problems() const
{
    return draft().problems(m_otherNames);
}

void ConnectionForm::touch(Field field)
{
    FormField *shown = m_fields.value(field);
    if (!shown->error().isEmpty())
        shown->validate();
    Q_EMIT changed();
}

// How many addresses were understood, while they are typed.
void ConnectionForm::showFound()
{
    const auto count = static_cast<int>(parseNameServers(m_nameServers->toPlainText()).endpoints.size());
    m_fields.value(Field::NameServers)->setHint(count > 0 ? tr("%n addresses", nullptr, count) : tr("host:port; a pasted NAMESRV_ADDR or mqadmin command is understood."));
}

void ConnectionForm::mark()
{
    QMap<Field, QString> first;
    for (const auto &problem : problems()) {
        if (!m_touched.contains(problem.field))
            continue;
        if (!first.contains(problem.field))
            first.insert(problem.field, words(problem.words));
    }
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        it.value()->setError(first.value(it.key()));
}

/// What is wrong on a leaf that is not in sight.
void ConnectionForm::markTabs()
{
    QSet<int> wrongLeaves;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (!it.value()->error().isEmpty())
            wrongLeaves.insert(m_leafOf.value(it.key()));
    }
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabIcon(i, wrongLeaves.contains(i) ? m_theme.icon(Icon::ErrorFill, Role::ErrorFill) : QIcon());
}

bool ConnectionForm::showProblems(Wanted wanted)
{
    const auto needed = [wanted](Field field) { return wanted == Wanted::Save || field != Field::Name; };
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        if (needed(it.key()))
            m_touched.insert(it.key());
    }
    mark();
    auto found = problems();
    std::erase_if(found, [&needed](const ProfileDraft::Problem &problem) { return !needed(problem.field); });
    if (found.empty())
        return true;
    m_tabs->setCurrentIndex(m_leafOf.value(found.front().field));
    m_fields.value(found.front().field)->field()->setFocus();
    return false;
}

} // namespace rocketdesk::ui
