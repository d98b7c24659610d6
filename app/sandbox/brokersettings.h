// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QString>

namespace rocketdesk::sandbox {

struct BrokerState;

/// What 26 shows of a fresh broker.
[[nodiscard]] QMap<QString, QString> defaultBrokerSettings(const BrokerState &broker);
/// Reads "key=value" lines as java.util.Properties does, escapes included.
[[nodiscard]] QMap<QString, QString> parseProperties(const QString &text);

} // namespace rocketdesk::sandbox
