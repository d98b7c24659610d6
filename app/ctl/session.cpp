// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/session.h"

namespace rocketdesk::ctl {

Session::Session(Output &output, Client *client, QObject *parent)
    : QObject(parent)
    , m_output(output)
    , m_client(client)
{
}

int Session::fail(const Error &error)
{
    if (error.kind == Error::Kind::InvalidArgument && error.code == 0 && !error.remark.isEmpty()) {
        m_output.note(QStringLiteral("rocketctl: %1").arg(error.remark));
        return WrongUsage;
    }
    m_output.failure(error);
    return Failed;
}

Pending<int> Session::failNow(const Error &error)
{
    return ready<int>(fail(error));
}

int Session::exitAfter(const std::vector<BrokerFailure> &failures)
{
    for (const BrokerFailure &failure : failures)
        m_output.silentBroker(failure.broker, failure.error);
    return failures.empty() ? Done : Failed;
}

bool Session::interrupt()
{
    const auto handler = std::exchange(m_interrupt, {}); // a second interrupt ends at once
    if (!handler)
        return false;
    handler();
    return true;
}

} // namespace rocketdesk::ctl
