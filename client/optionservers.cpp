// SPDX-License-Identifier: Apache-2.0
#include "client/optionservers.h"

#include "client/consumer/consumeroptions.h"
#include "client/producer/produceroptions.h"
#include "client/profile/nameservers.h"

#include <QSet>

namespace rocketdesk {

namespace {

Result<NameServerList> namedServers(const QString &namesrvAddr)
{
    NameServerList list = parseNameServers(namesrvAddr);
    if (!list.problems.empty())
        return failed(Error::Kind::InvalidArgument, list.problems.front().words.text());
    return list;
}

QSet<Endpoint> setOf(const QList<Endpoint> &endpoints)
{
    return {endpoints.cbegin(), endpoints.cend()};
}

} // namespace

Result<Profile> profileNaming(const QString &namesrvAddr, const QString &name)
{
    const auto servers = namedServers(namesrvAddr);
    if (!servers)
        return failed(servers.error());
    if (servers->endpoints.isEmpty())
        return failed(Error::Kind::InvalidArgument, QStringLiteral("no name server is given"));
    Profile profile;
    profile.id = newProfileId();
    profile.name = name;
    profile.nameServers = servers->endpoints;
    return profile;
}

Result<void> checkServers(const Profile &profile, const QString &namesrvAddr)
{
    if (namesrvAddr == ProducerOptions().namesrvAddr || namesrvAddr == ConsumerOptions().namesrvAddr)
        return {};
    const auto named = namedServers(namesrvAddr);
    if (!named)
        return failed(named.error());
    if (named->endpoints.isEmpty() || setOf(named->endpoints) == setOf(profile.nameServers))
        return {};
    return failed(Error::Kind::InvalidArgument,
        QStringLiteral("the options name the name servers %1, but the client has %2").arg(named->toString(), NameServerList{profile.nameServers, {}}.toString()));
}

} // namespace rocketdesk
