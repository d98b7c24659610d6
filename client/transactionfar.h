// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/producer/transactionsender.h"
#include "client/transactionproducer.h"

#include <QPointer>

namespace rocketdesk {

struct TransactionProducer::Far {
    QPointer<TransactionSender> host;
};

} // namespace rocketdesk
