// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/queueoption.h"

namespace rocketdesk::ctl {

Result<std::vector<QueueRef>> queuesOf(const Arguments &arguments)
{
    std::vector<QueueRef> queues;
    for (const QString &text : arguments.values("--queue")) {
        const qsizetype at = text.lastIndexOf(u':');
        bool isNumber = false;
        const int id = text.mid(at + 1).toInt(&isNumber);
        if (at < 1 || !isNumber || id < 0)
            return wrongUsage(QStringLiteral("--queue takes BROKER:ID, not \"%1\"").arg(text));
        queues.push_back({BrokerName(text.left(at)), QueueId(id)});
    }
    return queues;
}

} // namespace rocketdesk::ctl
