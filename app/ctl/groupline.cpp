// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/groupline.h"

#include "client/protocol/wirenames.h"

namespace rocketdesk::ctl {

namespace {

template <typename E>
QString nameOf(const std::optional<E> &value)
{
    return value ? QString::fromLatin1(protocol::wireName(*value)) : QString();
}

struct Numbers {
    std::optional<qint64> lag;
    std::optional<double> inTps;
    double outTps = 0;
};

Line lineOf(const ConsumerGroup &group, const GroupClients *clients, const Numbers &numbers)
{
    Line line;
    line.add("group", group);
    if (clients)
        line.add("clients", clients->clients.size());
    line.add("lag", numbers.lag).add("inTps", numbers.inTps).add("outTps", numbers.outTps);
    if (clients)
        line.add("type", nameOf(clients->type)).add("model", nameOf(clients->model));
    return line;
}

} // namespace

Line groupLine(const GroupRow &row, const GroupClients *clients)
{
    return lineOf(row.group, clients, {.lag = row.lag, .inTps = {}, .outTps = row.outTps});
}

Line groupLine(const GroupDetail &detail)
{
    return lineOf(detail.group, &detail.clients,
        {.lag = detail.queues.empty() ? std::nullopt : std::optional(detail.lag()), .inTps = detail.inTps, .outTps = detail.outTps});
}

} // namespace rocketdesk::ctl
