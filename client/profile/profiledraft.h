// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/wording.h"
#include "client/profile/profile.h"

#include <QStringList>

#include <vector>

namespace rocketdesk {

/// A profile as somebody types it: texts that may be wrong yet. Secrets are not part of it.
struct ProfileDraft {
    enum class Field { Name, Folder, NameServers, Mapping, CaFile, CertFile, KeyFile, AccessKey, ConnectTimeout, RequestTimeout, SlowRequestTimeout };

    struct Mapping {
        QString from;
        QString to;
        friend bool operator==(const Mapping &, const Mapping &) = default;
    };
    struct Problem {
        Field field;
        int row = -1; ///< of a mapping; -1 elsewhere
        Wording words; ///< one sentence
    };

    QString name;
    QString folder;
    Profile::Environment environment = Profile::Environment::Local;
    QString nameServers; ///< whatever parseNameServers understands
    QList<Mapping> mappings; ///< rows with both sides empty don't count
    bool readOnly = false;
    Profile::Tls tls;
    QString accessKey;
    Profile::Timeouts timeouts;

    [[nodiscard]] static ProfileDraft of(const Profile &profile);

    /// What is wrong, in the order of the fields; empty = can be saved. Looks whether the named files can be read.
    /// `otherNames` are those of the other profiles.
    [[nodiscard]] std::vector<Problem> problems(const QStringList &otherNames = {}) const;
    /// The profile with these values; id and members the draft does not know are those of `original`. Only where there are no problems.
    [[nodiscard]] Profile applied(const Profile &original = {}) const;

    friend bool operator==(const ProfileDraft &, const ProfileDraft &) = default;
};

} // namespace rocketdesk
