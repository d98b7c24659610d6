// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>

namespace rocketdesk::ui {

/// What a text or a sign means, before any theme gives it a colour.
enum class Tone {
    Normal,
    Muted, ///< labels, secondary text
    Faint, ///< zero, none, hints
    Accent,
    Ok,
    Warning,
    Error,
};

} // namespace rocketdesk::ui

Q_DECLARE_METATYPE(rocketdesk::ui::Tone)
