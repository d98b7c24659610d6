// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/remoting/tlsoptions.h"

#include <QSslConfiguration>

namespace rocketdesk {

/// Reads the files of the options. Fails with TlsFailed and the file's name when one is missing or no PEM.
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const TlsOptions &options);

/// Whether an error of the handshake may be passed over under these options: the name only, or all.
[[nodiscard]] bool mayIgnore(const TlsOptions &options, QSslError::SslError error);

} // namespace rocketdesk
