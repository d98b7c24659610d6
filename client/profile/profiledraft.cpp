// SPDX-License-Identifier: Apache-2.0
#include "client/profile/profiledraft.h"

#include "client/profile/nameservers.h"
#include "client/profile/profilejson.h"

#include <QFileInfo>

#include <algorithm>

namespace rocketdesk {

namespace {

using Field = ProfileDraft::Field;
using Problems = std::vector<ProfileDraft::Problem>;

void add(Problems &problems, Field field, const char *sentence, const QStringList &arguments = {}, int row = -1)
{
    problems.push_back({.field = field, .row = row, .words = {sentence, arguments}});
}

bool hasControl(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

void checkText(Problems &problems, Field field, const QString &text, qsizetype longest)
{
    if (text.size() > longest)
        add(problems, field, QT_TRANSLATE_NOOP("Words", "At most %1 characters fit here."), {QString::number(longest)});
    else if (hasControl(text))
        add(problems, field, QT_TRANSLATE_NOOP("Words", "A control character is in this text."));
}

void checkName(Problems &problems, const QString &name, const QStringList &otherNames)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        add(problems, Field::Name, QT_TRANSLATE_NOOP("Words", "A connection needs a name."));
    else if (otherNames.contains(trimmed, Qt::CaseInsensitive))
        add(problems, Field::Name, QT_TRANSLATE_NOOP("Words", "Another connection is named \"%1\"."), {trimmed});
    else
        checkText(problems, Field::Name, name, profilelimits::nameLength);
}

void checkNameServers(Problems &problems, const QString &text)
{
    const NameServerList list = parseNameServers(text);
    for (const NameServerList::Problem &problem : list.problems)
        problems.push_back({.field = Field::NameServers, .words = problem.words});
    if (list.endpoints.isEmpty() && list.problems.empty())
        add(problems, Field::NameServers, QT_TRANSLATE_NOOP("Words", "At least one name server is needed, as host:port."));
}

void checkMappings(Problems &problems, const QList<ProfileDraft::Mapping> &mappings)
{
    if (mappings.size() > profilelimits::mappings)
        return add(problems, Field::Mapping, QT_TRANSLATE_NOOP("Words", "At most %1 mappings fit here."), {QString::number(profilelimits::mappings)});
    for (qsizetype i = 0; i < mappings.size(); ++i) {
        const bool from = !mappings[i].from.trimmed().isEmpty();
        const bool to = !mappings[i].to.trimmed().isEmpty();
        const int row = static_cast<int>(i);
        if (from != to)
            add(problems, Field::Mapping, from ? QT_TRANSLATE_NOOP("Words", "The address to connect to is missing.")
                                               : QT_TRANSLATE_NOOP("Words", "The address that the broker announces is missing."), {}, row);
        else if (from && !AddressMapping::parse(mappings[i].from, mappings[i].to))
            add(problems, Field::Mapping, QT_TRANSLATE_NOOP("Words", "A mapping goes from host[:port] to host[:port]; * stands for any host on the left, IPv6 is in brackets."), {}, row);
    }
}

void checkFile(Problems &problems, Field field, const QString &path)
{
    const QFileInfo file(path);
    if (path.isEmpty())
        return;
    if (!file.exists())
        add(problems, field, QT_TRANSLATE_NOOP("Words", "There is no file \"%1\"."), {path.left(profilelimits::pathLength)});
    else if (!file.isFile() || !file.isReadable())
        add(problems, field, QT_TRANSLATE_NOOP("Words", "\"%1\" can't be read."), {path});
}

void checkTls(Problems &problems, const Profile::Tls &tls)
{
    if (!tls.enabled)
        return;
    checkFile(problems, Field::CaFile, tls.caFile);
    checkFile(problems, Field::CertFile, tls.certFile);
    checkFile(problems, Field::KeyFile, tls.keyFile);
    if (!tls.certFile.isEmpty() && tls.keyFile.isEmpty())
        add(problems, Field::KeyFile, QT_TRANSLATE_NOOP("Words", "A certificate needs its key."));
    if (tls.certFile.isEmpty() && !tls.keyFile.isEmpty())
        add(problems, Field::CertFile, QT_TRANSLATE_NOOP("Words", "A key needs its certificate."));
}

void checkTimeout(Problems &problems, Field field, std::chrono::milliseconds time)
{
    if (time < profilelimits::shortestTimeout || time > profilelimits::longestTimeout)
        add(problems, field, QT_TRANSLATE_NOOP("Words", "A time-out is from %1 to %2 milliseconds."),
            {QString::number(profilelimits::shortestTimeout.count()), QString::number(profilelimits::longestTimeout.count())});
}

} // namespace

ProfileDraft ProfileDraft::of(const Profile &profile)
{
    NameServerList servers;
    servers.endpoints = profile.nameServers;
    QList<Mapping> mappings;
    for (const AddressMapping &mapping : profile.mappings)
        mappings << Mapping{mapping.from(), mapping.to()};
    return {profile.name, profile.folder, profile.environment, servers.toString(), mappings, profile.readOnly, profile.tls,
        profile.accessKey, profile.timeouts};
}

std::vector<ProfileDraft::Problem> ProfileDraft::problems(const QStringList &otherNames) const
{
    Problems problems;
    checkName(problems, name, otherNames);
    checkText(problems, Field::Folder, folder, profilelimits::nameLength);
    checkNameServers(problems, nameServers);
    checkMappings(problems, mappings);
    checkTls(problems, tls);
    checkText(problems, Field::AccessKey, accessKey, profilelimits::keyLength);
    checkTimeout(problems, Field::ConnectTimeout, timeouts.connect);
    checkTimeout(problems, Field::RequestTimeout, timeouts.request);
    checkTimeout(problems, Field::SlowRequestTimeout, timeouts.slowRequest);
    return problems;
}

Profile ProfileDraft::applied(const Profile &original) const
{
    Profile profile = original;
    profile.name = name.trimmed();
    profile.folder = folder.trimmed();
    profile.environment = environment;
    profile.nameServers = parseNameServers(nameServers).endpoints;
    profile.mappings.clear();
    for (const Mapping &mapping : mappings) {
        if (auto parsed = AddressMapping::parse(mapping.from, mapping.to))
            profile.mappings << *std::move(parsed);
    }
    profile.readOnly = readOnly;
    profile.tls = tls;
    profile.accessKey = accessKey.trimmed();
    profile.timeouts = timeouts;
    return profile;
}

} // namespace rocketdesk
