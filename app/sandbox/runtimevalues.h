// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QString>

namespace rocketdesk::sandbox {

struct BrokerState;

/// What 28 tells of a broker. [AdminBrokerProcessor.prepareRuntimeInfo]
[[nodiscard]] QMap<QString, QString> runtimeValues(const BrokerState &broker);

} // namespace rocketdesk::sandbox
