// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/transaction.h"

#include <algorithm>

namespace rocketdesk::protocol {

namespace {

struct Named {
    TransactionState state;
    QLatin1StringView name;
};

constexpr Named names[] = {
    {TransactionState::Commit, QLatin1StringView("COMMIT_MESSAGE")},
    {TransactionState::Rollback, QLatin1StringView("ROLLBACK_MESSAGE")},
    {TransactionState::Unknown, QLatin1StringView("UNKNOWN")},
};

} // namespace

QLatin1StringView transactionStateName(TransactionState state)
{
    const auto found = std::find_if(std::begin(names), std::end(names), [state](const Named &entry) { return entry.state == state; });
    return found == std::end(names) ? QLatin1StringView("UNKNOWN") : found->name;
}

std::optional<TransactionState> transactionStateNamed(QStringView name)
{
    const auto found = std::find_if(std::begin(names), std::end(names), [name](const Named &entry) { return name == entry.name; });
    return found == std::end(names) ? std::nullopt : std::optional(found->state);
}

Properties halfMessageProperties(Properties properties, const ProducerGroup &group)
{
    properties.remove(property::Delay);
    properties.set(property::TransactionPrepared, QStringLiteral("true"));
    properties.set(property::ProducerGroup, group.text());
    return properties;
}

} // namespace rocketdesk::protocol
