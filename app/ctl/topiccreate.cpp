// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/topicedit.h"

namespace rocketdesk::ctl {

Command topicCreateCommand()
{
    return {.name = "topic create", .arguments = "T", .summary = "a new topic, at every broker or at those that are named", .options = topicEditOptions(), .least = 1, .most = 1,
        .run = [](const Arguments &arguments, Session &session) { return runTopicEdit(arguments, session, TopicVerb::Create); }};
}

} // namespace rocketdesk::ctl
