// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"

#include <QJsonObject>

#include <vector>

namespace rocketdesk {

/// Version of the profiles file and of exports that this program writes.
inline constexpr int profileFileVersion = 1;

/// Bounds of a file: what is larger is refused.
inline constexpr qsizetype profileFileBytes = 4 * 1024 * 1024;
inline constexpr qsizetype profileFileEntries = 2'000;

/// The text of a profiles file or an export, migrated to this version: { "version", "profiles": [...], ... }.
struct ProfileDocument {
    QJsonObject frame; ///< the outer object without "version" and "profiles"
    std::vector<QJsonObject> profiles; ///< not looked into yet
};

/// Malformed where it is no such text, Unsupported where a newer program wrote it; the remark says why.
[[nodiscard]] Result<ProfileDocument> parseProfileDocument(const QByteArray &text);
[[nodiscard]] QByteArray profileDocumentText(const ProfileDocument &document);

} // namespace rocketdesk
