// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QString>
#include <QVariantMap>

namespace rocketdesk::ui {

/// A place in the console: a page, and what of it is meant. Kept by the history, made by links, menus and the palette.
struct Target {
    QString page; ///< id in the page registry
    QString key; ///< the row, name or id that is meant; empty for the page as it is
    QVariantMap details; ///< what else the page understands: topic of a search, offsets, a tab

    friend bool operator==(const Target &, const Target &) = default;
};

} // namespace rocketdesk::ui

Q_DECLARE_METATYPE(rocketdesk::ui::Target)
