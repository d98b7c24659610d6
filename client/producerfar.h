// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/messageproducer.h"
#include "client/producer/producerhost.h"

#include <QPointer>

namespace rocketdesk {

struct MessageProducer::Far {
    QPointer<ProducerHost> host;
};

} // namespace rocketdesk
