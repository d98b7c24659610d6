// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace rocketdesk::ctl {

/// Whether a topic is made where it is missing, or changed where it is there.
enum class TopicVerb { Create, Update };

/// Options that both have.
[[nodiscard]] const std::vector<Option> &topicEditOptions();

/// One run of `topic create` or `topic update`: reads what each broker has, then writes what differs.
[[nodiscard]] Pending<int> runTopicEdit(const Arguments &arguments, Session &session, TopicVerb verb);

/// The masters that --broker and --cluster name, all without them; InvalidArgument where one is not there, or where several
/// clusters leave it open.
[[nodiscard]] Result<std::vector<BrokerRef>> chosenBrokers(const Arguments &arguments, const commands::ClusterInfo &info);

} // namespace rocketdesk::ctl
