// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rocketdesk::ui {

namespace {

struct Token {
    Role role;
    std::array<QRgb, 3> colors; ///< by Scheme
};

constexpr QRgb rgb(unsigned value)
{
    return 0xff000000u | value;
}

constexpr Token token(Role role, unsigned light, unsigned dark, unsigned highContrast)
{
    return {role, {rgb(light), rgb(dark), rgb(highContrast)}};
}

// The order is the order of Role; a static_assert below holds it.
constexpr std::array<Token, static_cast<std::size_t>(Role::Count)> tokens = {{
    token(Role::Window, 0xECEFF3, 0x15181C, 0x000000),
    token(Role::Page, 0xFFFFFF, 0x1C2026, 0x000000),
    token(Role::Subtle, 0xF5F7F9, 0x22272E, 0x000000),
    token(Role::Hover, 0xEEF2F7, 0x272D35, 0x1F1F1F),
    token(Role::Selected, 0xD8E6FB, 0x23406F, 0x0B3A86),
    token(Role::SelectedIdle, 0xE3E7EC, 0x313842, 0x3A3A3A),
    token(Role::Line, 0xE4E8ED, 0x2B313A, 0x6E6E6E),
    token(Role::Border, 0xC9CFD8, 0x3C444F, 0xFFFFFF),
    token(Role::Control, 0x7D8796, 0x7C8796, 0xFFFFFF),
    token(Role::Text, 0x181C22, 0xE6E9ED, 0xFFFFFF),
    token(Role::Text2, 0x4D5764, 0xAEB7C3, 0xFFFFFF),
    token(Role::Text3, 0x646E7C, 0x959FAD, 0xE0E0E0),
    token(Role::Disabled, 0x9AA2AE, 0x667080, 0x9A9A9A),
    token(Role::Accent, 0x2257CF, 0x82AEFF, 0x5CE1FF),
    token(Role::AccentFill, 0x2257CF, 0x2F66DB, 0x5CE1FF),
    token(Role::OnAccent, 0xFFFFFF, 0xFFFFFF, 0x000000),
    token(Role::AccentSoft, 0xE3ECFC, 0x223352, 0x00323D),
    token(Role::Focus, 0x2257CF, 0x82AEFF, 0xFFE600),
    token(Role::OkText, 0x1A7440, 0x63CB8D, 0x6BFF9E),
    token(Role::OkFill, 0x2E9E5B, 0x3FB370, 0x6BFF9E),
    token(Role::OkSoft, 0xE2F3E8, 0x1B3426, 0x002B12),
    token(Role::WarningText, 0x8A5200, 0xEBB752, 0xFFD84D),
    token(Role::WarningFill, 0xC57A00, 0xE0A030, 0xFFD84D),
    token(Role::WarningSoft, 0xFDF0D5, 0x3A2F17, 0x332900),
    token(Role::ErrorText, 0xBC2418, 0xFF8F84, 0xFF9C94),
    token(Role::ErrorFill, 0xD93A2B, 0xF0655A, 0xFF9C94),
    token(Role::ErrorSoft, 0xFCE8E6, 0x432322, 0x3D0500),
    token(Role::DangerFill, 0xBC2418, 0xCB3C30, 0xFF9C94),
    token(Role::OnDanger, 0xFFFFFF, 0xFFFFFF, 0x000000),
    token(Role::NeutralText, 0x4D5764, 0xAEB7C3, 0xFFFFFF),
    token(Role::NeutralSoft, 0xE9ECF0, 0x2D343D, 0x2A2A2A),
    token(Role::Track, 0xE4E8ED, 0x2F3640, 0x3A3A3A),
    token(Role::JsonKey, 0x7A2E8E, 0xD7A4E8, 0xFFB3FF),
    token(Role::JsonString, 0x1A6B3C, 0x7FD3A0, 0x6BFF9E),
    token(Role::JsonNumber, 0x1F55C4, 0x8DB5FF, 0x5CE1FF),
    token(Role::JsonWord, 0xA84300, 0xF2A766, 0xFFD84D),
    token(Role::Match, 0xFFE58A, 0x5E4E12, 0x665500),
    token(Role::EnvironmentLocal, 0x0E7A6E, 0x35B5A6, 0xFFFFFF),
    token(Role::EnvironmentTest, 0x6A4BC4, 0xA58BF0, 0xFFFFFF),
    token(Role::EnvironmentStaging, 0xA35B00, 0xE5A13C, 0xFFFFFF),
    token(Role::EnvironmentProduction, 0xBC2418, 0xF0655A, 0xFFFFFF),
    token(Role::Series1, 0x2257CF, 0x82AEFF, 0x82AEFF),
    token(Role::Series2, 0xB0540A, 0xF0A35E, 0xF0A35E),
    token(Role::Series3, 0x0B7A6B, 0x45C4B0, 0x45C4B0),
    token(Role::Series4, 0xA0307E, 0xEE8BCB, 0xEE8BCB),
    token(Role::Series5, 0x5D7A00, 0xB5D14A, 0xB5D14A),
    token(Role::Series6, 0x6A4BC4, 0xB39BF5, 0xB39BF5),
    token(Role::Series7, 0x8A3B2E, 0xE0938A, 0xE0938A),
    token(Role::Series8, 0x006F9E, 0x59BDEB, 0x59BDEB),
    {Role::Shade, {0x40000000u, 0x80000000u, 0xb0000000u}},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (static_cast<std::size_t>(tokens[i].role) != i)
            return false;
    }
    return true;
}
static_assert(inOrder(), "the table follows the order of Role");

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(QRgb color)
{
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color));
}

} // namespace

QRgb tokenColor(Scheme scheme, Role role)
{
    return tokens[static_cast<std::size_t>(role)].colors[static_cast<std::size_t>(scheme)];
}

double contrast(QRgb a, QRgb b)
{
    const double dark = std::min(luminance(a), luminance(b));
    const double light = std::max(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace rocketdesk::ui
