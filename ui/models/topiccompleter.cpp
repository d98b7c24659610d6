// SPDX-License-Identifier: Apache-2.0
#include "ui/models/topiccompleter.h"

#include "client/protocol/names.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QStringListModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <tuple>

namespace rocketdesk::ui {

namespace {

bool isOwn(const QString &topic)
{
    return !protocol::isRetryTopic(topic) && !protocol::isDeadLetterTopic(topic) && !protocol::isSystemTopic(topic);
}

} // namespace

TopicCompleter::TopicCompleter(QLineEdit &field) : QCompleter(&field), m_topics(new QStringListModel(this))
{
    setModel(m_topics);
    setFilterMode(Qt::MatchContains);
    setCaseSensitivity(Qt::CaseInsensitive);
    popup()->setItemDelegate(new QStyledItemDelegate(popup())); // Qt's own one for completers does not ask the style for its height
    field.setCompleter(this);
}

void TopicCompleter::setTopics(QStringList topics)
{
    std::sort(topics.begin(), topics.end(), [](const QString &a, const QString &b) {
        const bool ownA = isOwn(a);
        const bool ownB = isOwn(b);
        return ownA != ownB ? ownA : std::make_tuple(a.toCaseFolded(), a) < std::make_tuple(b.toCaseFolded(), b);
    });
    m_topics->setStringList(topics);
}

void TopicCompleter::offerAll()
{
    setCompletionPrefix({});
    complete();
}

} // namespace rocketdesk::ui
