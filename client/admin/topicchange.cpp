// SPDX-License-Identifier: Apache-2.0
#include "client/admin/topicchange.h"

#include <algorithm>

namespace rocketdesk {

namespace {

using Attributes = QMap<QString, QString>;

std::vector<SettingChange> changesBetween(const QMap<QString, QString> &before, const QMap<QString, QString> &after)
{
    QMap<QString, QString> all = before;
    all.insert(after);
    std::vector<SettingChange> changes;
    for (auto setting = all.cbegin(); setting != all.cend(); ++setting) {
        SettingChange change{.key = setting.key(), .before = before.value(setting.key()), .after = after.value(setting.key())};
        change.changes = change.before != change.after;
        changes.push_back(std::move(change));
    }
    return changes;
}

/// "+key=value,-key"; empty where nothing changes.
QString attributeChanges(const Attributes &before, const Attributes &after)
{
    QStringList changes;
    for (auto attribute = after.cbegin(); attribute != after.cend(); ++attribute) {
        if (!before.contains(attribute.key()) || before.value(attribute.key()) != attribute.value())
            changes << QStringLiteral("+%1=%2").arg(attribute.key(), attribute.value());
    }
    for (auto attribute = before.cbegin(); attribute != before.cend(); ++attribute) {
        if (!after.contains(attribute.key()))
            changes << u'-' + attribute.key();
    }
    return changes.join(u',');
}

} // namespace

bool TopicPreview::changes() const
{
    return !before || std::any_of(settings.cbegin(), settings.cend(), [](const SettingChange &change) { return change.changes; });
}

TopicPreview previewTopic(const TopicName &topic, BrokerRef broker, std::optional<commands::TopicConfig> before, const TopicEdit &edit)
{
    TopicPreview preview{.broker = std::move(broker), .before = std::move(before)};
    commands::TopicConfig &after = preview.after;
    if (preview.before) {
        after = *preview.before;
    } else {
        after.readQueueNums = 8;
        after.writeQueueNums = 8;
    }
    after.topicName = topic;
    after.readQueueNums = edit.readQueues.value_or(after.readQueueNums);
    after.writeQueueNums = edit.writeQueues.value_or(after.writeQueueNums);
    after.perm = edit.perm.value_or(after.perm);
    after.order = edit.order.value_or(after.order);
    after.topicFilterType = edit.filterType.value_or(after.topicFilterType);
    if (!edit.attributes.isEmpty() || !edit.removedAttributes.isEmpty()) {
        Attributes attributes = after.attributes.value_or(Attributes());
        attributes.insert(edit.attributes);
        for (const QString &key : edit.removedAttributes)
            attributes.remove(key);
        after.attributes = attributes;
    }
    preview.settings = changesBetween(preview.before ? settingsOf(*preview.before) : QMap<QString, QString>(), settingsOf(after));
    return preview;
}

commands::UpdateAndCreateTopic commandFor(const TopicPreview &preview)
{
    const commands::TopicConfig &after = preview.after;
    commands::UpdateAndCreateTopic command;
    command.topic = after.topicName;
    command.readQueueNums = after.readQueueNums;
    command.writeQueueNums = after.writeQueueNums;
    command.perm = after.perm;
    command.topicFilterType = after.topicFilterType;
    command.topicSysFlag = after.topicSysFlag;
    command.order = after.order;
    const Attributes before = preview.before ? preview.before->attributes.value_or(Attributes()) : Attributes();
    const QString changes = attributeChanges(before, after.attributes.value_or(Attributes()));
    if (!changes.isEmpty())
        command.attributes = changes;
    return command;
}

std::vector<BrokerRef> failedServers(const std::vector<StepResult> &steps, int code)
{
    std::vector<BrokerRef> servers;
    for (const StepResult &step : steps) {
        if (step.code == code && step.state != StepResult::State::Done)
            servers.push_back(step.server);
    }
    return servers;
}

bool allDone(const std::vector<StepResult> &steps)
{
    return std::all_of(steps.cbegin(), steps.cend(), [](const StepResult &step) { return step.state == StepResult::State::Done; });
}

qint64 TopicRemoval::messages() const
{
    qint64 all = 0;
    for (const TopicLoss &loss : losses)
        all += loss.messages;
    return all;
}

qint64 TopicRemoval::lastWriteMs() const
{
    qint64 last = 0;
    for (const TopicLoss &loss : losses)
        last = std::max(last, loss.lastWriteMs);
    return last;
}

bool TopicRemoval::isUnknown(const protocol::Request &request) const
{
    return std::any_of(failures.cbegin(), failures.cend(), [&](const BrokerFailure &failure) { return isOf(failure, request); });
}

bool isOf(const BrokerFailure &failure, const protocol::Request &request)
{
    return failure.error.operation == QLatin1StringView(request.name);
}

} // namespace rocketdesk
