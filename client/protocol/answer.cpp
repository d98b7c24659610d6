// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/answer.h"

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

struct CodeKind {
    int code;
    Error::Kind kind;
};

constexpr CodeKind kinds[] = {
    {2, Error::Kind::Throttled},   {3, Error::Kind::Unsupported}, {17, Error::Kind::NoRoute},
    {22, Error::Kind::NotFound},   {24, Error::Kind::TopicNotSubscribed},
    {26, Error::Kind::NotFound},   {206, Error::Kind::NotFound},  {215, Error::Kind::Throttled},
    {2017, Error::Kind::SubscriptionLimitExceeded}, {2018, Error::Kind::SubscriptionLimitExceeded},
};

/// 5.x refuses accounts with the code it has for topics, too: only its words tell.
bool speaksOfAccount(const QString &remark)
{
    static constexpr QLatin1StringView words[] = {
        QLatin1StringView("User:"),
        QLatin1StringView("signature"),
        QLatin1StringView("username"),
        QLatin1StringView("no matched policies"),
        QLatin1StringView("accessKey"),
    };
    return std::any_of(std::begin(words), std::end(words), [&](QLatin1StringView word) { return remark.contains(word); });
}

} // namespace

Error::Kind errorKind(int code, const QString &remark)
{
    if (code == int(AnswerCode::NoPermission))
        return speaksOfAccount(remark) ? Error::Kind::NotAuthorised : Error::Kind::NoPermission;
    if (code == int(AnswerCode::SystemError) && remark.contains(QLatin1StringView("AclException")))
        return Error::Kind::NotAuthorised;
    const auto known = std::find_if(std::begin(kinds), std::end(kinds), [code](const CodeKind &k) { return k.code == code; });
    return known == std::end(kinds) ? Error::Kind::Refused : known->kind;
}

Error answerError(const FrameView &frame, const Request &request)
{
    const QString remark = frame.remark.toString();
    return {.kind = errorKind(frame.code, remark),
            .code = frame.code,
            .remark = remark,
            .operation = QString::fromLatin1(request.name)};
}

} // namespace rocketdesk::protocol
