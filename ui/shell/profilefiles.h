// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace rocketdesk {
class ProfileStore;
}

namespace rocketdesk::ui {

/// Asks for a file and adds its connections under free names; what could not be read is told in a window that holds up nothing.
void importProfiles(ProfileStore &profiles, QWidget *parent);
/// Asks for a file and writes the connections to it, without secrets. Empty `ids` = all.
void exportProfiles(ProfileStore &profiles, const QStringList &ids, QWidget *parent);

} // namespace rocketdesk::ui
