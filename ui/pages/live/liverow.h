// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/messagelist.h"
#include "client/protocol/propertynames.h"
#include "ui/models/column.h"

#include <memory>
#include <vector>

namespace rocketdesk::ui {

/// A row of the Live page: a message inside the frame it came in, or the mark of a gap.
struct LiveRow {
    std::shared_ptr<const protocol::StoredMessage> message; ///< shares its batch; null for a gap
    qint32 series = -1; ///< of its topic
    qint32 cost = 0; ///< bytes of memory that go when the row goes
    qint64 gapFrom = 0; ///< epoch ms, of a gap
    qint64 gapTo = 0;

    [[nodiscard]] bool isGap() const { return !message; }
};

/// The columns of the table, in the language of the moment.
[[nodiscard]] std::vector<Column<LiveRow>> liveColumns();
/// What stands in a gap's only cell.
[[nodiscard]] QString gapText(const LiveRow &row);
/// The first bytes of a body on one line; says so where it is compressed or no text.
[[nodiscard]] QString bodyPreview(const protocol::StoredMessage &message);
/// What a filter looks at: topic, tag, keys, id and the beginning of the body.
[[nodiscard]] QString searchText(const protocol::StoredMessage &message);

} // namespace rocketdesk::ui
