// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/topicdetail.h"
#include "client/commands/topics.h"

namespace rocketdesk {

/// What is to be different about a topic. What is absent stays as each broker has it, or takes the default of a new topic.
struct TopicEdit {
    std::optional<int> readQueues; ///< on each broker
    std::optional<int> writeQueues;
    std::optional<int> perm; ///< 2 write, 4 read, 6 both
    std::optional<bool> order;
    std::optional<QString> filterType; ///< SINGLE_TAG or MULTI_TAG
    QMap<QString, QString> attributes; ///< to set: "message.type", "cleanup.policy"; since 5.0
    QStringList removedAttributes;
};

/// One setting before and after.
struct SettingChange {
    QString key;
    QString before; ///< null where the topic or the setting is new
    QString after; ///< null where it is removed
    bool changes = false;
};

/// What a change does at one broker.
struct TopicPreview {
    BrokerRef broker;
    std::optional<commands::TopicConfig> before; ///< nothing: the topic is created there
    commands::TopicConfig after;
    std::vector<SettingChange> settings; ///< every setting, changed or not, by name

    [[nodiscard]] bool changes() const;
};

/// Works out what the edit does at a broker that has `before`.
[[nodiscard]] TopicPreview previewTopic(const TopicName &topic, BrokerRef broker, std::optional<commands::TopicConfig> before, const TopicEdit &edit);

/// The request that brings a broker from before to after: attributes only where they change, since a broker keeps the others.
[[nodiscard]] commands::UpdateAndCreateTopic commandFor(const TopicPreview &preview);

/// What became of one step at one server.
struct StepResult {
    enum class State {
        Done,
        Failed,
        Changed, ///< not written: its configuration is not what the preview showed
        NotTried, ///< not reached, because a step before it failed
    };
    BrokerRef server; ///< for a name server its address is the name
    int code = 0; ///< of the request: 17, 215, 216, 102
    State state = State::NotTried;
    Error error; ///< where Failed or Changed
};

/// Called once per step, as it ends.
using StepSeen = std::function<void(const StepResult &)>;

/// The servers of steps that failed, to be tried again.
[[nodiscard]] std::vector<BrokerRef> failedServers(const std::vector<StepResult> &steps, int code);
[[nodiscard]] bool allDone(const std::vector<StepResult> &steps);

/// What deleting a topic takes away at one broker.
struct TopicLoss {
    BrokerRef broker;
    int queues = 0;
    qint64 messages = 0;
    qint64 oldestMs = 0; ///< epoch ms; 0 = not known
    qint64 lastWriteMs = 0; ///< epoch ms; 0 = never
};

/// A group that consumes the topic.
struct GroupBacklog {
    ConsumerGroup group;
    qint64 messages = 0; ///< not consumed yet
    double consumeTps = 0; ///< messages a second
};

/// What somebody should know before a topic is deleted.
struct TopicRemoval {
    TopicName topic;
    std::vector<TopicLoss> losses; ///< one a broker that has it and answered
    std::vector<GroupBacklog> groups;
    std::vector<BrokerFailure> failures; ///< brokers of which this is not known
    double inTps = 0;
    std::vector<BrokerRef> brokers; ///< that 215 goes to: every master of the cluster
    std::vector<Endpoint> nameServers; ///< that 216 goes to

    [[nodiscard]] int calls() const { return static_cast<int>(brokers.size() + nameServers.size()); }
    [[nodiscard]] qint64 messages() const;
    [[nodiscard]] qint64 lastWriteMs() const;
    /// Whether a broker failed to answer this request, so that the other answers are not all.
    [[nodiscard]] bool isUnknown(const protocol::Request &request) const;
};

/// The broker failed at this request.
[[nodiscard]] bool isOf(const BrokerFailure &failure, const protocol::Request &request);

} // namespace rocketdesk
