// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/accesscontrol.h"

#include "client/protocol/signature.h"

namespace rocketdesk::sandbox {

namespace {

constexpr int queryMessage = 12;
constexpr int signsKeyQuery = 400; ///< header version from which code 12 signs all its fields

Refusal noPermission(const QString &remark)
{
    return {int(protocol::AnswerCode::NoPermission), remark, {}};
}

} // namespace

std::optional<Refusal> checkSignature(const protocol::FrameView &frame, const QHash<QString, QString> &credentials)
{
    const protocol::ExtFields fields(frame.extFields);
    const QString accessKey = QString::fromUtf8(fields.value("AccessKey"));
    if (accessKey.isEmpty())
        return noPermission(QStringLiteral("username cannot be null."));
    const auto secret = credentials.constFind(accessKey);
    if (secret == credentials.cend())
        return noPermission(QStringLiteral("User:%1 is not found.").arg(accessKey));
    std::vector<protocol::SignedField> toSign;
    for (const protocol::ExtFields::Entry &entry : fields.entries())
        toSign.emplace_back(entry.name, entry.value);
    const bool leavesOut = frame.code == queryMessage && frame.version < signsKeyQuery;
    const auto signature = protocol::signRequest(secret->toUtf8(), std::move(toSign), frame.body,
                                                 leavesOut ? protocol::UniqueKeyQuery::LeftOut : protocol::UniqueKeyQuery::Signed);
    if (!signature || *signature != fields.value(protocol::signatureField))
        return noPermission(QStringLiteral("check signature failed."));
    return std::nullopt;
}

} // namespace rocketdesk::sandbox
