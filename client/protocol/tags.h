// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/subscription.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace rocketdesk::protocol {

/// Compares the tag of a message by its text: brokers compare hash codes, and different tags can have the same.
class TagFilter final
{
public:
    /// Lets everything through where the subscription is not by tag, or has none.
    explicit TagFilter(const SubscriptionData &subscription);

    /// `tag`: UTF-8 value of TAGS, nothing when the message has none.
    [[nodiscard]] bool accepts(std::optional<QByteArrayView> tag) const;
    [[nodiscard]] bool acceptsAll() const { return m_tags.empty(); }

private:
    std::vector<QByteArray> m_tags;
};

} // namespace rocketdesk::protocol
