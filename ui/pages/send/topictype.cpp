// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/send/topictype.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rocketdesk::ui {

namespace {

struct TopicTypes {
    Q_DECLARE_TR_FUNCTIONS(TopicTypes)
};

struct Type {
    const char *name; ///< as the attribute spells it
    const char *word;
};

constexpr std::array types{
    Type{"NORMAL", QT_TRANSLATE_NOOP("TopicTypes", "Normal")},
    Type{"FIFO", QT_TRANSLATE_NOOP("TopicTypes", "FIFO")},
    Type{"DELAY", QT_TRANSLATE_NOOP("TopicTypes", "Delay")},
    Type{"TRANSACTION", QT_TRANSLATE_NOOP("TopicTypes", "Transaction")},
    Type{"MIXED", QT_TRANSLATE_NOOP("TopicTypes", "Mixed")},
    Type{"PRIORITY", QT_TRANSLATE_NOOP("TopicTypes", "Priority")},
    Type{"LITE", QT_TRANSLATE_NOOP("TopicTypes", "Lite")},
};

} // namespace

QString typeWord(const QString &type)
{
    const auto known = std::find_if(types.begin(), types.end(), [&type](const Type &each) { return type == QLatin1StringView(each.name); });
    return known == types.end() ? QString() : TopicTypes::tr(known->word);
}

QString typeConflict(const QString &type, const SendDraft &draft)
{
    const bool delayed = draft.when != SendDraft::When::Now;
    const bool keyed = !draft.shardingKey.trimmed().isEmpty();
    if (type == QStringLiteral("NORMAL") && delayed)
        return TopicTypes::tr("The topic is for normal messages, this one is delayed. Brokers store it, proxies refuse it.");
    if (type == QStringLiteral("NORMAL") && keyed)
        return TopicTypes::tr("The topic is for normal messages, this one has a sharding key. Brokers store it, proxies refuse it.");
    if (type == QStringLiteral("FIFO") && !keyed)
        return TopicTypes::tr("The topic is for ordered messages, this one has no sharding key. Brokers store it, proxies refuse it.");
    if (type == QStringLiteral("FIFO") && delayed)
        return TopicTypes::tr("The topic is for ordered messages, this one is delayed. Brokers store it, proxies refuse it.");
    if (type == QStringLiteral("DELAY") && !delayed)
        return TopicTypes::tr("The topic is for delayed messages, this one is not. Brokers store it, proxies refuse it.");
    if (type == QStringLiteral("TRANSACTION"))
        return TopicTypes::tr("The topic is for transactions, this message has none. Brokers store it, proxies refuse it.");
    return {};
}

} // namespace rocketdesk::ui
