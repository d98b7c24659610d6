// SPDX-License-Identifier: Apache-2.0
#include "ui/models/topiccompleter.h"

#include "client/protocol/names.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QStringListModel>
#include <QStyledItemDelegate>

#include <algorithm>

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
    const auto others = std::partition(topics.begin(), topics.end(), isOwn);
    const auto byName = [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) < 0; };
    std::sort(topics.begin(), others, byName);
    std::sort(others, topics.end(), byName);
    m_topics->setStringList(topics);
}

void TopicCompleter::offerAll()
{
    setCompletionPrefix({});
    complete();
}

} // namespace rocketdesk::ui
