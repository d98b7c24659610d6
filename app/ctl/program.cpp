// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/program.h"

#include "app/ctl/help.h"

#include <algorithm>

namespace rocketdesk::ctl {

namespace {

const std::vector<Option> &commonOptions()
{
    static const std::vector<Option> options = {{"--json", nullptr, "one object a line"}, {"--help", nullptr, "explains the command"}, {"-h", nullptr, "the same"},
        {"--version", nullptr, "version of this program"}};
    return options;
}

std::vector<Option> allOptions(const Command *command)
{
    std::vector<Option> options = commonOptions();
    if (!command || command->connects)
        options.insert(options.end(), connectionOptions().cbegin(), connectionOptions().cend());
    if (command)
        options.insert(options.end(), command->options.cbegin(), command->options.cend());
    return options;
}

/// Places of the first two words that are neither options nor their values; the command's own options come after its name.
std::vector<qsizetype> placesOfWords(const QStringList &typed)
{
    std::vector<qsizetype> places;
    const std::vector<Option> options = allOptions(nullptr);
    for (qsizetype i = 0; i < typed.size() && places.size() < 2; ++i) {
        const auto option = std::find_if(options.cbegin(), options.cend(), [&](const Option &known) { return typed[i] == QLatin1StringView(known.name); });
        if (option != options.cend())
            i += option->value ? 1 : 0;
        else if (!typed[i].startsWith(u'-'))
            places.push_back(i);
    }
    return places;
}

const Command *commandNamed(const QString &name)
{
    const auto found = std::find_if(commands().cbegin(), commands().cend(), [&](const Command &command) { return name == QLatin1StringView(command.name); });
    return found == commands().cend() ? nullptr : &*found;
}

Result<void> checkNumber(const Command &command, qsizetype given)
{
    if (given < command.least)
        return wrongUsage(QStringLiteral("%1 needs %2").arg(QLatin1StringView(command.name), QLatin1StringView(command.arguments)));
    if (command.most >= 0 && given > command.most) {
        return wrongUsage(command.most == 0 ? QStringLiteral("%1 takes no argument").arg(QLatin1StringView(command.name))
                                            : QStringLiteral("%1 takes only %2").arg(QLatin1StringView(command.name), QLatin1StringView(command.arguments)));
    }
    return {};
}

} // namespace

Program::Program(Surroundings surroundings, Output &output, QObject *parent)
    : QObject(parent)
    , m_surroundings(std::move(surroundings))
    , m_output(output)
{
    connect(&m_output, &Output::closed, this, [this] { end(Done); });
}

Program::~Program() = default;

void Program::run(const QStringList &arguments)
{
    QStringList words = arguments;
    const std::vector<qsizetype> places = placesOfWords(words);
    if (places.empty() || words[places.front()] == QLatin1StringView("help")) {
        const Command *asked = places.size() == 2 ? commandNamed(words[places[1]]) : nullptr;
        const auto read = Arguments::parse(words, allOptions(nullptr));
        if (!read)
            return endWith(read.error());
        if (read->has("--version"))
            m_output.text(QStringLiteral("rocketctl " ROCKETDESK_VERSION));
        else if (!places.empty() || read->has("--help") || read->has("-h"))
            m_output.text(asked ? helpText(*asked) : helpText());
        else
            m_output.note(helpText());
        return end(places.empty() && !read->has("--help") && !read->has("-h") && !read->has("--version") ? WrongUsage : Done);
    }
    const QString name = words[places.front()];
    const Command *command = nullptr;
    if (places.size() == 2 && (command = commandNamed(name + u' ' + words[places[1]])))
        words.removeAt(places[1]);
    else
        command = commandNamed(name);
    if (!command)
        return endWith(wrongUsage(QStringLiteral("there is no command \"%1\"; rocketctl --help lists them").arg(name)).value());
    words.removeAt(places.front());
    runCommand(*command, std::move(words));
}

void Program::runCommand(const Command &command, QStringList words)
{
    const auto arguments = Arguments::parse(words, allOptions(&command));
    if (!arguments)
        return endWith(arguments.error());
    if (arguments->has("--help") || arguments->has("-h")) {
        m_output.text(helpText(command));
        return end(Done);
    }
    if (const auto fits = checkNumber(command, arguments->positional().size()); !fits)
        return endWith(fits.error());
    m_output.setJson(arguments->has("--json"));
    if (command.connects)
        connectAndStart(command, *arguments);
    else
        start(command, *arguments);
}

void Program::connectAndStart(const Command &command, const Arguments &arguments)
{
    auto profile = profileFor(arguments, m_surroundings.profilesFile, m_surroundings.variables);
    if (!profile)
        return endWith(profile.error());
    withSecrets(std::move(*profile), [this, &command, arguments](Profile complete, Client::Secrets secrets) {
        m_client = std::make_unique<Client>(m_surroundings.network(), std::move(complete), std::move(secrets));
        start(command, arguments);
    });
}

void Program::withSecrets(Profile profile, std::function<void(Profile, Client::Secrets)> next)
{
    const Credentials credentials = credentialsOf(m_surroundings.variables);
    const Client::Secrets given{credentials.secretKey, credentials.securityToken};
    if (profile.accessKey.isEmpty()) {
        profile.accessKey = credentials.accessKey;
        return next(std::move(profile), given);
    }
    m_running = whenDone(readSecrets(m_surroundings.secrets(), profile.id), this, [this, given, profile, next](const Result<StoredSecrets> &read) {
        if (!read)
            return endWith(read.error());
        if (!read->secretKey && given.secretKey.isEmpty())
            return endWith(read->secretKey.error());
        const auto secret = [](const Result<std::optional<Secret>> &stored, const Secret &otherwise) { return stored ? stored->value_or(otherwise) : otherwise; };
        next(profile, {secret(read->secretKey, given.secretKey), secret(read->securityToken, given.securityToken)});
    });
}

void Program::start(const Command &command, const Arguments &arguments)
{
    m_session = std::make_unique<Session>(m_output, m_client.get());
    m_running = whenDone(command.run(arguments, *m_session), this, [this](Result<int> exitCode) {
        if (exitCode)
            end(*exitCode);
        else
            endWith(exitCode.error());
    });
}

void Program::interrupt()
{
    m_interrupted = true;
    if (!m_session || !m_session->interrupt())
        end(Done);
}

void Program::endWith(const Error &error)
{
    m_output.endTable();
    Session session(m_output, nullptr);
    end(session.fail(error));
}

void Program::end(int exitCode)
{
    if (std::exchange(m_ended, true))
        return;
    if (!m_interrupted)
        m_output.endTable();
    m_output.flush();
    if (m_output.isIncomplete())
        exitCode = Failed;
    else if (m_interrupted || m_output.isClosed())
        exitCode = Done;
    Q_EMIT ended(exitCode);
}

} // namespace rocketdesk::ctl
