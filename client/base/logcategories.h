// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

/// One category per room, "rocketdesk.<room>"; informational and above are on until filter rules say otherwise.
/// One line per event, at the edge where it happens; never a body, never a secret.
namespace rocketdesk {

Q_DECLARE_LOGGING_CATEGORY(logRemoting)
Q_DECLARE_LOGGING_CATEGORY(logCluster)
Q_DECLARE_LOGGING_CATEGORY(logProfile)
Q_DECLARE_LOGGING_CATEGORY(logAdmin)
Q_DECLARE_LOGGING_CATEGORY(logProducer)
Q_DECLARE_LOGGING_CATEGORY(logConsumer)
Q_DECLARE_LOGGING_CATEGORY(logClient)
Q_DECLARE_LOGGING_CATEGORY(logSandbox)
Q_DECLARE_LOGGING_CATEGORY(logCtl)
Q_DECLARE_LOGGING_CATEGORY(logUi)
Q_DECLARE_LOGGING_CATEGORY(logApp)

} // namespace rocketdesk
