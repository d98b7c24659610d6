// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace rocketdesk::ui {

/// Tab goes the way the eye does: through the layouts in their order, whatever the order in which the parts were made.
void orderTabs(QWidget &root);

} // namespace rocketdesk::ui
