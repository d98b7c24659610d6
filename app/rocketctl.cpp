// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/program.h"
#include "app/interrupts.h"
#include "app/keychain.h"
#include "app/logging.h"
#include "client/networkthread.h"
#include "client/profile/places.h"

#include <QCoreApplication>

#include <optional>

using namespace rocketdesk;

namespace {

/// What rocketctl is made of; made when a command asks for it.
class Parts final
{
public:
    ctl::Program::Surroundings surroundings()
    {
        ctl::Program::Surroundings surroundings;
        surroundings.profilesFile = Places::fromEnvironment().profilesFile();
        surroundings.variables = [](const char *name) { return qEnvironmentVariable(name); };
        surroundings.network = [this] {
            Interrupts::keepFrom([this] { m_network.emplace(); });
            return m_network->address();
        };
        surroundings.secrets = [this]() -> SecretStore & { return m_secrets ? *m_secrets : m_secrets.emplace(m_clock); };
        return surroundings;
    }

private:
    std::optional<NetworkThread> m_network;
    SystemClock m_clock;
    std::optional<KeychainSecretStore> m_secrets;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rocketctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROCKETDESK_VERSION));
    const auto logging = installLogging({.name = QStringLiteral("rocketctl")});
    Interrupts interrupts;
    Parts parts;
    ctl::Output output(ctl::Output::standard());
    ctl::Program program(parts.surroundings(), output);
    QObject::connect(&interrupts, &Interrupts::interrupted, &program, &ctl::Program::interrupt);
    QObject::connect(&interrupts, &Interrupts::readerGone, &output, &ctl::Output::close);
    QObject::connect(&program, &ctl::Program::ended, &application, &QCoreApplication::exit, Qt::QueuedConnection);
    QMetaObject::invokeMethod(&program, [&program] { program.run(QCoreApplication::arguments().sliced(1)); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
