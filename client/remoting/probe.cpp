// SPDX-License-Identifier: Apache-2.0
#include "client/remoting/probe.h"

#include "client/base/remarks.h"
#include "client/remoting/tlssetup.h"

#include <QDateTime>
#include <QHostAddress>
#include <QHostInfo>
#include <QSslCertificate>
#include <QSslSocket>

namespace rocketdesk {

namespace {

/// One try. Lives until it ends, its deadline passes, or it is cancelled.
template <typename T>
class Try final : public QObject
{
public:
    static std::pair<Try *, Pending<T>> begin(Clock &clock, Deadline deadline, const Error &late)
    {
        auto *const attempt = new Try; // deletes itself
        auto pending = attempt->m_promise.pending();
        attempt->m_promise.onCancel([guard = QPointer<Try>(attempt)] {
            if (guard)
                guard->deleteLater();
        });
        attempt->m_timer = whenDone(clock.at(deadline), attempt, [attempt, late](Result<void> passed) {
            if (passed)
                attempt->end(failed(late));
        });
        return {attempt, std::move(pending)};
    }

    void end(Result<T> result)
    {
        m_promise.finish(std::move(result));
        deleteLater();
    }

private:
    Try() = default;

    Promise<T> m_promise;
    ScopedCall m_timer;
};

Error lateError(const QString &where, const char *operation)
{
    return {.kind = Error::Kind::Timeout, .remark = QStringLiteral("no answer in time"), .where = where, .operation = QString::fromLatin1(operation)};
}

/// In the words of the table of errors, as Connection says it.
Error socketError(const QAbstractSocket &socket, const Endpoint &to, Error::Kind kind, const char *operation)
{
    const QString remark = socket.error() == QAbstractSocket::ConnectionRefusedError ? QString(remarks::nothingListens)
        : socket.error() == QAbstractSocket::HostNotFoundError                        ? QString(remarks::noSuchHost)
                                                                                      : socket.errorString();
    return {.kind = kind, .remark = remark, .where = to.toString(), .operation = QString::fromLatin1(operation)};
}

QString protocolName(QSsl::SslProtocol protocol)
{
    return protocol == QSsl::TlsV1_3 ? QStringLiteral("TLS 1.3") : protocol == QSsl::TlsV1_2 ? QStringLiteral("TLS 1.2") : QStringLiteral("TLS");
}

Probe::Handshake shown(const QSslSocket &socket)
{
    const QSslCertificate peer = socket.peerCertificate();
    return {.protocol = protocolName(socket.sessionProtocol()), .subject = peer.subjectInfo(QSslCertificate::CommonName).value(0),
        .expiresMs = peer.isNull() ? 0 : peer.expiryDate().toMSecsSinceEpoch()};
}

} // namespace

Pending<QStringList> Probe::resolve(const QString &host, Deadline deadline)
{
    auto [attempt, pending] = Try<QStringList>::begin(m_clock, deadline, lateError(host, "RESOLVE"));
    QHostInfo::lookupHost(host, attempt, [attempt = attempt, host](const QHostInfo &info) {
        const Turn turn;
        QStringList addresses;
        for (const QHostAddress &address : info.addresses())
            addresses << address.toString();
        if (addresses.isEmpty())
            attempt->end(failed(Error{.kind = Error::Kind::Unreachable, .remark = QString(remarks::noSuchHost), .where = host, .operation = QStringLiteral("RESOLVE")}));
        else
            attempt->end(addresses);
    });
    return std::move(pending);
}

Pending<void> Probe::connectTo(const Endpoint &to, Deadline deadline)
{
    auto [attempt, pending] = Try<void>::begin(m_clock, deadline, lateError(to.toString(), "CONNECT"));
    auto *const socket = new QTcpSocket(attempt);
    QObject::connect(socket, &QTcpSocket::connected, attempt, [attempt = attempt] {
        const Turn turn;
        attempt->end({});
    });
    QObject::connect(socket, &QTcpSocket::errorOccurred, attempt, [attempt = attempt, socket, to] {
        const Turn turn;
        attempt->end(failed(socketError(*socket, to, Error::Kind::Unreachable, "CONNECT")));
    });
    socket->connectToHost(to.host, to.port);
    return std::move(pending);
}

Pending<Probe::Handshake> Probe::handshake(const Endpoint &to, const TlsOptions &tls, Deadline deadline)
{
    const auto configuration = tlsConfiguration(tls);
    if (!configuration)
        return readyFailed<Handshake>(configuration.error());
    auto [attempt, pending] = Try<Handshake>::begin(m_clock, deadline, lateError(to.toString(), "TLS"));
    auto *const socket = new QSslSocket(attempt);
    QObject::connect(socket, &QSslSocket::sslErrors, attempt, [attempt = attempt, socket, to, tls](const QList<QSslError> &errors) {
        const Turn turn;
        if (const auto refusal = tlsRefusal(tls, errors))
            attempt->end(failed(Error{.kind = Error::Kind::TlsFailed, .remark = *refusal, .where = to.toString(), .operation = QStringLiteral("TLS")}));
        else
            socket->ignoreSslErrors();
    });
    QObject::connect(socket, &QSslSocket::encrypted, attempt, [attempt = attempt, socket] {
        const Turn turn;
        attempt->end(shown(*socket));
    });
    QObject::connect(socket, &QSslSocket::errorOccurred, attempt, [attempt = attempt, socket, to] {
        const Turn turn;
        attempt->end(failed(socketError(*socket, to, Error::Kind::TlsFailed, "TLS")));
    });
    socket->setSslConfiguration(*configuration);
    socket->connectToHostEncrypted(to.host, to.port);
    return std::move(pending);
}

} // namespace rocketdesk
