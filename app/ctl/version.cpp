// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"

namespace rocketdesk::ctl {

namespace {

Pending<int> runVersion(const Arguments &, Session &session)
{
    session.out().row(Line().add("version", QStringLiteral(ROCKETDESK_VERSION)).add("qt", QString::fromLatin1(qVersion())));
    session.out().endTable();
    return ready<int>(Done);
}

} // namespace

Command versionCommand()
{
    return {.name = "version", .arguments = "", .summary = "version of this program", .options = {}, .connects = false, .run = &runVersion};
}

} // namespace rocketdesk::ctl
