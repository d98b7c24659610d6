// SPDX-License-Identifier: Apache-2.0
#include "app/connections.h"

#include "app/hopwords.h"
#include "client/base/logcategories.h"
#include "client/client.h"
#include "ui/shell/connectionfeed.h"
#include "ui/shell/connectionstatus.h"

namespace rocketdesk::app {

Connections::Connections() : m_secrets(m_clock) {}

Connections::~Connections() = default;

ui::OpenedConnection Connections::connectionOf(const Profile &profile, Client::Secrets secrets)
{
    auto client = std::make_shared<Client>(m_network.address(), profile, std::move(secrets));
    auto status = std::make_shared<ui::ConnectionStatus>(profile.name, static_cast<ui::Environment>(profile.environment), profile.readOnly);
    new ui::ConnectionFeed(*client, *status);
    return {profile.id, std::move(client), std::move(status)};
}

Pending<ui::OpenedConnection> Connections::open(const Profile &profile)
{
    if (profile.accessKey.isEmpty())
        return ready<ui::OpenedConnection>(connectionOf(profile, {}));
    auto opened = std::make_shared<Promise<ui::OpenedConnection>>();
    auto pending = opened->pending();
    whenDone(readSecrets(m_secrets, profile.id), &m_context, [this, opened, profile](const Result<StoredSecrets> &secrets) {
        if (!secrets)
            return opened->finish(failed(secrets.error()));
        for (const auto *secret : {&secrets->secretKey, &secrets->securityToken}) {
            if (!*secret) // signed without its secret, every call would be refused for a reason that is none
                return opened->finish(failed(secret->error()));
        }
        return opened->finish(connectionOf(profile, {.secretKey = secrets->secretKey->value_or(Secret()), .securityToken = secrets->securityToken->value_or(Secret())}));
    });
    return pending;
}

Call Connections::test(const ui::ConnectionEditing::Trial &trial, const QObject *context, ui::ConnectionEditing::Seen seen, std::function<void(bool cancelled)> ended)
{
    auto hops = Client::test(m_network.address(), trial.profile, {.secretKey = trial.secretKey, .securityToken = trial.securityToken}, context,
        [seen = std::move(seen)](const Hop &hop) { seen(hopLine(hop)); });
    return whenDone(std::move(hops), context, [ended = std::move(ended)](Result<std::vector<Hop>> result) { ended(!result); });
}

void Connections::renewSandbox(const sandbox::SandboxOptions &options)
{
    m_sandbox.reset();
    m_sandbox = std::make_unique<sandbox::SandboxThread>(options);
}

ui::OpenedConnection Connections::openSandbox()
{
    if (!m_sandbox)
        m_sandbox = std::make_unique<sandbox::SandboxThread>(sandbox::SandboxOptions{.brokers = 2});
    if (!m_sandbox->started()) {
        qCWarning(logApp) << "The embedded cluster does not start:" << m_sandbox->started().error().remark;
        m_sandbox.reset();
        return {};
    }
    Profile profile;
    profile.id = QString::fromLatin1(ui::sandboxProfileId);
    profile.name = ui::sandboxName();
    profile.nameServers = {m_sandbox->nameServer()};
    return connectionOf(profile, {});
}

} // namespace rocketdesk::app
