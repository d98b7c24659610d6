// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/profile/profiledraft.h"

#include <optional>

namespace rocketdesk::ui {

class Settings;

/// Drafts of the connection editor over closing and crashes, by the profile's id ("" is a new one). Secrets are never in them.
void keepDraft(Settings &settings, const QString &profileId, const ProfileDraft &draft);
void forgetDraft(Settings &settings, const QString &profileId);
[[nodiscard]] std::optional<ProfileDraft> keptDraft(const Settings &settings, const QString &profileId);

} // namespace rocketdesk::ui
