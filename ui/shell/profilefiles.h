// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace rocketdesk {
class ProfileStore;
}

namespace rocketdesk::ui {

class Theme;

/// Asks for a file and adds its connections under free names; what could not be read is told in a notice.
void importProfiles(Theme &theme, ProfileStore &profiles, QWidget *parent);
/// Asks for a file and writes the connections to it, without secrets. Empty `ids` = all.
void exportProfiles(Theme &theme, ProfileStore &profiles, const QStringList &ids, QWidget *parent);

} // namespace rocketdesk::ui
