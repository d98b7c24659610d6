// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"
#include "app/sandbox/sandboxthread.h"

namespace rocketdesk::ctl {

namespace {

/// Serves as long as the session lives.
class SandboxRun final : public QObject
{
public:
    SandboxRun(Session &session, sandbox::SandboxOptions options)
        : QObject(&session)
        , m_sandbox(std::move(options))
    {
    }

    Pending<int> start(Session &session)
    {
        if (const auto &started = m_sandbox.started(); !started)
            return session.failNow(started.error());
        const QString address = m_sandbox.nameServer().toString();
        if (session.out().json())
            session.out().row(Line().add("nameServer", address));
        else
            session.out().text(address);
        session.out().flush();
        return m_serving.pending();
    }

private:
    sandbox::SandboxThread m_sandbox;
    Promise<int> m_serving; ///< ends with the session
};

Result<sandbox::SandboxOptions> optionsOf(const Arguments &arguments)
{
    sandbox::SandboxOptions options;
    const auto read = [&](const char *option, qint64 least, qint64 most, auto &value) -> Result<void> {
        const auto number = arguments.number(option, least, most);
        if (!number)
            return failed(number.error());
        value = static_cast<std::decay_t<decltype(value)>>(number->value_or(static_cast<qint64>(value)));
        return {};
    };
    for (const Result<void> &done : {read("--port", 0, 65'535, options.port), read("--topics", 0, 1'000'000, options.topics),
             read("--groups", 0, 1'000'000, options.groups), read("--brokers", 1, 100, options.brokers), read("--rate", 0, 1'000'000, options.rate)}) {
        if (!done)
            return failed(done.error());
    }
    options.tlsCertificateFile = arguments.value("--tls-cert").value_or(QString());
    options.tlsKeyFile = arguments.value("--tls-key").value_or(QString());
    if (options.tlsCertificateFile.isEmpty() != options.tlsKeyFile.isEmpty())
        return wrongUsage(QStringLiteral("--tls-cert and --tls-key go together"));
    return options;
}

Pending<int> runSandbox(const Arguments &arguments, Session &session)
{
    auto options = optionsOf(arguments);
    if (!options)
        return session.failNow(options.error());
    return (new SandboxRun(session, std::move(*options)))->start(session);
}

} // namespace

Command sandboxCommand()
{
    return {.name = "sandbox",
        .arguments = "",
        .summary = "a RocketMQ cluster in this process; prints the name server's address and serves until interrupted",
        .options = {{"--port", "P", "of the name server; 0 = a free one"}, {"--topics", "N", "plain topics beside those of the demo"},
            {"--groups", "N", "consumer groups beside those of the demo"}, {"--brokers", "N", "masters; 1 without it"},
            {"--rate", "R", "messages a second of the demo's traffic"}, {"--tls-cert", "FILE", "certificate, PEM: TLS on the same ports"},
            {"--tls-key", "FILE", "its key, PEM"}},
        .connects = false,
        .run = &runSandbox};
}

} // namespace rocketdesk::ctl
