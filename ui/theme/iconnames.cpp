// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/iconnames.h"

#include <array>

namespace rocketdesk::ui {

namespace {

constexpr std::array<const char *, 72> names = {
    "",
    "add",
    "back",
    "broker",
    "call-log",
    "chart",
    "chevron-down",
    "chevron-right",
    "clear",
    "clock",
    "close",
    "cluster",
    "columns",
    "compare",
    "copy",
    "dead-letter",
    "delete",
    "detach",
    "edit",
    "error",
    "error-fill",
    "export",
    "eye",
    "file",
    "filter",
    "folder",
    "forward",
    "group",
    "idle",
    "import",
    "info",
    "info-fill",
    "jump",
    "key",
    "link",
    "live",
    "lock",
    "menu",
    "more",
    "off",
    "ok",
    "ok-fill",
    "ordered",
    "palette",
    "pause",
    "pin",
    "play",
    "plug",
    "queue",
    "record",
    "refresh",
    "retry",
    "rocket",
    "running",
    "save",
    "search",
    "send",
    "settings",
    "sort-down",
    "sort-up",
    "star",
    "star-fill",
    "stop",
    "theme",
    "topic",
    "trace",
    "transaction",
    "undo",
    "unlock",
    "users",
    "warning",
    "warning-fill",
};

} // namespace

QLatin1StringView iconName(Icon icon)
{
    return QLatin1StringView(names.at(static_cast<std::size_t>(icon)));
}

int iconCount()
{
    return static_cast<int>(names.size());
}

} // namespace rocketdesk::ui
