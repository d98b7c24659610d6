// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/remoting/tlsoptions.h"

#include <QSslConfiguration>

#include <optional>

namespace rocketdesk {

/// Reads the files of the options. Fails with TlsFailed and the file's name when one is missing or no PEM.
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const TlsOptions &options);

/// What is wrong with the peer's certificate under these options, in the words of remarks.h; nothing where all of this may be passed over.
[[nodiscard]] std::optional<QString> tlsRefusal(const TlsOptions &options, const QList<QSslError> &errors);

} // namespace rocketdesk
