// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRgb>

namespace rocketdesk::ui {

enum class Scheme {
    Light,
    Dark,
    HighContrast,
};

/// What a colour is for. Only the table in tokens.cpp says which colour that is.
enum class Role {
    Window, Page, Subtle,
    Hover, Selected, SelectedIdle,
    Line, Border, Control,
    Text, Text2, Text3, Disabled,
    Accent, AccentFill, OnAccent, AccentSoft, Focus,
    OkText, OkFill, OkSoft,
    WarningText, WarningFill, WarningSoft,
    ErrorText, ErrorFill, ErrorSoft,
    DangerFill, OnDanger, ///< the filled button of what cannot be undone
    NeutralText, NeutralSoft,
    Track,
    JsonKey, JsonString, JsonNumber, JsonWord,
    Match,
    EnvironmentLocal, EnvironmentTest, EnvironmentStaging, EnvironmentProduction,
    Series1, Series2, Series3, Series4, Series5, Series6, Series7, Series8,
    Shade, ///< over the window behind a dialog or the palette
    Count,
};

inline constexpr int seriesCount = 8;

[[nodiscard]] QRgb tokenColor(Scheme scheme, Role role);
/// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(QRgb a, QRgb b);

} // namespace rocketdesk::ui
