// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"
#include "client/profile/profiledraft.h"
#include "client/profile/profilestore.h"
#include "client/profile/secretstore.h"
#include "ui/shell/hoplist.h"
#include "ui/widgets/sheet.h"

#include <functional>

class QPushButton;
class QTimer;

namespace rocketdesk::ui {

class ConnectionForm;
class Label;
class Settings;

/// What the connection editor works with. All of it outlives the dialog.
struct ConnectionEditing {
    /// What is to be tried, saved or not.
    struct Trial {
        Profile profile;
        Secret secretKey;
        Secret securityToken;
    };
    using Seen = std::function<void(const HopLine &)>;
    /// Goes the way to a cluster; `seen` comes once per hop, and `ended` at the end, while `context` lives. Empty: there is no test.
    using Test = std::function<Call(const Trial &trial, const QObject *context, Seen seen, std::function<void(bool cancelled)> ended)>;

    Theme &theme;
    Settings &settings;
    ProfileStore &profiles;
    SecretStore &secrets;
    Test test;
};

/// Edits one saved connection, or makes a new one. Saving never needs a passed test. What was typed is kept until it is saved or
/// thrown away; secrets are not.
class ConnectionDialog final : public Sheet
{
    Q_OBJECT

public:
    /// An empty or unknown id makes a new one.
    ConnectionDialog(ConnectionEditing editing, const QString &profileId, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionForm &form() const { return *m_form; }
    void save(bool connect);
    void runTest();
    void testWhenReady(); ///< once its secrets have been read
    [[nodiscard]] bool isTesting() const { return m_testing.isRunning(); }

Q_SIGNALS:
    void saved(const QString &profileId);
    void connectRequested(const QString &profileId); ///< after saved()

protected:
    void reject() override;

private:
    [[nodiscard]] QWidget *makeTestPane();
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] QStringList otherNames() const;
    void loadSecrets();
    void start();
    void edited();
    void startAgain();
    void testWith(const Secret &secretKey, const Secret &securityToken);
    void testEnded(bool cancelled);
    void storeSecrets(const QString &profileId, bool connect);
    void finish(const QString &profileId, bool connect);
    void say(Tone tone, const QString &text);

    ConnectionEditing m_editing;
    Profile m_original;
    ProfileDraft m_begun; ///< what the form showed at first: nothing to keep while it is the same
    ConnectionForm *m_form = nullptr;
    HopList *m_hops = nullptr;
    Label *m_summary = nullptr;
    QPushButton *m_copy = nullptr;
    Label *m_word = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_connect = nullptr;
    QTimer *m_keeping;
    ScopedCall m_reading;
    ScopedCall m_testing;
    Secret m_keptKey;
    Secret m_keptToken;
    bool m_testWanted = false;
};

} // namespace rocketdesk::ui
