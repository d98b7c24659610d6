// SPDX-License-Identifier: Apache-2.0
#include "client/profile/profiledocument.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace rocketdesk {

namespace {

constexpr QLatin1StringView versionMember("version");
constexpr QLatin1StringView profilesMember("profiles");

Failure malformed(const QString &why)
{
    return failed(Error{.kind = Error::Kind::Malformed, .remark = why, .where = {}, .operation = QStringLiteral("read profiles")});
}

/// Version 0 is a file somebody wrote by hand, without a version: name servers may be one text, separated by ';'.
QJsonObject fromVersion0(QJsonObject profile)
{
    if (const QJsonValue servers = profile.value(QLatin1StringView("nameServers")); servers.isString())
        profile[QLatin1StringView("nameServers")] = QJsonArray::fromStringList(servers.toString().split(u';', Qt::SkipEmptyParts));
    return profile;
}

/// Step n turns a profile of version n into one of version n + 1.
constexpr std::array<QJsonObject (*)(QJsonObject), profileFileVersion> migrations = {&fromVersion0};

} // namespace

Result<ProfileDocument> parseProfileDocument(const QByteArray &text)
{
    if (text.size() > profileFileBytes)
        return malformed(QStringLiteral("it is larger than %1 bytes").arg(profileFileBytes));
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return malformed(QStringLiteral("it is no JSON at byte %1: %2").arg(error.offset).arg(error.errorString()));
    ProfileDocument document{.frame = json.object(), .profiles = {}};
    const QJsonValue list = json.isArray() ? QJsonValue(json.array()) : document.frame.take(profilesMember);
    const QJsonValue versionValue = document.frame.take(versionMember);
    const qint64 version = versionValue.isUndefined() ? 0 : versionValue.toInteger(-1);
    if (version > profileFileVersion)
        return failed(Error::Kind::Unsupported,
            QStringLiteral("it was written by a newer version of this program (format %1, known up to %2)").arg(version).arg(profileFileVersion));
    if (!list.isArray() || version < 0)
        return malformed(QStringLiteral("it is no list of profiles"));
    if (list.toArray().size() > profileFileEntries)
        return malformed(QStringLiteral("it has more than %1 profiles").arg(profileFileEntries));
    for (const QJsonValue &entry : list.toArray()) {
        if (!entry.isObject())
            return malformed(QStringLiteral("entry %1 of its list is no profile").arg(document.profiles.size() + 1));
        QJsonObject profile = entry.toObject();
        for (auto step = static_cast<std::size_t>(version); step < migrations.size(); ++step)
            profile = migrations[step](std::move(profile));
        document.profiles.push_back(std::move(profile));
    }
    return document;
}

QByteArray profileDocumentText(const ProfileDocument &document)
{
    QJsonArray profiles;
    for (const QJsonObject &profile : document.profiles)
        profiles.append(profile);
    QJsonObject frame = document.frame;
    frame[versionMember] = profileFileVersion;
    frame[profilesMember] = profiles;
    return QJsonDocument(frame).toJson();
}

} // namespace rocketdesk
