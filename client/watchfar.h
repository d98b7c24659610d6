// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/watcher.h"
#include "client/watch.h"

#include <QPointer>

namespace rocketdesk {

struct Watch::Far {
    QPointer<Watcher> watcher;
};

} // namespace rocketdesk
