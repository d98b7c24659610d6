// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/profile/secretstore.h"

#include <functional>

namespace QKeychain {
class Job;
}

namespace rocketdesk {

/// The desktop's key store (Secret Service, KWallet). Where there is none, the first try tells, and secrets are kept in memory
/// until the program ends; nothing is ever written to a file. A store that asks its user may take as long as `limit`.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT
public:
    /// `hasBus` tells whether a session bus can be there at all: without one no store is tried.
    explicit KeychainSecretStore(Clock &clock, milliseconds limit = std::chrono::minutes(2),
        const std::function<bool()> &hasBus = &KeychainSecretStore::hasSessionBus, QObject *parent = nullptr);

    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &profileId, SecretKind kind) override;
    [[nodiscard]] Pending<void> write(const QString &profileId, SecretKind kind, const Secret &secret) override;
    [[nodiscard]] Pending<void> remove(const QString &profileId, SecretKind kind) override;
    [[nodiscard]] Place place() const override { return m_place; }

    /// Is an address of a session bus set, or its socket in the user's runtime folder?
    [[nodiscard]] static bool hasSessionBus();

private:
    /// Starts the job. Ends with true where the store has answered, false where there is none; Local error where it said no.
    [[nodiscard]] Pending<bool> run(QKeychain::Job *job);
    [[nodiscard]] Result<bool> judge(const QKeychain::Job &job);
    void setPlace(Place place);

    Clock &m_clock;
    milliseconds m_limit;
    Place m_place = Place::Unknown;
    MemorySecretStore m_memory;
};

} // namespace rocketdesk
