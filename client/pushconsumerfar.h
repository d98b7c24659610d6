// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/groupconsumer.h"
#include "client/pushconsumer.h"

#include <QPointer>

namespace rocketdesk {

struct PushConsumer::Far {
    using Make = std::function<GroupConsumer *(ConsumerSettings, Subscriptions, ListenerCalls, GroupConsumer::Tell)>;

    Result<void> usable; ///< or what is wrong with its options
    Make make; ///< null where the client has gone
    GroupConsumer::Tell tell;
    QPointer<GroupConsumer> consumer; ///< once it was started
};

} // namespace rocketdesk
