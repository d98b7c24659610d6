// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/keptdraft.h"

#include "ui/settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

QString group()
{
    return QStringLiteral("drafts");
}

QString keyOf(const QString &profileId)
{
    return QStringLiteral("connection.") + (profileId.isEmpty() ? QStringLiteral("new") : profileId);
}

QJsonObject toJson(const ProfileDraft &draft)
{
    QJsonArray mappings;
    for (const ProfileDraft::Mapping &mapping : draft.mappings)
        mappings.append(QJsonArray{mapping.from, mapping.to});
    const auto ms = [](std::chrono::milliseconds time) { return static_cast<qint64>(time.count()); };
    return {
        {QStringLiteral("name"), draft.name}, {QStringLiteral("folder"), draft.folder}, {QStringLiteral("environment"), static_cast<int>(draft.environment)},
        {QStringLiteral("nameServers"), draft.nameServers}, {QStringLiteral("mappings"), mappings}, {QStringLiteral("readOnly"), draft.readOnly},
        {QStringLiteral("tls"), draft.tls.enabled}, {QStringLiteral("verify"), static_cast<int>(draft.tls.verify)}, {QStringLiteral("caFile"), draft.tls.caFile},
        {QStringLiteral("certFile"), draft.tls.certFile}, {QStringLiteral("keyFile"), draft.tls.keyFile}, {QStringLiteral("accessKey"), draft.accessKey},
        {QStringLiteral("timeouts"), QJsonArray{ms(draft.timeouts.connect), ms(draft.timeouts.request), ms(draft.timeouts.slowRequest)}},
    };
}

ProfileDraft fromJson(const QJsonObject &object)
{
    const auto text = [&object](const char *name) { return object.value(QLatin1StringView(name)).toString(); };
    const auto choice = [&object](const char *name, int most) { return std::clamp(object.value(QLatin1StringView(name)).toInt(), 0, most); };
    ProfileDraft draft;
    draft.name = text("name");
    draft.folder = text("folder");
    draft.environment = static_cast<Profile::Environment>(choice("environment", 3));
    draft.nameServers = text("nameServers");
    const QJsonArray mappings = object.value(QStringLiteral("mappings")).toArray();
    for (const QJsonValue &mapping : mappings)
        draft.mappings.append({mapping.toArray().at(0).toString(), mapping.toArray().at(1).toString()});
    draft.readOnly = object.value(QStringLiteral("readOnly")).toBool();
    draft.tls = {.enabled = object.value(QStringLiteral("tls")).toBool(), .caFile = text("caFile"), .certFile = text("certFile"), .keyFile = text("keyFile"),
        .verify = static_cast<Profile::Tls::Verify>(choice("verify", 2))};
    draft.accessKey = text("accessKey");
    const QJsonArray times = object.value(QStringLiteral("timeouts")).toArray();
    const auto time = [&times](int i, std::chrono::milliseconds fallback) { return std::chrono::milliseconds(times.at(i).toInt(static_cast<int>(fallback.count()))); };
    draft.timeouts = {.connect = time(0, draft.timeouts.connect), .request = time(1, draft.timeouts.request), .slowRequest = time(2, draft.timeouts.slowRequest)};
    return draft;
}

} // namespace

void keepDraft(Settings &settings, const QString &profileId, const ProfileDraft &draft)
{
    settings.remember(group(), keyOf(profileId), QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact));
}

void forgetDraft(Settings &settings, const QString &profileId)
{
    settings.remember(group(), keyOf(profileId), {});
}

std::optional<ProfileDraft> keptDraft(const Settings &settings, const QString &profileId)
{
    const QJsonDocument document = QJsonDocument::fromJson(settings.remembered(group(), keyOf(profileId)));
    return document.isObject() ? std::optional(fromJson(document.object())) : std::nullopt;
}

} // namespace rocketdesk::ui
