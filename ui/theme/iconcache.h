// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/icon.h"

#include <QColor>
#include <QHash>
#include <QPixmap>

namespace rocketdesk::ui {

/// Icons recoloured from their one-coloured drawings, one pixmap for each name, colour, size and device pixel ratio.
class IconCache final
{
public:
    /// Square of `size` device-independent px. A missing drawing gives an empty pixmap.
    [[nodiscard]] QPixmap pixmap(Icon icon, const QColor &color, int size, qreal ratio);
    void clear() { m_pixmaps.clear(); }

private:
    struct Key {
        Icon icon;
        QRgb color;
        int pixels;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, static_cast<int>(key.icon), key.color, key.pixels); }
    };

    QHash<Key, QPixmap> m_pixmaps;
};

} // namespace rocketdesk::ui
