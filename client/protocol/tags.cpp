// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/tags.h"

#include <algorithm>

namespace rocketdesk::protocol {

TagFilter::TagFilter(const SubscriptionData &subscription)
{
    if (!subscription.isTag())
        return;
    for (const QString &tag : subscription.tagsSet)
        m_tags.push_back(tag.toUtf8());
}

bool TagFilter::accepts(std::optional<QByteArrayView> tag) const
{
    if (m_tags.empty())
        return true;
    return tag && std::any_of(m_tags.cbegin(), m_tags.cend(), [tag](const QByteArray &wanted) { return *tag == wanted; });
}

} // namespace rocketdesk::protocol
