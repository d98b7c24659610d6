// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/profile/profile.h"

namespace rocketdesk {

/// Bounds for what is read: a longer text is refused, not cut.
namespace profilelimits {
inline constexpr qsizetype nameLength = 100;
inline constexpr qsizetype keyLength = 256;
inline constexpr qsizetype pathLength = 4'096;
inline constexpr qsizetype nameServers = 64;
inline constexpr qsizetype mappings = 1'000;
inline constexpr std::chrono::milliseconds shortestTimeout{50};
inline constexpr std::chrono::milliseconds longestTimeout{600'000};
} // namespace profilelimits

/// Names as in the file: "local", "full".
[[nodiscard]] QString environmentName(Profile::Environment environment);
[[nodiscard]] QString verifyName(Profile::Tls::Verify verify);

/// Every member, those it does not know as they were read; never a secret.
[[nodiscard]] QJsonObject profileToJson(const Profile &profile);
/// Missing members have their defaults. InvalidArgument names the member that can't be read and why.
[[nodiscard]] Result<Profile> profileFromJson(const QJsonObject &object);

} // namespace rocketdesk
