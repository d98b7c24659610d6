// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/base/result.h"

namespace rocketdesk::protocol {

/// What a broker needs to call back a timer message that is not yet due [RecallMessageHandle, 5.3].
struct RecallHandle {
    TopicName topic;
    BrokerName brokerName;
    qint64 deliverAt = 0; ///< ms since 1970
    QString messageId; ///< UNIQ_KEY

    /// URL-safe Base64 with padding, as send replies carry it.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] static Result<RecallHandle> parse(const QString &text);
};

} // namespace rocketdesk::protocol
