// SPDX-License-Identifier: Apache-2.0
#include "app/keychain.h"

#include "client/base/logcategories.h"

#include <QFileInfo>

#include <qt6keychain/keychain.h>

namespace rocketdesk {

namespace {

constexpr QLatin1StringView service("rocketdesk");

QString keyOf(const QString &profileId, SecretKind kind)
{
    return profileId + u'/' + secretKindName(kind);
}

Error refusal(QString why)
{
    return {.kind = Error::Kind::Local, .remark = std::move(why), .where = QStringLiteral("The key store"), .operation = QStringLiteral("key store")};
}

/// One job, and the time it may take. Whichever ends first gives the answer.
struct Errand {
    Promise<bool> promise;
    ScopedCall timer;
};

/// Hands the answer of `pending` on as `last(bool) -> Pending<T>`.
template <typename T, typename Fn>
Pending<T> then(Pending<bool> pending, const QObject *context, Fn last)
{
    auto promise = std::make_shared<Promise<T>>();
    auto answer = promise->pending();
    whenDone(std::move(pending), context, [promise, context, last = std::move(last)](const Result<bool> &stored) mutable {
        if (!stored) {
            promise->finish(failed(stored.error()));
            return;
        }
        whenDone(last(*stored), context, [promise](Result<T> result) { promise->finish(std::move(result)); });
    });
    return answer;
}

} // namespace

KeychainSecretStore::KeychainSecretStore(Clock &clock, milliseconds limit, const std::function<bool()> &hasBus, QObject *parent)
    : SecretStore(parent)
    , m_clock(clock)
    , m_limit(limit)
    , m_place(hasBus() ? Place::Unknown : Place::Memory)
{
}

bool KeychainSecretStore::hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QLatin1StringView("/bus"));
}

void KeychainSecretStore::setPlace(Place place)
{
    if (m_place == place)
        return;
    m_place = place;
    if (place == Place::Memory)
        qCInfo(logApp) << "no key store answers: secrets are kept until the program ends";
    Q_EMIT placeChanged();
}

Result<bool> KeychainSecretStore::judge(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry:
        setPlace(Place::KeyStore);
        return true;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return failed(refusal(QStringLiteral("access was denied")));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    if (m_place == Place::KeyStore) // it was there a moment ago: a locked or restarted store is no reason to forget where secrets are
        return failed(refusal(job.errorString()));
    setPlace(Place::Memory);
    return false;
}

Pending<bool> KeychainSecretStore::run(QKeychain::Job *job)
{
    auto errand = std::make_shared<Errand>();
    auto answer = errand->promise.pending();
    // The job deletes itself when it has ended. It must not die sooner: its backend keeps a bare pointer to it.
    connect(job, &QKeychain::Job::finished, this, [this, errand](QKeychain::Job *done) {
        errand->timer.cancel();
        errand->promise.finish(judge(*done));
    });
    errand->timer = whenDone(m_clock.after(m_limit), this, [this, weak = std::weak_ptr(errand)](const Result<void> &passed) {
        const auto late = weak.lock();
        if (!passed || !late)
            return;
        if (m_place == Place::KeyStore) {
            late->promise.finish(failed(refusal(QStringLiteral("it does not answer"))));
            return;
        }
        setPlace(Place::Memory);
        late->promise.finish(false);
    });
    job->start();
    return answer;
}

Pending<std::optional<Secret>> KeychainSecretStore::read(const QString &profileId, SecretKind kind)
{
    if (m_place == Place::Memory)
        return m_memory.read(profileId, kind);
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(keyOf(profileId, kind));
    auto found = std::make_shared<std::optional<Secret>>();
    connect(job, &QKeychain::Job::finished, this, [job, found] {
        if (job->error() == QKeychain::NoError)
            *found = Secret(job->textData());
    });
    return then<std::optional<Secret>>(run(job), this, [this, profileId, kind, found](bool stored) {
        return stored ? ready<std::optional<Secret>>(*found) : m_memory.read(profileId, kind);
    });
}

Pending<void> KeychainSecretStore::write(const QString &profileId, SecretKind kind, const Secret &secret)
{
    if (m_place == Place::Memory)
        return m_memory.write(profileId, kind, secret);
    if (secret.isEmpty())
        return remove(profileId, kind);
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(keyOf(profileId, kind));
    job->setTextData(secret.reveal());
    return then<void>(run(job), this, [this, profileId, kind, secret](bool stored) {
        return stored ? ready<void>({}) : m_memory.write(profileId, kind, secret);
    });
}

Pending<void> KeychainSecretStore::remove(const QString &profileId, SecretKind kind)
{
    if (m_place == Place::Memory)
        return m_memory.remove(profileId, kind);
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(keyOf(profileId, kind));
    return then<void>(run(job), this, [this, profileId, kind](bool stored) {
        return stored ? ready<void>({}) : m_memory.remove(profileId, kind);
    });
}

} // namespace rocketdesk
