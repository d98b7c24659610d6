// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "app/ctl/connection.h"

namespace rocketdesk::ctl {

/// rocketctl without its process: arguments in, lines and an exit code out.
class Program final : public QObject
{
    Q_OBJECT
public:
    /// What it runs in. The functions are called only by commands that need them, so that the others start quickly.
    struct Surroundings {
        QString profilesFile;
        Places::Variables variables; ///< of the environment
        std::function<Mailbox::Address()> network;
        std::function<SecretStore &()> secrets;
    };

    Program(Surroundings surroundings, Output &output, QObject *parent = nullptr);
    ~Program() override;

    /// Once. `arguments` without the program's name.
    void run(const QStringList &arguments);
    /// Ends with Done, after what was begun is finished; the second time at once.
    void interrupt();

Q_SIGNALS:
    void ended(int exitCode);

private:
    void runCommand(const Command &command, QStringList words);
    void connectAndStart(const Command &command, const Arguments &arguments);
    void withSecrets(Profile profile, std::function<void(Profile, Client::Secrets)> next);
    void start(const Command &command, const Arguments &arguments);
    void end(int exitCode);
    void endWith(const Error &error);

    Surroundings m_surroundings;
    Output &m_output;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<Session> m_session;
    ScopedCall m_running;
    bool m_interrupted = false;
    bool m_ended = false;
};

} // namespace rocketdesk::ctl
