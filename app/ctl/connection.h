// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/arguments.h"
#include "client/profile/places.h"
#include "client/profile/profile.h"
#include "client/profile/secretstore.h"

namespace rocketdesk::ctl {

/// Options that every command which connects understands.
[[nodiscard]] const std::vector<Option> &connectionOptions();

/// The profile that is named, or one made of the options; NAMESRV_ADDR where neither names a server. InvalidArgument with a
/// sentence where that is not enough to connect.
[[nodiscard]] Result<Profile> profileFor(const Arguments &arguments, const QString &profilesFile, const Places::Variables &variables);

/// A profile with the secrets that go with it.
struct Credentials {
    QString accessKey;
    Secret secretKey;
    Secret securityToken;
};
/// Those of the environment: ROCKETMQ_ACCESS_KEY, ROCKETMQ_SECRET_KEY, ROCKETMQ_SECURITY_TOKEN.
[[nodiscard]] Credentials credentialsOf(const Places::Variables &variables);

} // namespace rocketdesk::ctl
