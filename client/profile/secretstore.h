// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"
#include "client/base/wording.h"
#include "client/profile/secret.h"

#include <map>

namespace rocketdesk {

enum class SecretKind { SecretKey, SecurityToken };

/// "secretKey", "securityToken": how stores name an entry.
[[nodiscard]] QString secretKindName(SecretKind kind);

/// Keeps the secrets of profiles. Lives on one thread; its answers come there.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    /// Nothing where there is no such secret. Local error where the store does not answer or the user refused.
    [[nodiscard]] virtual Pending<std::optional<Secret>> read(const QString &profileId, SecretKind kind) = 0;
    /// An empty secret removes the entry.
    [[nodiscard]] virtual Pending<void> write(const QString &profileId, SecretKind kind, const Secret &secret) = 0;
    /// No error where there was none.
    [[nodiscard]] virtual Pending<void> remove(const QString &profileId, SecretKind kind) = 0;

    enum class Place {
        Unknown, ///< not tried yet
        KeyStore, ///< the desktop's, for good
        Memory, ///< until this program ends
    };
    /// Where a secret that is written now is kept.
    [[nodiscard]] virtual Place place() const = 0;

Q_SIGNALS:
    void placeChanged();

protected:
    using QObject::QObject;
};

/// Where secrets are kept, in one sentence.
[[nodiscard]] Wording wordsFor(SecretStore::Place place);

/// Both secrets of a profile, as a store gave them.
struct StoredSecrets {
    Result<std::optional<Secret>> secretKey;
    Result<std::optional<Secret>> securityToken;
};
/// Reads both at once.
[[nodiscard]] Pending<StoredSecrets> readSecrets(SecretStore &store, const QString &profileId);

/// Until the program ends. For tests, for the embedded sandbox, and for machines without a key store.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &profileId, SecretKind kind) override;
    [[nodiscard]] Pending<void> write(const QString &profileId, SecretKind kind, const Secret &secret) override;
    [[nodiscard]] Pending<void> remove(const QString &profileId, SecretKind kind) override;
    [[nodiscard]] Place place() const override { return Place::Memory; }

private:
    std::map<std::pair<QString, SecretKind>, Secret> m_secrets;
};

} // namespace rocketdesk
