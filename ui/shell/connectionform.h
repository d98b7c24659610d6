// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/profile/profiledraft.h"
#include "ui/theme/theme.h"

#include <QMap>
#include <QWidget>

#include <optional>
#include <set>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace rocketdesk::ui {

class FormField;
class Label;
class MappingRows;

/// The fields of a connection over a ProfileDraft, on four leaves. A field says what is wrong once it was edited; showProblems()
/// has all of them say it.
class ConnectionForm final : public QWidget
{
    Q_OBJECT

public:
    /// What the fields are wanted for: a test does without a name.
    enum class Wanted { Test, Save };

    /// `otherNames` are taken; `folders` are offered; `secretsPlace` says where secrets are kept.
    ConnectionForm(Theme &theme, const QStringList &otherNames, const QStringList &folders, const QString &secretsPlace, QWidget *parent = nullptr);

    void setDraft(const ProfileDraft &draft);
    [[nodiscard]] ProfileDraft draft() const;
    /// As typed; nothing where the field was not touched and the kept one stays.
    [[nodiscard]] std::optional<QString> secretKey() const;
    [[nodiscard]] std::optional<QString> securityToken() const;
    /// Says in the fields that a secret is kept already.
    void setSecretsKept(bool secretKey, bool securityToken);
    [[nodiscard]] std::vector<ProfileDraft::Problem> problems() const;
    /// Shows every problem that is in the way, and the leaf and field of the first one; false where there are some.
    bool showProblems(Wanted wanted = Wanted::Save);

Q_SIGNALS:
    void changed();

private:
    using Field = ProfileDraft::Field;

    QVBoxLayout *addLeaf(const QString &title);
    FormField *addField(QVBoxLayout &leaf, const QString &label, QWidget *widget, Field field);
    QLineEdit *addLine(QVBoxLayout &leaf, const QString &label, Field field, bool mono = false);
    QLineEdit *addSecret(QVBoxLayout &leaf, const QString &label);
    QSpinBox *addTimeout(QVBoxLayout &leaf, const QString &label, Field field, const QString &hint);
    QLineEdit *addFile(QVBoxLayout &leaf, const QString &label, Field field, const QString &hint);
    void makeGeneral(const QStringList &folders);
    void makeCredentials(const QString &secretsPlace);
    void makeTls();
    void makeTimeouts();
    void touch(Field field);
    void showFound();
    void mark();
    void markTabs();

    Theme &m_theme;
    QStringList m_otherNames;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QMap<Field, FormField *> m_fields;
    QMap<Field, int> m_leafOf;
    std::set<Field> m_touched;
    QLineEdit *m_name = nullptr;
    QComboBox *m_folder = nullptr;
    QComboBox *m_environment = nullptr;
    QPlainTextEdit *m_nameServers = nullptr;
    MappingRows *m_mappings = nullptr;
    QCheckBox *m_readOnly = nullptr;
    QLineEdit *m_accessKey = nullptr;
    QLineEdit *m_secretKey = nullptr;
    QLineEdit *m_token = nullptr;
    QCheckBox *m_tls = nullptr;
    QLineEdit *m_caFile = nullptr;
    QLineEdit *m_certFile = nullptr;
    QLineEdit *m_keyFile = nullptr;
    QComboBox *m_verify = nullptr;
    QSpinBox *m_connect = nullptr;
    QSpinBox *m_request = nullptr;
    QSpinBox *m_slow = nullptr;
};

} // namespace rocketdesk::ui
