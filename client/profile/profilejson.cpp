// SPDX-License-Identifier: Apache-2.0
#include "client/profile/profilejson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace rocketdesk {

namespace {

using Environment = Profile::Environment;
using Verify = Profile::Tls::Verify;

template <typename E>
struct EnumName {
    E value;
    QLatin1StringView name;
};
template <typename E>
EnumName(E, QLatin1StringView) -> EnumName<E>; // clang 14

constexpr std::array environments = {
    EnumName{Environment::Local, QLatin1StringView("local")},
    EnumName{Environment::Test, QLatin1StringView("test")},
    EnumName{Environment::Staging, QLatin1StringView("staging")},
    EnumName{Environment::Production, QLatin1StringView("production")},
};

constexpr std::array verifies = {
    EnumName{Verify::Full, QLatin1StringView("full")},
    EnumName{Verify::NoName, QLatin1StringView("noName")},
    EnumName{Verify::None, QLatin1StringView("none")},
};

/// Members that are dropped wherever they are found: somebody wrote a secret into the file by hand.
constexpr std::array secretMembers = {QLatin1StringView("secretKey"), QLatin1StringView("securityToken")};

/// What `known` has no member for, inner objects too; never a secret.
QJsonObject unknownMembers(const QJsonObject &object, const QJsonObject &known)
{
    QJsonObject unknown;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (std::find(secretMembers.begin(), secretMembers.end(), member.key()) != secretMembers.end())
            continue;
        if (!member.value().isObject()) {
            if (!known.contains(member.key()))
                unknown.insert(member.key(), member.value());
        } else if (const QJsonObject inner = unknownMembers(member.value().toObject(), known.value(member.key()).toObject()); !inner.isEmpty()) {
            unknown.insert(member.key(), inner);
        }
    }
    return unknown;
}

template <typename E, std::size_t N>
QString nameOf(const std::array<EnumName<E>, N> &table, E value)
{
    return table.at(static_cast<std::size_t>(value)).name;
}

/// Reads members of one object and keeps the first complaint.
class MemberReader final
{
public:
    explicit MemberReader(const QJsonObject &object, QString path = {}) : m_object(object), m_path(std::move(path)) {}

    void read(QLatin1StringView member, QString &text, qsizetype longest)
    {
        const QJsonValue value = valueOf(member);
        if (value.isUndefined())
            return;
        if (!value.isString())
            return complain(member, QStringLiteral("is no text"));
        const QString given = value.toString();
        if (given.size() > longest)
            return complain(member, QStringLiteral("is longer than %1 characters").arg(longest));
        if (std::any_of(given.cbegin(), given.cend(), [](QChar c) { return c.category() == QChar::Other_Control; }))
            return complain(member, QStringLiteral("has a control character"));
        text = given;
    }
    void read(QLatin1StringView member, bool &flag)
    {
        const QJsonValue value = valueOf(member);
        if (value.isBool())
            flag = value.toBool();
        else if (!value.isUndefined())
            complain(member, QStringLiteral("is neither true nor false"));
    }
    void read(QLatin1StringView member, std::chrono::milliseconds &time)
    {
        const QJsonValue value = valueOf(member);
        if (value.isUndefined())
            return;
        const std::chrono::milliseconds given(value.toInteger(-1));
        if (given < profilelimits::shortestTimeout || given > profilelimits::longestTimeout)
            return complain(member, QStringLiteral("is no number of milliseconds from %1 to %2")
                    .arg(profilelimits::shortestTimeout.count()).arg(profilelimits::longestTimeout.count()));
        time = given;
    }
    template <typename E, std::size_t N>
    void read(QLatin1StringView member, E &value, const std::array<EnumName<E>, N> &table)
    {
        const QJsonValue given = valueOf(member);
        if (given.isUndefined())
            return;
        const auto found = std::find_if(table.begin(), table.end(), [name = given.toString()](const auto &entry) { return entry.name == name; });
        if (found == table.end())
            return complain(member, QStringLiteral("is \"%1\", which this version does not know").arg(given.toString().left(50)));
        value = found->value;
    }
    [[nodiscard]] QJsonArray list(QLatin1StringView member, qsizetype longest)
    {
        const QJsonValue value = valueOf(member);
        if (!value.isUndefined() && !value.isArray())
            complain(member, QStringLiteral("is no list"));
        else if (value.toArray().size() > longest)
            complain(member, QStringLiteral("has more than %1 entries").arg(longest));
        else
            return value.toArray();
        return {};
    }
    [[nodiscard]] QJsonObject object(QLatin1StringView member)
    {
        const QJsonValue value = valueOf(member);
        if (!value.isUndefined() && !value.isObject())
            complain(member, QStringLiteral("is no object"));
        return value.toObject();
    }
    void complain(QLatin1StringView member, const QString &what)
    {
        if (m_complaint.isEmpty())
            m_complaint = QStringLiteral("\"%1\" %2").arg(m_path + member, what);
    }
    void take(const MemberReader &inner)
    {
        if (m_complaint.isEmpty())
            m_complaint = inner.m_complaint;
    }
    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    [[nodiscard]] QJsonValue valueOf(QLatin1StringView member) const { return m_object.value(member); }

    QJsonObject m_object;
    QString m_path;
    QString m_complaint;
};

void readNameServers(MemberReader &reader, Profile &profile)
{
    const auto member = QLatin1StringView("nameServers");
    for (const QJsonValue &entry : reader.list(member, profilelimits::nameServers)) {
        const auto endpoint = Endpoint::parse(entry.toString(), 9876);
        if (!endpoint)
            return reader.complain(member, QStringLiteral("has an entry that is no address: %1").arg(endpoint.error().remark.left(300)));
        profile.nameServers << *endpoint;
    }
}

void readMappings(MemberReader &reader, Profile &profile)
{
    const auto member = QLatin1StringView("mappings");
    for (const QJsonValue &entry : reader.list(member, profilelimits::mappings)) {
        const QJsonObject sides = entry.toObject();
        auto mapping = AddressMapping::parse(sides.value(QLatin1StringView("from")).toString(), sides.value(QLatin1StringView("to")).toString());
        if (!mapping)
            return reader.complain(member, QStringLiteral("has an entry that is no rule: %1").arg(mapping.error().remark.left(300)));
        profile.mappings << *std::move(mapping);
    }
}

void readTls(MemberReader &reader, Profile::Tls &tls)
{
    MemberReader inner(reader.object(QLatin1StringView("tls")), QStringLiteral("tls."));
    inner.read(QLatin1StringView("enabled"), tls.enabled);
    inner.read(QLatin1StringView("caFile"), tls.caFile, profilelimits::pathLength);
    inner.read(QLatin1StringView("certFile"), tls.certFile, profilelimits::pathLength);
    inner.read(QLatin1StringView("keyFile"), tls.keyFile, profilelimits::pathLength);
    inner.read(QLatin1StringView("verify"), tls.verify, verifies);
    reader.take(inner);
}

void readTimeouts(MemberReader &reader, Profile::Timeouts &timeouts)
{
    MemberReader inner(reader.object(QLatin1StringView("timeouts")), QStringLiteral("timeouts."));
    inner.read(QLatin1StringView("connectMs"), timeouts.connect);
    inner.read(QLatin1StringView("requestMs"), timeouts.request);
    inner.read(QLatin1StringView("slowRequestMs"), timeouts.slowRequest);
    reader.take(inner);
}

QJsonArray mappingsToJson(const QList<AddressMapping> &mappings)
{
    QJsonArray list;
    for (const AddressMapping &mapping : mappings)
        list.append(QJsonObject{{QStringLiteral("from"), mapping.from()}, {QStringLiteral("to"), mapping.to()}});
    return list;
}

QJsonObject tlsToJson(QJsonObject object, const Profile::Tls &tls)
{
    object[QLatin1StringView("enabled")] = tls.enabled;
    object[QLatin1StringView("caFile")] = tls.caFile;
    object[QLatin1StringView("certFile")] = tls.certFile;
    object[QLatin1StringView("keyFile")] = tls.keyFile;
    object[QLatin1StringView("verify")] = verifyName(tls.verify);
    return object;
}

QJsonObject timeoutsToJson(QJsonObject object, const Profile::Timeouts &timeouts)
{
    object[QLatin1StringView("connectMs")] = static_cast<qint64>(timeouts.connect.count());
    object[QLatin1StringView("requestMs")] = static_cast<qint64>(timeouts.request.count());
    object[QLatin1StringView("slowRequestMs")] = static_cast<qint64>(timeouts.slowRequest.count());
    return object;
}

} // namespace

QString environmentName(Environment environment)
{
    return nameOf(environments, environment);
}

QString verifyName(Verify verify)
{
    return nameOf(verifies, verify);
}

QJsonObject profileToJson(const Profile &profile)
{
    QJsonArray nameServers;
    for (const Endpoint &endpoint : profile.nameServers)
        nameServers.append(endpoint.toString());
    QJsonObject object = profile.kept;
    object[QLatin1StringView("id")] = profile.id;
    object[QLatin1StringView("name")] = profile.name;
    object[QLatin1StringView("folder")] = profile.folder;
    object[QLatin1StringView("environment")] = environmentName(profile.environment);
    object[QLatin1StringView("nameServers")] = nameServers;
    object[QLatin1StringView("mappings")] = mappingsToJson(profile.mappings);
    object[QLatin1StringView("readOnly")] = profile.readOnly;
    object[QLatin1StringView("tls")] = tlsToJson(object.value(QLatin1StringView("tls")).toObject(), profile.tls);
    object[QLatin1StringView("accessKey")] = profile.accessKey;
    object[QLatin1StringView("timeouts")] = timeoutsToJson(object.value(QLatin1StringView("timeouts")).toObject(), profile.timeouts);
    return object;
}

Result<Profile> profileFromJson(const QJsonObject &object)
{
    Profile profile;
    MemberReader reader(object);
    reader.read(QLatin1StringView("id"), profile.id, profilelimits::nameLength);
    reader.read(QLatin1StringView("name"), profile.name, profilelimits::nameLength);
    reader.read(QLatin1StringView("folder"), profile.folder, profilelimits::nameLength);
    reader.read(QLatin1StringView("environment"), profile.environment, environments);
    reader.read(QLatin1StringView("readOnly"), profile.readOnly);
    reader.read(QLatin1StringView("accessKey"), profile.accessKey, profilelimits::keyLength);
    readNameServers(reader, profile);
    readMappings(reader, profile);
    readTls(reader, profile.tls);
    readTimeouts(reader, profile.timeouts);
    if (profile.name.trimmed().isEmpty())
        reader.complain(QLatin1StringView("name"), QStringLiteral("is missing"));
    if (!reader.complaint().isEmpty())
        return failed(Error::Kind::InvalidArgument, reader.complaint(), profile.name);
    profile.kept = unknownMembers(object, profileToJson(profile));
    return profile;
}

} // namespace rocketdesk
