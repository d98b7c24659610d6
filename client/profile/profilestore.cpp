// SPDX-License-Identifier: Apache-2.0
#include "client/profile/profilestore.h"

#include "client/profile/places.h"
#include "client/profile/profilejson.h"

#include <QFile>
#include <QSet>

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr QLatin1StringView idMember("id");

bool sameName(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

Error fileError(const QString &file, const QString &why)
{
    return {.kind = Error::Kind::Local, .remark = why, .where = file, .operation = QStringLiteral("profiles")};
}

QString entryName(const QJsonObject &entry, std::size_t index)
{
    const QString name = entry.value(QLatin1StringView("name")).toString().simplified().left(profilelimits::nameLength);
    return name.isEmpty() ? QStringLiteral("entry %1").arg(index + 1) : name;
}

} // namespace

ProfileStore::ProfileStore(QString file, QObject *parent) : QObject(parent), m_file(std::move(file)) {}

Result<QByteArray> ProfileStore::content() const
{
    QFile file(m_file);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return failed(fileError(m_file, file.errorString()));
    return file.read(profileFileBytes + 1);
}

Result<void> ProfileStore::load()
{
    const auto found = content();
    return found ? adopt(*found) : Result<void>(failed(found.error()));
}

Result<void> ProfileStore::adopt(const QByteArray &content)
{
    auto document = content.isEmpty() ? Result<ProfileDocument>(ProfileDocument()) : parseProfileDocument(content);
    if (!document) {
        const Error error = fileError(m_file, document.error().remark);
        return document.error().kind == Error::Kind::Unsupported ? Result<void>(failed(error)) : putAside(error);
    }
    std::vector<Profile> profiles;
    std::vector<QJsonObject> broken;
    QSet<QString> ids;
    QString complaint;
    for (std::size_t i = 0; i < document->profiles.size(); ++i) {
        auto profile = profileFromJson(document->profiles[i]);
        if (!profile) {
            if (broken.empty())
                complaint = QStringLiteral("%1: %2").arg(entryName(document->profiles[i], i), profile.error().remark);
            broken.push_back(document->profiles[i]);
            continue;
        }
        if (profile->id.isEmpty() || ids.contains(profile->id))
            profile->id = newProfileId();
        ids.insert(profile->id);
        profiles.push_back(*std::move(profile));
    }
    m_profiles = std::move(profiles);
    m_unread = {.frame = document->frame, .profiles = std::move(broken)};
    m_lastSeen = content;
    m_loaded = true;
    Q_EMIT changed();
    if (complaint.isEmpty())
        return {};
    return failed(fileError(m_file, QStringLiteral("%1 of %2 profiles can't be read and stay in it as they are; the first is %3")
            .arg(m_unread.profiles.size()).arg(document->profiles.size()).arg(complaint)));
}

Result<void> ProfileStore::putAside(const Error &why)
{
    Error error = why;
    QString aside = m_file + QLatin1StringView(".broken");
    for (int number = 2; QFile::exists(aside); ++number)
        aside = QStringLiteral("%1.broken-%2").arg(m_file).arg(number);
    if (!QFile::rename(m_file, aside)) {
        error.remark += QStringLiteral("; it can't be moved aside, so nothing is saved");
        return failed(error);
    }
    QFile::setPermissions(aside, QFile::ReadOwner | QFile::WriteOwner);
    error.remark += QStringLiteral("; it is kept as %1").arg(aside);
    m_lastSeen.clear();
    m_loaded = true;
    return failed(error);
}

const Profile *ProfileStore::byId(QStringView id) const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(), [id](const Profile &profile) { return profile.id == id; });
    return found == m_profiles.end() ? nullptr : &*found;
}

const Profile *ProfileStore::byName(QStringView name) const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(), [name](const Profile &profile) { return sameName(profile.name, name); });
    return found == m_profiles.end() ? nullptr : &*found;
}

QString ProfileStore::freeName(const QString &wanted, QStringView exceptId) const
{
    // A set, since an import may bring thousands of one name.
    QSet<QString> taken;
    for (const Profile &profile : m_profiles) {
        if (profile.id != exceptId)
            taken.insert(profile.name.toCaseFolded());
    }
    QString name = wanted;
    for (int number = 2; taken.contains(name.toCaseFolded()); ++number) {
        const QString suffix = QStringLiteral(" %1").arg(number);
        name = wanted.left(profilelimits::nameLength - suffix.size()) + suffix;
    }
    return name;
}

Result<void> ProfileStore::change(const std::function<Result<void>()> &apply)
{
    const auto found = content();
    if (!found)
        return failed(found.error());
    if (!m_loaded || *found != m_lastSeen) {
        // Entries that can't be read are written back, so they are no reason not to save; a file that can't be read is.
        if (auto read = adopt(*found); !read && (!m_loaded || *found != m_lastSeen))
            return read;
    }
    const auto before = m_profiles;
    auto result = apply();
    const QByteArray next = result ? text() : QByteArray();
    if (result && (next.size() > profileFileBytes || std::ssize(m_profiles) + std::ssize(m_unread.profiles) > profileFileEntries))
        result = failed(fileError(m_file, QStringLiteral("it holds %1 profiles and %2 bytes at most").arg(profileFileEntries).arg(profileFileBytes)));
    if (result)
        result = writePrivateFile(m_file, next);
    if (!result) {
        m_profiles = before;
        return result;
    }
    m_lastSeen = next;
    Q_EMIT changed();
    return {};
}

QByteArray ProfileStore::text() const
{
    ProfileDocument document{.frame = m_unread.frame, .profiles = {}};
    for (const Profile &profile : m_profiles)
        document.profiles.push_back(profileToJson(profile));
    document.profiles.insert(document.profiles.end(), m_unread.profiles.begin(), m_unread.profiles.end());
    return profileDocumentText(document);
}

Result<Profile> ProfileStore::save(Profile profile)
{
    if (profile.id.isEmpty())
        profile.id = newProfileId();
    // What can't be read back must not be written.
    if (const auto readable = profileFromJson(profileToJson(profile)); !readable)
        return failed(readable.error());
    const auto done = change([&]() -> Result<void> {
        if (const Profile *other = byName(profile.name); other && other->id != profile.id)
            return failed(Error::Kind::InvalidArgument, QStringLiteral("another profile is named \"%1\"").arg(other->name), m_file);
        const auto own = std::find_if(m_profiles.begin(), m_profiles.end(), [&](const Profile &known) { return known.id == profile.id; });
        if (own == m_profiles.end())
            m_profiles.push_back(profile);
        else
            *own = profile;
        return {};
    });
    return done ? Result<Profile>(profile) : failed(done.error());
}

Result<void> ProfileStore::remove(const QString &id)
{
    if (m_loaded && !byId(id))
        return {};
    return change([&]() -> Result<void> {
        std::erase_if(m_profiles, [&](const Profile &profile) { return profile.id == id; });
        return {};
    });
}

Result<Profile> ProfileStore::duplicate(const QString &id)
{
    const Profile *original = byId(id);
    if (!original)
        return failed(Error::Kind::NotFound, QStringLiteral("there is no such profile"), m_file);
    Profile copy = *original;
    copy.id = newProfileId();
    copy.name = freeName(copy.name);
    return save(std::move(copy));
}

QByteArray ProfileStore::exported(const QStringList &ids) const
{
    ProfileDocument document;
    for (const Profile &profile : m_profiles) {
        if (!ids.isEmpty() && !ids.contains(profile.id))
            continue;
        QJsonObject object = profileToJson(profile);
        object.remove(idMember);
        document.profiles.push_back(std::move(object));
    }
    return profileDocumentText(document);
}

Result<ImportedProfiles> ProfileStore::import(const QByteArray &text, const QString &source)
{
    const auto document = parseProfileDocument(text);
    if (!document)
        return failed(fileError(source, document.error().remark));
    ImportedProfiles imported;
    const auto done = change([&]() -> Result<void> {
        for (std::size_t i = 0; i < document->profiles.size(); ++i) {
            auto profile = profileFromJson(document->profiles[i]);
            if (!profile) {
                imported.refused.push_back(profile.error());
                imported.refused.back().where = entryName(document->profiles[i], i);
                continue;
            }
            const QString wanted = profile->name.trimmed();
            profile->id = newProfileId();
            profile->name = freeName(wanted);
            if (profile->name != wanted)
                imported.renamed.emplace_back(wanted, profile->name);
            imported.added.push_back(*profile);
            m_profiles.push_back(*std::move(profile));
        }
        return {};
    });
    return done ? Result<ImportedProfiles>(std::move(imported)) : failed(done.error());
}

} // namespace rocketdesk
