// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/topicedit.h"

namespace rocketdesk::ctl {

Command topicUpdateCommand()
{
    std::vector<Option> options = topicEditOptions();
    options.push_back({"--remove-attribute", "NAME", "back to what it is without it; repeatable", true});
    return {.name = "topic update", .arguments = "T", .summary = "changes a topic; what is not named stays as it is", .options = std::move(options), .least = 1, .most = 1,
        .run = [](const Arguments &arguments, Session &session) { return runTopicEdit(arguments, session, TopicVerb::Update); }};
}

} // namespace rocketdesk::ctl
