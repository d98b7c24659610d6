// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/accesscontrol.h"

#include "client/protocol/signature.h"

#include <array>

namespace rocketdesk::sandbox {

namespace {

constexpr int queryMessage = 12;
constexpr int signsKeyQuery = 400; ///< header version from which code 12 signs all its fields

/// A right that a call needs to what one of its fields names.
struct Need {
    int code;
    QLatin1StringView resource;
    const char *field;
    QLatin1StringView action;
};
constexpr QLatin1StringView topic("Topic");
constexpr QLatin1StringView group("Group");
constexpr QLatin1StringView pub("Pub");
constexpr QLatin1StringView sub("Sub");
constexpr QLatin1StringView get("Get");
/// The first that is missing is the one that is named.
constexpr std::array needs{
    Need{10, topic, "topic", pub}, Need{310, topic, "b", pub}, Need{320, topic, "b", pub}, Need{11, topic, "topic", sub}, Need{11, group, "consumerGroup", sub},
    Need{29, topic, "topic", get}, Need{30, topic, "topic", get}, Need{31, topic, "topic", get}, Need{32, topic, "topic", get},
};

Refusal noPermission(const QString &remark)
{
    return {int(protocol::AnswerCode::NoPermission), remark, {}};
}

std::optional<Refusal> checkRights(const protocol::FrameView &frame, const protocol::ExtFields &fields, const QString &user, const QStringList &rights)
{
    for (const Need &need : needs) {
        const QString resource = QStringLiteral("%1:%2").arg(need.resource, QString::fromUtf8(fields.value(need.field)));
        if (need.code == frame.code && !rights.contains(QStringLiteral("%1=%2").arg(resource, need.action)))
            return noPermission(QStringLiteral("User:%1 has no permission to access %2 from 127.0.0.1, no matched policies.").arg(user, resource));
    }
    return std::nullopt;
}

} // namespace

std::optional<Refusal> checkAccess(const protocol::FrameView &frame, const SandboxOptions &options)
{
    const protocol::ExtFields fields(frame.extFields);
    const QString accessKey = QString::fromUtf8(fields.value("AccessKey"));
    if (accessKey.isEmpty())
        return noPermission(QStringLiteral("username cannot be null."));
    const auto secret = options.credentials.constFind(accessKey);
    if (secret == options.credentials.cend())
        return noPermission(QStringLiteral("User:%1 is not found.").arg(accessKey));
    std::vector<protocol::SignedField> toSign;
    for (const protocol::ExtFields::Entry &entry : fields.entries())
        toSign.emplace_back(entry.name, entry.value);
    const bool leavesOut = frame.code == queryMessage && frame.version < signsKeyQuery;
    const auto signature = protocol::signRequest(secret->toUtf8(), std::move(toSign), frame.body,
                                                 leavesOut ? protocol::UniqueKeyQuery::LeftOut : protocol::UniqueKeyQuery::Signed);
    if (!signature || *signature != fields.value(protocol::signatureField))
        return noPermission(QStringLiteral("check signature failed."));
    const auto rights = options.rights.constFind(accessKey);
    return rights == options.rights.cend() ? std::nullopt : checkRights(frame, fields, accessKey, *rights);
}

} // namespace rocketdesk::sandbox
