// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace rocketdesk::ui {

/// Says how something ended, in a window that holds up nothing else.
void showNotice(QWidget *parent, const QString &title, const QString &text);

} // namespace rocketdesk::ui
