// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"

namespace rocketdesk::ctl {

namespace {

Line lineOf(const BrokerStatus &status)
{
    const BrokerRuntime &runtime = *status.runtime;
    Line line;
    line.add("cluster", status.broker.cluster).add("brokerName", status.broker.name).add("brokerId", status.broker.id);
    line.add("address", status.broker.address.toString()).add("role", roleName(status.broker)).add("version", runtime.version);
    return line.add("inTps", runtime.in.last10s).add("outTps", runtime.out.last10s).add("diskRatio", runtime.diskRatio);
}

Pending<int> runCluster(const Arguments &, Session &session)
{
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    whenDone(session.client().readCluster(session.how()), &session,
        [&session, exitCode = std::move(exitCode)](Result<ClusterOverview> overview) mutable {
            if (!overview)
                return void(exitCode.finish(session.fail(overview.error())));
            bool all = true;
            for (const BrokerStatus &status : overview->brokers) {
                all = all && status.runtime;
                if (status.runtime)
                    session.out().row(lineOf(status));
                else
                    session.out().silentBroker(status.broker, status.runtime.error());
            }
            exitCode.finish(all ? Done : Failed);
        });
    return pending;
}

} // namespace

Command clusterCommand()
{
    return {.name = "cluster", .arguments = "", .summary = "every broker: role, version, rates, disk", .options = {}, .run = &runCluster};
}

} // namespace rocketdesk::ctl
