// SPDX-License-Identifier: Apache-2.0
#include "client/base/logcategories.h"

namespace rocketdesk {

Q_LOGGING_CATEGORY(logRemoting, "rocketdesk.remoting", QtInfoMsg)
Q_LOGGING_CATEGORY(logCluster, "rocketdesk.cluster", QtInfoMsg)
Q_LOGGING_CATEGORY(logProfile, "rocketdesk.profile", QtInfoMsg)
Q_LOGGING_CATEGORY(logAdmin, "rocketdesk.admin", QtInfoMsg)
Q_LOGGING_CATEGORY(logProducer, "rocketdesk.producer", QtInfoMsg)
Q_LOGGING_CATEGORY(logConsumer, "rocketdesk.consumer", QtInfoMsg)
Q_LOGGING_CATEGORY(logClient, "rocketdesk.client", QtInfoMsg)
Q_LOGGING_CATEGORY(logSandbox, "rocketdesk.sandbox", QtInfoMsg)
Q_LOGGING_CATEGORY(logCtl, "rocketdesk.ctl", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "rocketdesk.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "rocketdesk.app", QtInfoMsg)

} // namespace rocketdesk
