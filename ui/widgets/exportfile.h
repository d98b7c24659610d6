// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/tablecopy.h"

#include <functional>

class QIODevice;
class QWidget;

namespace rocketdesk::ui {

/// By the file's ending; Text where it is none of the others'.
[[nodiscard]] CopyFormat formatOf(const QString &path);
/// The whole file or nothing: `write` says whether it could. An empty result is success, else what went wrong.
[[nodiscard]] QString writeExport(const QString &path, const std::function<bool(QIODevice &)> &write);
/// Asks for a file without waiting; `chosen` gets its path.
void chooseExport(QWidget &parent, const QString &title, std::function<void(const QString &path)> chosen);

} // namespace rocketdesk::ui
