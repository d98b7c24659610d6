// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace rocketdesk {

/// Settings by name, as 26 and 319 tell them.
using BrokerSettings = QMap<QString, QString>;

/// "key=value" lines: split at the first "=", nothing is unescaped, what has no "=" is left out.
[[nodiscard]] BrokerSettings parseSettings(const QString &text);

/// One setting of two brokers side by side.
struct SettingPair {
    QString key;
    std::optional<QString> a; ///< absent where that broker does not have the setting
    std::optional<QString> b;
    bool differs = false;
};

/// Every setting that either has, by name.
[[nodiscard]] std::vector<SettingPair> compareSettings(const BrokerSettings &a, const BrokerSettings &b);

} // namespace rocketdesk
