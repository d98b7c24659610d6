// SPDX-License-Identifier: Apache-2.0
#include "client/remoting/tlssetup.h"

#include "client/base/remarks.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>

namespace rocketdesk {

namespace {

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(Error::Kind::TlsFailed, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return file.read(1 << 20);
}

Result<QSslKey> privateKey(const QString &path)
{
    const auto pem = contents(path);
    if (!pem)
        return failed(pem.error());
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        if (const QSslKey key(*pem, algorithm); !key.isNull())
            return key;
    }
    return failed(Error::Kind::TlsFailed, QStringLiteral("%1 holds no unencrypted RSA or EC key in PEM form").arg(path));
}

Result<QList<QSslCertificate>> certificates(const QString &path)
{
    const auto pem = contents(path);
    if (!pem)
        return failed(pem.error());
    const auto chain = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (chain.isEmpty())
        return failed(Error::Kind::TlsFailed, QStringLiteral("%1 holds no certificate in PEM form").arg(path));
    return chain;
}

/// The name only, or all.
bool mayIgnore(const TlsOptions &options, QSslError::SslError error)
{
    switch (options.verify) {
    case TlsOptions::Verify::None:
        return true;
    case TlsOptions::Verify::NoName:
        return error == QSslError::HostNameMismatch;
    case TlsOptions::Verify::Full:
        break;
    }
    return false;
}

bool unknownAuthority(QSslError::SslError error)
{
    using enum QSslError::SslError;
    return error == SelfSignedCertificate || error == SelfSignedCertificateInChain || error == UnableToGetLocalIssuerCertificate
        || error == UnableToVerifyFirstCertificate || error == CertificateUntrusted;
}

} // namespace

Result<QSslConfiguration> tlsConfiguration(const TlsOptions &options)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(options.verify == TlsOptions::Verify::None ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    if (!options.caFile.isEmpty()) {
        const auto authorities = certificates(options.caFile);
        if (!authorities)
            return failed(authorities.error());
        configuration.setCaCertificates(*authorities);
    }
    if (!options.certFile.isEmpty()) {
        const auto chain = certificates(options.certFile);
        if (!chain)
            return failed(chain.error());
        configuration.setLocalCertificateChain(*chain);
        const auto key = privateKey(options.keyFile.isEmpty() ? options.certFile : options.keyFile);
        if (!key)
            return failed(key.error());
        configuration.setPrivateKey(*key);
    }
    return configuration;
}

std::optional<QString> tlsRefusal(const TlsOptions &options, const QList<QSslError> &errors)
{
    const auto refused = std::find_if(errors.cbegin(), errors.cend(), [&](const QSslError &error) { return !mayIgnore(options, error.error()); });
    if (refused == errors.cend())
        return std::nullopt;
    if (refused->error() == QSslError::HostNameMismatch)
        return QString(remarks::otherName);
    return unknownAuthority(refused->error()) ? QString(remarks::notTrusted) : refused->errorString();
}

} // namespace rocketdesk
