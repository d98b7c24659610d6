// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/connection.h"

#include "client/profile/nameservers.h"
#include "client/profile/profilestore.h"

namespace rocketdesk::ctl {

namespace {

constexpr qint64 LongestTimeout = 24 * 3600 * 1000;

Result<Profile> savedProfile(const QString &name, const QString &file)
{
    ProfileStore store(file);
    if (const auto loaded = store.load(); !loaded && store.profiles().empty())
        return failed(loaded.error());
    if (const Profile *profile = store.byName(name))
        return *profile;
    QStringList names;
    for (const Profile &profile : store.profiles())
        names << profile.name;
    return wrongUsage(names.isEmpty() ? QStringLiteral("there is no profile \"%1\": none is saved in %2").arg(name, file)
                                      : QStringLiteral("there is no profile \"%1\"; saved are: %2").arg(name, names.join(QStringLiteral(", "))));
}

Result<QList<Endpoint>> nameServers(const QString &text, const QString &source)
{
    const NameServerList list = parseNameServers(text);
    if (!list.problems.empty())
        return wrongUsage(QStringLiteral("%1: %2").arg(source, list.problems.front().words.text()));
    if (list.endpoints.isEmpty())
        return wrongUsage(QStringLiteral("%1 names no name server").arg(source));
    return list.endpoints;
}

Result<Profile> start(const Arguments &arguments, const QString &file, const Places::Variables &variables)
{
    const auto name = arguments.value("--profile");
    const auto servers = arguments.value("--namesrv");
    if (name && servers)
        return wrongUsage(QStringLiteral("--profile and --namesrv exclude each other"));
    if (name)
        return savedProfile(*name, file);
    const QString fallback = variables("NAMESRV_ADDR");
    if (!servers && fallback.isEmpty())
        return wrongUsage(QStringLiteral("where to connect? Give --namesrv HOST[:PORT] or --profile NAME, or set NAMESRV_ADDR"));
    auto endpoints = nameServers(servers.value_or(fallback), servers ? QStringLiteral("--namesrv") : QStringLiteral("NAMESRV_ADDR"));
    if (!endpoints)
        return failed(endpoints.error());
    Profile profile;
    profile.name = QStringLiteral("rocketctl");
    profile.nameServers = std::move(*endpoints);
    return profile;
}

Result<void> applyTls(Profile::Tls &tls, const Arguments &arguments)
{
    tls.enabled = tls.enabled || arguments.has("--tls");
    tls.caFile = arguments.value("--ca").value_or(tls.caFile);
    tls.certFile = arguments.value("--cert").value_or(tls.certFile);
    tls.keyFile = arguments.value("--key-file").value_or(tls.keyFile);
    if (arguments.has("--no-verify"))
        tls.verify = Profile::Tls::Verify::None;
    if (tls.certFile.isEmpty() != tls.keyFile.isEmpty())
        return wrongUsage(QStringLiteral("--cert and --key-file go together"));
    for (const char *option : {"--ca", "--cert", "--no-verify"}) {
        if (arguments.has(option) && !tls.enabled)
            return wrongUsage(QStringLiteral("%1 needs --tls").arg(QLatin1StringView(option)));
    }
    return {};
}

Result<void> applyMappings(Profile &profile, const QStringList &texts)
{
    for (const QString &text : texts) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 0)
            return wrongUsage(QStringLiteral("--map takes FROM=TO, not \"%1\"").arg(text));
        auto mapping = AddressMapping::parse(text.left(equals), text.sliced(equals + 1));
        if (!mapping)
            return wrongUsage(QStringLiteral("--map %1: %2").arg(text, mapping.error().remark));
        profile.mappings << std::move(*mapping);
    }
    return {};
}

} // namespace

const std::vector<Option> &connectionOptions()
{
    static const std::vector<Option> options = {
        {"--profile", "NAME", "a saved connection"},
        {"--namesrv", "HOST[:PORT][;...]", "name servers, port 9876 when omitted; else NAMESRV_ADDR"},
        {"--tls", nullptr, "encrypt"},
        {"--ca", "FILE", "authorities to trust, PEM"},
        {"--cert", "FILE", "the client's certificate, PEM"},
        {"--key-file", "FILE", "its key, PEM"},
        {"--no-verify", nullptr, "encrypt without looking who answers"},
        {"--map", "FROM=TO", "connect to TO where a server announces FROM; repeatable", true},
        {"--timeout", "MS", "how long an answer may take"},
        {"--read-only", nullptr, "refuse what changes anything"},
    };
    return options;
}

Result<Profile> profileFor(const Arguments &arguments, const QString &profilesFile, const Places::Variables &variables)
{
    auto profile = start(arguments, profilesFile, variables);
    if (!profile)
        return profile;
    if (const auto tls = applyTls(profile->tls, arguments); !tls)
        return failed(tls.error());
    if (const auto mappings = applyMappings(*profile, arguments.values("--map")); !mappings)
        return failed(mappings.error());
    const auto timeout = arguments.number("--timeout", 1, LongestTimeout);
    if (!timeout)
        return failed(timeout.error());
    if (*timeout) {
        profile->timeouts.request = std::chrono::milliseconds(**timeout);
        profile->timeouts.connect = std::chrono::milliseconds(**timeout);
    }
    profile->readOnly = profile->readOnly || arguments.has("--read-only");
    return profile;
}

Credentials credentialsOf(const Places::Variables &variables)
{
    return {variables("ROCKETMQ_ACCESS_KEY"), Secret(variables("ROCKETMQ_SECRET_KEY")), Secret(variables("ROCKETMQ_SECURITY_TOKEN"))};
}

} // namespace rocketdesk::ctl
