// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/profile/profile.h"

namespace rocketdesk {

/// A profile of the name servers that options name: for a program that has none. InvalidArgument says what is wrong with the text.
[[nodiscard]] Result<Profile> profileNaming(const QString &namesrvAddr, const QString &name);

/// Options may name name servers too. A client has those of its profile and no others: options that name others are refused
/// (InvalidArgument). What options name by default, or nothing, means the client's.
[[nodiscard]] Result<void> checkServers(const Profile &profile, const QString &namesrvAddr);

} // namespace rocketdesk
