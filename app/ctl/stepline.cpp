// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/stepline.h"

namespace rocketdesk::ctl {

int printSteps(Session &session, const std::vector<StepResult> &steps, int code, const char *done)
{
    Output &out = session.out();
    std::vector<Error> errors;
    for (const StepResult &step : steps) {
        const bool worked = step.state == StepResult::State::Done;
        const bool tried = step.state != StepResult::State::NotTried;
        if (!worked && tried)
            errors.push_back(step.error);
        if (step.code != code) {
            if (!tried)
                out.note(QStringLiteral("rocketctl: %1 was not asked, because a step before it failed").arg(step.server.name.text()));
            continue;
        }
        Line line;
        line.add("brokerName", step.server.name).add("result", QString::fromLatin1(worked ? done : tried ? "FAILED" : "NOT_TRIED"));
        if (!worked && tried && out.json())
            line.add("error", wordsFor(step.error).line());
        out.row(line);
    }
    out.failures(errors);
    return allDone(steps) ? Done : Failed;
}

} // namespace rocketdesk::ctl
