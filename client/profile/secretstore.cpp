// SPDX-License-Identifier: Apache-2.0
#include "client/profile/secretstore.h"

namespace rocketdesk {

QString secretKindName(SecretKind kind)
{
    return kind == SecretKind::SecretKey ? QStringLiteral("secretKey") : QStringLiteral("securityToken");
}

Wording wordsFor(SecretStore::Place place)
{
    switch (place) {
    case SecretStore::Place::Unknown:
        break;
    case SecretStore::Place::KeyStore:
        return {QT_TRANSLATE_NOOP("Words", "Secret key and security token are kept in the desktop's key store."), {}};
    case SecretStore::Place::Memory:
        return {QT_TRANSLATE_NOOP("Words", "This machine has no key store: secret key and security token are kept until the program ends."), {}};
    }
    return {QT_TRANSLATE_NOOP("Words", "Secret key and security token are kept in the desktop's key store where there is one."), {}};
}

Pending<StoredSecrets> readSecrets(SecretStore &store, const QString &profileId)
{
    std::vector<Pending<std::optional<Secret>>> reads;
    for (const SecretKind kind : {SecretKind::SecretKey, SecretKind::SecurityToken})
        reads.push_back(store.read(profileId, kind));
    Promise<StoredSecrets> promise;
    auto pending = promise.pending();
    whenDone(whenAll(std::move(reads)), &store, [promise = std::move(promise)](Result<std::vector<Result<std::optional<Secret>>>> secrets) mutable {
        promise.finish(std::move(secrets).map([](const auto &both) { return StoredSecrets{both[0], both[1]}; }));
    });
    return pending;
}

Pending<std::optional<Secret>> MemorySecretStore::read(const QString &profileId, SecretKind kind)
{
    const auto found = m_secrets.find({profileId, kind});
    return ready<std::optional<Secret>>(found == m_secrets.cend() ? std::nullopt : std::optional(found->second));
}

Pending<void> MemorySecretStore::write(const QString &profileId, SecretKind kind, const Secret &secret)
{
    if (secret.isEmpty())
        m_secrets.erase({profileId, kind});
    else
        m_secrets.insert_or_assign({profileId, kind}, secret);
    return ready<void>({});
}

Pending<void> MemorySecretStore::remove(const QString &profileId, SecretKind kind)
{
    return write(profileId, kind, Secret());
}

} // namespace rocketdesk
