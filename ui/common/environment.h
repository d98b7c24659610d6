// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>

namespace rocketdesk::ui {

/// What a connection is for; it decides the colour and the word that stay in sight.
enum class Environment {
    Local,
    Test,
    Staging,
    Production,
};

} // namespace rocketdesk::ui

Q_DECLARE_METATYPE(rocketdesk::ui::Environment)
