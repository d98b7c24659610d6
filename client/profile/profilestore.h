// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/profile/profile.h"
#include "client/profile/profiledocument.h"

#include <QObject>

#include <functional>

namespace rocketdesk {

/// What an import brought.
struct ImportedProfiles {
    std::vector<Profile> added; ///< as they are in the store now
    std::vector<std::pair<QString, QString>> renamed; ///< name in the import, name in the store
    std::vector<Error> refused; ///< where = name or position in the import, remark = why
};

/// The saved profiles: one file, replaced as a whole or not at all, readable by its owner only.
/// What it can't read it keeps: a broken file is moved aside, a broken entry is written back as it was, a file of a newer
/// program is never written. Changes of another program are read before each change, so two windows don't undo each other.
/// Errors have a remark (why) and where (the file); what is wrong with a file is Local. Lives on one thread; the file is small and
/// local, so calls are direct.
class ProfileStore final : public QObject
{
    Q_OBJECT
public:
    explicit ProfileStore(QString file, QObject *parent = nullptr);

    /// Reads the file; a missing one is an empty store. After an error the store has what it had, or what could be read.
    Result<void> load();

    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const std::vector<Profile> &profiles() const { return m_profiles; }
    [[nodiscard]] const Profile *byId(QStringView id) const;
    /// Case aside.
    [[nodiscard]] const Profile *byName(QStringView name) const;
    /// `wanted`, or "wanted 2", "wanted 3" ... where it is taken by another profile than `exceptId`.
    [[nodiscard]] QString freeName(const QString &wanted, QStringView exceptId = {}) const;

    /// Adds it (an empty id gets one), or replaces the one with its id. InvalidArgument where another has its name.
    Result<Profile> save(Profile profile);
    /// Its secrets stay where they are: the caller removes them. No error where it is not there.
    Result<void> remove(const QString &id);
    /// A copy under a free name and a new id, without secrets. NotFound where there is no such profile.
    Result<Profile> duplicate(const QString &id);

    /// Text for a file to hand on: no ids, no secrets; the access key stays. Empty `ids` = all.
    [[nodiscard]] QByteArray exported(const QStringList &ids = {}) const;
    /// Adds what can be read, under new ids and free names. Fails as a whole where the text is no export (where = `source`, the
    /// name of the file it is from) or the store can't be written.
    Result<ImportedProfiles> import(const QByteArray &text, const QString &source = {});

Q_SIGNALS:
    void changed();

private:
    Result<QByteArray> content() const;
    Result<void> adopt(const QByteArray &content);
    Result<void> putAside(const Error &why);
    /// Reads what others changed, applies, writes; after a failure nothing has changed.
    Result<void> change(const std::function<Result<void>()> &apply);
    [[nodiscard]] QByteArray text() const;

    QString m_file;
    std::vector<Profile> m_profiles;
    ProfileDocument m_unread; ///< the frame, and the entries that can't be read
    QByteArray m_lastSeen; ///< content of the file when it was last read or written
    bool m_loaded = false;
};

} // namespace rocketdesk
