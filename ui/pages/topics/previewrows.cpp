// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/topics/previewrows.h"

#include "ui/common/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

struct Previews {
    Q_DECLARE_TR_FUNCTIONS(TopicPreviews)
};

QString shown(const QString &value)
{
    return value.isNull() ? format::none() : value;
}

const SettingChange *settingOf(const TopicPreview &preview, const QString &key)
{
    const auto found = std::find_if(preview.settings.cbegin(), preview.settings.cend(), [&key](const SettingChange &each) { return each.key == key; });
    return found == preview.settings.cend() ? nullptr : &*found;
}

PreviewRow rowOf(const QString &key, const std::vector<TopicPreview> &previews)
{
    PreviewRow row{key, {}, {}, 0};
    QStringList after;
    QStringList named;
    for (const TopicPreview &preview : previews) {
        const SettingChange *setting = settingOf(preview, key);
        row.before << (setting ? setting->before : QString());
        after << shown(setting ? setting->after : QString());
        named << QStringLiteral("%1: %2").arg(preview.broker.name.text(), after.constLast());
        row.changes += setting && setting->changes;
    }
    row.after = after.count(after.value(0)) == after.size() ? after.value(0) : named.join(QStringLiteral(", "));
    return row;
}

bool isAligned(const PreviewRow &row)
{
    return row.changes > 0 && row.changes < row.before.size();
}

QString pastText(qint64 oldestMs, qint64 nowMs)
{
    return oldestMs > 0 && nowMs > oldestMs ? Previews::tr("%1 of messages").arg(format::duration(nowMs - oldestMs)) : Previews::tr("all messages");
}

} // namespace

std::vector<PreviewRow> previewRows(const std::vector<TopicPreview> &previews)
{
    QStringList keys;
    for (const TopicPreview &preview : previews) {
        for (const SettingChange &setting : preview.settings) {
            if (!keys.contains(setting.key))
                keys << setting.key;
        }
    }
    std::vector<PreviewRow> rows;
    for (const QString &key : std::as_const(keys))
        rows.push_back(rowOf(key, previews));
    return rows;
}

int changedSettings(const std::vector<PreviewRow> &rows)
{
    return static_cast<int>(std::count_if(rows.cbegin(), rows.cend(), [](const PreviewRow &row) { return row.changes > 0; }));
}

std::vector<Column<PreviewRow>> previewColumns(const QStringList &brokers)
{
    std::vector<Column<PreviewRow>> columns = {
        {.id = QStringLiteral("setting"), .title = Previews::tr("Setting"), .kind = ColumnKind::Mono, .width = 124, .text = [](const PreviewRow &row) { return row.key; }},
    };
    for (qsizetype i = 0; i < brokers.size(); ++i) {
        columns.push_back({.id = QStringLiteral("before/%1").arg(i), .title = brokers.at(i), .kind = ColumnKind::Mono, .width = 70, .flexible = true,
            .text = [i](const PreviewRow &row) { return shown(row.before.value(i)); }});
    }
    columns.push_back({.id = QStringLiteral("after"), .title = Previews::tr("After"), .kind = ColumnKind::State, .width = 116, .flexible = true,
        .text = [](const PreviewRow &row) { return isAligned(row) ? Previews::tr("%1: aligned").arg(row.after) : row.after; },
        .tone = [](const PreviewRow &row) { return row.changes == 0 ? Tone::Faint : isAligned(row) ? Tone::Warning : Tone::Ok; },
        .icon = [](const PreviewRow &row) { return row.changes == 0 ? Icon::None : isAligned(row) ? Icon::WarningFill : Icon::OkFill; }});
    return columns;
}

std::vector<LossRow> lossRows(const TopicRemoval &removal, qint64 nowMs)
{
    std::vector<LossRow> rows;
    for (const TopicLoss &loss : removal.losses) {
        const QString what = loss.messages > 0 ? Previews::tr("%n queues, configuration, %1", nullptr, loss.queues).arg(pastText(loss.oldestMs, nowMs))
                                               : Previews::tr("%n queues, configuration", nullptr, loss.queues);
        rows.push_back({loss.broker.name.text(), what, loss.messages});
    }
    rows.push_back({Previews::tr("Name servers (%1)").arg(removal.nameServers.size()), Previews::tr("route and order configuration"), {}});
    return rows;
}

QString unknownText(const BrokerFailure &failure)
{
    const QString broker = failure.broker.name.text();
    if (isOf(failure, commands::QueryTopicConsumeByWho::request))
        return Previews::tr("Which groups read the topic on %1 is not known.").arg(broker);
    if (isOf(failure, commands::GetConsumeStats::request))
        return Previews::tr("How much its groups have not consumed yet on %1 is not known.").arg(broker);
    return Previews::tr("How much would be lost on %1 is not known.").arg(broker);
}

std::vector<Column<LossRow>> lossColumns()
{
    return {
        {.id = QStringLiteral("where"), .title = Previews::tr("Where"), .kind = ColumnKind::Name, .width = 130, .text = [](const LossRow &row) { return row.where; }},
        {.id = QStringLiteral("what"), .title = Previews::tr("What is lost"), .width = 260, .flexible = true, .text = [](const LossRow &row) { return row.what; }},
        {.id = QStringLiteral("messages"), .title = Previews::tr("Messages"), .kind = ColumnKind::Number, .width = 110,
            .value = [](const LossRow &row) { return row.messages ? SortValue(*row.messages) : SortValue(); }},
    };
}

std::pair<Tone, QString> stepNote(const StepResult &step)
{
    const QString server = step.server.name.isEmpty() ? step.server.address.toString() : step.server.name.text();
    switch (step.state) {
    case StepResult::State::Done: return {Tone::Ok, Previews::tr("**%1**: done (%2)").arg(server).arg(step.code)};
    case StepResult::State::Failed: return {Tone::Error, QStringLiteral("**%1**: %2").arg(server, words(step.error).line())};
    case StepResult::State::Changed: return {Tone::Warning, Previews::tr("**%1**: its configuration has changed meanwhile, so nothing was written. The preview shows it as it is now.").arg(server)};
    case StepResult::State::NotTried: return {Tone::Warning, Previews::tr("**%1**: not tried, because a step before it failed").arg(server)};
    }
    return {};
}

} // namespace rocketdesk::ui
